import { OffenceFamily as Family } from './offence-family';

/** Where an offence can be tried. `CIVIL` marks proceedings that are not for an offence at all. */
export enum ModeOfTrial {
  SUMMARY_ONLY = 'SUMMARY_ONLY',
  EITHER_WAY = 'EITHER_WAY',
  INDICTABLE_ONLY = 'INDICTABLE_ONLY',
  CIVIL = 'CIVIL',
}

/** The mode of trial that an offence category of the CJS offence table (such as `CE`) stands for, or null. */
export function modeOfTrialOfCategory(category: string): ModeOfTrial | null {
  switch (category) {
    case 'CS':
    case 'CM':
      return ModeOfTrial.SUMMARY_ONLY;
    case 'CE':
      return ModeOfTrial.EITHER_WAY;
    case 'CI':
      return ModeOfTrial.INDICTABLE_ONLY;
    case 'VP':
    case 'CR':
    case 'VA':
      return ModeOfTrial.CIVIL;
    default:
      return null;
  }
}

/** One version of an offence: a change of maximum brings a new code of the same family. */
export interface Offence {
  /** Code of the CJS offence table, such as `PH97010`. */
  cjsCode: string;
  family: Family;
  /** A short description of ours, not the official wording. */
  title: string;
  /** The provision, as far as the source names it. */
  statute: string;
  /** Category of the CJS offence table: CS, CE, CI, VP. */
  category: string;
  modeOfTrial: ModeOfTrial | null;
  /** In words, such as `10 years`: on indictment, unless summary only. Null where unknown, which is not "none". */
  maximumSentence: string | null;
  maximumVerified: boolean;
  /** First day, YYYY-MM-DD; null where unknown. */
  validFrom: string | null;
  /** Last day, YYYY-MM-DD; null where it still stands or the end is unknown. */
  validTo: string | null;
  /** Whether the days given are sourced; false where none is. */
  validityVerified: boolean;
  /** Racially or religiously aggravated. */
  aggravated: boolean;
  attempt: boolean;
  /** Home Office codes with a matching title: no table joins the two kinds of code, so the pairing is never verified. */
  homeOfficeCodes: readonly string[];
  source: string;
  /** Whether the code and what it covers stand in the source. Retired codes have no offence row, hence no title. */
  verified: boolean;
}

/** A value taken from a source, or background that no source at hand confirms. */
type Claim = string | { unverified: string };

interface Particulars {
  title: string;
  maximum?: Claim;
  from?: Claim;
  to?: string;
  homeOffice?: readonly string[];
  source?: string;
  verified?: boolean;
}

const OFFENCE_TABLE = 'CJS offence table, bichard7-next-data';
const RETIRED: Pick<Particulars, 'source' | 'verified'> = {
  source: 'CJS maximum-period table, hmpps-manage-offences-api; retired, no row in the CJS offence table',
  verified: false,
};

const unverified = (value: string): Claim => ({ unverified: value });
const valueOf = (claim: Claim | undefined): string | null =>
  claim === undefined ? null : typeof claim === 'string' ? claim : claim.unverified;

function offence(cjsCode: string, family: Family, category: string, statute: string, given: Particulars): Offence {
  const { title, maximum, from, to, homeOffice = [], source = OFFENCE_TABLE, verified = true } = given;
  return {
    cjsCode,
    family,
    title,
    statute,
    category,
    modeOfTrial: modeOfTrialOfCategory(category),
    maximumSentence: valueOf(maximum),
    maximumVerified: typeof maximum === 'string',
    validFrom: valueOf(from),
    validTo: to ?? null,
    validityVerified: typeof (from ?? to) === 'string',
    aggravated: false,
    attempt: false,
    homeOfficeCodes: homeOffice,
    source,
    verified,
  };
}

const aggravated = (...args: Parameters<typeof offence>): Offence => ({ ...offence(...args), aggravated: true });

