/**
 * What an offence is, whatever code it bears. Codes come and go with the maximum penalty (PH97007 became PH97010 on
 * 3 April 2017), so rules and statistics compare families, never codes.
 */
export enum OffenceFamily {
  HARASSMENT = 'HARASSMENT',
  STALKING = 'STALKING',
  HARASSMENT_FEAR = 'HARASSMENT_FEAR',
  STALKING_FEAR = 'STALKING_FEAR',
  STALKING_SERIOUS_ALARM = 'STALKING_SERIOUS_ALARM',
  BREACH_RESTRAINING_ORDER = 'BREACH_RESTRAINING_ORDER',
  BREACH_SPO = 'BREACH_SPO',
  BREACH_NMO = 'BREACH_NMO',
  BREACH_DAPO = 'BREACH_DAPO',
  BREACH_CIVIL_INJUNCTION = 'BREACH_CIVIL_INJUNCTION',
  BREACH_DVPO = 'BREACH_DVPO',
  MALICIOUS_COMMUNICATIONS = 'MALICIOUS_COMMUNICATIONS',
  PUBLIC_ORDER = 'PUBLIC_ORDER',
  CRIMINAL_DAMAGE = 'CRIMINAL_DAMAGE',
  COERCIVE_CONTROL = 'COERCIVE_CONTROL',
  THREATS_TO_KILL = 'THREATS_TO_KILL',
  WITNESS_INTIMIDATION = 'WITNESS_INTIMIDATION',
  STRANGULATION = 'STRANGULATION',
  ASSAULT = 'ASSAULT',
  INTIMATE_IMAGES = 'INTIMATE_IMAGES',
  BURGLARY = 'BURGLARY',
  PERVERTING_JUSTICE = 'PERVERTING_JUSTICE',
  OTHER = 'OTHER',
}

/** One description for each family, for readers of the schema. */
export const offenceFamilyTitles: Record<OffenceFamily, string> = {
  [OffenceFamily.HARASSMENT]: 'Harassment (Protection from Harassment Act 1997 s.2)',
  [OffenceFamily.STALKING]: 'Stalking (Protection from Harassment Act 1997 s.2A)',
  [OffenceFamily.HARASSMENT_FEAR]: 'Putting people in fear of violence (Protection from Harassment Act 1997 s.4)',
  [OffenceFamily.STALKING_FEAR]:
    'Stalking involving fear of violence (Protection from Harassment Act 1997 s.4A(1)(b)(i))',
  [OffenceFamily.STALKING_SERIOUS_ALARM]:
    'Stalking involving serious alarm or distress (Protection from Harassment Act 1997 s.4A(1)(b)(ii))',
  [OffenceFamily.BREACH_RESTRAINING_ORDER]: 'Breach of a restraining order made on conviction or on acquittal',
  [OffenceFamily.BREACH_SPO]:
    'Breach of a stalking protection order, full or interim, or of its notification requirements (Stalking Protection Act 2019 ss.8–11)',
  [OffenceFamily.BREACH_NMO]: 'Breach of a non-molestation order (Family Law Act 1996 s.42A)',
  [OffenceFamily.BREACH_DAPO]:
    'Breach of a domestic abuse protection order or of its notification requirements (Domestic Abuse Act 2021 Part 3)',
  [OffenceFamily.BREACH_CIVIL_INJUNCTION]:
    'Breach of a civil injunction against harassment (Protection from Harassment Act 1997 s.3(6))',
  [OffenceFamily.BREACH_DVPO]:
    'Breach of a domestic violence protection notice or order, a civil contempt (Crime and Security Act 2010 ss.24–30)',
  [OffenceFamily.MALICIOUS_COMMUNICATIONS]: 'Malicious, false, threatening or grossly offensive communications',
  [OffenceFamily.PUBLIC_ORDER]: 'Harassment, alarm or distress in public (Public Order Act 1986)',
  [OffenceFamily.CRIMINAL_DAMAGE]: 'Criminal damage',
  [OffenceFamily.COERCIVE_CONTROL]:
    'Controlling or coercive behaviour in an intimate or family relationship (Serious Crime Act 2015 s.76)',
  [OffenceFamily.THREATS_TO_KILL]: 'Threats to kill (Offences against the Person Act 1861 s.16)',
  [OffenceFamily.WITNESS_INTIMIDATION]:
    'Intimidating, harming or threatening a witness or juror (Criminal Justice and Public Order Act 1994 s.51)',
  [OffenceFamily.STRANGULATION]: 'Strangulation or suffocation (Serious Crime Act 2015 s.75A)',
  [OffenceFamily.ASSAULT]: 'Common assault, battery or assault occasioning actual bodily harm',
  [OffenceFamily.INTIMATE_IMAGES]:
    'Sending, sharing, creating or threatening to share intimate images (Sexual Offences Act 2003)',
  [OffenceFamily.BURGLARY]: 'Burglary (Theft Act 1968 s.9)',
  [OffenceFamily.PERVERTING_JUSTICE]: 'Perverting the course of justice',
  [OffenceFamily.OTHER]: 'An offence outside the families above',
};

/** Whether the family is the breach of an order, a notice or an injunction, or of duties that come with one. */
export const isBreachFamily = (family: OffenceFamily): boolean => family.startsWith('BREACH_');

/** Whether the family is stalking: s.2A, or either limb of s.4A, of the Protection from Harassment Act 1997. */
export const isStalkingFamily = (family: OffenceFamily): boolean =>
  family === OffenceFamily.STALKING ||
  family === OffenceFamily.STALKING_FEAR ||
  family === OffenceFamily.STALKING_SERIOUS_ALARM;
