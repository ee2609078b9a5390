import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { convertPole } from './pole';
import { byRef, counted, counts, sampleFolder, walk } from './table-sample';

const NODES = {
  Crime: ':ID,date,id,type,last_outcome,note,charge,:LABEL',
  Person: ':ID,surname,nhs_no,name,age,:LABEL',
  Phone: ':ID,phoneNo,:LABEL',
  Email: ':ID,email_address,:LABEL',
  PhoneCall: ':ID,call_duration,call_time,call_date,call_type,:LABEL',
};
const LINKS = ['PARTY_TO', 'HAS_PHONE', 'HAS_EMAIL', 'CALLER', 'CALLED'];
const hex = (digit: string) => digit.repeat(64);

/** Invented rows by table; a table that is not named has a header only. */
function graph(rows: Record<string, string[]>): Record<string, string> {
  const file = (name: string, header: string) => [
    `crime-investigation.${name}.csv`,
    [header, ...(rows[name.split('.')[1] ?? ''] ?? [])].map((line) => `${line}\n`).join(''),
  ];
  return Object.fromEntries([
    ...Object.entries(NODES).map(([name, header]) => file(`nodes.${name}`, header)),
    ...LINKS.map((name) => file(`relationships.${name}`, ':START_ID,:END_ID,:TYPE')),
  ]) as Record<string, string>;
}

async function convert(rows: Record<string, string[]>, more: Record<string, string> = {}) {
  await using folder = await sampleFolder({ ...graph(rows), ...more });
  return await walk(await convertPole(folder.path));
}

const PEOPLE = {
  Person: ['1,Ashwood,123-45-6789,Robin,,Person', '2,Birchall,,Kim,41,Person', '3,Cedar,987-65-4321,Lee,,Person'],
  Phone: ['11,0-(111)111-1111,Phone', '12,0-(222)222-2222,Phone'],
  Email: ['21,robin@example.org,Email', '23,lee@example.org,Email'],
  HAS_PHONE: ['1,11,HAS_PHONE', '2,12,HAS_PHONE'],
  HAS_EMAIL: ['1,21,HAS_EMAIL', '3,23,HAS_EMAIL'],
};
const CONTACTS = {
  ...PEOPLE,
  PhoneCall: ['31,9,23:59,05/08/2017,CALL,PhoneCall', '32,1,00:32,04/08/2017,SMS,PhoneCall'],
  CALLER: ['31,11,CALLER', '32,11,CALLER'],
  CALLED: ['31,12,CALLED', '32,12,CALLED'],
};

