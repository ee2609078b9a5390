import { OffenceFamily, isBreachFamily, isStalkingFamily, offenceFamilyTitles } from './offence-family';
import { findHomeOfficeCode, homeOfficeCodes } from './home-office-codes';
import { ModeOfTrial, findOffence, modeOfTrialOfCategory, offences } from './offences';

/** The families as the behaviour rules define them; the rest of the law's neighbours follow below. */
const familiesOfCodes: Record<string, string> = {
  HARASSMENT: 'PH97004 CD98069',
  STALKING: 'PH97006 CD98077',
  HARASSMENT_FEAR: 'PH97002 PH97009 CD98076',
  STALKING_FEAR: 'PH97007 PH97010 CD98078',
  STALKING_SERIOUS_ALARM: 'PH97008 PH97011 PH97011B CD98079',
  BREACH_RESTRAINING_ORDER: 'PH97003 PH97003A SE20002 SE20002A PH97005 PH97005A PH97012 PH97012A',
  BREACH_SPO: 'ST19001 ST19002 ST19003 ST19004 ST19005 ST19006',
  BREACH_NMO: 'FL96001 FL96001A',
  BREACH_DAPO: 'DA21001 DA21002 DA21003 DA21004 DA21005',
  BREACH_CIVIL_INJUNCTION: 'PH97001',
  BREACH_DVPO: 'CS10503 MC80530',
  MALICIOUS_COMMUNICATIONS: 'MT88005 MT88006 OS23001 OS23002 CA03005 CA03006 CA03009',
  PUBLIC_ORDER: 'PU86116 PU86117 PU86149 PU86150 PU86159 PU86160',
  CRIMINAL_DAMAGE: 'CD71038 CD71039',
  COERCIVE_CONTROL: 'SC15004',
  THREATS_TO_KILL: 'OF61014',
  WITNESS_INTIMIDATION: 'CJ94005 CJ94006 CJ94007',
  STRANGULATION: 'SC15005 SC15006 CD98080',
  ASSAULT: 'CJ88001 CJ88116 OF61102',
  INTIMATE_IMAGES: 'SX03248 SX03249 SX03250 SX03251 SX03252 SX03253 SX03254 SX03255',
  BURGLARY: 'TH68036 TH68037',
  PERVERTING_JUSTICE: 'COML030',
  OTHER: 'OS23003 OS23004 OS23005 OS23006 CJ01015 CJ01001',
};

const familiesOfHomeOfficeCodes: Record<string, string> = {
  HARASSMENT: '195/94 8/50',
  STALKING: '195/12 8/56',
  HARASSMENT_FEAR: '8/30 8/51',
  STALKING_FEAR: '8/65 8/58',
  STALKING_SERIOUS_ALARM: '8/66',
  BREACH_RESTRAINING_ORDER: '8/31 66/38',
  BREACH_SPO: '8/74',
  BREACH_NMO: '66/39',
  BREACH_DAPO: '68/19',
  BREACH_CIVIL_INJUNCTION: '8/29',
  BREACH_DVPO: '997/1',
  MALICIOUS_COMMUNICATIONS: '195/41 8/72',
  PUBLIC_ORDER: '125/9 125/12',
  CRIMINAL_DAMAGE: '58/0 149/0',
  COERCIVE_CONTROL: '8/67',
  THREATS_TO_KILL: '3/1',
  WITNESS_INTIMIDATION: '79/2',
  STRANGULATION: '8/77 8/78',
  INTIMATE_IMAGES: '88/15',
  PERVERTING_JUSTICE: '79/0',
  OTHER: '125/68',
};

const pairs = (table: Record<string, string>): [string, string][] =>
  Object.entries(table).flatMap(([family, codes]) => codes.split(' ').map((code): [string, string] => [code, family]));

const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toISOString().startsWith(text);

