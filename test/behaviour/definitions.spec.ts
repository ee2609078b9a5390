import {
  type Bundle,
  FORCE,
  type Graph,
  aBreach,
  aCase,
  aCharge,
  aGraph,
  aSuspect,
  aVictim,
  anAssessment,
  anIncident,
  anOrder,
  idOf,
} from '../support';

const aDefinition = (ref: string, fields: object = {}): Bundle => ({
  type: 'definition',
  source: FORCE,
  ref,
  key: 'repeat-harm',
  version: ref,
  title: 'Repeat harm (test)',
  publisher: 'Test',
  inForceFrom: '2023-01-01',
  combine: 'ALL',
  criteria: [{ key: 'victims', measure: 'VICTIMS', atLeast: 2 }],
  ...fields,
});

const asAt = '2024-06-01T12:00:00Z';

/** One who stalks a former partner and the next, in two forces; and one who pursues two strangers. */
const world = [
  aSuspect('home'),
  aSuspect('street'),
  aSuspect('quiet'),
  ...['V1', 'V2', 'V3', 'V4'].map((ref) => aVictim(ref)),
  aCase('C1', { suspects: ['home'], victims: ['V1'] }),
  aCase('C2', { suspects: ['home'], victims: ['V2'], force: '20', area: 'LONDON_NORTH' }),
  aCase('C3', { suspects: ['street'], victims: ['V3', 'V4'], relationship: 'STRANGER', domestic: false }),
  anIncident('h1', { suspect: 'home', occurredFrom: '2021-01-05', behaviours: ['S2A_A'] }),
  anIncident('h2', { suspect: 'home', occurredFrom: '2024-01-09', behaviours: ['S2A_A'] }),
  anIncident('h3', { suspect: 'home', case: 'C2', victim: 'V2', occurredFrom: '2024-03-01' }),
  anIncident('s1', { suspect: 'street', case: 'C3', victim: 'V3', occurredFrom: '2024-02-01' }),
  anIncident('s2', { suspect: 'street', case: 'C3', victim: 'V4', occurredFrom: '2024-02-02' }),
  anOrder('O1', { suspect: 'home' }),
  aBreach('B1', { occurredAt: '2024-04-01T10:00:00Z' }),
  aCharge('CH1', { suspect: 'home', verdict: 'GUILTY', disposedOn: '2024-05-01' }),
  aCharge('CH2', { suspect: 'street', case: 'C3', offence: 'CD71039' }),
  anAssessment('A1', { suspect: 'home', grade: 'HIGH' }),
];

const everything = [
  { key: 'victims', measure: 'VICTIMS', atLeast: 2, withinMonths: 36 },
  { key: 'forces', measure: 'FORCES', atLeast: 2 },
  { key: 'breaches', measure: 'BREACHES', families: ['BREACH_SPO'], atLeast: 1 },
  { key: 'occasions', measure: 'OCCASIONS', families: ['STALKING', 'STALKING_FEAR'], atLeast: 2 },
  { key: 'convictions', measure: 'CONVICTIONS', families: ['STALKING_FEAR'], atLeast: 1, withinMonths: 12 },
  { key: 'charges', measure: 'CHARGES', atLeast: 1 },
  { key: 'grade', measure: 'RISK_GRADE', atLeast: 3 },
];

const MEETS = `query ($id: ID!, $definition: String!, $version: String, $asAt: DateTime) { suspect(id: $id) {
  meets(definition: $definition, version: $version, asAt: $asAt) { met asAt definition { key version title }
    criteria { key measure figure atLeast met because { text source { type id } } } notConsidered { text source { id } } } } }`;

let graph: Graph;
beforeAll(async () => {
  graph = await aGraph({ index: true });
  const definitions = [
    aDefinition('1'),
    aDefinition('2', { inForceFrom: '2024-01-01', inForceTo: '2024-12-31', combine: 'ALL', criteria: everything }),
    aDefinition('any', { key: 'either', combine: 'ANY', criteria: everything.slice(0, 3) }),
  ];
  expect((await graph.import([...definitions, ...world])).rejects).toEqual([]);
  await graph.indexed();
});
afterAll(() => graph[Symbol.asyncDispose]());

