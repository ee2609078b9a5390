import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { convertStanding } from './standing';
import { byRef, counted, counts, sampleFolder, walk } from './table-sample';

const HO_HEADER =
  'hoCode,category,subCategory,parentGroup,categoryDescription,subCategoryDescription,actuarialCategory\n';
const MAX_HEADER = 'cjsCode,years,months,weeks,days,life\n';

/** Invented tables; those that are not named are empty. JSON tables are given as rows. */
function tables(given: Record<string, unknown[] | string>): Record<string, string> {
  const names = ['verdict', 'plea-status', 'remand-status', 'mode-of-trial-reason', 'court-type', 'offence-category'];
  const empty = Object.fromEntries([...names, 'forces'].map((name) => [`${name}.json`, [] as unknown[]]));
  const all: Record<string, unknown[] | string> = {
    ...empty,
    'cjs-offences.json.gz': [],
    'result-code.json.gz': [],
    'ho-codes.csv': HO_HEADER,
    'max-periods.csv': MAX_HEADER,
    ...given,
  };
  return Object.fromEntries(
    Object.entries(all).map(([name, table]) => [name, typeof table === 'string' ? table : JSON.stringify(table)]),
  );
}

async function convert(given: Record<string, unknown[] | string>) {
  await using folder = await sampleFolder(tables(given));
  return await walk(await convertStanding(folder.path));
}

const offence = (cjsCode: string, recordableOnPnc: unknown = true) => ({
  cjsCode,
  offenceCategory: 'CE',
  offenceTitle: `Title of ${cjsCode}`,
  recordableOnPnc,
});

describe('standing offences', () => {
  it('are joined with their maximum, in words', async () => {
    const { records } = await convert({
      'cjs-offences.json.gz': ['ZZ1', 'ZZ2', 'ZZ3', 'ZZ4', 'ZZ5', 'ZZ6', 'ZZ7'].map((code) => offence(code)),
      'max-periods.csv': `${MAX_HEADER}ZZ1,10,,,,\nZZ2,,6,,,\nZZ3,,,51,,\nZZ4,,,,14,\nZZ5,,,,,true\nZZ6,1,,,,\n`,
    });
    expect(records[0]).toEqual({
      type: 'standingOffence',
      source: 'standing',
      ref: 'ZZ1',
      cjsCode: 'ZZ1',
      title: 'Title of ZZ1',
      category: 'CE',
      recordableOnPnc: true,
      maximum: '10 years',
    });
    const maxima = records.map((record) => record.maximum);
    expect(maxima).toEqual(['10 years', '6 months', '51 weeks', '14 days', 'life', '1 year', undefined]);
    expect(records[6]).not.toHaveProperty('maximum');
  });

  it('include a retired code that only has a maximum', async () => {
    const { records, summary } = await convert({ 'max-periods.csv': `${MAX_HEADER}ZZ9,5,,,,\n` });
    expect(records).toEqual([
      { type: 'standingOffence', source: 'standing', ref: 'ZZ9', cjsCode: 'ZZ9', maximum: '5 years' },
    ]);
    expect(counts(summary.noticed)).toEqual({
      'maximum without an offence row (a retired code, kept without title)': 1,
    });
  });

  it('say whether they are recordable only where the source says it', async () => {
    const { records, summary } = await convert({
      'cjs-offences.json.gz': [true, false, '', 'true', 'false', 'Y'].map((value, index) =>
        offence(`ZZ${index}`, value),
      ),
    });
    expect(records.map((record) => record.recordableOnPnc)).toEqual([true, false, undefined, true, false, undefined]);
    expect(records[2]).not.toHaveProperty('recordableOnPnc');
    expect(summary.noticed).toContainEqual({
      what: 'recordableOnPnc that is neither true nor false (left out)',
      count: 1,
      examples: ['cjs-offences.json.gz row 6: "Y"'],
    });
  });

  it('pass over rows that cannot be read or come twice', async () => {
    const { records, summary } = await convert({
      'cjs-offences.json.gz': [
        offence('ZZ1'),
        { ...offence('ZZ2'), offenceTitle: 7 },
        null,
        offence(''),
        offence('ZZ1'),
      ],
      'max-periods.csv': `${MAX_HEADER}ZZ1,1,2,,,\nZZ1,x,,,,\nZZ1,,,,,no\nZZ1,5,,,\nZZ1,5,,,,\n`,
    });
    expect(records.map((record) => [record.ref, record.maximum])).toEqual([['ZZ1', '5 years']]);
    expect(summary.noticed).toEqual([
      {
        what: 'unreadable row',
        count: 7,
        examples: expect.arrayContaining([
          'cjs-offences.json.gz row 2: offenceTitle is not text',
          'cjs-offences.json.gz row 3: it is not an object',
          'cjs-offences.json.gz row 4: the code is blank',
          'max-periods.csv line 2: it has not exactly one period',
          'max-periods.csv line 5: 5 columns instead of 6',
        ]),
      },
      {
        what: 'repeated code (the first was kept)',
        count: 1,
        examples: ['cjs-offences.json.gz row 5: ZZ1'],
      },
    ]);
  });
});

