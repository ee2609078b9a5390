import { ALL_RIGHTS } from '@throughline/access';
import { type Bundle, type Graph, aCase, aGraph, aSuspect, aVictim, idOf } from '../support';

const DUPLICATES = `possibleDuplicates { score because suspect { id ref } }`;
const LINK = `id recordVersion decision decidedBy reason withdrawnAt a { ref } b { ref }
  history { edges { node { action reason version } } }`;

let requests = 0;
const requestId = () => `identity-${++requests}`;

const named = (given: string, family: string, ...aliases: [string, string][]) => ({
  names: [
    { given, family, kind: 'LEGAL' },
    ...aliases.map(([alias, last]) => ({ given: alias, family: last, kind: 'ALIAS' })),
  ],
});
const phone = (value: string) => ({ identifiers: [{ scheme: 'PHONE', value }] });
const suspectId = (ref: string) => idOf('suspect', ref);
const link = (a: string, b: string, decision: string): Bundle => ({
  type: 'identityLink',
  source: 'police:06',
  ref: `${a}-${b}`,
  a,
  b,
  decision,
  decidedBy: 'Records bureau',
  reason: 'Fingerprints.',
});

async function aWorld(records: Bundle[]): Promise<Graph> {
  const graph = await aGraph();
  const { rejects } = await graph.import(records);
  expect(rejects).toEqual([]);
  return graph;
}

async function duplicatesOf(graph: Graph, ref: string): Promise<{ score: number; because: string[]; ref: string }[]> {
  const query = `query ($id: ID!) { suspect(id: $id) { ${DUPLICATES} } }`;
  const { data, errors } = await graph.query(query, { id: suspectId(ref) });
  expect(errors).toBeUndefined();
  return data.suspect.possibleDuplicates.map((one: any) => ({ ...one, ref: one.suspect.ref }));
}
const refs = (found: { ref: string }[]) => found.map(({ ref }) => ref);