describe('a POLE crime', () => {
  it('becomes a recorded crime with the words of its source and nothing inferred', async () => {
    const { records } = await convert({ Crime: [`51,24/08/2017,${hex('a')},Drugs,Local resolution,,,Crime`] });
    expect(records).toEqual([
      {
        type: 'recordedCrime',
        source: 'police:06',
        ref: hex('a'),
        reference: hex('a'),
        force: '06',
        recordedOn: '2017-08-24',
        crimeType: 'Drugs',
        outcome: 'Local resolution',
      },
    ]);
  });

  it('may have a day without its nought', async () => {
    const { records } = await convert({ Crime: [`51,4/08/2017,${hex('a')},Drugs,Local resolution,,,Crime`] });
    expect(records[0]).toMatchObject({ recordedOn: '2017-08-04' });
  });

  it('keeps a blank type as an empty string and names its :ID', async () => {
    const { records, summary } = await convert({ Crime: [`51,4/08/2017,${hex('a')},,Local resolution,,,Crime`] });
    expect(records[0]).toMatchObject({ crimeType: '' });
    expect(summary.noticed).toEqual([
      { what: 'blank crime type (kept as an empty string)', count: 1, examples: ['Crime 51'] },
    ]);
  });

  it('leaves its note and charge behind, with examples', async () => {
    const crime = (digit: string, rest: string) =>
      `5${digit},4/08/2017,${hex(digit)},Drugs,Local resolution,${rest},Crime`;
    const { summary } = await convert({
      Crime: [crime('1', 'seen,Theft'), crime('2', ',Theft'), crime('3', ',Arson')],
    });
    expect(summary.notImported).toMatchObject([
      { what: 'Crime.note', count: 1, examples: ['seen'] },
      { what: 'Crime.charge', count: 3, examples: ['Theft', 'Arson'] },
    ]);
  });

  it('that cannot be read is noticed with its line and does not stop the others', async () => {
    const file = 'crime-investigation.nodes.Crime.csv';
    const { records, summary } = await convert({
      Crime: [
        `51,31/02/2017,${hex('a')},Drugs,Local resolution,,,Crime`,
        `52,4/08/2017,${hex('b')},Drugs`,
        `53,4/08/2017,,Drugs,Local resolution,,,Crime`,
        `54,4/08/2017,${hex('d')},Drugs,Local resolution,,,Crime`,
      ],
      PARTY_TO: ['1,51,PARTY_TO'],
    });
    expect([...byRef(records, 'recordedCrime').keys()]).toEqual([hex('d')]);
    expect(byRef(records, 'case').size).toBe(0);
    expect(summary.read[file]).toBe(4);
    expect(summary.noticed).toContainEqual({
      what: 'unreadable row',
      count: 3,
      examples: [
        `${file} line 3: 4 columns instead of 8`,
        `${file} line 2: date "31/02/2017" is not a day as d/mm/yyyy`,
        `${file} line 4: id is blank`,
      ],
    });
    expect(counts(summary.noticed)).toMatchObject({ 'PARTY_TO a crime that has no readable row': 1 });
  });

  it('is read from a compressed file with its columns in another order', async () => {
    const files = graph({});
    delete files['crime-investigation.nodes.Crime.csv'];
    files['crime-investigation.nodes.Crime.csv.gz'] =
      `charge,:LABEL,id,type,last_outcome,note,:ID,date\n,Crime,${hex('a')},Robbery,Local resolution,,51,4/08/2017\n`;
    await using folder = await sampleFolder(files);
    const { records } = await walk(await convertPole(folder.path));
    expect(records[0]).toMatchObject({ ref: hex('a'), crimeType: 'Robbery', recordedOn: '2017-08-04' });
  });
});

describe('people who are party to a crime', () => {
  const rows = {
    ...PEOPLE,
    Crime: [`51,4/08/2017,${hex('a')},Drugs,Offender sent to prison,,,Crime`],
    PARTY_TO: ['1,51,PARTY_TO', '2,51,PARTY_TO'],
  };

  it('are suspects of one case, whose stage is not guessed from the outcome', async () => {
    const { records } = await convert(rows);
    expect(byRef(records, 'case').get('crime/51')).toEqual({
      type: 'case',
      source: 'police:06',
      ref: 'crime/51',
      urn: 'POLE/51',
      crimeReferences: [hex('a')],
      force: '06',
      area: 'NORTH_WEST',
      openedOn: '2017-08-04',
      stage: 'INVESTIGATION',
      suspects: ['person/1', 'person/2'],
      victims: [],
      relationship: 'UNKNOWN',
      domestic: false,
    });
    expect(byRef(records, 'recordedCrime').get(hex('a'))).toMatchObject({ case: 'crime/51' });
    expect(byRef(records, 'victim').size).toBe(0);
  });

  it('bring their name and identifiers', async () => {
    const { records, summary } = await convert(rows);
    expect(byRef(records, 'suspect').get('person/1')).toEqual({
      type: 'suspect',
      source: 'police:06',
      ref: 'person/1',
      names: [{ given: 'Robin', family: 'Ashwood', kind: 'LEGAL' }],
      identifiers: [
        { scheme: 'PHONE', value: '0-(111)111-1111' },
        { scheme: 'EMAIL', value: 'robin@example.org' },
        { scheme: 'POLE_NHS_NO', value: '123-45-6789' },
      ],
    });
    expect(summary.noticed).toEqual([
      {
        what: 'nhs_no that is not shaped like an NHS number (scheme POLE_NHS_NO)',
        count: 2,
        examples: ['Person 1', 'Person 3'],
      },
      { what: 'blank nhs_no', count: 1, examples: ['Person 2'] },
    ]);
  });

  it('leave behind what has no home, and people without a part stay out', async () => {
    const { records, summary } = await convert(rows);
    expect(byRef(records, 'suspect').has('person/3')).toBe(false);
    expect(counts(summary.notImported)).toEqual({
      'Person.age': 1,
      'Person without a part': 1,
      'identifiers of people without a part': 2,
    });
  });

  it('are noticed where they have no row', async () => {
    const { summary } = await convert({ ...rows, PARTY_TO: ['9,51,PARTY_TO'] });
    expect(summary.noticed).toContainEqual({
      what: 'person referred to that has no readable row',
      count: 1,
      examples: ['Person 9'],
    });
  });
});