async function meets(ref: string, given: object = {}): Promise<any> {
  const variables = { id: idOf('suspect', ref), definition: 'repeat-harm', asAt, ...given };
  const { data, errors } = await graph.query(MEETS, variables);
  expect(errors).toBeUndefined();
  return data.suspect.meets;
}
const figures = ({ criteria }: any) => criteria.map(({ key, figure, met }: any) => [key, figure, met]);

it('gives each criterion with its figure, threshold and the facts behind it', async () => {
  const answer = await meets('home');
  expect(answer).toMatchObject({
    met: true,
    asAt,
    definition: { key: 'repeat-harm', version: '2' },
    notConsidered: [],
  });
  expect(figures(answer)).toEqual([
    ['victims', 2, true],
    ['forces', 2, true],
    ['breaches', 1, true],
    ['occasions', 3, true],
    ['convictions', 1, true],
    ['charges', 1, true],
    ['grade', 3, true],
  ]);
  const [victims, , breaches] = answer.criteria;
  expect(victims).toMatchObject({ measure: 'VICTIMS', atLeast: 2 });
  expect(victims.because.map(({ source }: any) => source.id)).toEqual([idOf('incident', 'h2'), idOf('incident', 'h3')]);
  expect(breaches.because).toEqual([
    { text: 'Breach 1 of 1, on 1 April 2024.', source: { type: 'breach', id: idOf('breach', 'B1') } },
  ]);
});

it('applies to conduct that is not domestic alike', async () => {
  const answer = await meets('street', { version: '1' });
  expect(answer).toMatchObject({ met: true, definition: { version: '1' } });
  expect(figures(answer)).toEqual([['victims', 2, true]]);
  expect(figures(await meets('street'))).toEqual([
    ['victims', 2, true],
    ['forces', 1, false],
    ['breaches', 0, false],
    ['occasions', 0, false],
    ['convictions', 0, false],
    ['charges', 1, true],
    ['grade', 0, false],
  ]);
  expect(await meets('street', { definition: 'either' })).toMatchObject({ met: true });
  expect(await meets('quiet', { definition: 'either' })).toMatchObject({ met: false });
});

it('takes the version in force at the moment, and the facts as at it', async () => {
  const before = await meets('home', { asAt: '2023-06-01T12:00:00Z' });
  expect(before).toMatchObject({ met: false, definition: { version: '1' } });
  expect(figures(before)).toEqual([['victims', 1, false]]);
  // By the window of the later version an incident of 2021 is too old, whatever was in force then.
  expect(figures(await meets('home', { version: '2', asAt: '2024-02-01T12:00:00Z' }))[0]).toEqual([
    'victims',
    1,
    false,
  ]);
});

it('says of what cannot be seen that nothing can be told where it turns on that', async () => {
  await using broken = await aGraph({
    ports: (running) =>
      running.map((port) =>
        port.name === 'orders'
          ? new Proxy(port, {
              get: (of, key) =>
                key === 'execute' ? () => Promise.reject(new Error('down')) : Reflect.get(of, key, of),
            })
          : port,
      ),
  });
  await broken.import([aDefinition('1', { criteria: everything }), ...world]);
  const { data } = await broken.query(MEETS, { id: idOf('suspect', 'home'), definition: 'repeat-harm', asAt });
  expect(data.suspect.meets).toMatchObject({
    met: null,
    notConsidered: [{ text: expect.stringContaining('Orders and breaches cannot be seen'), source: null }],
  });
  expect(figures(data.suspect.meets)[2]).toEqual(['breaches', 0, null]);
});

it.each([
  [{ definition: 'no-such' }, 'definition', /no definition of this key/],
  [{ version: '9' }, 'version', /it has 1, 2/],
  [{ asAt: '2022-01-01T00:00:00Z' }, 'definition', /no version of it is in force on 2022-01-01/],
  [{ asAt: '2025-01-01T00:00:00Z' }, 'definition', /no version of it is in force on 2025-01-01/],
])('refuses %j', async (given, field, reason) => {
  const variables = { id: idOf('suspect', 'home'), definition: 'repeat-harm', asAt, ...given };
  const { data, errors } = await graph.query(MEETS, variables);
  expect(data.suspect.meets).toBeNull();
  expect(errors?.[0]?.extensions).toMatchObject({
    code: 'INVALID_INPUT',
    fields: [{ field, reason: expect.stringMatching(reason) }],
  });
});

