import { type Batch, isUuid, jsonMoment } from '@throughline/subgraph';
import type { Case } from '../case/case.model';
import type { Charge } from '../charge/charge.model';
import type { ChargingDecision, ConsideredFamily } from '../decision/charging-decision.model';
import { linkedTo } from '../identity/identity-link.queries';
import type { Incident } from '../incident/incident.model';
import type { RecordedCrime } from '../recorded-crime/recorded-crime.model';

/** What is held about one person, whose records a person has decided are one, with offences by their codes. */
export interface PersonRows {
  /** The suspects that the person is, sorted. */
  linkedIds: string[];
  cases: CaseRow[];
  incidents: IncidentRow[];
  recordedCrimes: RecordedCrimeRow[];
  charges: ChargeRow[];
  decisions: DecisionRow[];
}

export type CaseRow = Pick<
  Case,
  'id' | 'urn' | 'force' | 'area' | 'restricted' | 'suspectIds' | 'victimIds' | 'relationship'
>;
export type IncidentRow = Pick<
  Incident,
  | 'id'
  | 'caseId'
  | 'suspectId'
  | 'victimId'
  | 'occurredFrom'
  | 'timeKnown'
  | 'behaviours'
  | 'evidence'
  | 'fearOfViolence'
  | 'seriousAlarmOrDistress'
  | 'dayToDayEffects'
>;
export type RecordedCrimeRow = Pick<
  RecordedCrime,
  'id' | 'force' | 'recordedOn' | 'principalOffence' | 'includedClassifications'
> & { caseId: string };
export type ChargeRow = Pick<
  Charge,
  'id' | 'caseId' | 'suspectId' | 'victimId' | 'offence' | 'chargedOn' | 'breachIds' | 'verdict' | 'disposedOn'
>;
export type DecisionRow = Pick<
  ChargingDecision,
  'id' | 'caseId' | 'suspectId' | 'decidedOn' | 'kind' | 'guidanceCited'
> & {
  considered: (Pick<ConsideredFamily, 'family' | 'accepted'> & { reasoned: boolean })[];
};

interface Found extends Omit<PersonRows, 'linkedIds'> {
  people: { root: string; id: string }[];
}

/** A link is followed both ways, however far it leads; links that form a ring end, because nobody is met twice. */
const people = `people(root, id) AS (
    SELECT root, root FROM unnest($1::uuid[]) AS root
    UNION SELECT people.root, link.id FROM people, LATERAL (${linkedTo('people.id', 'SAME')}) AS link(id))`;

const rowsOf = (name: string) => `(SELECT coalesce(json_agg("${name}"), '[]') FROM "${name}") AS "${name}"`;

/**
 * One statement, so that what it finds was true at one moment. Ids are handed on as arrays: PostgreSQL then looks each
 * of them up, however many it expects. A person's cases are those that name them and those of their records.
 */
const factsOfPeople = `WITH RECURSIVE ${people}, incidents AS MATERIALIZED (
    SELECT id, case_id AS "caseId", suspect_id AS "suspectId", victim_id AS "victimId",
      ${jsonMoment('occurred_from')} AS "occurredFrom", time_known AS "timeKnown", behaviours,
      evidence, fear_of_violence AS "fearOfViolence", serious_alarm_or_distress AS "seriousAlarmOrDistress",
      day_to_day_effects AS "dayToDayEffects"
    FROM cases.incident WHERE suspect_id = ANY(ARRAY(SELECT id FROM people)) AND withdrawn_at IS NULL
  ), charges AS MATERIALIZED (
    SELECT id, case_id AS "caseId", suspect_id AS "suspectId", victim_id AS "victimId", offence, charged_on AS "chargedOn",
      breach_ids AS "breachIds", verdict, disposed_on AS "disposedOn"
    FROM cases.charge WHERE suspect_id = ANY(ARRAY(SELECT id FROM people)) AND withdrawn_at IS NULL
  ), decisions AS MATERIALIZED (
    SELECT id, case_id AS "caseId", suspect_id AS "suspectId", decided_on AS "decidedOn", kind, guidance_cited AS "guidanceCited",
      (SELECT coalesce(json_agg(json_build_object('family', family, 'accepted', accepted, 'reasoned', rationale IS NOT NULL)), '[]')
        FROM jsonb_to_recordset(considered) AS c(family text, accepted boolean, rationale text)) AS considered
    FROM cases.charging_decision WHERE suspect_id = ANY(ARRAY(SELECT id FROM people)) AND withdrawn_at IS NULL
  ), named AS MATERIALIZED (
    SELECT cases.case_by_suspect_ids(ARRAY(SELECT id FROM people)) AS id
    UNION SELECT "caseId" FROM incidents UNION SELECT "caseId" FROM charges UNION SELECT "caseId" FROM decisions
  ), cases AS MATERIALIZED (
    SELECT id, urn, force, area, restricted, suspect_ids AS "suspectIds", victim_ids AS "victimIds", relationship
    FROM cases."case" WHERE id = ANY(ARRAY(SELECT id FROM named)) AND withdrawn_at IS NULL
  ), "recordedCrimes" AS (
    SELECT id, case_id AS "caseId", force, recorded_on AS "recordedOn", principal_offence AS "principalOffence",
      included_classifications AS "includedClassifications"
    FROM cases.recorded_crime WHERE case_id = ANY(ARRAY(SELECT id FROM cases)) AND withdrawn_at IS NULL
  ) SELECT ${['people', 'cases', 'incidents', 'recordedCrimes', 'charges', 'decisions'].map(rowsOf).join(', ')}`;

/** The person that each of the suspects is, and what is held about them. */
export const personsOfSuspects: Batch<string, PersonRows> = async (db, ids) => {
  const [found] = await db.query<Found>(factsOfPeople, [ids.filter(isUuid)]);
  const linked = groups(found!.people, ({ root }) => [root]);
  const bySuspect = {
    cases: groups(found!.cases, ({ suspectIds }) => suspectIds),
    incidents: groups(found!.incidents, ({ suspectId }) => [suspectId]),
    charges: groups(found!.charges, ({ suspectId }) => [suspectId]),
    decisions: groups(found!.decisions, ({ suspectId }) => [suspectId]),
  };
  const caseById = groups(found!.cases, ({ id }) => [id]);
  const crimesByCase = groups(found!.recordedCrimes, ({ caseId }) => [caseId]);
  return ids.map((root) => {
    const linkedIds = (linked.get(root.toLowerCase()) ?? []).map(({ id }) => id).sort();
    const of = <Row>(rows: Map<string, Row[]>) => linkedIds.flatMap((id) => rows.get(id) ?? []);
    const [incidents, charges, decisions] = [of(bySuspect.incidents), of(bySuspect.charges), of(bySuspect.decisions)];
    const within = [...incidents, ...charges, ...decisions].flatMap(({ caseId }) => caseById.get(caseId) ?? []);
    const cases = [...new Set([...of(bySuspect.cases), ...within])];
    const recordedCrimes = cases.flatMap(({ id }) => crimesByCase.get(id) ?? []);
    return { linkedIds, cases, incidents, recordedCrimes, charges, decisions };
  });
};

function groups<Row>(rows: Row[], keysOf: (row: Row) => string[]): Map<string, Row[]> {
  const grouped = new Map<string, Row[]>();
  for (const row of rows) {
    for (const key of keysOf(row)) {
      const group = grouped.get(key);
      if (group) group.push(row);
      else grouped.set(key, [row]);
    }
  }
  return grouped;
}