describe('contacts between people', () => {
  it('are incidents in one case for each ordered pair, opened on the first of them', async () => {
    const { records } = await convert(CONTACTS);
    expect([...byRef(records, 'case').values()]).toEqual([
      {
        type: 'case',
        source: 'police:06',
        ref: 'contact/1/2',
        urn: 'POLE/C1-2',
        force: '06',
        area: 'NORTH_WEST',
        openedOn: '2017-08-04',
        stage: 'INVESTIGATION',
        suspects: ['person/1'],
        victims: ['person/2'],
        relationship: 'UNKNOWN',
        domestic: false,
      },
    ]);
    expect(byRef(records, 'incident').get('call/32')).toEqual({
      type: 'incident',
      source: 'police:06',
      ref: 'call/32',
      case: 'contact/1/2',
      suspect: 'person/1',
      victim: 'person/2',
      occurredFrom: '2017-08-04T00:32:00',
      behaviours: ['S2A_B'],
      channel: 'TEXT',
      basis: 'FACT',
      evidence: 'UNVERIFIED',
    });
    expect(byRef(records, 'incident').get('call/31')).toMatchObject({ channel: 'PHONE' });
    expect([...byRef(records, 'suspect').keys()]).toEqual(['person/1']);
    expect(byRef(records, 'victim').get('person/2')).toEqual({
      type: 'victim',
      source: 'police:06',
      ref: 'person/2',
      names: [{ given: 'Kim', family: 'Birchall', kind: 'LEGAL' }],
    });
  });

  it('in the other direction make another case', async () => {
    const { records } = await convert({
      ...CONTACTS,
      CALLER: ['31,11,CALLER', '32,12,CALLER'],
      CALLED: ['31,12,CALLED', '32,11,CALLED'],
    });
    expect([...byRef(records, 'case').keys()]).toEqual(['contact/1/2', 'contact/2/1']);
    expect([...byRef(records, 'victim').keys()]).toEqual(['person/1', 'person/2']);
  });

  it('count their duration and the identifiers of victims as not imported', async () => {
    const { summary } = await convert(CONTACTS);
    expect(counts(summary.notImported)).toMatchObject({
      'PhoneCall.call_duration': 2,
      'identifiers of people who are victims only': 1,
    });
  });

  it.each([
    ['belongs to several people', { HAS_PHONE: ['1,11,HAS_PHONE', '2,12,HAS_PHONE', '3,12,HAS_PHONE'] }],
    ['belongs to nobody', { HAS_PHONE: ['1,11,HAS_PHONE'] }],
  ])('are not guessed where a phone %s', async (reason, change) => {
    const { records, summary } = await convert({ ...CONTACTS, ...change });
    expect(byRef(records, 'incident').size).toBe(0);
    expect(byRef(records, 'case').size).toBe(0);
    expect(counts(summary.notImported)).toMatchObject({ 'PhoneCall between unclear people': 2 });
    expect(summary.noticed).toContainEqual({
      what: `PhoneCall whose phone ${reason}`,
      count: 2,
      examples: ['PhoneCall 31 CALLED Phone 12', 'PhoneCall 32 CALLED Phone 12'],
    });
  });

  it('are not guessed where a call has no end, two ends or one person at both', async () => {
    const { records, summary } = await convert({
      ...CONTACTS,
      PhoneCall: [...CONTACTS.PhoneCall, '33,1,00:32,04/08/2017,SMS,PhoneCall'],
      CALLER: ['31,11,CALLER', '31,12,CALLER', '33,11,CALLER'],
      CALLED: ['31,12,CALLED', '32,12,CALLED', '33,11,CALLED'],
    });
    expect(byRef(records, 'incident').size).toBe(0);
    expect(counts(summary.noticed)).toMatchObject({
      'PhoneCall with several CALLER phone': 1,
      'PhoneCall with no CALLER phone': 1,
    });
    expect(counts(summary.notImported)).toMatchObject({
      'PhoneCall between unclear people': 2,
      'PhoneCall with oneself': 1,
    });
  });

  it('keep the day alone where the time is blank, and no channel where the type is another', async () => {
    const { records, summary } = await convert({ ...CONTACTS, PhoneCall: ['31,9,,05/08/2017,FAX,PhoneCall'] });
    const incident = byRef(records, 'incident').get('call/31');
    expect(incident).toMatchObject({ occurredFrom: '2017-08-05' });
    expect(incident).not.toHaveProperty('channel');
    expect(counts(summary.noticed)).toMatchObject({
      'blank call_time (the day alone was kept)': 1,
      'call_type that is neither CALL nor SMS (no channel was set)': 1,
    });
  });

  it('that cannot be read are noticed with their line', async () => {
    const { records, summary } = await convert({ ...CONTACTS, PhoneCall: ['31,9,24:00,05/08/2017,CALL,PhoneCall'] });
    expect(byRef(records, 'incident').size).toBe(0);
    expect(summary.noticed).toContainEqual({
      what: 'unreadable row',
      count: 1,
      examples: ['crime-investigation.nodes.PhoneCall.csv line 2: "05/08/2017 24:00" is not dd/mm/yyyy hh:mm'],
    });
  });
});