const PHA = 'Protection from Harassment Act 1997';
const CDA = 'Crime and Disorder Act 1998';
const SPA = 'Stalking Protection Act 2019';
const DAA = 'Domestic Abuse Act 2021';
const CSA = 'Crime and Security Act 2010';
const MCA = 'Malicious Communications Act 1988';
const OSA = 'Online Safety Act 2023';
const SOA = 'Sexual Offences Act 2003';
const POA = 'Public Order Act 1986';
const CJPOA = 'Criminal Justice and Public Order Act 1994';
const SCA = 'Serious Crime Act 2015';

/** Protection from Harassment Act ss.4 and 4A carried 5 years up to this day, and 10 years, under new codes, after it. */
const LAST_DAY_OF_FIVE_YEARS = '2017-04-02';
const FIRST_DAY_OF_TEN_YEARS = '2017-04-03';
const STALKING_OFFENCES_BEGIN = '2012-11-25';
const SENTENCING_ACT_BEGINS = '2020-12-01';
/** Online Safety Act 2023 s.179 begins; ss.187 and 188 insert Sexual Offences Act 2003 ss.66A and 66B. */
const ONLINE_SAFETY_PART_10_BEGINS = '2024-01-31';

const courseOfConduct: readonly Offence[] = [
  offence('PH97004', Family.HARASSMENT, 'CS', `${PHA} s.2(1),(2)`, {
    title: 'Harassment without violence',
    maximum: '6 months',
    from: '1997-06-16',
    homeOffice: ['195/94'],
  }),
  // The Act prints 51 weeks, which reads as 6 months until the general change of summary maxima is commenced.
  offence('PH97006', Family.STALKING, 'CS', `${PHA} s.2A(1),(4)`, {
    title: 'Stalking without fear, alarm or distress',
    maximum: '6 months',
    from: STALKING_OFFENCES_BEGIN,
    homeOffice: ['195/12'],
  }),
  offence('PH97002', Family.HARASSMENT_FEAR, 'CE', `${PHA} s.4(1),(4)`, {
    title: 'Harassment putting in fear of violence, before April 2017',
    maximum: '5 years',
    from: '1997-06-16',
    to: LAST_DAY_OF_FIVE_YEARS,
    homeOffice: ['8/30'],
    ...RETIRED,
  }),
  offence('PH97009', Family.HARASSMENT_FEAR, 'CE', `${PHA} s.4(1),(4)`, {
    title: 'Harassment putting in fear of violence',
    maximum: '10 years',
    from: FIRST_DAY_OF_TEN_YEARS,
    homeOffice: ['8/30'],
  }),
  offence('PH97007', Family.STALKING_FEAR, 'CE', `${PHA} s.4A(1)(a),(b)(i),(5)`, {
    title: 'Stalking involving fear of violence, before April 2017',
    maximum: '5 years',
    from: STALKING_OFFENCES_BEGIN,
    to: LAST_DAY_OF_FIVE_YEARS,
    homeOffice: ['8/65'],
    ...RETIRED,
  }),
  offence('PH97010', Family.STALKING_FEAR, 'CE', `${PHA} s.4A(1)(a),(b)(i),(5)`, {
    title: 'Stalking involving fear of violence',
    maximum: '10 years',
    from: FIRST_DAY_OF_TEN_YEARS,
    homeOffice: ['8/65'],
  }),
  offence('PH97008', Family.STALKING_SERIOUS_ALARM, 'CE', `${PHA} s.4A(1)(a),(b)(ii),(5)`, {
    title: 'Stalking involving serious alarm or distress, before April 2017',
    maximum: '5 years',
    from: STALKING_OFFENCES_BEGIN,
    to: LAST_DAY_OF_FIVE_YEARS,
    homeOffice: ['8/66'],
    ...RETIRED,
  }),
  offence('PH97011', Family.STALKING_SERIOUS_ALARM, 'CE', `${PHA} s.4A(1)(a),(b)(ii),(5)`, {
    title: 'Stalking involving serious alarm or distress',
    maximum: '10 years',
    from: FIRST_DAY_OF_TEN_YEARS,
    homeOffice: ['8/66'],
  }),
  offence('PH97011B', Family.STALKING_SERIOUS_ALARM, 'CE', `${PHA} s.4A(1)(a),(b)(ii),(5)`, {
    title: 'Aiding and abetting stalking involving serious alarm or distress',
    from: FIRST_DAY_OF_TEN_YEARS,
    homeOffice: ['8/66'],
  }),
  aggravated('CD98069', Family.HARASSMENT, 'CE', `${CDA} s.32(1)(a)`, {
    title: 'Racially or religiously aggravated harassment without violence',
    maximum: '2 years',
    homeOffice: ['8/50'],
  }),
  // Its 14 years are said to date from 3 April 2017, but that is the maximum's date, not the code's.
  aggravated('CD98076', Family.HARASSMENT_FEAR, 'CE', `${CDA} s.32(1)(b)`, {
    title: 'Racially or religiously aggravated harassment putting in fear of violence',
    maximum: '14 years',
    homeOffice: ['8/51'],
  }),
  aggravated('CD98077', Family.STALKING, 'CE', `${CDA} s.32(1)(a)`, {
    title: 'Racially or religiously aggravated stalking without fear, alarm or distress',
    maximum: '2 years',
    homeOffice: ['8/56'],
  }),
  aggravated('CD98078', Family.STALKING_FEAR, 'CE', `${CDA} s.32(1)(b)`, {
    title: 'Racially or religiously aggravated stalking involving fear of violence',
    maximum: '14 years',
    homeOffice: ['8/58'],
  }),
  aggravated('CD98079', Family.STALKING_SERIOUS_ALARM, 'CE', `${CDA} s.32(1)(b)`, {
    title: 'Racially or religiously aggravated stalking involving serious alarm or distress',
    maximum: '14 years',
    homeOffice: ['8/58'],
  }),
  offence('SC15004', Family.COERCIVE_CONTROL, 'CE', `${SCA} s.76(1),(11)`, {
    title: 'Controlling or coercive behaviour in an intimate or family relationship',
    maximum: '5 years',
    from: '2015-12-29',
    homeOffice: ['8/67'],
  }),
];

