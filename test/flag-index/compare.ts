/** Asks the gateway; throws where it answers with errors. */
export type Ask = (query: string, variables?: object) => Promise<any>;

const FLAG = `id rule ruleVersion severity title variants missingFamilies consideredFamilies outcome
  suspect { id } victims { id } because { text source { type id } } restsOn { type id } thresholds { name value }
  notConsidered { text source { type id } } guidance { key version } raisedAt closedAt forces { code }
  review { status reason returned }`;

const AT_ONCE = 25;

/** Asks for the same of each of these suspects, many in one request; those who are held. */
async function aboutEach(ask: Ask, suspects: readonly string[], fields: string, variables: Variables): Promise<any[]> {
  const names = Array.from({ length: AT_ONCE }, (_none, n) => `s${n}`);
  const declared = [
    ...names.map((name) => `$${name}: ID!`),
    ...Object.entries(variables).map(([name, { type }]) => `$${name}: ${type}`),
  ];
  // The same text each time, so that it is planned once; places left over ask for nobody.
  const query = `query (${declared.join(', ')}) { ${names.map((name) => `${name}: suspect(id: $${name}) { id ${fields} }`).join(' ')} }`;
  const values = Object.fromEntries(Object.entries(variables).map(([name, { value }]) => [name, value]));
  const found: any[] = [];
  for (let first = 0; first < suspects.length; first += AT_ONCE) {
    const ids = Object.fromEntries(names.map((name, n) => [name, suspects[first + n] ?? 'nobody']));
    found.push(...Object.values(await ask(query, { ...ids, ...values })).filter(Boolean));
  }
  return found;
}
type Variables = Record<string, { type: string; value: unknown }>;
const moment = (value: string) => ({ type: 'DateTime', value });

/** Every flag on these suspects by asking about each of them as at a moment, by id. */
export async function flagsAsked(ask: Ask, suspects: readonly string[], asAt: string): Promise<Map<string, any>> {
  const answers = await aboutEach(ask, suspects, `behaviour(asAt: $asAt) { flags { ${FLAG} } }`, {
    asAt: moment(asAt),
  });
  return new Map(answers.flatMap(({ behaviour }) => behaviour.flags.map((flag: any) => [flag.id, flag])));
}

/** Every flag of the queue, in its order. */
export async function flagsQueued(ask: Ask): Promise<any[]> {
  const found: any[] = [];
  for (let after: string | null = null; ;) {
    const { flagQueue }: any = await ask(
      `query ($after: String) { flagQueue(first: 100, after: $after) { totalCount pageInfo { hasNextPage endCursor } edges { node { ${FLAG} } } } }`,
      { after },
    );
    found.push(...flagQueue.edges.map(({ node }: any) => node));
    if (!flagQueue.pageInfo.hasNextPage) {
      expect(found.length).toBe(flagQueue.totalCount);
      return found;
    }
    after = flagQueue.pageInfo.endCursor;
  }
}

/** The queue must have exactly the flags that asking about one suspect after another gives. */
export async function expectQueueToEqualAsking(ask: Ask, suspects: readonly string[], asAt: string): Promise<any[]> {
  const [asked, queued] = [await flagsAsked(ask, suspects, asAt), await flagsQueued(ask)];
  expect(queued.map(({ id }) => id).sort()).toEqual([...asked.keys()].sort());
  for (const flag of queued) expect(flag).toEqual(asked.get(flag.id));
  expect(queued.map(order)).toEqual(queued.map(order).sort().reverse());
  return queued;
}

const SEVERITIES = ['INFO', 'LOW', 'MEDIUM', 'HIGH'];
const order = ({ severity, raisedAt, id }: any): string => [SEVERITIES.indexOf(severity), raisedAt, id].join(' ');

/** Who the index says meets a version of a definition must be exactly whom it is met by when each is asked about. */
export async function expectMeetingToEqualAsking(
  ask: Ask,
  suspects: readonly string[],
  definition: { key: string; version: string },
  asAt: string,
): Promise<number> {
  const criteria = 'criteria { key measure figure atLeast met }';
  const answers = await aboutEach(
    ask,
    suspects,
    `meets(definition: $key, version: $version, asAt: $asAt) { met ${criteria} }`,
    {
      key: { type: 'String!', value: definition.key },
      version: { type: 'String!', value: definition.version },
      asAt: moment(asAt),
    },
  );
  const asked = answers.filter(({ meets }) => meets.met).map(({ id, meets }) => [id, meets.criteria] as const);
  const { suspectsMeeting } = await ask(
    `query ($key: String!, $version: String!) { suspectsMeeting(first: 100, definition: $key, version: $version) {
      pageInfo { hasNextPage } edges { suspects { id } ${criteria} } } }`,
    definition,
  );
  expect(suspectsMeeting.pageInfo.hasNextPage).toBe(false);
  // Somebody of whom there is no record any longer can be part of a person, but cannot be asked about.
  const held = new Set(answers.map(({ id }) => id));
  const indexed = suspectsMeeting.edges.flatMap((edge: any) =>
    edge.suspects.flatMap(({ id }: any) => (held.has(id) ? [[id, edge.criteria]] : [])),
  );
  expect(Object.fromEntries(indexed)).toEqual(Object.fromEntries(asked));
  return asked.length;
}