describe('a POLE folder', () => {
  it('counts tables without a home, and tables that nobody knows', async () => {
    const { summary } = await convert(
      {},
      {
        'crime-investigation.relationships.KNOWS.csv': ':START_ID,:END_ID,:TYPE\n1,2,KNOWS\n2,3,KNOWS\n',
        'crime-investigation.nodes.Boat.csv.gz': ':ID,name,:LABEL\n1,Tern,Boat\n',
      },
    );
    expect(counts(summary.notImported)).toEqual({ 'relationships.KNOWS': 2, 'nodes.Boat': 1 });
    expect(summary.read).toMatchObject({ 'crime-investigation.nodes.Boat.csv.gz': 1 });
  });

  it('must have the tables that are imported, with their columns', async () => {
    const files = graph({});
    files['crime-investigation.nodes.Person.csv'] = ':ID,surname,nhs_no,name,:LABEL\n';
    await using narrow = await sampleFolder(files);
    await expect(convertPole(narrow.path)).rejects.toThrow(
      'crime-investigation.nodes.Person.csv: column age is missing from the header',
    );
    delete files['crime-investigation.nodes.Person.csv'];
    await using folder = await sampleFolder(files);
    await expect(convertPole(folder.path)).rejects.toThrow('missing file: crime-investigation.nodes.Person.csv');
  });
});

const data = path.resolve(__dirname, '../../../shared/data/pole');
const hasData = existsSync(data);
if (!hasData) console.info('skipped: the POLE test input is not beside this checkout');

