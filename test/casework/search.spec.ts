import { demoWorld } from '../../tools/demo/demo-world';
import {
  type Bundle,
  type Graph,
  aCase,
  aGraph,
  aRecordedCrime,
  aSuspect,
  aVictim,
  anIncident,
  idOf,
} from '../support';

const PEOPLE = `totalCount pageInfo { hasNextPage endCursor }
  edges { score matched { field how value } cursor node { id displayName dateOfBirth } }`;
const SUSPECTS = `query ($text: String, $filter: SuspectFilter, $first: Int = 20, $after: String) {
  found: suspects(text: $text, filter: $filter, first: $first, after: $after) { ${PEOPLE} } }`;
const VICTIMS = `query ($text: String, $first: Int = 20, $after: String) {
  found: victims(text: $text, first: $first, after: $after) { ${PEOPLE} } }`;
const CASES = `query ($text: String, $filter: CaseFilter, $first: Int = 20, $after: String) {
  found: cases(text: $text, filter: $filter, first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor }
    edges { score matched { field how value snippet } node { id urn } } } }`;

const named = (given: string | undefined, family: string, ...aliases: [string, string][]) => ({
  names: [
    { given, family, kind: 'LEGAL' },
    ...aliases.map(([alias, last]) => ({ given: alias, family: last, kind: 'ALIAS' })),
  ],
});

const SUSPECT_RECORDS = [
  aSuspect('stephen', { ...named('Stephen', 'Kershaw'), dateOfBirth: '1980-03-31' }),
  aSuspect('mohammed', { ...named('Mohammed', 'Rahman', ['Mo', 'Fastlane']), pncId: '2004/0123456X' }),
  aSuspect('zoe', { ...named('Zoë', 'Łukasiewicz-O’Brien'), dateOfBirth: '1991-12-01' }),
  aSuspect('catherine', {
    ...named('Catherine Jane', 'Whittle'),
    identifiers: [
      { scheme: 'PHONE', value: '07700 900123' },
      { scheme: 'EMAIL', value: 'kat.whittle@example.org' },
    ],
  }),
  aSuspect('alone', named(undefined, 'Madonna')),
  aSuspect('cyrillic', named('Иван', 'Петров')),
  aSuspect('gone', named('Withdrawn', 'Vanisher')),
];