const breachesOfOrders: readonly Offence[] = [
  // For orders made on a conviction before 1 December 2020: the end is the conviction's, a breach may come later.
  offence('PH97003', Family.BREACH_RESTRAINING_ORDER, 'CE', `${PHA} s.5(5),(6)`, {
    title: 'Breach of a restraining order made on conviction before December 2020',
    maximum: '5 years',
    to: '2020-11-30',
    homeOffice: ['8/31'],
    ...RETIRED,
  }),
  offence('SE20002', Family.BREACH_RESTRAINING_ORDER, 'CE', 'Sentencing Act 2020 s.363', {
    title: 'Breach of a restraining order made on conviction',
    maximum: '5 years',
    from: SENTENCING_ACT_BEGINS,
    homeOffice: ['8/31'],
  }),
  offence('PH97005', Family.BREACH_RESTRAINING_ORDER, 'CE', `${PHA} s.5, by s.5A`, {
    title: 'Breach of a restraining order made on acquittal before December 2020',
    maximum: '5 years',
    from: unverified('2009-09-30'),
    homeOffice: ['66/38'],
  }),
  offence('PH97012', Family.BREACH_RESTRAINING_ORDER, 'CE', `${PHA} s.5A(2D),(2E)`, {
    title: 'Breach of a restraining order made on acquittal',
    maximum: '5 years',
    from: SENTENCING_ACT_BEGINS,
    homeOffice: ['66/38'],
  }),
  offence('ST19001', Family.BREACH_SPO, 'CE', `${SPA} s.8(1),(2)`, {
    title: 'Breach of a stalking protection order, full or interim',
    maximum: '5 years',
    from: '2020-01-20',
    homeOffice: ['8/74'],
  }),
  ...Object.entries({
    ST19002: 'Failing to give the first notification within 3 days of service of a stalking protection order',
    ST19003: 'Failing to notify a new name under a stalking protection order',
    ST19004: 'Failing to notify a new address under a stalking protection order',
    ST19005: 'Refusing fingerprints or a photograph when notifying under a stalking protection order',
    ST19006: 'Notifying false information under a stalking protection order',
  }).map(([code, title]) =>
    offence(code, Family.BREACH_SPO, 'CE', `${SPA} ss.9–11`, { title, maximum: '5 years', from: '2020-01-20' }),
  ),
  offence('FL96001', Family.BREACH_NMO, 'CE', 'Family Law Act 1996 s.42A', {
    title: 'Breach of a non-molestation order',
    maximum: '5 years',
    from: unverified('2007-07-01'),
    homeOffice: ['66/39'],
  }),
  offence('PH97001', Family.BREACH_CIVIL_INJUNCTION, 'CE', `${PHA} s.3(6)`, {
    title: 'Breach of a civil injunction against harassment',
    maximum: '5 years',
    from: '1998-09-01',
    homeOffice: ['8/29'],
  }),
  // The day is that of the first pilot areas: domestic abuse protection orders come area by area.
  offence('DA21001', Family.BREACH_DAPO, 'CE', `${DAA} s.39`, {
    title: 'Breach of a domestic abuse protection order',
    maximum: '5 years',
    from: '2024-11-27',
    homeOffice: ['68/19'],
  }),
  ...Object.entries({
    DA21002: 'Failing to give the first notification under a domestic abuse protection order',
    DA21003: 'Failing to notify a name under a domestic abuse protection order',
    DA21004: 'Notifying false information under a domestic abuse protection order',
    DA21005: 'Refusing fingerprints or a photograph when notifying under a domestic abuse protection order',
  }).map(([code, title]) =>
    offence(code, Family.BREACH_DAPO, 'CE', `${DAA} Part 3`, { title, maximum: '5 years', from: '2024-11-27' }),
  ),
  // Neither is a crime: a notice leads to arrest and a hearing, an order's breach is punished as a civil contempt.
  offence('CS10503', Family.BREACH_DVPO, 'VP', `${CSA} ss.24–30`, {
    title: 'Breach of a domestic violence protection notice',
    from: unverified('2014-03-08'),
  }),
  offence('MC80530', Family.BREACH_DVPO, 'VP', `${CSA} ss.24–30`, {
    title: 'Breach of a domestic violence protection order',
    maximum: unverified('2 months, or £50 a day up to £5,000'),
    from: unverified('2014-03-08'),
    homeOffice: ['997/1'],
  }),
];

