import { type Batch, type Conditions, columns, connection } from '@throughline/subgraph';
import { Case } from './case.model';
import type { CaseFilter } from './case.filter';

const openedOn = { sql: 't.opened_on', type: 'date' } as const;
const newestFirst = { OPENED_ON_DESC: { ...openedOn, direction: 'DESC' } } as const;

export const casesOfSuspects = connection(Case, { of: 'suspect_ids', sorts: newestFirst });
export const casesOfVictims = connection(Case, { of: 'victim_ids', sorts: newestFirst });

/** Conditions on a case. `families` stands for its codes too: see `CodeBook.codesOf`. */
export const caseConditions: Conditions<CaseFilter> = {
  forces: 't.force = ANY(?::text[])',
  areas: 't.area = ANY(?::text[])',
  stages: 't.stage = ANY(?::text[])',
  families: 't.id IN (SELECT case_id FROM cases.case_code WHERE code = ANY(?::text[]))',
  relationships: 't.relationship = ANY(?::text[])',
  openedFrom: 't.opened_on >= ?::date',
  openedTo: 't.opened_on <= ?::date',
  decidedFrom: `EXISTS (SELECT FROM cases.charging_decision d WHERE d.case_id = t.id AND d.decided_on >= ?::date AND d.withdrawn_at IS NULL)`,
  decidedTo: `EXISTS (SELECT FROM cases.charging_decision d WHERE d.case_id = t.id AND d.decided_on <= ?::date AND d.withdrawn_at IS NULL)`,
  recordedFrom: `EXISTS (SELECT FROM cases.recorded_crime r WHERE r.case_id = t.id AND r.recorded_on >= ?::date AND r.withdrawn_at IS NULL)`,
  recordedTo: `EXISTS (SELECT FROM cases.recorded_crime r WHERE r.case_id = t.id AND r.recorded_on <= ?::date AND r.withdrawn_at IS NULL)`,
  domestic: 't.domestic = ?::boolean',
  suspectId: 't.id = ANY(ARRAY(SELECT cases.case_by_suspect_ids(ARRAY[?::uuid])))',
  victimId: 't.id = ANY(ARRAY(SELECT cases.case_by_victim_ids(ARRAY[?::uuid])))',
};

export const allCases = connection<Case, CaseFilter>(Case, {
  where: caseConditions,
  sorts: {
    ...newestFirst,
    OPENED_ON_ASC: { ...openedOn, direction: 'ASC' },
    URN_ASC: { sql: 't.urn', type: 'text', direction: 'ASC' },
  },
});

/** The case with a URN. Two sources may both hold it: the one opened first answers. */
export const caseByUrn: Batch<string, Case | null> = async (db, urns) => {
  const rows = await db.query<Case>(
    `SELECT DISTINCT ON (t.urn) ${columns(Case, 't')} FROM cases."case" t
     WHERE t.urn = ANY($1::text[]) AND t.withdrawn_at IS NULL ORDER BY t.urn, t.opened_on, t.id`,
    [urns],
  );
  return urns.map((urn) => rows.find((row) => row.urn === urn) ?? null);
};
