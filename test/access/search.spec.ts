import { type Grant, ALL_RIGHTS, rightsOf } from '@throughline/access';
import type { Database } from '@throughline/subgraph';
import { duplicatesOfSuspects } from '../../apps/cases/src/identity/duplicate.queries';
import { searchCases } from '../../apps/cases/src/search/case-search.queries';
import { searchPeople } from '../../apps/cases/src/search/person-search.queries';
import { searchText } from '../../apps/cases/src/search/search-text';
import { Suspect } from '../../apps/cases/src/suspect/suspect.model';
import { suspectSearch } from '../../apps/cases/src/suspect/suspect.queries';
import { Victim } from '../../apps/cases/src/victim/victim.model';
import { victimSearch } from '../../apps/cases/src/victim/victim.queries';
import { type Graph, aCase, aGraph, aRecordedCrime, aSuspect, aVictim, anIncident, idOf } from '../support';

const PERSON = {
  names: [{ given: 'Stephen', family: 'Kershaw', kind: 'LEGAL' }],
  dateOfBirth: '1980-03-07',
  pncId: '04/12345X',
  identifiers: [{ scheme: 'PHONE', value: '07700 900123' }],
};
const ASKED = ['Stephen Kershaw', 'Stehpen Kershwa', '07/03/1980', '04/12345X', '07700 900123', 'Kershaw 1980-03-07'];
const REFS = ['ours', 'ours-too', 'theirs', 'sealed'];

/** Each in a case of their own: two of force 06, one of force 01, one of a restricted case of 06. */
describe('what is found by searching', () => {
  let graph: Graph;
  let db: Database;
  beforeAll(async () => {
    graph = await aGraph();
    db = graph.subgraphs.find(({ name }) => name === 'cases')!.db;
    const { rejects } = await graph.import(
      REFS.flatMap((ref) => {
        const place = ref === 'theirs' ? { force: '01', area: 'LONDON_NORTH' } : {};
        const { names, dateOfBirth } = PERSON;
        return [
          aSuspect(ref, PERSON),
          aVictim(ref, { names, dateOfBirth }),
          aCase(ref, { suspects: [ref], victims: [ref], ...place, restricted: ref === 'sealed', crimeReferences: [`CRI/${ref}/77`] }), // prettier-ignore
          aRecordedCrime(`06X/${ref}`, { case: ref, force: place.force ?? '06' }),
          anIncident(ref, { case: ref, suspect: ref, victim: ref, narrative: 'A harmonica was heard all night.' }),
        ];
      }),
    );
    expect(rejects).toEqual([]);
  });
  afterAll(() => graph[Symbol.asyncDispose]());

  const as = (...grants: Grant[]) => db.as(rightsOf({ grants }, 'INVESTIGATION'));
  const IDENTIFY = ['case:read', 'suspect:identify', 'victim:identify', 'narrative:read'] as const;
  const ours = (): Grant => ({ scopes: [...IDENTIFY], rows: { forces: ['06'] } });
  const page = { first: 20, count: true };
  const refsOf = ({ edges, totalCount }: { edges: { node: { ref: string } }[]; totalCount: number | null }) => {
    const refs = edges.map(({ node }) => node.ref).sort();
    expect(totalCount).toBe(refs.length);
    return refs;
  };
  const suspects = async (to: Database, text: string) =>
    refsOf(await searchPeople(to, Suspect, suspectSearch, searchText(text)!, page));
  const victims = async (to: Database, text: string) =>
    refsOf(await searchPeople(to, Victim, victimSearch, searchText(text)!, page));
  const cases = async (to: Database, text: string) => refsOf(await searchCases(to, searchText(text)!, page));
  const duplicates = async (to: Database, ref: string) => {
    const [found] = await duplicatesOfSuspects(to, [idOf('suspect', ref)]);
    return found!.map(({ ref: other, alike, numbers }) => ({
      ref: other,
      alike,
      holders: numbers.map((n) => n.holders),
    }));
  };

  it.each(ASKED)(
    'and counted is everybody for a service, and for a caller only whom they may see: %s',
    async (text) => {
      expect(await suspects(db.as(ALL_RIGHTS), text)).toEqual([...REFS].sort());
      expect(await suspects(as(ours()), text)).toEqual(['ours', 'ours-too']);
      expect(await suspects(as({ ...ours(), rows: { everyRow: true } }), text)).toEqual(['ours', 'ours-too', 'theirs']);
      expect(await suspects(as({ ...ours(), rows: { cases: [idOf('case', 'sealed')] } }), text)).toEqual(['sealed']);
      expect(await suspects(as(), text)).toEqual([]);
    },
  );

  it('by names is only whose names may be read, whatever else may be', async () => {
    const readers = as({ scopes: ['case:read'], rows: { everyRow: true } });
    const mixed = as(
      { scopes: ['case:read'], rows: { forces: ['06', '01'] } },
      { ...ours(), rows: { forces: ['01'] } },
    );
    for (const text of ASKED) {
      expect(await suspects(readers, text)).toEqual([]);
      expect(await suspects(mixed, text)).toEqual(['theirs']);
    }
    for (const text of ['Stephen Kershaw', '1980-03-07']) {
      expect(await victims(readers, text)).toEqual([]);
      expect(await victims(mixed, text)).toEqual(['theirs']);
      expect(await victims(as({ scopes: ['case:read', 'suspect:identify'], rows: { everyRow: true } }), text)).toEqual(
        [],
      );
    }
  });

  it('by references is only which cases may be seen, and by words only what may be read', async () => {
    const readers = as({ scopes: ['case:read'], rows: { forces: ['06', '01'] } });
    expect(await cases(db.as(ALL_RIGHTS), 'harmonica')).toEqual([...REFS].sort());
    expect(await cases(as(ours()), 'harmonica')).toEqual(['ours', 'ours-too']);
    expect(await cases(readers, 'harmonica')).toEqual([]);
    expect(await cases(as({ scopes: ['case:read'], rows: { forces: ['06'] } }, { ...ours(), rows: { forces: ['01'] } }), 'harmonica')).toEqual(['theirs']); // prettier-ignore
    for (const ref of ['theirs', 'sealed']) {
      for (const text of [ref, `CRI/${ref}/77`, `06X/${ref}`]) {
        expect(await cases(as(ours()), text)).toEqual([]);
        expect(await cases(db.as(ALL_RIGHTS), text)).toContain(ref);
      }
    }
    expect(await cases(readers, 'theirs')).toEqual(['theirs']);
  });

  it('to be a possible duplicate, and counted beside it, is only who may be known', async () => {
    expect((await duplicates(db.as(ALL_RIGHTS), 'ours')).map(({ ref }) => ref).sort()).toEqual(['ours-too', 'sealed', 'theirs']); // prettier-ignore
    expect(await duplicates(as(ours()), 'ours')).toEqual([{ ref: 'ours-too', alike: 1, holders: [1, 1] }]);
    expect(await duplicates(as(ours()), 'theirs')).toEqual([]);
    expect(await duplicates(as({ scopes: ['case:read'], rows: { everyRow: true } }), 'ours')).toEqual([]);
  });
});