(hasData ? describe : describe.skip)('the POLE test input', () => {
  const readme = hasData ? readFileSync(path.join(data, 'README.md'), 'utf8') : '';
  const converted = hasData ? convertPole(data).then(walk) : undefined;
  const result = async () => converted!;

  /** The first two columns of the README's table whose first heading starts so; counts have commas there. */
  function readmeTable(heading: string): Record<string, number> {
    const from =
      readme
        .slice(readme.indexOf(`\n| ${heading}`))
        .trimStart()
        .split('\n\n')[0] ?? '';
    const rows = from
      .split('\n')
      .slice(2)
      .filter((line) => line.startsWith('|'));
    return Object.fromEntries(
      rows.map((row) => row.split('|').map((cell) => cell.trim())).map((cells) => [cells[1], number(cells[2])]),
    );
  }
  const number = (text = '') => Number(text.replaceAll(',', ''));

  it('reads every row of every file that the README lists', async () => {
    const { summary } = await result();
    const sections = readme.split(/\n#+ /);
    const listed = sections
      .filter((section) => section.startsWith('Nodes') || section.startsWith('Relationships'))
      .flatMap((section) => [...section.matchAll(/^\| `([^`]+\.csv(?:\.gz)?)` \| ([\d,]+) \|/gm)])
      .map(([, file, rows]) => [`crime-investigation.${file}`, number(rows)]);
    expect(listed).toHaveLength(28);
    expect(summary.read).toEqual(Object.fromEntries(listed));
    expect(counts(summary.noticed)).not.toHaveProperty('unreadable row');
  });

  it('reproduces the totals of outcomes and types', async () => {
    const crimes = (await result()).records.filter((record) => record.type === 'recordedCrime');
    expect(crimes).toHaveLength(28_762);
    const outcomes = readmeTable('`last_outcome`');
    expect(Object.keys(outcomes)).toHaveLength(22);
    expect(counted(crimes.map((crime) => String(crime.outcome)))).toEqual(outcomes);
    const types = readmeTable('crime `type`');
    expect(Object.keys(types)).toHaveLength(14);
    expect(counted(crimes.map((crime) => String(crime.crimeType) || '(blank)'))).toEqual(types);
  });

  it('has every party-to link, contact and pair of people', async () => {
    const { records } = await result();
    const cases = [...byRef(records, 'case').values()];
    const ofCrimes = cases.filter((one) => one.ref.startsWith('crime/'));
    expect(ofCrimes.flatMap((one) => one.suspects)).toHaveLength(55);
    expect(new Set(ofCrimes.flatMap((one) => one.suspects)).size).toBe(29);
    expect(records.filter((record) => record.case !== undefined && record.type === 'recordedCrime')).toHaveLength(55);
    expect(cases).toHaveLength(55 + 236);
    const incidents = [...byRef(records, 'incident').values()];
    expect(counted(incidents.map((incident) => String(incident.channel)))).toEqual({ PHONE: 260, TEXT: 274 });
    expect(Math.max(...Object.values(counted(incidents.map((incident) => String(incident.case)))))).toBe(8);
  });

  it('refers to no record that is not there, and gives no ref twice', async () => {
    const { records } = await result();
    const keys = records.map((record) => `${record.type} ${record.ref}`);
    const known = new Set(keys);
    expect(known.size).toBe(keys.length);
    const references = records.flatMap((record) => [
      ...[record.suspects ?? [], record.suspect ?? []].flat().map((ref) => `suspect ${String(ref)}`),
      ...[record.victims ?? [], record.victim ?? []].flat().map((ref) => `victim ${String(ref)}`),
      ...[record.case ?? []].flat().map((ref) => `case ${String(ref)}`),
    ]);
    expect(references.filter((reference) => !known.has(reference))).toEqual([]);
  });

  it('reports the odd values that the README warns of', async () => {
    const { summary } = await result();
    expect(counts(summary.notImported)).toMatchObject({
      'Crime.charge': 11,
      'Crime.note': 1,
      'Person.age': 1,
      'PhoneCall.call_duration': 534,
      'relationships.KNOWS': 586,
    });
    expect(summary.notImported.find((entry) => entry.what === 'Crime.charge')?.examples).toHaveLength(4);
    const noticed = Object.fromEntries(summary.noticed.map(({ what, examples }) => [what, examples]));
    expect(noticed['blank crime type (kept as an empty string)']).toEqual(['Crime 52058']);
    expect(noticed['blank nhs_no']).toEqual(['Person 61533']);
  });
});
