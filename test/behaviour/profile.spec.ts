import {
  type Bundle,
  FORCE,
  type Graph,
  aBreach,
  aCase,
  aCharge,
  aDecision,
  aGraph,
  aSuspect,
  aVictim,
  anAssessment,
  anIncident,
  anOrder,
  idOf,
} from '../support';

const link = (ref: string, a: string, b: string): Bundle => ({
  type: 'identityLink',
  source: FORCE,
  ref,
  a,
  b,
  decision: 'SAME',
  decidedBy: 'A. Person',
  reason: 'The same identifiers.',
});

const S1 = idOf('suspect', 'S1');
const V1 = idOf('victim', 'V1');
const asAt = '2024-06-01T12:00:00Z';

/** A suspect who follows somebody, is charged with harassment only, and breaks an order; and who has two records. */
const world = [
  aSuspect('S1'),
  aSuspect('S1b'),
  link('L1', 'S1', 'S1b'),
  aVictim('V1'),
  aVictim('V2'),
  aCase('C1'),
  aCase('C2', { suspects: ['S1b'], victims: ['V2'], force: '20' }),
  anIncident('i1', { behaviours: ['S2A_A'], occurredFrom: '2024-03-01T09:00:00Z' }),
  anIncident('i2', { behaviours: ['S2A_B'], occurredFrom: '2024-03-03' }),
  anIncident('i3', { suspect: 'S1b', case: 'C2', victim: 'V2', occurredFrom: '2024-03-31T23:30:00Z' }),
  anIncident('later', { occurredFrom: '2024-06-02' }),
  aCharge('CH1', { offence: 'PH97004', victim: 'V1', chargedOn: '2024-04-02' }),
  aDecision('D1', { decidedOn: '2024-04-01' }),
  anOrder('O1', { madeOn: '2024-02-01', effectiveFrom: '2024-02-01' }),
  aBreach('B1', { occurredAt: '2024-03-01T09:00:00Z', reportedAt: '2024-03-01T10:00:00Z', incident: 'i1' }),
  anAssessment('A1', { assessedAt: '2024-01-05T10:00:00Z', grade: 'HIGH' }),
];

let graph: Graph;
beforeAll(async () => {
  graph = await aGraph();
  expect((await graph.import(world)).rejects).toEqual([]);
});
afterAll(() => graph[Symbol.asyncDispose]());

const behaviour = async (fields: string, { id = S1, at = asAt } = {}): Promise<any> => {
  const query = `query ($id: ID!, $asAt: DateTime) { suspect(id: $id) { behaviour(asAt: $asAt) { ${fields} } } }`;
  const { data, errors } = await graph.query(query, { id, asAt: at });
  expect(errors).toBeUndefined();
  return data.suspect.behaviour;
};

const FLAGS = `flags { id rule ruleVersion severity title variants missingFamilies consideredFamilies outcome
  suspect { id } victims { id } because { text source { type id } } restsOn { type id } thresholds { name value }
  notConsidered { text source { type id } } guidance { key version } raisedAt forces { code }
  review { status reason reviewedAt reviewedBy returned returnedAt note } reviews { status } }`;