describe('offence families', () => {
  test.each(pairs(familiesOfCodes))('CJS code %s is of family %s', (code, family) => {
    expect(findOffence(code)?.family).toBe(family);
  });

  test.each(pairs(familiesOfHomeOfficeCodes))('Home Office code %s is of family %s', (code, family) => {
    expect(findHomeOfficeCode(code)?.family).toBe(family);
  });

  test('each family has a title of its own and at least one offence', () => {
    expect(new Set(Object.values(offenceFamilyTitles)).size).toBe(Object.values(OffenceFamily).length);
    expect(new Set(offences.map(({ family }) => family))).toEqual(new Set(Object.values(OffenceFamily)));
  });

  test('breach families are the six whose name begins with BREACH, stalking families are three', () => {
    expect(Object.values(OffenceFamily).filter(isBreachFamily)).toHaveLength(6);
    expect(Object.values(OffenceFamily).filter(isStalkingFamily)).toEqual([
      'STALKING',
      'STALKING_FEAR',
      'STALKING_SERIOUS_ALARM',
    ]);
  });

  test('an aggravated form is marked so, whichever kind of code names it', () => {
    const marked = [...offences.filter((one) => one.aggravated).map(({ cjsCode }) => cjsCode)];
    expect(marked.every((code) => code.startsWith('CD98'))).toBe(true);
    expect(offences.filter(({ cjsCode }) => cjsCode.startsWith('CD98'))).toHaveLength(marked.length);
    expect(homeOfficeCodes.filter((one) => one.aggravated).map(({ code }) => code)).toEqual([
      '8/50',
      '8/56',
      '8/51',
      '8/58',
      '8/78',
    ]);
  });
});

describe('the offence catalogue', () => {
  test('no code stands twice', () => {
    expect(new Set(offences.map(({ cjsCode }) => cjsCode)).size).toBe(offences.length);
    expect(new Set(homeOfficeCodes.map(({ code }) => code)).size).toBe(homeOfficeCodes.length);
  });

  test('every listed offence is found under its own code', () => {
    for (const offence of offences) expect(findOffence(offence.cjsCode)).toBe(offence);
  });

  test('codes outside the catalogue, and applications about orders, are not offences', () => {
    for (const code of ['', 'A', 'XX00001', 'ph97010', 'ST19501', 'CS10501', 'constructor']) {
      expect(findOffence(code)).toBeUndefined();
    }
  });

  test('every day is a real one, and no offence ends before it begins', () => {
    for (const { validFrom, validTo } of offences) {
      for (const day of [validFrom, validTo]) if (day !== null) expect(isDay(day)).toBe(true);
      if (validFrom && validTo) expect(validFrom < validTo).toBe(true);
    }
  });

  test.each([
    ['PH97002', 'PH97009'],
    ['PH97007', 'PH97010'],
    ['PH97008', 'PH97011'],
  ])('on 3 April 2017 %s gives way to %s of the same family, with no day between, and 5 years become 10', (was, is) => {
    const before = findOffence(was)!;
    const after = findOffence(is)!;
    expect([before.validTo, after.validFrom]).toEqual(['2017-04-02', '2017-04-03']);
    expect([before.maximumSentence, after.maximumSentence]).toEqual(['5 years', '10 years']);
    expect(before.family).toBe(after.family);
    expect(before.statute).toBe(after.statute);
    expect(before.homeOfficeCodes).toEqual(after.homeOfficeCodes);
  });

  test('stalking offences begin on 25 November 2012', () => {
    for (const code of ['PH97006', 'PH97007', 'PH97008']) expect(findOffence(code)?.validFrom).toBe('2012-11-25');
  });

  test('every Home Office code that an offence is paired with is catalogued', () => {
    for (const code of offences.flatMap((one) => one.homeOfficeCodes)) expect(findHomeOfficeCode(code)).toBeDefined();
  });

  test('a category tells the mode of trial, or nothing', () => {
    expect(['CS', 'CM', 'CE', 'CI', 'VP', 'CR', 'VA'].map(modeOfTrialOfCategory)).toEqual([
      ModeOfTrial.SUMMARY_ONLY,
      ModeOfTrial.SUMMARY_ONLY,
      ModeOfTrial.EITHER_WAY,
      ModeOfTrial.INDICTABLE_ONLY,
      ModeOfTrial.CIVIL,
      ModeOfTrial.CIVIL,
      ModeOfTrial.CIVIL,
    ]);
    expect(['CB', 'EF', 'B7', '', 'ce'].map(modeOfTrialOfCategory)).toEqual([null, null, null, null, null]);
    expect(findOffence('COML030')?.modeOfTrial).toBe(ModeOfTrial.INDICTABLE_ONLY);
    expect(findOffence('MC80530')?.modeOfTrial).toBe(ModeOfTrial.CIVIL);
  });
});