const communications: readonly Offence[] = [
  offence('MT88005', Family.MALICIOUS_COMMUNICATIONS, 'CE', `${MCA} s.1`, {
    title: 'Sending an indecent or offensive communication or article',
    maximum: '2 years',
    homeOffice: ['195/41', '8/72'],
  }),
  offence('MT88006', Family.MALICIOUS_COMMUNICATIONS, 'CE', `${MCA} s.1`, {
    title: 'Sending a letter, communication or article that conveys an indecent or offensive message',
    maximum: '2 years',
    homeOffice: ['195/41', '8/72'],
  }),
  // Printed as 51 weeks too; see PH97006.
  offence('OS23001', Family.MALICIOUS_COMMUNICATIONS, 'CS', `${OSA} s.179`, {
    title: 'Sending a false communication with intent to cause harm',
    maximum: '6 months',
    from: ONLINE_SAFETY_PART_10_BEGINS,
  }),
  offence('OS23002', Family.MALICIOUS_COMMUNICATIONS, 'CE', `${OSA} s.181`, {
    title: 'Sending a communication that threatens death or serious harm',
    maximum: unverified('5 years'),
  }),
  ...Object.entries({
    OS23003: 'Sending flashing images electronically, meaning harm to whoever sees them',
    OS23004: 'Sending flashing images electronically, meaning harm to one person',
    OS23005: 'Showing flashing images, meaning harm to one person',
  }).map(([code, title]) =>
    offence(code, Family.OTHER, 'CE', `${OSA} s.183`, { title, maximum: unverified('5 years') }),
  ),
  offence('OS23006', Family.OTHER, 'CE', `${OSA} s.184`, {
    title: 'Encouraging or assisting serious self-harm',
    maximum: unverified('5 years'),
  }),
  // No source names the section for these three codes; their titles match s.127.
  ...Object.entries({
    CA03005: 'Sending a grossly offensive or menacing message by a public network',
    CA03006: 'Causing a grossly offensive or menacing message to be sent by a public network',
    CA03009: 'Persistently using a public network to cause annoyance, inconvenience or anxiety',
  }).map(([code, title]) =>
    offence(code, Family.MALICIOUS_COMMUNICATIONS, 'CS', 'Communications Act 2003 s.127', {
      title,
      maximum: '6 months',
      verified: false,
    }),
  ),
];