describe('possible duplicates', () => {
  let graph: Graph;
  beforeAll(async () => {
    graph = await aWorld([
      aVictim('V1'),
      aSuspect('asked', {
        ...named('Stephen', 'Kershaw', ['Steve', 'Blackmore']),
        dateOfBirth: '1980-03-07',
        sex: 'MALE',
        pncId: '04/12345X',
        identifiers: [
          { scheme: 'PHONE', value: '07700 900123' },
          { scheme: 'EMAIL', value: 'sk@example.org' },
        ],
      }),
      aCase('C1', { suspects: ['asked', 'same-force'] }),
      aCase('C2', { suspects: ['misspelt', 'unborn'], force: '01', area: 'LONDON_NORTH' }),
      aSuspect('misspelt', { ...named('Stehpen', 'Kershaw'), dateOfBirth: '1980-03-07' }),
      aSuspect('same-force', { ...named('Stephen', 'Kershaw'), dateOfBirth: '1980-03-07', sex: 'F' }),
      aSuspect('swapped', { ...named('Kershaw', 'Stephen'), dateOfBirth: '1980-07-03' }),
      aSuspect('pnc', { ...named('Quentin', 'Underhill'), dateOfBirth: '1961-01-01', pncId: '2004/0012345X' }),
      aSuspect('pnc-again', { ...named('Quentin', 'Fairweather'), pncId: '04/12345x' }),
      aSuspect('number', {
        ...named('Priscilla', 'Oakes'),
        identifiers: [{ scheme: 'MOBILE', value: '+44 7700-900123' }],
      }),
      aSuspect('alias', { ...named('Steven', 'Blackmoor'), dateOfBirth: '1980-03-08' }),
      aSuspect('namesake', { ...named('Stephen', 'Kershaw'), dateOfBirth: '1955-11-30' }),
      aSuspect('nobody', { ...named('Wilhelmina', 'Zetterstrom'), dateOfBirth: '1990-01-01' }),
      aSuspect('withdrawn', { ...named('Stephen', 'Kershaw'), dateOfBirth: '1980-03-07' }),
      aSuspect('unborn', named('Ottoline', 'Quibbleworth')),
      aSuspect('unborn-too', named('Quibbleworth', 'Ottoline')),
      aSuspect('nickname', { ...named('Bill', 'Arkwright'), dateOfBirth: '1971-08-09' }),
      aSuspect('nicknamed', { ...named('William', 'Arkwright'), dateOfBirth: '1971-08-09' }),
    ]);
    await graph.import([{ type: 'suspect', source: 'police:06', ref: 'withdrawn', op: 'withdraw' }]);
  });
  afterAll(() => graph[Symbol.asyncDispose]());

  it('are five at most, the likeliest first, none of them itself, withdrawn or a mere namesake', async () => {
    const found = await duplicatesOf(graph, 'asked');
    expect(refs(found)).toEqual(['pnc-again', 'misspelt', 'same-force', 'number', 'swapped']);
    const scores = found.map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(Math.max(...scores)).toBeLessThan(1);
    expect(Math.min(...scores)).toBeGreaterThan(0);
  });

  it('say in sentences what agrees and how, and what speaks against it', async () => {
    const because = new Map((await duplicatesOf(graph, 'asked')).map((one) => [one.ref, one.because]));
    expect(because.get('misspelt')).toEqual([
      expect.stringMatching(/^Names spelt nearly alike: Stephen Kershaw and Stehpen Kershaw\. \d other records? /),
      'Born on the same day, 1980-03-07.',
      'Known to different forces: Greater Manchester; Metropolitan Police.',
    ]);
    expect(because.get('same-force')).toEqual([
      expect.stringContaining('The same name: Stephen Kershaw.'),
      'Born on the same day, 1980-03-07.',
      'Both are known to Greater Manchester.',
      'The sexes differ: MALE and F.',
    ]);
    expect(because.get('swapped')).toContain('Day and month of birth changed places: 1980-03-07 and 1980-07-03.');
    expect(because.get('pnc-again')).toEqual([
      'The same PNC id: 04/12345X.',
      'The names differ: Stephen Kershaw and Quentin Fairweather.',
      'Of one of them the date of birth is not known.',
    ]);
    expect(because.get('number')![0]).toBe('PHONE here and MOBILE there are the same: 07700 900123.');
  });

  it('are found by an alias, by a date of birth that is a slip off, by a name alone, and by a nickname and the day', async () => {
    expect(await duplicatesOf(graph, 'alias')).toEqual([
      expect.objectContaining({
        ref: 'asked',
        because: expect.arrayContaining([
          expect.stringMatching(/^Names (spelt nearly|that sound) alike: Steven Blackmoor and Steve Blackmore/),
          'Dates of birth that differ only in the day: 1980-03-08 and 1980-03-07.',
        ]),
      }),
    ]);
    expect(await duplicatesOf(graph, 'unborn')).toEqual([
      expect.objectContaining({
        ref: 'unborn-too',
        because: expect.arrayContaining(['The dates of birth are not known.']),
      }),
    ]);
    expect(await duplicatesOf(graph, 'nicknamed')).toEqual([
      expect.objectContaining({
        ref: 'nickname',
        because: expect.arrayContaining([expect.stringContaining('A word of a name in common: ')]),
      }),
    ]);
    expect(await duplicatesOf(graph, 'nobody')).toEqual([]);
  });

  it('are found from both sides', async () => {
    for (const ref of ['misspelt', 'swapped', 'pnc-again', 'number', 'same-force'])
      expect({ ref, found: refs(await duplicatesOf(graph, ref)) }).toEqual({
        ref,
        found: expect.arrayContaining(['asked']),
      });
  });

  it('take two statements more for a page than for none, however many it has', async () => {
    const list = (fields: string, first: number) =>
      graph.countStatements(() => graph.query(`{ suspects(first: ${first}) { edges { node { id ${fields} } } } }`));
    const count = async (statements: Promise<Map<string, string[]>>) => (await statements).get('cases')!.length;
    const none = await count(list('', 100));
    expect(await count(list(DUPLICATES, 100))).toBe(none + 2);
    expect(await count(list(DUPLICATES, 2))).toBe(none + 2);
  });

  it('are the same for a page as for each of its records, and stay in their order', async () => {
    const query = `{ suspects(first: 100) { edges { node { ref ${DUPLICATES} } } } }`;
    const { data } = await graph.query(query);
    for (const { node } of data.suspects.edges)
      expect(node.possibleDuplicates.map(({ suspect }: any) => suspect.ref)).toEqual(refs(await duplicatesOf(graph, node.ref))); // prettier-ignore
    expect((await graph.query(query)).data).toEqual(data);
  });

  it('say less the more have a number, and nothing where everybody has it', async () => {
    const holders = (many: number, value: string) =>
      Array.from({ length: many }, (_none, n) =>
        aSuspect(`${many}-${n}`, {
          names: [{ family: `Nameless${'abcdefghij'[n % 10]!.repeat(1 + n / 10)}` }],
          ...phone(value),
        }),
      );
    await using busy = await aWorld([
      ...holders(2, '07700 900001'),
      ...holders(5, '07700 900002'),
      ...holders(120, '0000000000'),
    ]);
    const [two, five, many] = [
      await duplicatesOf(busy, '2-1'),
      await duplicatesOf(busy, '5-1'),
      await duplicatesOf(busy, '120-1'),
    ];
    expect(two[0]!.score).toBeGreaterThan(five[0]!.score);
    expect(five[0]!.because[0]).toBe('The same PHONE: 07700 900002. 3 other records have it too.');
    expect(many.flatMap(({ because }) => because).join()).not.toContain('PHONE');
  });

  it('leave out everybody about whom a decision says, directly or not, that they are or are not the same', async () => {
    const twin = (ref: string) => aSuspect(ref, { ...named('Barnaby', 'Thistlewood'), dateOfBirth: '1970-05-05' });
    await using decided = await aWorld([
      ...['a', 'b', 'c', 'd', 'e', 'f'].map(twin),
      link('b', 'a', 'SAME'),
      link('b', 'c', 'SAME'),
      link('d', 'c', 'DIFFERENT'),
      link('e', 'd', 'SAME'),
    ]);
    expect(refs(await duplicatesOf(decided, 'a'))).toEqual(['f']);
    expect(refs(await duplicatesOf(decided, 'd'))).toEqual(['f']);
    expect(refs(await duplicatesOf(decided, 'f')).sort()).toEqual(['a', 'b', 'c', 'd', 'e']);
  });
});