describe('search', () => {
  let graph: Graph;
  const world = [...demoWorld({ suspects: 600 })] as object[] as Bundle[];
  beforeAll(async () => {
    graph = await aGraph();
    expect((await graph.import(world)).rejects).toEqual([]);
    await graph.import([
      ...SUSPECT_RECORDS,
      aVictim('V1', { ...named('Geoffrey', 'Thwaite'), dateOfBirth: '1975-05-06' }),
      aCase('17AB1234567/24', { suspects: ['stephen'], crimeReferences: ['CRI/2024-0099887'] }),
      aCase('17AB1234568/24', { suspects: ['mohammed'], force: '01' }),
      aRecordedCrime('06X/7766554/24', { case: '17AB1234568/24' }),
      anIncident('I1', {
        case: '17AB1234567/24',
        narrative: 'He left lilies and a harmonica on the doorstep <b>again</b>.',
      }),
      anIncident('I2', { case: '17AB1234568/24', narrative: 'A harmonica was heard outside all night.' }),
    ]);
    await graph.import([{ type: 'suspect', source: 'police:06', ref: 'gone', op: 'withdraw' }]);
  });
  afterAll(() => graph[Symbol.asyncDispose]());

  const ask = async (query: string, text: string, more: object = {}) => {
    const { data, errors } = await graph.query(query, { text, ...more });
    expect({ text, errors }).toEqual({ text, errors: undefined });
    return data.found;
  };
  const first = async (text: string, query = SUSPECTS) => (await ask(query, text)).edges[0];

  it.each([
    ['as it is', 'Stephen Kershaw', 'stephen', 'EXACT'],
    ['reordered', 'KERSHAW, Stephen', 'stephen', 'EXACT'],
    ['misspelt', 'Stehpen Kershwa', 'stephen', 'SPELLING'],
    ['as it sounds', 'Steven Kurshaw', 'stephen', 'SOUND'],
    ['as it sounds', 'Muhammad Rehmann', 'mohammed', 'SOUND'],
    ['as an alias', 'mo fastlane', 'mohammed', 'EXACT'],
    ['as a misspelt alias', 'mo fasltane', 'mohammed', 'SPELLING'],
    ['without accents', 'zoe lukasiewicz obrien', 'zoe', 'EXACT'],
    ['with other apostrophes', "Zoë Łukasiewicz-O'Brien", 'zoe', 'EXACT'],
    ['with part of it', 'catherine whittle', 'catherine', 'EXACT'],
    ['as it sounds, and more', 'Kathryn Whitel', 'catherine', 'SOUND'],
    ['with more than is held', 'Jane Madonna', 'alone', 'EXACT'],
    ['in another script', 'петров иван', 'cyrillic', 'EXACT'],
  ])('finds a name %s: %s', async (_how, text, ref, how) => {
    const { node, matched, score } = await first(text);
    expect(node.id).toBe(idOf('suspect', ref));
    expect(matched).toEqual([expect.objectContaining({ field: 'names', how })]);
    expect(score).toBeGreaterThan(0.5);
    expect(score).toBeLessThanOrEqual(1);
  });

  it('gives the whole name, exactly, the whole score, and shows which name it was', async () => {
    expect(await first('stephen kershaw')).toMatchObject({
      score: 1,
      matched: [{ field: 'names', how: 'EXACT', value: 'Stephen Kershaw' }],
    });
    expect((await first('mo fastlane')).matched[0].value).toBe('Mo Fastlane');
    const { edges } = await ask(SUSPECTS, 'Kershaw');
    expect(edges.map(({ score }: any) => score)).toEqual(
      edges.map(({ score }: any) => score).sort((a: any, b: any) => b - a),
    );
  });

  it.each([
    ['1980-03-31', 'stephen', [['dateOfBirth', 'DATE_OF_BIRTH']]],
    ['31/03/1980', 'stephen', [['dateOfBirth', 'DATE_OF_BIRTH']]],
    ['2004/0123456X', 'mohammed', [['pncId', 'PNC_ID']]],
    ['20040123456x', 'mohammed', [['pncId', 'PNC_ID']]],
    ['2004 / 0123456 X', 'mohammed', [['pncId', 'PNC_ID']]],
    ['KAT.WHITTLE@EXAMPLE.ORG', 'catherine', [['identifiers', 'IDENTIFIER']]],
    ['catherine +44 7700-900123', 'catherine', [['identifiers', 'IDENTIFIER'], ['names', 'EXACT']]], // prettier-ignore
    ['kershaw 31.3.1980', 'stephen', [['names', 'EXACT'], ['dateOfBirth', 'DATE_OF_BIRTH']]], // prettier-ignore
  ])('finds days and numbers however they are written: %s', async (text, ref, expected) => {
    const { node, matched } = await first(text);
    expect(node.id).toBe(idOf('suspect', ref));
    expect(matched.map(({ field, how }: any) => [field, how])).toEqual(expected);
  });

  it('finds each planted duplicate among the first five, by the name on the other record', async () => {
    const people = new Map(
      world.filter(({ type }) => type === 'suspect').map((r) => [`${r.source}/${r.ref}`, r as any]),
    );
    const place = (at: any, source: string) => (typeof at === 'string' ? `${source}/${at}` : `${at.source}/${at.ref}`);
    const pairs = world.filter(({ type, decision }) => type === 'identityLink' && decision === 'SAME');
    expect(pairs.length).toBeGreaterThan(10);
    const missed: unknown[] = [];
    for (const { a, b, source } of pairs as any[]) {
      const both = [people.get(place(a, source)), people.get(place(b, source))];
      for (const [one, other] of [both, both.toReversed()]) {
        const { given, family } = one.names[0];
        const { edges } = await ask(SUSPECTS, `${given} ${family}`, { first: 5 });
        const held = `${other.names[0].given} ${other.names[0].family}`;
        if (
          !edges.some(({ node }: any) => node.displayName === held && node.dateOfBirth === (other.dateOfBirth ?? null))
        )
          missed.push({ searched: `${given} ${family}`, held, found: edges.map(({ node }: any) => node.displayName) });
      }
    }
    expect(missed).toEqual([]);
  });

  it('narrows what it finds by the filter', async () => {
    expect((await ask(SUSPECTS, 'Stephen Kershaw', { filter: { forces: ['06'] } })).totalCount).toBeGreaterThan(0);
    const { edges } = await ask(SUSPECTS, 'Stephen Kershaw', {
      filter: { bornFrom: '1980-03-31', bornTo: '1980-03-31' },
    });
    expect(edges.map(({ node }: any) => node.id)).toEqual([idOf('suspect', 'stephen')]);
  });

  it('pages without gaps or repetitions, best first', async () => {
    for (const [query, text] of [
      [SUSPECTS, 'Steven'],
      [CASES, 'messages'],
    ] as const) {
      const whole = await ask(query, text, { first: 100 });
      const seen: any[] = [];
      let after: string | undefined;
      do {
        const page = await ask(query, text, { first: 3, after });
        expect(page.totalCount).toBe(whole.totalCount);
        seen.push(...page.edges);
        after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : undefined;
      } while (after && seen.length < 60);
      expect(seen.length).toBeGreaterThan(6);
      expect(seen.map(({ node }) => node.id)).toEqual(
        whole.edges.slice(0, seen.length).map(({ node }: any) => node.id),
      );
    }
    const { errors } = await graph.query(SUSPECTS, { text: 'Steven', after: 'nonsense' });
    expect(errors![0]!.extensions.code).toBe('INVALID_INPUT');
  });

  it('finds a name that changed by the new one and not the old, and nobody who was withdrawn', async () => {
    expect((await ask(SUSPECTS, 'Withdrawn Vanisher')).edges).toEqual([]);
    await graph.import([aSuspect('gone', named('Withdrawn', 'Vanisher'))]);
    expect((await first('Withdrawn Vanisher')).node.id).toBe(idOf('suspect', 'gone'));
    await graph.import([aSuspect('renamed', named('Ottoline', 'Quibbleworth'))]);
    expect((await first('Ottoline Quibbleworth')).node.id).toBe(idOf('suspect', 'renamed'));
    await graph.import([aSuspect('renamed', named('Ottoline', 'Fernsby'))]);
    expect((await ask(SUSPECTS, 'Quibbleworth')).edges).toEqual([]);
    expect((await first('Ottoline Fernsby')).node.id).toBe(idOf('suspect', 'renamed'));
  });

  it('takes records of any size', async () => {
    const letters = (length: number, seed: number) =>
      Array.from({ length }, (_none, n) => String.fromCodePoint(0x4e00 + ((n * n * 31 + seed * n) % 20_000))).join('');
    const names = Array.from({ length: 150 }, () => ({ given: 'Manifold', family: 'Alias', kind: 'ALIAS' }));
    const { rejects } = await graph.import([
      aSuspect('large', {
        names: [...names, { family: letters(5000, 7) }],
        identifiers: [{ scheme: 'OTHER', value: letters(5000, 1) }],
      }),
      aCase('large', { suspects: ['large'], crimeReferences: [letters(5000, 3)] }),
      anIncident('large', {
        case: 'large',
        narrative: `Marimba. ${Array.from({ length: 120_000 }, (_none, n) => `w${n}x`).join(' ')}`,
      }),
    ]);
    expect(rejects).toEqual([]);
    expect((await first('manifold alias')).node.id).toBe(idOf('suspect', 'large'));
    expect((await first(letters(250, 1))).node.id).toBe(idOf('suspect', 'large'));
    expect((await first('marimba', CASES)).node.urn).toBe('large');
  });

  it('finds victims, by name and day of birth alone', async () => {
    expect((await first('Jeffrey Thwaite', VICTIMS)).node.id).toBe(idOf('victim', 'V1'));
    expect((await first('06/05/1975', VICTIMS)).node.id).toBe(idOf('victim', 'V1'));
    const { data } = await graph.query(VICTIMS, {});
    expect(data.found.edges[0]).toMatchObject({ score: null, matched: null });
    expect(data.found.totalCount).toBeGreaterThan(600);
  });

  it.each([
    ['17AB1234567/24', 'urn', 'EXACT', 1],
    ['17 ab 1234567 24', 'urn', 'EXACT', 1],
    ['17AB1234567', 'urn', 'PREFIX', 0.9],
    ['cri-2024/0099887', 'crimeReferences', 'EXACT', 1],
  ])('finds a case by its references: %s', async (text, field, how, score) => {
    const edge = await first(text, CASES);
    expect(edge).toMatchObject({ score, node: { urn: '17AB1234567/24' } });
    expect(edge.matched).toEqual([expect.objectContaining({ field, how, snippet: null })]);
  });

  it('finds a case by a crime that was recorded in it', async () => {
    expect(await first('06X 7766554 24', CASES)).toMatchObject({
      score: 1,
      matched: [{ field: 'recordedCrimes.reference', value: '06X/7766554/24' }],
      node: { urn: '17AB1234568/24' },
    });
  });

  it('finds cases by what is told of them, and shows where', async () => {
    const { edges, totalCount } = await ask(CASES, 'harmonicas');
    expect(totalCount).toBe(2);
    const matched = edges.flatMap((edge: any) => edge.matched);
    expect(matched.map(({ how }: any) => how)).toEqual(['TEXT', 'TEXT']);
    expect(matched.map(({ snippet }: any) => snippet).join(' ')).toContain('«harmonica»');
    expect((await ask(CASES, '"left lilies" harmonica')).totalCount).toBe(1);
    expect((await ask(CASES, 'harmonica', { filter: { forces: ['01'] } })).totalCount).toBe(1);
    await graph.import([anIncident('I2', { case: '17AB1234568/24', narrative: 'An accordion.' })]);
    expect((await ask(CASES, 'harmonica')).totalCount).toBe(1);
    expect((await ask(CASES, 'accordion')).totalCount).toBe(1);
  });

  it.each([
    `'; DROP TABLE cases.suspect; --`,
    '%',
    '_',
    '%%%%',
    '\\',
    '"',
    '""" & | ! ( ) : *',
    '...',
    '😀',
    '😀😀😀😀',
    '<>',
    'x',
    '5',
    '31/02/1980',
    '$1 $2',
    'a'.repeat(300),
    'ab '.repeat(100),
    '\u202e\u0301',
  ])('answers %j cleanly', async (text) => {
    for (const query of [SUSPECTS, VICTIMS, CASES]) expect(await ask(query, text)).toHaveProperty('edges');
  });

  it('takes blank text for no text, and refuses what it cannot read', async () => {
    const { edges } = await ask(SUSPECTS, '  ', { first: 1 });
    expect(edges[0]).toMatchObject({ score: null, matched: null });
    for (const text of ['a'.repeat(301), 'Steven \u0000 Kaur']) {
      const { errors } = await graph.query(SUSPECTS, { text });
      expect(errors![0]!.extensions.code).toBe('INVALID_INPUT');
    }
  });

  it('takes one statement for each search', async () => {
    for (const [query, text] of [
      [SUSPECTS, 'Steven Kaur 1980-03-31 07700 900123'],
      [VICTIMS, 'Steven Kaur'],
      [CASES, 'messages'],
    ] as const) {
      const statements = await graph.countStatements(() => ask(query, text));
      expect([...statements.values()].flat()).toHaveLength(1);
    }
  });

  describe('work lists', () => {
    const LISTS = `{ workLists { id name count filter { forces families openedFrom domestic } cases(first: 2) { totalCount edges { node { urn } } } } }`;
    const save = (input: object) =>
      graph.query(
        `mutation ($input: SaveWorkListInput!) { saveWorkList(input: $input) { workList { id name count } } }`,
        {
          input,
        },
      );

    it('are saved, counted in one statement, changed and deleted', async () => {
      const forces = await save({
        requestId: 'w1',
        name: 'Ours',
        filter: { forces: ['06'], openedFrom: '2024-01-01' },
      });
      expect(forces.errors).toBeUndefined();
      await save({ requestId: 'w2', name: 'Domestic', filter: { domestic: true, families: ['STALKING'] } });
      await save({ requestId: 'w3', name: 'All', filter: {} });
      const { data, errors } = await graph.query(LISTS);
      expect(errors).toBeUndefined();
      expect(data.workLists.map(({ name }: any) => name)).toEqual(['All', 'Domestic', 'Ours']);
      expect(data.workLists[1].filter).toEqual({
        forces: null,
        families: ['STALKING'],
        openedFrom: null,
        domestic: true,
      });
      for (const { count, cases } of data.workLists) expect(count).toBe(cases.totalCount);
      expect(data.workLists[0].count).toBeGreaterThan(data.workLists[2].count);
      const statements = await graph.countStatements(() => graph.query('{ workLists { name count } }'));
      expect([...statements.values()].flat()).toHaveLength(2);

      const again = await save({ requestId: 'w4', name: 'Ours', filter: { forces: ['01'] } });
      expect(again.data.saveWorkList.workList.id).toBe(forces.data.saveWorkList.workList.id);
      const remove = (requestId: string) =>
        graph.query(`mutation ($input: DeleteWorkListInput!) { deleteWorkList(input: $input) { workList { name } } }`, {
          input: { requestId, id: forces.data.saveWorkList.workList.id },
        });
      expect((await remove('w5')).data.deleteWorkList.workList.name).toBe('Ours');
      expect((await remove('w5')).data.deleteWorkList.workList.name).toBe('Ours');
      expect((await remove('w6')).errors![0]!.extensions.code).toBe('NOT_FOUND');
      expect((await graph.query(LISTS)).data.workLists).toHaveLength(2);
    });

    it('are refused without a name', async () => {
      const { errors } = await save({ requestId: 'w9', name: ' ', filter: {} });
      expect(errors![0]!.extensions).toMatchObject({ code: 'INVALID_INPUT', fields: [{ field: 'name' }] });
    });
  });
});
