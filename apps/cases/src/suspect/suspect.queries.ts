import { type Batch, type Conditions, KEYS, connection, mayRead, statement } from '@throughline/subgraph';
import type { PersonSearch } from '../search/person-search.queries';
import { Suspect } from './suspect.model';
import type { SuspectFilter } from './suspect.resolver';

const FORCES = statement(
  `SELECT s.id, array_agg(DISTINCT c.force ORDER BY c.force) AS forces
   FROM cases."case" c, unnest(c.suspect_ids) AS s(id)
   WHERE c.id = ANY(ARRAY(SELECT cases.case_by_suspect_ids(${KEYS}))) AND s.id = ANY(${KEYS}) AND c.withdrawn_at IS NULL
   GROUP BY s.id`,
);

/** Codes of the forces whose cases name the suspects. */
export const forcesOfSuspects: Batch<string, string[]> = async (db, ids) => {
  const rows = await db.prepared<{ id: string; forces: string[] }>(FORCES, [ids]);
  const forces = new Map(rows.map((row) => [row.id, row.forces]));
  return ids.map((id) => forces.get(id) ?? []);
};

/** Which suspects, with what other subgraphs say of them looked up. */
export interface SuspectConditions extends Pick<SuspectFilter, 'forces' | 'bornFrom' | 'bornTo' | 'identifier'> {
  among?: readonly string[];
  notAmong?: readonly string[];
  graded?: readonly string[];
}

/** What says who somebody is finds only those whose it may be read of: to filter by a field is to read it. */
const identified = (condition: string) => `${condition} AND ${mayRead(Suspect, 't', 'suspect:identify')}`;

const where: Conditions<SuspectConditions> = {
  among: 't.id = ANY(?::uuid[])',
  notAmong: 't.id <> ALL(?::uuid[])',
  graded: 't.id = ANY(?::uuid[])',
  forces: `t.id IN (SELECT unnest(c.suspect_ids) FROM cases."case" c WHERE c.force = ANY(?::text[]) AND c.withdrawn_at IS NULL)`,
  bornFrom: identified('t.date_of_birth >= ?::date'),
  bornTo: identified('t.date_of_birth <= ?::date'),
  identifier: identified('t.id = ANY(ARRAY(SELECT cases.suspects_by_identifier(?::jsonb)))'),
};

export const allSuspects = connection<Suspect, SuspectConditions>(Suspect, {
  where,
  sorts: { ID: { sql: 't.id', type: 'uuid', direction: 'ASC' } },
});

export const suspectSearch: PersonSearch<SuspectConditions> = {
  names: 'cases.suspect_name',
  scope: 'suspect:identify',
  numbered: true,
  where,
};