describe('a profile', () => {
  it('gives the courses of conduct with what they could be charged as, and what a charge covers', async () => {
    const { coursesOfConduct } = await behaviour(`coursesOfConduct { id group victims { id } cases { id }
      occasions { day victim { id } behaviours fearOfViolence dayToDayEffects sources { type id } }
      candidates { family timeLimitExpiresOn because { text source { type id } } } coveredFamilies consideredFamilies }`);
    expect(coursesOfConduct).toHaveLength(1);
    expect(coursesOfConduct[0]).toMatchObject({
      id: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-5/),
      group: false,
      victims: [{ id: V1 }],
      cases: [{ id: idOf('case', 'C1') }],
      occasions: [
        {
          day: '2024-03-01',
          victim: { id: V1 },
          behaviours: ['S2A_A'],
          fearOfViolence: false,
          sources: [{ type: 'incident', id: idOf('incident', 'i1') }],
        },
        { day: '2024-03-03', behaviours: ['S2A_B'] },
      ],
      candidates: [
        { family: 'HARASSMENT', timeLimitExpiresOn: '2024-09-03', because: [{}, {}] },
        { family: 'STALKING', timeLimitExpiresOn: '2024-09-03' },
      ],
      coveredFamilies: ['HARASSMENT'],
      consideredFamilies: [],
    });
  });

  it('gives flags with every reason, threshold and omission, open where nobody has reviewed them', async () => {
    const { flags } = await behaviour(FLAGS);
    expect(flags.map(({ rule, severity }: any) => [rule, severity])).toEqual([
      ['BREACH_NOT_ACTIONED', 'HIGH'],
      ['REPEAT_HIGH_HARM', 'HIGH'],
      ['RISK_NOT_REASSESSED', 'HIGH'],
      ['UNCHARGED_COURSE_OF_CONDUCT', 'MEDIUM'],
    ]);
    const uncharged = flags.at(-1);
    expect(uncharged).toMatchObject({
      ruleVersion: 1,
      missingFamilies: ['STALKING'],
      suspect: { id: [S1, idOf('suspect', 'S1b')].sort()[0] },
      victims: [{ id: V1 }],
      outcome: null,
      notConsidered: [{ source: { type: 'incident', id: idOf('incident', 'later') } }],
      raisedAt: null,
      forces: null,
      review: {
        status: 'OPEN',
        reason: null,
        reviewedAt: null,
        reviewedBy: null,
        returned: false,
        returnedAt: null,
        note: null,
      },
      reviews: [],
    });
    expect(uncharged.because.map(({ source }: any) => source)).toContainEqual({
      type: 'incident',
      id: idOf('incident', 'i1'),
    });
    expect(uncharged.thresholds).toContainEqual({ name: 'clusterDays', value: 90 });
    expect(uncharged.thresholds).toContainEqual({ name: 'stalkingFrom', value: '2012-11-25' });
    expect(uncharged.guidance.length).toBeGreaterThan(0);
    expect(uncharged.restsOn).toContainEqual({ type: 'incident', id: idOf('incident', 'i2') });
    for (const { title, because } of flags) {
      expect(title).not.toBe('');
      expect(because.length).toBeGreaterThan(0);
    }
  });

  it('is one for all records of a person', async () => {
    const [one, other] = await Promise.all([
      behaviour(`suspects { id } ${FLAGS}`),
      behaviour(`suspects { id } ${FLAGS}`, { id: idOf('suspect', 'S1b') }),
    ]);
    expect(one.suspects).toHaveLength(2);
    expect(other).toEqual(one);
  });

  it('scores harm by a method that says it is for demonstration', async () => {
    const { harm } = await behaviour('harm { method version score components { label value because } }');
    expect(harm.method).toContain('demonstration');
    expect(harm.components.map(({ label }: any) => label)).toEqual(['Recency', 'Frequency', 'Gravity']);
    expect(harm.score).toBe(harm.components.reduce((product: number, { value }: any) => product * value, 1));
    expect(harm.score).toBeGreaterThan(0);
  });

  it('joins suspects, victims, cases and orders', async () => {
    const { network } = await behaviour(
      'network { nodes { id kind label } edges { from to kind count firstOn lastOn } }',
    );
    expect(network.nodes).toContainEqual({ id: idOf('case', 'C1'), kind: 'CASE', label: 'C1' });
    expect(network.nodes.filter(({ kind }: any) => kind === 'SUSPECT')).toHaveLength(2);
    expect(network.edges).toContainEqual({
      from: S1,
      to: V1,
      kind: 'CONDUCT',
      count: 2,
      firstOn: '2024-03-01',
      lastOn: '2024-03-03',
    });
    expect(network.edges).toContainEqual(
      expect.objectContaining({ from: S1, to: idOf('order', 'O1'), kind: 'BREACHED', count: 1 }),
    );
  });

  it('is as at the moment asked about, and names what it leaves out because that is later', async () => {
    const before = await behaviour(
      'asAt flags { rule } coursesOfConduct { id } notConsidered { text source { type id } }',
      {
        at: '2024-03-02T01:00:00+01:00',
      },
    );
    expect(before).toMatchObject({ asAt: '2024-03-02T00:00:00Z', coursesOfConduct: [] });
    expect(before.notConsidered).toContainEqual({
      text: 'The incident of 3 March 2024 is after the moment asked about.',
      source: { type: 'incident', id: idOf('incident', 'i2') },
    });
    const started = Date.now();
    const now = await behaviour('asAt flags { rule }', { at: null as never });
    expect(Date.parse(now.asAt)).toBeGreaterThanOrEqual(started);
    expect(Date.parse(now.asAt)).toBeLessThanOrEqual(Date.now());
  });

  it('can be asked for as at several moments at once', async () => {
    const { data, errors } = await graph.query(
      `query ($id: ID!) { suspect(id: $id) {
        before: behaviour(asAt: "2024-03-02T00:00:00Z") { coursesOfConduct { id } }
        after: behaviour(asAt: "2024-03-04T00:00:00Z") { coursesOfConduct { id } } } }`,
      { id: S1 },
    );
    expect(errors).toBeUndefined();
    expect([data.suspect.before, data.suspect.after].map((one) => one.coursesOfConduct.length)).toEqual([0, 1]);
  });

  it('refuses a moment that is none', async () => {
    for (const at of ['2024-06-31T12:00:00Z', '2024-06-01', '0001-01-01T00:00:00+14:00']) {
      const { errors } = await graph.query(
        `query ($id: ID!, $at: DateTime) { suspect(id: $id) { behaviour(asAt: $at) { asAt } } }`,
        { id: S1, at },
      );
      expect(errors?.[0]?.extensions.code).toBe('INVALID_INPUT');
    }
  });

  it('says of somebody of whom nothing else is recorded that there is nothing', async () => {
    await graph.import([aSuspect('nobody')]);
    expect(
      await behaviour(
        'coursesOfConduct { id } flags { id } harm { score } notConsidered { text } network { nodes { kind } }',
        {
          id: idOf('suspect', 'nobody'),
        },
      ),
    ).toEqual({
      coursesOfConduct: [],
      flags: [],
      harm: { score: 0 },
      notConsidered: [],
      network: { nodes: [{ kind: 'SUSPECT' }] },
    });
  });
});