describe('other standing tables', () => {
  it('give Home Office codes with the titles of both levels', async () => {
    const { records, summary } = await convert({
      'ho-codes.csv': `${HO_HEADER}900/1,900,1,Some group,Some category,"Some offence, of a kind",UNKNOWN\n`,
    });
    expect(records).toEqual([
      {
        type: 'standingHomeOfficeCode',
        source: 'standing',
        ref: '900/1',
        code: '900/1',
        category: '900',
        subCategory: '1',
        parentGroup: 'Some group',
        title: 'Some offence, of a kind',
        categoryTitle: 'Some category',
      },
    ]);
    expect(counts(summary.notImported)).toEqual({ 'ho-codes actuarialCategory': 1 });
  });

  it('give forces, and notice a name that stands twice', async () => {
    const { records, summary } = await convert({
      'forces.json': [
        { code: 'Z1', name: 'Somewhere' },
        { code: 'Z2', name: 'Somewhere' },
      ],
    });
    expect(records[0]).toEqual({ type: 'standingForce', source: 'standing', ref: 'Z1', code: 'Z1', name: 'Somewhere' });
    expect(records).toHaveLength(2);
    expect(summary.noticed).toEqual([
      { what: 'force name under more than one code', count: 1, examples: ['Somewhere: Z1, Z2'] },
    ]);
  });

  it('give result codes with tidy qualifiers and no blank kind', async () => {
    const result = { description: 'Some result', recordableOnPnc: '', resultHalfLifeHours: '72' };
    const { records, summary } = await convert({
      'result-code.json.gz': [
        { ...result, cjsCode: '9001', resultCodeQualifiers: 'A, B ,,C,', type: 'F' },
        { ...result, cjsCode: '9002', resultCodeQualifiers: '', type: '' },
      ],
    });
    const common = { type: 'standingResultCode', source: 'standing', title: 'Some result' };
    expect(records).toEqual([
      { ...common, ref: '9001', code: '9001', kind: 'F', qualifiers: ['A', 'B', 'C'] },
      { ...common, ref: '9002', code: '9002', qualifiers: [] },
    ]);
    expect(counts(summary.notImported)).toEqual({ 'result-code resultHalfLifeHours': 2 });
  });

  it('key small tables by spiCode, as their own code may be repeated or blank', async () => {
    const { records, summary } = await convert({
      'plea-status.json': [
        { cjsCode: 'Q', description: 'Quiet', pncCode: 'QUIET', spiCode: '1' },
        { cjsCode: 'Q', description: 'Quiet', pncCode: 'QUIET', spiCode: '6' },
      ],
      'verdict.json': [{ cjsCode: '', description: 'Odd', pncCode: '', spiCode: 'O' }],
      'court-type.json': [{ cjsCode: 'XX', description: 'Some court' }],
    });
    expect(records).toEqual([
      { ...code('VERDICT', 'O'), code: '', spiCode: 'O', title: 'Odd' },
      { ...code('PLEA', '1'), code: 'Q', spiCode: '1', pncCode: 'QUIET', title: 'Quiet' },
      { ...code('PLEA', '6'), code: 'Q', spiCode: '6', pncCode: 'QUIET', title: 'Quiet' },
      { ...code('COURT_TYPE', 'XX'), code: 'XX', title: 'Some court' },
    ]);
    expect(counts(summary.noticed)).toEqual({ 'blank cjsCode (kept, the ref is its spiCode)': 1 });
  });

  it('must all be there, and be what they should be', async () => {
    const files = tables({ 'forces.json': '{}' });
    await using broken = await sampleFolder(files);
    await expect(convertStanding(broken.path).then(walk)).rejects.toThrow('forces.json: the file is not a JSON array');
    delete files['forces.json'];
    await using folder = await sampleFolder(files);
    await expect(convertStanding(folder.path)).rejects.toThrow('missing file: forces.json');
  });
});