const intimateImages: readonly Offence[] = [
  offence('SX03248', Family.INTIMATE_IMAGES, 'CE', `${SOA} s.66A`, {
    title: 'Sending an image of genitals to cause alarm, distress or humiliation',
    maximum: unverified('2 years'),
    from: ONLINE_SAFETY_PART_10_BEGINS,
  }),
  offence('SX03249', Family.INTIMATE_IMAGES, 'CS', `${SOA} s.66B(1)`, {
    title: 'Sharing an intimate image without consent',
    maximum: unverified('6 months'),
    from: ONLINE_SAFETY_PART_10_BEGINS,
    homeOffice: ['88/15'],
  }),
  ...(
    [
      ['SX03250', 's.66B(2)', 'Sharing an intimate image to cause alarm, distress or humiliation'],
      ['SX03251', 's.66B(3)', 'Sharing an intimate image for sexual gratification'],
      ['SX03252', 's.66B(4)', 'Threatening to share an intimate image'],
    ] as const
  ).map(([code, section, title]) =>
    offence(code, Family.INTIMATE_IMAGES, 'CE', `${SOA} ${section}`, {
      title,
      maximum: unverified('2 years'),
      from: ONLINE_SAFETY_PART_10_BEGINS,
      homeOffice: ['88/15'],
    }),
  ),
  ...Object.entries({
    SX03253: 'Creating a purported intimate image of an adult',
    SX03254: 'Requesting the creation of a purported intimate image of an adult',
    SX03255: 'Requesting that something be put in or left out of a purported intimate image of an adult',
  }).map(([code, title]) => offence(code, Family.INTIMATE_IMAGES, 'CS', SOA, { title })),
];

const publicOrder: readonly Offence[] = [
  offence('PU86116', Family.PUBLIC_ORDER, 'CS', `${POA} s.4A`, {
    title: 'Words or behaviour intended to cause harassment, alarm or distress',
    maximum: '6 months',
    homeOffice: ['125/9'],
  }),
  offence('PU86117', Family.PUBLIC_ORDER, 'CS', `${POA} s.4A`, {
    title: 'A display intended to cause harassment, alarm or distress',
    maximum: '6 months',
    homeOffice: ['125/9'],
  }),
  offence('PU86149', Family.PUBLIC_ORDER, 'CS', `${POA} s.5`, {
    title: 'Words or behaviour likely to cause harassment, alarm or distress',
    maximum: unverified('Fine'),
    homeOffice: ['125/12'],
  }),
  offence('PU86150', Family.PUBLIC_ORDER, 'CS', `${POA} s.5`, {
    title: 'A display likely to cause harassment, alarm or distress',
    maximum: unverified('Fine'),
    homeOffice: ['125/12'],
  }),
  offence('PU86159', Family.PUBLIC_ORDER, 'CE', POA, {
    title: 'Words or behaviour intended to cause harassment, alarm or distress because of sex',
  }),
  offence('PU86160', Family.PUBLIC_ORDER, 'CE', POA, {
    title: 'A display intended to cause harassment, alarm or distress because of sex',
  }),
  aggravated('CD98067', Family.PUBLIC_ORDER, 'CE', CDA, {
    title: 'Racially or religiously aggravated intentional harassment, alarm or distress',
    maximum: '2 years',
  }),
  aggravated('CD98075', Family.PUBLIC_ORDER, 'CS', CDA, {
    title: 'Racially or religiously aggravated harassment, alarm or distress',
  }),
  // CPS guidance sets s.42A beside the harassment offences, but neither forms a course of conduct under the 1997 Act.
  offence('CJ01015', Family.OTHER, 'CS', 'Criminal Justice and Police Act 2001 s.42A', {
    title: 'Harassment of a person in their home',
    maximum: unverified('6 months'),
    homeOffice: ['125/68'],
  }),
  offence('CJ01001', Family.OTHER, 'CS', 'Criminal Justice and Police Act 2001 s.42', {
    title: 'Disobeying a police direction that prevents harassment at home',
    maximum: '3 months',
  }),
];

