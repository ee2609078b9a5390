import { type Grant, type Scope, holds, opens, rightsOf } from '@throughline/access';
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { createClient } from 'graphql-sse';
import { setTimeout as delay } from 'node:timers/promises';
import { take } from '../records';
import { type Bundle, type Graph, aGraph, anOrder, idOf } from '../support';
import { issued, pagesOf } from './issued';
import { CASES, SUSPECTS, VICTIMS, casework, grantOf, reach } from './three-forces';

/**
 * Random grants by the routes on which no list of records is asked for: exports, changes, timeline and flags,
 * subscriptions, and what is said where something is refused. What comes over them is looked at as text, so that nothing
 * depends on where in an answer a value may stand.
 */
const orders: Bundle[] = CASES.map(({ ref, suspects, victims }) =>
  anOrder(`O${ref}`, { case: ref, suspect: suspects[0], protectedPersons: victims }),
);

let graph: Graph;
beforeAll(async () => {
  graph = await aGraph({ index: true });
  await take(graph, [...casework, ...orders]);
  await graph.indexed();
});
afterAll(() => graph[Symbol.asyncDispose]());

const SCOPES: readonly Scope[] = [
  'case:read',
  'order:read',
  'behaviour:read',
  'suspect:identify',
  'victim:identify',
  'narrative:read',
  'export:create',
  'case:write',
  'order:write',
];
const grants = fc.array(grantOf(SCOPES), { minLength: 1, maxLength: 4 });

/** What the rules of rows say that some grants open. */
class Reach {
  private readonly rights;

  constructor(grants: readonly Grant[]) {
    this.rights = rightsOf({ grants }, 'INVESTIGATION');
  }

  holds(scope: Scope): boolean {
    return holds(this.rights, scope);
  }

  opens(scope: Scope, type: string, ref: string): boolean {
    const kinds = {
      case: 'case',
      suspect: 'suspect',
      victim: 'victim',
      incident: 'incident',
      order: 'incident',
    } as const;
    const kind = kinds[type as keyof typeof kinds];
    // An order is reached as an incident of its case is: supplied by force 06, about the first suspect.
    const [own, of] = kind === 'incident' ? ['incident' as const, ref.slice(1)] : [kind, ref];
    return opens(this.rights, scope, reach[own](this.rights, of));
  }

  reads(type: string, ref: string): boolean {
    return this.opens(type === 'order' ? 'order:read' : 'case:read', type, ref);
  }
}

const REFS: Record<string, string[]> = {
  case: CASES.map(({ ref }) => ref),
  suspect: SUSPECTS,
  victim: VICTIMS,
  incident: CASES.map(({ ref }) => `I${ref}`),
  order: CASES.map(({ ref }) => `O${ref}`),
};
const RECORDS = Object.entries(REFS).flatMap(([type, refs]) => refs.map((ref) => ({ type, ref, id: idOf(type, ref) })));

/** The values of a text that these grants do not open. */
function closedIn(text: string, within: Reach): string[] {
  const names = [...SUSPECTS, ...VICTIMS].filter((ref) => {
    const [type, scope] = ref.startsWith('S')
      ? (['suspect', 'suspect:identify'] as const)
      : (['victim', 'victim:identify'] as const);
    const isOpen = within.reads(type, ref) && within.opens(scope, type, ref);
    return !isOpen && new RegExp(`"family":"${ref}"|Test ${ref}\\b`).test(text.replaceAll('""', '"'));
  });
  const told = CASES.filter(({ ref }) => {
    const isOpen = within.reads('incident', `I${ref}`) && within.opens('narrative:read', 'incident', `I${ref}`);
    return !isOpen && text.includes(`Told of ${ref}.`);
  });
  return [...names, ...told.map(({ ref }) => `Told of ${ref}.`)];
}

/** The records whose ids stand in a text although these grants reach neither them nor a record that names them. */
function unreachedIn(text: string, within: Reach): string[] {
  const named = CASES.flatMap(({ ref, suspects, victims }) => [
    ...(within.reads('incident', `I${ref}`) ? [ref, suspects[0], victims[0]] : []),
    ...(within.reads('order', `O${ref}`) ? [ref, suspects[0], ...victims] : []),
  ]);
  return RECORDS.filter(
    ({ id, type, ref }) => text.includes(id) && !within.reads(type, ref) && !named.includes(ref),
  ).map(({ ref }) => ref);
}

test.each(['csv', 'ndjson'])(
  'an export as %s has the rows that a grant opens to it, and of each what is opened',
  async (format) => {
    let rows = 0;
    await fc.assert(
      fc.asyncProperty(grants, fc.constantFrom(...Object.keys(REFS)), async (given, type) => {
        const within = new Reach(given);
        const { headers } = await issued(graph, given);
        const answer = await fetch(`${graph.door.url}/v1/export/${type}?format=${format}`, { headers });
        const text = await answer.text();
        expect(answer.status).toBe(within.holds('export:create') ? 200 : 403);
        const expected = REFS[type]!.filter(
          (ref) => within.reads(type, ref) && within.opens('export:create', type, ref),
        );
        expect(
          REFS[type]!.filter((ref) => new RegExp(`^("id":|\\{"id":)?"?${idOf(type, ref)}`, 'm').test(text)),
        ).toEqual(expected);
        expect(closedIn(text, within)).toEqual([]);
        rows += expected.length;
      }),
      { numRuns: 60 },
    );
    expect(rows).toBeGreaterThan(20);
  },
);