function code(table: string, key: string) {
  return { type: 'standingCode', source: 'standing', ref: `${table}/${key}`, table };
}

const data = path.resolve(__dirname, '../../../shared/data/standing');
const hasData = existsSync(data);
if (!hasData) console.info('skipped: the standing data is not beside this checkout');

(hasData ? describe : describe.skip)('the standing data', () => {
  const readme = hasData ? readFileSync(path.join(data, 'README.md'), 'utf8') : '';
  const converted = hasData ? convertStanding(data).then(walk) : undefined;
  const result = async () => converted!;
  const number = (text = '') => Number(text.replaceAll(',', ''));

  it('reads every row that the README lists', async () => {
    const { summary } = await result();
    const listed = [...readme.matchAll(/^\| `([^`]+\.(?:csv|json)(?:\.gz)?)` \| ([\d,]+) \|/gm)];
    expect(listed).toHaveLength(11);
    expect(summary.read).toEqual(Object.fromEntries(listed.map(([, file, rows]) => [file, number(rows)])));
    expect(counts(summary.noticed)).not.toHaveProperty('unreadable row');
    expect(counts(summary.noticed)).not.toHaveProperty('repeated code (the first was kept)');
  });

  it('gives a record for each, and for the retired codes', async () => {
    const { records } = await result();
    const { standingCode, ...rest } = counted(records.map((record) => record.type));
    expect(rest).toEqual({
      standingOffence: 15_352 + 1_631,
      standingHomeOfficeCode: 3_039,
      standingForce: 84,
      standingResultCode: 898,
    });
    expect(standingCode).toBe(5 + 8 + 7 + 9 + 8 + 24);
    expect(new Set(records.map((record) => `${record.type} ${record.ref}`)).size).toBe(records.length);
    const offences = [...byRef(records, 'standingOffence').values()];
    expect(offences.filter((one) => one.title === undefined)).toHaveLength(1_631);
    expect(offences.filter((one) => one.maximum === undefined)).toHaveLength(9_714);
    expect(offences.filter((one) => one.recordableOnPnc === true)).toHaveLength(7_125);
  });

  it('has the categories of offences and the kinds of results as the README counts them', async () => {
    const { records } = await result();
    const countsAfter = (label: string) =>
      Object.fromEntries(
        [...(readme.split(label)[1]?.split('Sum')[0] ?? '').matchAll(/([A-Za-z]+) ([\d,]+)(?= ·|\. )/g)].map(
          ([, name, count]) => [name, number(count)],
        ),
      );
    const titled = [...byRef(records, 'standingOffence').values()].filter((one) => one.title !== undefined);
    expect(counted(titled.map((one) => String(one.category)))).toEqual(
      countsAfter('by `offenceCategory` (10 of the 24 categories occur):'),
    );
    const results = [...byRef(records, 'standingResultCode').values()];
    expect(counted(results.map((one) => String(one.kind ?? 'blank')))).toEqual(countsAfter('by `type`:'));
  });

  it.each([
    ['PH97004', 'CS', '6 months'],
    ['PH97007', undefined, '5 years'],
    ['PH97010', 'CE', '10 years'],
    ['CD71039', 'CE', '3 months'],
    ['COML030', 'CI', 'life'],
    ['DA21001', expect.any(String), undefined],
  ])('has %s in category %s with a maximum of %s', async (cjsCode, category, maximum) => {
    const one = byRef((await result()).records, 'standingOffence').get(cjsCode);
    expect([one?.category, one?.maximum]).toEqual([category, maximum]);
  });
});