const propertyAndBurglary: readonly Offence[] = [
  offence('CD71038', Family.CRIMINAL_DAMAGE, 'CE', 'Criminal Damage Act 1971', {
    title: 'Criminal damage of more than £5,000',
    maximum: '10 years',
    homeOffice: ['58/0'],
  }),
  // The maximum is the one on summary trial, to which damage of low value is held.
  offence('CD71039', Family.CRIMINAL_DAMAGE, 'CE', 'Criminal Damage Act 1971', {
    title: 'Criminal damage of less than £5,000',
    maximum: '3 months',
    homeOffice: ['149/0'],
  }),
  aggravated('CD98074', Family.CRIMINAL_DAMAGE, 'CE', CDA, {
    title: 'Racially or religiously aggravated criminal damage',
    maximum: '14 years',
  }),
  ...(
    [
      ['TH68026', 'CE', 'Burglary of a dwelling with intent to steal', '14 years'],
      ['TH68027', 'CE', 'Burglary of another building with intent to steal', '10 years'],
      ['TH68028', 'CI', 'Burglary of a dwelling with intent to inflict grievous bodily harm', '14 years'],
      ['TH68029', 'CE', 'Burglary of another building with intent to inflict grievous bodily harm', '10 years'],
      ['TH68032', 'CE', 'Burglary of a dwelling with intent to damage', '14 years'],
      ['TH68033', 'CE', 'Burglary of another building with intent to damage', '10 years'],
      ['TH68036', 'CE', 'Burglary of a dwelling, with theft and no violence', '14 years'],
      ['TH68037', 'CE', 'Burglary of another building, with theft', '10 years'],
      ['TH68038', 'CI', 'Burglary of a dwelling, inflicting grievous bodily harm', '14 years'],
      ['TH68039', 'CE', 'Burglary of another building, inflicting grievous bodily harm', '10 years'],
      ['TH68040', 'CI', 'Burglary of a dwelling, attempting grievous bodily harm', '14 years'],
      ['TH68041', 'CE', 'Burglary of another building, attempting grievous bodily harm', '10 years'],
      ['TH68044', 'CI', 'Burglary of a dwelling, with theft or attempted theft and violence', '14 years'],
    ] as const
  ).map(([code, category, title, maximum]) =>
    offence(code, Family.BURGLARY, category, 'Theft Act 1968 s.9', { title, maximum }),
  ),
];