describe('everybody who meets a definition', () => {
  const MEETING = `query ($definition: String!, $version: String, $first: Int = 20, $after: String) {
    suspectsMeeting(definition: $definition, version: $version, first: $first, after: $after) {
      definition { key version } totalCount asOf pageInfo { hasNextPage endCursor }
      edges { cursor node { id displayName } suspects { id } criteria { key measure figure atLeast met } } } }`;
  const meeting = async (variables: object): Promise<any> => {
    const { data, errors } = await graph.query(MEETING, variables);
    expect(errors).toBeUndefined();
    return data.suspectsMeeting;
  };
  const both = [idOf('suspect', 'home'), idOf('suspect', 'street')].sort();

  it('is found with each figure, as the index has it', async () => {
    const found = await meeting({ definition: 'repeat-harm', version: '1' });
    expect(found).toMatchObject({ definition: { key: 'repeat-harm', version: '1' }, totalCount: 2 });
    expect(found.asOf).not.toBeNull();
    expect(found.edges.map(({ node }: any) => node.id)).toEqual(both);
    expect(found.edges[0]).toMatchObject({
      node: { displayName: expect.stringMatching(/^Test (home|street)$/) },
      suspects: [{ id: both[0] }],
      criteria: [{ key: 'victims', measure: 'VICTIMS', figure: 2, atLeast: 2, met: true }],
    });
  });

  it('comes page by page', async () => {
    const first = await meeting({ definition: 'repeat-harm', version: '1', first: 1 });
    expect(first.pageInfo.hasNextPage).toBe(true);
    const { endCursor: after } = first.pageInfo;
    const second = await meeting({ definition: 'repeat-harm', version: '1', first: 1, after });
    expect(second.pageInfo.hasNextPage).toBe(false);
    expect([...first.edges, ...second.edges].map(({ node }) => node.id)).toEqual(both);
  });

  it('is nobody where nobody does', async () => {
    expect(await meeting({ definition: 'repeat-harm', version: '2' })).toMatchObject({ totalCount: 0, edges: [] });
  });
});

it('is kept and shown version by version', async () => {
  const { data } = await graph.query(
    '{ definitions(key: "repeat-harm") { version inForceFrom combine criteria { key measure families atLeast withinMonths } } }',
  );
  expect(data.definitions.map(({ version }: any) => version)).toEqual(['1', '2']);
  expect(data.definitions[1].criteria[4]).toEqual({ ...everything[4], families: ['STALKING_FEAR'], withinMonths: 12 });
});

it.each<[string, object, string, RegExp]>([
  ['no criteria', { criteria: [] }, 'criteria', /at least one/],
  ['two criteria of one key', { criteria: [everything[0], everything[0]] }, 'criteria[1].key', /another criterion/],
  [
    'a criterion that everybody meets',
    { criteria: [{ ...everything[0], atLeast: 0 }] },
    'criteria[0].atLeast',
    /at least 1/,
  ],
  [
    'a grade above the highest',
    { criteria: [{ ...everything[6], atLeast: 4 }] },
    'criteria[0].atLeast',
    /highest grade/,
  ],
  [
    'a measure that is none',
    { criteria: [{ ...everything[0], measure: 'AGE' }] },
    'criteria[0].measure',
    /unknown code/,
  ],
  [
    'a family that is none',
    { criteria: [{ ...everything[0], families: ['ARSON'] }] },
    'criteria[0].families[0]',
    /unknown code/,
  ],
  ['no months at all', { criteria: [{ ...everything[0], withinMonths: 0 }] }, 'criteria[0].withinMonths', /at least 1/],
  ['an end before its beginning', { inForceTo: '2022-12-31' }, 'inForceTo', /before inForceFrom/],
])('is not taken with %s', async (_what, fields, field, reason) => {
  const { rejects } = await graph.import([aDefinition('bad', fields)]);
  expect(rejects).toEqual([expect.objectContaining({ field, reason: expect.stringMatching(reason) })]);
});
