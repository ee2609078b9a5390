import { OffenceFamily as Family } from './offence-family';

/** A Home Office offence code, by which crimes are recorded and counted: category, slash, subcategory. */
export interface HomeOfficeCode {
  /** Without leading zeros, such as `8/65`. */
  code: string;
  family: Family;
  /** A short description of ours, not the official wording. */
  title: string;
  /** Racially or religiously aggravated. */
  aggravated: boolean;
  source: string;
  /** Whether the code and what it covers stand in the source. */
  verified: boolean;
}

const entry = (code: string, family: Family, title: string): HomeOfficeCode => ({
  code,
  family,
  title,
  aggravated: false,
  source: 'Home Office code table, hmpps-manage-offences-api',
  verified: true,
});

const aggravated = (...args: Parameters<typeof entry>): HomeOfficeCode => ({ ...entry(...args), aggravated: true });

export const homeOfficeCodes: readonly HomeOfficeCode[] = [
  entry('195/94', Family.HARASSMENT, 'Harassment'),
  aggravated('8/50', Family.HARASSMENT, 'Racially or religiously aggravated harassment'),
  entry('195/12', Family.STALKING, 'Stalking'),
  aggravated('8/56', Family.STALKING, 'Racially or religiously aggravated stalking without violence'),
  entry('8/30', Family.HARASSMENT_FEAR, 'Putting people in fear of violence'),
  aggravated('8/51', Family.HARASSMENT_FEAR, 'Racially or religiously aggravated putting people in fear of violence'),
  entry('8/65', Family.STALKING_FEAR, 'Stalking involving fear of violence'),
  // The table has one code for both aggravated limbs of s.4A; it is counted under the first, which its title names.
  aggravated('8/58', Family.STALKING_FEAR, 'Racially or religiously aggravated stalking with fear of violence'),
  entry('8/66', Family.STALKING_SERIOUS_ALARM, 'Stalking involving serious alarm or distress'),
  entry('8/67', Family.COERCIVE_CONTROL, 'Controlling or coercive behaviour in an intimate or family relationship'),
  entry('8/31', Family.BREACH_RESTRAINING_ORDER, 'Breach of a restraining order'),
  entry('66/38', Family.BREACH_RESTRAINING_ORDER, 'Breach of a restraining order made on acquittal'),
  entry('8/74', Family.BREACH_SPO, 'Breach of a stalking protection order, full or interim'),
  entry('66/39', Family.BREACH_NMO, 'Breach of a non-molestation order'),
  entry('68/19', Family.BREACH_DAPO, 'Breach of a domestic abuse protection order'),
  entry('8/29', Family.BREACH_CIVIL_INJUNCTION, 'Breach of an injunction against harassment'),
  entry('997/1', Family.BREACH_DVPO, 'Breach of a domestic violence protection order'),
  entry('195/41', Family.MALICIOUS_COMMUNICATIONS, 'Malicious communications, when summary only'),
  entry('8/72', Family.MALICIOUS_COMMUNICATIONS, 'Sending a threatening message'),
  entry('125/9', Family.PUBLIC_ORDER, 'Causing intentional harassment, alarm or distress'),
  entry('125/12', Family.PUBLIC_ORDER, 'Harassment, alarm or distress'),
  entry('58/0', Family.CRIMINAL_DAMAGE, 'Other criminal damage'),
  entry('149/0', Family.CRIMINAL_DAMAGE, 'Criminal damage of £5,000 or less'),
  entry('3/1', Family.THREATS_TO_KILL, 'Threats to kill'),
  entry('88/15', Family.INTIMATE_IMAGES, 'Sharing or threatening to share an intimate image'),
  entry(
    '79/2',
    Family.WITNESS_INTIMIDATION,
    'Intimidating a witness, a juror or a person who assists an investigation',
  ),
  entry('79/0', Family.PERVERTING_JUSTICE, 'Perverting the course of justice'),
  entry('8/77', Family.STRANGULATION, 'Intentional strangulation'),
  aggravated('8/78', Family.STRANGULATION, 'Racially or religiously aggravated strangulation or suffocation'),
  entry('125/68', Family.OTHER, 'Harassment of a person in their home'),
];

const byCode = new Map(homeOfficeCodes.map((known) => [known.code, known]));

/** The Home Office code, exactly as written, or undefined where it is outside the catalogue. */
export const findHomeOfficeCode = (code: string): HomeOfficeCode | undefined => byCode.get(code);