const againstThePersonAndJustice: readonly Offence[] = [
  offence('OF61014', Family.THREATS_TO_KILL, 'CE', 'Offences against the Person Act 1861 s.16', {
    title: 'Threats to kill',
    maximum: '10 years',
    homeOffice: ['3/1'],
  }),
  offence('CJ88001', Family.ASSAULT, 'CS', 'Criminal Justice Act 1988', {
    title: 'Common assault',
    maximum: '6 months',
  }),
  offence('CJ88116', Family.ASSAULT, 'CS', 'Criminal Justice Act 1988', {
    title: 'Assault by beating (battery)',
    maximum: '6 months',
  }),
  offence('OF61102', Family.ASSAULT, 'CE', 'Offences against the Person Act 1861', {
    title: 'Assault occasioning actual bodily harm',
    maximum: '5 years',
  }),
  aggravated('CD98070', Family.ASSAULT, 'CE', CDA, {
    title: 'Racially or religiously aggravated common assault or beating',
    maximum: '2 years',
  }),
  aggravated('CD98073', Family.ASSAULT, 'CE', CDA, {
    title: 'Racially or religiously aggravated assault occasioning actual bodily harm',
    maximum: '7 years',
  }),
  offence('SC15005', Family.STRANGULATION, 'CE', `${SCA} s.75A`, {
    title: 'Intentional strangulation',
    maximum: '5 years',
    from: unverified('2022-06-07'),
    homeOffice: ['8/77'],
  }),
  offence('SC15006', Family.STRANGULATION, 'CE', `${SCA} s.75A`, {
    title: 'Intentional suffocation',
    maximum: '5 years',
    from: unverified('2022-06-07'),
    homeOffice: ['8/77'],
  }),
  aggravated('CD98080', Family.STRANGULATION, 'CE', CDA, {
    title: 'Racially or religiously aggravated strangulation',
    maximum: '7 years',
    from: unverified('2022-06-07'),
    homeOffice: ['8/78'],
  }),
  aggravated('CD98081', Family.STRANGULATION, 'CE', CDA, {
    title: 'Racially or religiously aggravated suffocation',
    maximum: '7 years',
    homeOffice: ['8/78'],
  }),
  offence('CJ94005', Family.WITNESS_INTIMIDATION, 'CE', `${CJPOA} s.51`, {
    title: 'Intimidating a witness or juror',
    maximum: '5 years',
    homeOffice: ['79/2'],
  }),
  offence('CJ94006', Family.WITNESS_INTIMIDATION, 'CE', `${CJPOA} s.51`, {
    title: 'Harming a witness or juror',
    maximum: '5 years',
    homeOffice: ['79/2'],
  }),
  offence('CJ94007', Family.WITNESS_INTIMIDATION, 'CE', `${CJPOA} s.51`, {
    title: 'Threatening a witness or juror',
    maximum: '5 years',
    homeOffice: ['79/2'],
  }),
  offence('COML030', Family.PERVERTING_JUSTICE, 'CI', 'Common law', {
    title: 'Perverting the course of justice',
    maximum: 'Life imprisonment',
    homeOffice: ['79/0'],
  }),
];

const wholeOffences: readonly Offence[] = [
  ...courseOfConduct,
  ...breachesOfOrders,
  ...communications,
  ...intimateImages,
  ...publicOrder,
  ...propertyAndBurglary,
  ...againstThePersonAndJustice,
];

/**
 * The attempt to commit an offence. Its maximum is that of the offence by Criminal Attempts Act 1981 s.4(1), which is
 * not the same as having seen it in a table.
 */
const attemptAt = (base: Offence): Offence => ({
  ...base,
  cjsCode: `${base.cjsCode}A`,
  title: `Attempt: ${base.title}`,
  attempt: true,
  maximumVerified: false,
  source: 'Derived from the offence attempted',
  verified: false,
});

/** Attempts at breaching an order that the tables list in their own right, with their maxima. */
const attemptsInTables = wholeOffences
  .filter(({ cjsCode }) => ['PH97003', 'SE20002', 'FL96001'].includes(cjsCode))
  .map((base) => ({ ...attemptAt(base), maximumVerified: true, source: base.source, verified: base.verified }));

/** Every catalogued offence, retired ones among them, since old cases are charged under old codes. */
export const offences: readonly Offence[] = [...wholeOffences, ...attemptsInTables];

const byCode = new Map<string, Offence>();
for (const attempted of wholeOffences.map(attemptAt)) byCode.set(attempted.cjsCode, attempted);
for (const catalogued of offences) byCode.set(catalogued.cjsCode, catalogued);

/**
 * The offence with this CJS code, exactly as written, or the attempt at it where the code is a catalogued one and `A`.
 * Undefined for the thousands of codes outside the catalogue, which callers must expect.
 */
export const findOffence = (cjsCode: string): Offence | undefined => byCode.get(cjsCode);