describe('decisions about identity', () => {
  let graph: Graph;
  beforeEach(async () => {
    graph = await aWorld(
      ['S1', 'S2', 'S3', 'S4'].map((ref) =>
        aSuspect(ref, { ...named('Jocasta', 'Merriweather'), dateOfBirth: '1969-02-03' }),
      ),
    );
  });
  afterEach(() => graph[Symbol.asyncDispose]());

  const decide = (a: string, b: string, decision = 'SAME', more: object = {}) =>
    graph.query(`mutation ($input: LinkSuspectsInput!) { linkSuspects(input: $input) { identityLink { ${LINK} } } }`, {
      input: { requestId: requestId(), a: suspectId(a), b: suspectId(b), decision, reason: 'Same face.', ...more },
    });
  const unlink = (id: string, more: object = {}) =>
    graph.query(
      `mutation ($input: UnlinkSuspectsInput!) { unlinkSuspects(input: $input) { identityLink { ${LINK} } } }`,
      {
        input: { requestId: requestId(), id, reason: 'Another face.', ...more },
      },
    );
  const linksOf = async (ref: string, args = '') => {
    const { data } = await graph.query(`query ($id: ID!) { suspect(id: $id) { identityLinks${args} { ${LINK} } } }`, {
      id: suspectId(ref),
    });
    return data.suspect.identityLinks;
  };
  const done = async (answer: ReturnType<typeof decide>, mutation = 'linkSuspects') => {
    const { data, errors } = await answer;
    expect(errors).toBeUndefined();
    return data[mutation].identityLink;
  };
  /** Whom the behaviour rules take for one person. */
  const joined = async (ref: string) => {
    const cases = graph.subgraphs.find(({ name }) => name === 'cases')!;
    const query = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Suspect { linkedIds } } }`;
    const of = [{ __typename: 'Suspect', id: suspectId(ref) }];
    const { data } = await cases.execute({ query, variables: { of } }, { actor: 'test', rights: ALL_RIGHTS });
    return (data as any)._entities[0].linkedIds;
  };
  const ids = (...all: string[]) => all.map(suspectId).sort();

  it('are recorded with who decided and why, take effect at once, and stand in the history', async () => {
    const made = await done(decide('S1', 'S2'));
    expect(made).toMatchObject({
      decision: 'SAME',
      reason: 'Same face.',
      recordVersion: 1,
      withdrawnAt: null,
      a: { ref: 'S1' },
      b: { ref: 'S2' },
    });
    expect(graph.door.key).toContain(`_${made.decidedBy}_`);
    expect(await linksOf('S2')).toEqual([made]);
    expect(made.history.edges).toEqual([{ node: { action: 'LINK', reason: 'Same face.', version: 1 } }]);
    expect(await joined('S2')).toEqual(ids('S1', 'S2'));
    expect(refs(await duplicatesOf(graph, 'S1')).sort()).toEqual(['S3', 'S4']);
  });

  it('are withdrawn and kept: what was answered before is answered again', async () => {
    const state = async () => ({
      joined: await Promise.all(['S1', 'S2', 'S3'].map(joined)),
      found: await Promise.all(['S1', 'S2', 'S3'].map((ref) => duplicatesOf(graph, ref))),
      links: await Promise.all(['S1', 'S2', 'S3'].map((ref) => linksOf(ref))),
    });
    const before = await state();
    for (const decision of ['SAME', 'DIFFERENT', 'SAME']) {
      const { id } = await done(decide('S1', 'S2', decision));
      expect(await state()).not.toEqual(before);
      const withdrawn = await done(unlink(id, { expectedVersion: 1 }), 'unlinkSuspects');
      expect(withdrawn).toMatchObject({ id, decision, recordVersion: 2, withdrawnAt: expect.any(String) });
      expect(await state()).toEqual(before);
    }
    const all = await linksOf('S2', '(withdrawn: true)');
    expect(all.map(({ decision }: any) => decision)).toEqual(['SAME', 'DIFFERENT', 'SAME']);
    for (const { history } of all)
      expect(history.edges.map(({ node }: any) => [node.action, node.reason])).toEqual([
        ['UNLINK', 'Another face.'],
        ['LINK', 'Same face.'],
      ]);
  });

  it('tell whoever follows the changes which two they concern, when made and when withdrawn', async () => {
    const cases = graph.subgraphs.find(({ name }) => name === 'cases')!;
    const { id } = await done(decide('S1', 'S2'));
    await unlink(id);
    const notices = (await cases.changes(null)).filter(({ type }) => type === 'identityLink');
    expect(notices.map(({ action, suspects }) => [action, suspects])).toEqual([
      ['LINK', ids('S1', 'S2')],
      ['UNLINK', ids('S1', 'S2')],
    ]);
  });

  it('answer a request that is sent again with the first answer', async () => {
    const request = { requestId: requestId() };
    const first = await done(decide('S1', 'S2', 'SAME', request));
    expect(await done(decide('S1', 'S2', 'SAME', request))).toEqual(first);
    const other = await decide('S1', 'S3', 'SAME', request);
    expect(other.errors![0]!.extensions).toMatchObject({ code: 'CONFLICT', field: 'requestId' });
    expect(await linksOf('S1')).toHaveLength(1);
  });

  it('can be tried without being made or withdrawn', async () => {
    expect(await done(decide('S1', 'S2', 'SAME', { validateOnly: true }))).toMatchObject({ decision: 'SAME' });
    expect(await linksOf('S1')).toEqual([]);
    const { id } = await done(decide('S1', 'S2'));
    await done(unlink(id, { validateOnly: true }), 'unlinkSuspects');
    expect(await linksOf('S1')).toHaveLength(1);
  });

  it('are refused where they make no sense, with the decision that they contradict', async () => {
    const refusal = async (answer: ReturnType<typeof decide>) => {
      const { errors } = await answer;
      expect(errors![0]!.extensions.code).toBe('RULE_REFUSED');
      return errors![0]!.extensions as unknown as { because: string[]; allowed: string[] };
    };
    expect((await refusal(decide('S1', 'S1'))).allowed).toEqual([]);
    const first = await done(decide('S1', 'S2'));
    const again = await refusal(decide('S2', 'S1'));
    expect(again).toMatchObject({ because: [expect.stringContaining(first.id)], allowed: ['UNLINK'] });
    const second = await done(decide('S3', 'S4'));
    const different = await done(decide('S2', 'S3', 'DIFFERENT'));
    expect((await refusal(decide('S4', 'S1'))).because).toEqual([expect.stringContaining(different.id)]);
    await done(unlink(different.id), 'unlinkSuspects');
    const bridge = await done(decide('S4', 'S1'));
    const parting = await refusal(decide('S2', 'S3', 'DIFFERENT'));
    for (const { id } of [first, second, bridge]) expect(parting.because.join()).toContain(id);
    expect(await joined('S2')).toEqual(ids('S1', 'S2', 'S3', 'S4'));
  });

  it('are made one at a time: of two that contradict each other only one stands', async () => {
    for (let round = 0; round < 5; round++) {
      const both = await Promise.all([decide('S1', 'S2', 'SAME'), decide('S2', 'S1', 'DIFFERENT')]);
      expect(both.map(({ errors }) => errors?.[0]?.extensions.code ?? 'made').sort()).toEqual(['RULE_REFUSED', 'made']);
      const [standing] = await linksOf('S1');
      await done(unlink(standing.id), 'unlinkSuspects');
    }
  });

  it('are CONFLICT where a record, or the decision itself, has changed since', async () => {
    await graph.import([aSuspect('S2', { ...named('Jocasta', 'Merriweather'), dateOfBirth: '1969-02-04' })]);
    const { errors } = await decide('S1', 'S2', 'SAME', { expectedVersionOfA: 1, expectedVersionOfB: 1 });
    expect(errors![0]!.extensions).toMatchObject({
      code: 'CONFLICT',
      currentVersion: 2,
      differs: [{ field: 'dateOfBirth', before: '1969-02-03', after: '1969-02-04' }],
    });
    const { id } = await done(decide('S1', 'S2', 'SAME', { expectedVersionOfB: 2 }));
    const withdrawal = await unlink(id, { expectedVersion: 7 });
    expect(withdrawal.errors![0]!.extensions).toMatchObject({ code: 'CONFLICT', currentVersion: 1 });
  });

  it('name what is wrong with an input', async () => {
    const unknown = await decide('S1', 'nobody');
    expect(unknown.errors![0]!.extensions).toMatchObject({ code: 'INVALID_INPUT', fields: [{ field: 'b' }] });
    const silent = await decide('S1', 'S2', 'SAME', { reason: ' ' });
    expect(silent.errors![0]!.extensions).toMatchObject({ code: 'INVALID_INPUT', fields: [{ field: 'reason' }] });
    const { id } = await done(decide('S1', 'S2'));
    await done(unlink(id), 'unlinkSuspects');
    expect((await unlink(id)).errors![0]!.extensions.code).toBe('NOT_FOUND');
    expect((await unlink('x')).errors![0]!.extensions.code).toBe('NOT_FOUND');
  });

  it('of a source that a person withdrew stay withdrawn when it sends them again, and return when it says something new', async () => {
    const supplied = link('S1', 'S2', 'SAME');
    await graph.import([supplied]);
    const [standing] = await linksOf('S1');
    expect(standing.decidedBy).toBe('Records bureau');
    await done(unlink(standing.id), 'unlinkSuspects');
    expect(await graph.import([supplied])).toMatchObject({ unchanged: 1, accepted: 0 });
    expect(await linksOf('S1')).toEqual([]);
    expect(await graph.import([{ ...supplied, reason: 'Fingerprints and DNA.' }])).toMatchObject({ accepted: 1 });
    expect(await linksOf('S1')).toEqual([expect.objectContaining({ id: standing.id, recordVersion: 3 })]);
  });
});