describe('a timeline', () => {
  const timeline = async (args: string, fields = 'edges { node { id occurredAt timeKnown kind title } }') =>
    (await behaviour(`timeline${args && `(${args})`} { ${fields} }`)).timeline;
  const ids = ({ edges }: any): string[] => edges.map(({ node }: any) => node.id);
  const entry = (type: string, ref: string) => `${type}:${idOf(type, ref)}`;
  const all = [
    entry('charge', 'CH1'),
    // Half an hour after the midnight in London that stands for the day of the decision.
    entry('incident', 'i3'),
    entry('chargingDecision', 'D1'),
    entry('incident', 'i2'),
    ...[entry('incident', 'i1'), entry('breach', 'B1')].sort(),
    entry('riskAssessment', 'A1'),
  ];

  it('has everything, newest first, with moments as everywhere in the graph', async () => {
    const found = await timeline('', 'totalCount edges { node { id occurredAt timeKnown kind victim { id } } }');
    expect(ids(found)).toEqual(all);
    expect(found.totalCount).toBe(all.length);
    const nodes = new Map(found.edges.map(({ node }: any) => [node.id, node]));
    expect(nodes.get(entry('incident', 'i1'))).toMatchObject({
      occurredAt: '2024-03-01T09:00:00Z',
      timeKnown: true,
      kind: 'INCIDENT',
      victim: { id: V1 },
    });
    expect(nodes.get(entry('incident', 'i2'))).toMatchObject({ occurredAt: '2024-03-03T00:00:00Z', timeKnown: false });
  });

  it('comes page by page, each entry once', async () => {
    const seen: string[] = [];
    for (let after: string | null = null, more = true; more;) {
      const page: any = await timeline(
        `first: 2, after: ${JSON.stringify(after)}`,
        'edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }',
      );
      expect(page.pageInfo.hasPreviousPage).toBe(after !== null);
      expect(page.pageInfo.startCursor).toBe(page.edges[0].cursor);
      expect(page.edges.length).toBeLessThanOrEqual(2);
      seen.push(...ids(page));
      ({ endCursor: after, hasNextPage: more } = page.pageInfo);
    }
    expect(seen).toEqual(all);
  });

  it('goes on after an entry that is no longer there', async () => {
    await using other = await aGraph();
    await other.import(world);
    const query = `query ($id: ID!, $after: String) { suspect(id: $id) { behaviour(asAt: "${asAt}") {
      timeline(first: 3, after: $after) { edges { node { id } } pageInfo { endCursor } } } } }`;
    const first = await other.query(query, { id: S1 });
    await other.import([{ type: 'incident', source: FORCE, ref: 'i3', op: 'withdraw' }]);
    const { endCursor } = first.data.suspect.behaviour.timeline.pageInfo;
    const next = await other.query(query, { id: S1, after: endCursor });
    expect(ids(next.data.suspect.behaviour.timeline)).toEqual(all.slice(3, 6));
  });

  it('can be narrowed to kinds and to London days, first and last included', async () => {
    expect(ids(await timeline('kinds: [CHARGE, BREACH]'))).toEqual([entry('charge', 'CH1'), entry('breach', 'B1')]);
    expect(ids(await timeline('kinds: []'))).toEqual([]);
    // At 23:30 UTC on the last of March it was 1 April in London.
    expect(ids(await timeline('from: "2024-04-01", to: "2024-04-01"'))).toEqual(all.slice(1, 3));
    expect(ids(await timeline('to: "2024-03-31"'))).toEqual(all.slice(3));
    expect(await timeline('to: "2024-03-31"', 'totalCount')).toEqual({ totalCount: 4 });
  });

  it.each([
    ['first: 101', 'first'],
    ['first: 0', 'first'],
    ['after: "nonsense"', 'after'],
    [`after: "${Buffer.from('["FLAG_QUEUE","2024","x"]').toString('base64url')}"`, 'after'],
  ])('refuses %s', async (args, field) => {
    const { errors } = await graph.query(
      `query ($id: ID!) { suspect(id: $id) { behaviour { timeline(${args}) { edges { cursor } } } } }`,
      { id: S1 },
    );
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'INVALID_INPUT', fields: [{ field }] });
  });
});