test('changes are told of the records that may be read, and of all of them', async () => {
  await fc.assert(
    fc.asyncProperty(grants, async (given) => {
      const within = new Reach(given);
      const { headers } = await issued(graph, given);
      const { changes } = await pagesOf(graph, headers);
      const told = new Set(changes.map(({ id }) => id));
      expect(RECORDS.filter(({ id }) => told.has(id))).toEqual(
        RECORDS.filter(({ type, ref }) => within.reads(type, ref)),
      );
    }),
    { numRuns: 30 },
  );
});

const BEHAVIOUR = `query ($ids: [ID!]!) { suspectsByIds(ids: $ids) { behaviour {
  suspects { id displayName }
  timeline(first: 100) { edges { node { id title victim { id displayName } source { type id } } } }
  flags { id title suspect { id } victims { id displayName } because { text source { type id } } restsOn { id } }
  coursesOfConduct { id victims { id displayName } cases { id } occasions { victim { id } } }
  network { nodes { id label } edges { from to } } } } }`;

test('a timeline, flags and courses name no record and tell no value that is closed', async () => {
  let named = 0;
  await fc.assert(
    fc.asyncProperty(grants, async (given) => {
      const within = new Reach(given);
      const { headers } = await issued(graph, given);
      const { data, errors } = await graph.query(
        BEHAVIOUR,
        { ids: REFS.suspect!.map((ref) => idOf('suspect', ref)) },
        headers,
      );
      expect(errors).toBeUndefined();
      const text = JSON.stringify(data);
      expect({ closed: closedIn(text, within), unreached: unreachedIn(text, within) }).toEqual({
        closed: [],
        unreached: [],
      });
      named += RECORDS.filter(({ id }) => text.includes(id)).length;
    }),
    { numRuns: 60 },
  );
  expect(named).toBeGreaterThan(50);
});

const ACTIVITY = `subscription ($id: ID!) { suspectActivity(suspectId: $id, since: "0") { recordType recordId suspect { displayName } } }`;

test('the activity of a suspect tells of no record that may not be read', async () => {
  let told = 0;
  await fc.assert(
    fc.asyncProperty(grants, fc.constantFrom(...SUSPECTS), async (given, ref) => {
      const within = new Reach(given);
      const { headers } = await issued(graph, given);
      const client = createClient({ url: `${graph.door.url}/graphql`, headers, retryAttempts: 0 });
      const events: unknown[] = [];
      const stop = client.subscribe(
        { query: ACTIVITY, variables: { id: idOf('suspect', ref) } },
        { next: (event) => events.push(event), error: () => undefined, complete: () => undefined },
      );
      await delay(400);
      stop();
      const text = JSON.stringify(events);
      expect({ closed: closedIn(text, within), unreached: unreachedIn(text, within) }).toEqual({
        closed: [],
        unreached: [],
      });
      told += events.length;
    }),
    { numRuns: 30 },
  );
  expect(told).toBeGreaterThan(5);
});

const REFUSED = [
  ...RECORDS.map(({ type, id }) => `{ ${type}(id: "${id}") { noSuchField } }`),
  ...RECORDS.map(
    ({ type, id }) =>
      `{ ${type}(id: "${id}") { __typename history(first: 5) { edges { node { changes { field after } } } } } }`,
  ),
  `{ suspects(first: 5, filter: { bornFrom: "1980-01-01" }) { totalCount } }`,
  `{ suspects(first: 5, text: "Test S0") { totalCount } cases(first: 5, text: "Told") { totalCount } }`,
  ...CASES.flatMap(({ ref }) => [
    `mutation { reportBreach(input: { requestId: "${randomUUID()}", validateOnly: true, order: "${idOf('order', `O${ref}`)}", occurredAt: "2024-04-01T10:00:00Z", reportedAt: "2024-04-01T11:00:00Z", conditions: ["c1"] }) { breach { id order { id } } } }`,
    `mutation { closeCase(input: { requestId: "${randomUUID()}", validateOnly: true, id: "${idOf('case', ref)}", closedReason: NO_FURTHER_ACTION, closedOn: "2024-05-01" }) { case { id suspects { displayName } } } }`,
  ]),
];

test('what is said of what is refused or absent tells nothing', async () => {
  await fc.assert(
    fc.asyncProperty(grants, fc.shuffledSubarray(REFUSED, { minLength: 6, maxLength: 6 }), async (given, queries) => {
      const within = new Reach(given);
      const { headers } = await issued(graph, given);
      for (const query of queries) {
        const answer = await graph.query(query, {}, headers);
        const text = JSON.stringify(answer.errors ?? []);
        expect([query, closedIn(text, within)]).toEqual([query, []]);
        expect([query, closedIn(JSON.stringify(answer.data ?? null), within)]).toEqual([query, []]);
        // An id that was asked about may be said again; no other.
        const others = RECORDS.filter(({ id }) => text.includes(id) && !query.includes(id));
        expect([query, others]).toEqual([query, []]);
      }
    }),
    { numRuns: 40 },
  );
});
