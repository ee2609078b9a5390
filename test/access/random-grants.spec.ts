import { type Grant, opens, rightsOf } from '@throughline/access';
import fc from 'fast-check';
import { type Graph, aGraph, idOf } from '../support';
import { issued } from './issued';
import { CASES, SUSPECTS, VICTIMS, casework, grantOf, reach } from './three-forces';

/**
 * Random grants over casework of three forces: no value reaches a caller unless one grant that its row matches opens
 * its field, whatever the route; whatever is opened is reached; and another grant takes nothing away.
 */
let graph: Graph;
beforeAll(async () => {
  graph = await aGraph();
  const { rejects } = await graph.import(casework);
  expect(rejects).toEqual([]);
});
afterAll(() => graph[Symbol.asyncDispose]());

const grant = grantOf(['case:read', 'suspect:identify', 'victim:identify', 'narrative:read', 'order:read']);

const PERSON = 'ref displayName names { family }';
const CASE = `urn suspects { ${PERSON} dateOfBirth history(first: 3) { edges { node { changes { field before after } } } } } victims { ${PERSON} } incidents(first: 5) { totalCount edges { node { ref narrative } } }`;
const QUERY = `query ($suspects: [ID!]!) {
  cases(first: 10) { totalCount edges { node { ${CASE} } } }
  suspects(first: 6) { totalCount edges { node { ${PERSON} dateOfBirth cases(first: 6) { totalCount edges { node { ${CASE} } } } } } }
  victims(first: 10) { totalCount edges { node { ${PERSON} } } }
  suspectsByIds(ids: $suspects) { ${PERSON} possibleDuplicates { suspect { ${PERSON} } } }
  found: suspects(first: 10, text: "Test") { totalCount edges { node { ${PERSON} } } }
  told: cases(first: 10, text: "told") { totalCount edges { node { urn } } }
}`;

async function seen(grants: Grant[]) {
  const { headers } = await issued(graph, grants);
  const variables = { suspects: SUSPECTS.map((ref) => idOf('suspect', ref)) };
  const { data, errors } = await graph.query(QUERY, variables, headers);
  expect(errors).toBeUndefined();
  return data;
}

/** Every object of an answer that has a field, wherever it stands. */
function* having(field: string, value: unknown): Iterable<any> {
  if (Array.isArray(value)) for (const item of value) yield* having(field, item);
  else if (typeof value === 'object' && value !== null) {
    if (field in value) yield value;
    for (const inner of Object.values(value)) yield* having(field, inner);
  }
}
const refs = (connection: any, field = 'ref'): string[] =>
  (connection?.edges ?? []).map(({ node }: any) => node[field]).sort() as string[];

test('no value is seen by any route but by a grant that opens it in its row; all that is opened is seen', async () => {
  let shown = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(grant, { minLength: 1, maxLength: 4 }), async (grants) => {
      const rights = rightsOf({ grants }, 'INVESTIGATION');
      const data = await seen(grants);
      const reads = (kind: keyof typeof reach, ref: string) => opens(rights, 'case:read', reach[kind](rights, ref));

      expect(refs(data.cases, 'urn')).toEqual(CASES.map(({ ref }) => ref).filter((ref) => reads('case', ref)));
      expect(refs(data.suspects)).toEqual(SUSPECTS.filter((ref) => reads('suspect', ref)));
      expect(refs(data.victims)).toEqual(VICTIMS.filter((ref) => reads('victim', ref)));
      for (const connection of having('totalCount', data)) expect(connection.totalCount).toBe(connection.edges.length);

      for (const person of having('displayName', data)) {
        const kind = person.ref.startsWith('S') ? 'suspect' : 'victim';
        expect([person.ref, reads(kind, person.ref)]).toEqual([person.ref, true]);
        const isNamed = opens(rights, `${kind}:identify`, reach[kind](rights, person.ref));
        expect([person.ref, person.displayName]).toEqual([person.ref, isNamed ? `Test ${person.ref}` : null]);
        expect(person.names === null).toBe(!isNamed);
        if ('dateOfBirth' in person) expect(person.dateOfBirth).toBe(isNamed ? '1980-03-07' : null);
        shown += Number(isNamed);
      }
      for (const { ref, narrative } of having('narrative', data)) {
        const of = ref.slice(1);
        expect([ref, reads('incident', of)]).toEqual([ref, true]);
        const isTold = opens(rights, 'narrative:read', reach.incident(rights, of));
        expect([ref, narrative]).toEqual([ref, isTold ? `Told of ${of}.` : null]);
      }
      // To find somebody by name, or a case by what is told, is to read it.
      const named = (ref: string) => opens(rights, 'suspect:identify', reach.suspect(rights, ref));
      expect(refs(data.found)).toEqual(SUSPECTS.filter((ref) => reads('suspect', ref) && named(ref)));
      for (const ref of refs(data.told, 'urn')) {
        expect([ref, opens(rights, 'narrative:read', reach.incident(rights, ref))]).toEqual([ref, true]);
      }
    }),
    { numRuns: 60 },
  );
  expect(shown).toBeGreaterThan(200);
});

test('another grant never takes a row or a value away', async () => {
  const all = (data: unknown) =>
    [...having('displayName', data)].map(({ ref, displayName }) => `${ref} ${displayName ?? ''}`);
  await fc.assert(
    fc.asyncProperty(fc.array(grant, { minLength: 1, maxLength: 3 }), grant, async (grants, more) => {
      const before = await seen(grants);
      const after = await seen([...grants, more]);
      for (const list of ['cases', 'suspects', 'victims', 'found', 'told']) {
        const field = list === 'cases' || list === 'told' ? 'urn' : 'ref';
        expect(refs(after[list], field)).toEqual(expect.arrayContaining(refs(before[list], field)));
      }
      const named = (data: unknown) => all(data).filter((text) => text.includes('Test'));
      expect(new Set(named(after)).size).toBeGreaterThanOrEqual(new Set(named(before)).size);
    }),
    { numRuns: 30 },
  );
});
