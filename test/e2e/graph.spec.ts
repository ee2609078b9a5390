import {
  type Graph,
  aBreach,
  aCase,
  aCharge,
  aDecision,
  aGraph,
  aRecordedCrime,
  aSuspect,
  aVictim,
  anAssessment,
  anIncident,
  anOrder,
  idOf,
} from '../support';

const casework = [
  aSuspect('S1', { dateOfBirth: '1981-04-01', identifiers: [{ scheme: 'PHONE', value: '07700 900123' }] }),
  aVictim('V1'),
  aCase('C1'),
  anIncident('I1'),
  anIncident('I2', { occurredFrom: '2024-06-10', narrative: 'Followed her home.' }),
  aRecordedCrime('R1', { case: 'C1', includedClassifications: ['8/65'] }),
  aCharge('CH1', { incidents: ['I1'], breaches: ['B1'] }),
  aDecision('D1', { considered: [{ family: 'STALKING', accepted: true, rationale: 'Two occasions.' }] }),
  anOrder('O1'),
  aBreach('B1', { incident: 'I2' }),
  anAssessment('A1'),
  {
    type: 'guidance',
    source: 'cps',
    ref: 'G1',
    key: 'g',
    version: '1',
    title: 'Stalking',
    publisher: 'CPS',
    inForceFrom: '2020-01-01',
    topics: ['STALKING'],
  },
];

describe('the federated graph', () => {
  let graph: Graph;
  beforeAll(async () => {
    graph = await aGraph();
    expect(await graph.import(casework)).toMatchObject({ accepted: casework.length, rejects: [] });
  });
  afterAll(() => graph[Symbol.asyncDispose]());

  it('joins what four subgraphs know of one suspect', async () => {
    const { data, errors } = await graph.query(
      `query ($id: ID!) { suspect(id: $id) {
        displayName forces { name }
        cases { totalCount edges { node { urn
          charges { offence { family maximumSentence } incidents { id } breaches { state incident { narrative } } }
          decisions { families guidanceInForce { key version } }
          recordedCrimes { principalOffence { family } includedClassifications { homeOfficeCode } } } } }
        orders { kind protectedPersons { displayName } conditions { text } breaches { occurredAt conditions { text } } }
        currentRisk { grade } } }`,
      { id: idOf('suspect', 'S1') },
    );
    expect(errors).toBeUndefined();
    expect(data.suspect).toEqual({
      displayName: 'Test S1',
      forces: [{ name: 'Greater Manchester' }],
      cases: {
        totalCount: 1,
        edges: [
          {
            node: {
              urn: 'C1',
              charges: [
                {
                  offence: { family: 'STALKING_FEAR', maximumSentence: '10 years' },
                  incidents: [{ id: idOf('incident', 'I1') }],
                  breaches: [{ state: 'REPORTED', incident: { narrative: 'Followed her home.' } }],
                },
              ],
              decisions: [{ families: ['STALKING', 'STALKING_FEAR'], guidanceInForce: [{ key: 'g', version: '1' }] }],
              recordedCrimes: [
                { principalOffence: { family: 'STALKING' }, includedClassifications: [{ homeOfficeCode: '8/65' }] },
              ],
            },
          },
        ],
      },
      orders: [
        {
          kind: 'SPO',
          protectedPersons: [{ displayName: 'Test V1' }],
          conditions: [{ text: 'Not to contact the protected person.' }],
          breaches: [
            { occurredAt: '2024-04-01T10:00:00Z', conditions: [{ text: 'Not to contact the protected person.' }] },
          ],
        },
      ],
      currentRisk: { grade: 'MEDIUM' },
    });
  });

  it('reads a date alone as a day in London whose time is not known', async () => {
    const { data } = await graph.query(
      `{ case(urn: "C1") { incidents { edges { node { occurredFrom timeKnown } } } } }`,
    );
    expect(data.case.incidents.edges.map((edge: { node: object }) => edge.node)).toEqual([
      { occurredFrom: '2024-01-02T21:00:00Z', timeKnown: true },
      { occurredFrom: '2024-06-09T23:00:00Z', timeKnown: false },
    ]);
  });

  it('gives null for what is not there, and says which argument is missing', async () => {
    expect((await graph.query(`{ case(urn: "nothing") { id } suspect(id: "nothing") { id } }`)).data).toEqual({
      case: null,
      suspect: null,
    });
    const { errors } = await graph.query(`{ case { id } }`);
    expect(errors![0]).toMatchObject({
      extensions: { code: 'INVALID_INPUT', fields: [{ field: 'id' }, { field: 'urn' }] },
    });
  });

  it('leaves a reference open until its record arrives', async () => {
    await graph.import([aCase('C2', { suspects: ['S1', 'S9'] })]);
    const ask = () => graph.query(`{ case(urn: "C2") { suspects { displayName } } }`);
    expect((await ask()).data.case.suspects).toEqual([{ displayName: 'Test S1' }]);
    await graph.import([aSuspect('S9')]);
    expect((await ask()).data.case.suspects).toEqual([{ displayName: 'Test S1' }, { displayName: 'Test S9' }]);
  });

  it('leaves a record of another subgraph null in its place until it arrives', async () => {
    await graph.import([anOrder('O2', { protectedPersons: ['V8', 'V1'], suspect: 'S8' })]);
    const ask = () =>
      graph.query(
        `query ($id: ID!) { order(id: $id) { suspect { source } protectedPersons { displayName source } } }`,
        {
          id: idOf('order', 'O2'),
        },
      );
    expect((await ask()).data.order).toEqual({
      suspect: null,
      protectedPersons: [null, { displayName: 'Test V1', source: 'police:06' }],
    });
    await graph.import([aVictim('V8'), aSuspect('S8')]);
    expect((await ask()).data.order).toMatchObject({
      suspect: { source: 'police:06' },
      protectedPersons: [{ displayName: 'Test V8' }, {}],
    });
  });

  it.each(['mutation { x }', 'subscription { x }'])('says that there are no such operations: %s', async (operation) => {
    expect((await graph.query(operation)).errors![0]!.extensions.code).toBe('INVALID_INPUT');
  });

  it('pages by cursor, forwards and without gaps, and counts only when asked', async () => {
    await graph.import(
      Array.from({ length: 25 }, (_none, n) =>
        aCase(`P${n}`, { openedOn: `2020-01-${String((n % 5) + 1).padStart(2, '0')}`, suspects: ['S2'] }),
      ),
    );
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: any = await graph.query(
        `query ($after: String) { cases(first: 10, after: $after, filter: { openedTo: "2020-12-31" }) { totalCount pageInfo { hasNextPage endCursor } edges { node { openedOn urn } } } }`,
        { after },
      );
      expect(page.data.cases.totalCount).toBe(25);
      seen.push(...page.data.cases.edges.map(({ node }: any) => `${node.openedOn} ${node.urn}`));
      after = page.data.cases.pageInfo.hasNextPage ? page.data.cases.pageInfo.endCursor : null;
    } while (after);
    expect(new Set(seen).size).toBe(25);
    expect(seen.map((line) => line.slice(0, 10))).toEqual([...seen.map((line) => line.slice(0, 10))].sort().reverse());
  });

  it.each([
    ['first: 0', 'first'],
    ['first: 101', 'first'],
    ['after: "what"', 'after'],
  ])('refuses cases(%s), naming the argument', async (argument, field) => {
    const { errors } = await graph.query(`{ cases(${argument}) { edges { cursor } } }`);
    expect(errors![0]!.extensions).toMatchObject({ code: 'INVALID_INPUT', fields: [{ field }] });
  });
});