describe('attempts', () => {
  test('an attempt in no table is known by its offence, and says what it rests on', () => {
    expect(findOffence('PH97010A')).toMatchObject({
      cjsCode: 'PH97010A',
      family: 'STALKING_FEAR',
      title: 'Attempt: Stalking involving fear of violence',
      attempt: true,
      maximumSentence: '10 years',
      maximumVerified: false,
      verified: false,
    });
  });

  test('attempts that the tables list are listed here, with their maxima', () => {
    const listed = offences.filter(({ attempt }) => attempt);
    expect(listed.map(({ cjsCode }) => cjsCode).sort()).toEqual(['FL96001A', 'PH97003A', 'SE20002A']);
    expect(listed.every((one) => one.maximumSentence === '5 years' && one.maximumVerified)).toBe(true);
    expect(listed.filter(({ verified }) => verified).map(({ cjsCode }) => cjsCode)).not.toContain('PH97003A');
  });

  test('there is no attempt at an attempt', () => {
    expect(findOffence('FL96001AA')).toBeUndefined();
    expect(findOffence('PH97010AA')).toBeUndefined();
  });
});

describe('what is not verified says so', () => {
  test('retired codes, and codes joined to their section by title alone', () => {
    expect(offences.filter(({ verified }) => !verified).map(({ cjsCode }) => cjsCode)).toEqual([
      'PH97002',
      'PH97007',
      'PH97008',
      'PH97003',
      'CA03005',
      'CA03006',
      'CA03009',
      'PH97003A',
    ]);
  });

  test('maxima that are unknown are null, and background ones are marked', () => {
    const unsure = offences.filter(({ maximumVerified }) => !maximumVerified);
    expect(Object.fromEntries(unsure.map((one) => [one.cjsCode, one.maximumSentence]))).toEqual({
      PH97011B: null,
      CS10503: null,
      MC80530: '2 months, or £50 a day up to £5,000',
      OS23002: '5 years',
      OS23003: '5 years',
      OS23004: '5 years',
      OS23005: '5 years',
      OS23006: '5 years',
      SX03248: '2 years',
      SX03249: '6 months',
      SX03250: '2 years',
      SX03251: '2 years',
      SX03252: '2 years',
      SX03253: null,
      SX03254: null,
      SX03255: null,
      PU86149: 'Fine',
      PU86150: 'Fine',
      PU86159: null,
      PU86160: null,
      CD98075: null,
      CJ01015: '6 months',
    });
  });

  test('starts taken from background are marked', () => {
    const unsure = offences.filter((one) => one.validFrom !== null && !one.validityVerified);
    expect(Object.fromEntries(unsure.map((one) => [one.cjsCode, one.validFrom]))).toEqual({
      PH97005: '2009-09-30',
      FL96001: '2007-07-01',
      FL96001A: '2007-07-01',
      CS10503: '2014-03-08',
      MC80530: '2014-03-08',
      SC15005: '2022-06-07',
      SC15006: '2022-06-07',
      CD98080: '2022-06-07',
    });
  });

  test('no day is claimed as verified where none is given', () => {
    for (const one of offences) if (!one.validFrom && !one.validTo) expect(one.validityVerified).toBe(false);
  });

  test('every entry names its source', () => {
    for (const { source } of [...offences, ...homeOfficeCodes]) expect(source).not.toBe('');
  });
});