it('looks up the reviews of all flags of a request in one statement, and nothing where they are not asked for', async () => {
  const statements = async (fields: string) => {
    const made = await graph.countStatements(async () => {
      const query = `{ suspects(first: 10) { edges { node { behaviour(asAt: "${asAt}") { ${fields} } } } } }`;
      expect((await graph.query(query)).errors).toBeUndefined();
    });
    return (made.get('behaviour') ?? []).length;
  };
  expect(await statements('flags { id rule }')).toBe(0);
  expect(await statements('flags { review { status } raisedAt forces { code } }')).toBe(1);
});

describe('what cannot be seen', () => {
  const RISKY = ['BREACH_NOT_ACTIONED', 'REPEAT_HIGH_HARM', 'RISK_NOT_REASSESSED', 'UNCHARGED_COURSE_OF_CONDUCT'];

  it.each([
    ['orders', 'Orders and breaches', ['REPEAT_HIGH_HARM', 'UNCHARGED_COURSE_OF_CONDUCT']],
    ['risk-assessments', 'Risk assessments', RISKY.filter((rule) => rule !== 'RISK_NOT_REASSESSED')],
    ['inspections', 'Guidance and file examinations', RISKY],
  ])('of %s is named, and no flag is raised because it is missing', async (down, what, rules) => {
    const dead = () => Promise.reject(new Error('the subgraph is down'));
    await using broken = await aGraph({
      ports: (running) =>
        running.map((port) =>
          port.name === down
            ? new Proxy(port, { get: (of, key) => (key === 'execute' ? dead : Reflect.get(of, key, of)) })
            : port,
        ),
    });
    await broken.import(world);
    const { data, errors } = await broken.query(
      `query ($id: ID!) { suspect(id: $id) { behaviour(asAt: "${asAt}") { flags { rule } notConsidered { text source { id } } } } }`,
      { id: S1 },
    );
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['SUBGRAPH_UNAVAILABLE']);
    expect(data.suspect.behaviour.flags.map(({ rule }: any) => rule).sort()).toEqual([...rules].sort());
    expect(data.suspect.behaviour.notConsidered).toContainEqual({
      text: expect.stringMatching(new RegExp(`^${what} cannot be seen`)),
      source: null,
    });
  });
});
