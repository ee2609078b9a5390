import { CaseDimension, enumeration } from '@throughline/subgraph';
import { caseConditions } from '../case/case.queries';
import type { CaseFilter } from '../case/case.filter';
import type { Conditions } from '@throughline/subgraph';

export const CaseMeasure = enumeration('CaseMeasure', 'What is counted.', {
  CASES: 'Case files.',
  RECORDED_CRIMES: 'Crimes as the police recorded them.',
  CHARGES: 'Offences charged.',
  DECISIONS: 'Decisions of prosecutors and police.',
  INCIDENTS: 'Incidents.',
});
export type CaseMeasure = keyof typeof CaseMeasure;

export { CaseDimension };

/** How a counted row gets its value of a dimension. */
export interface DimensionSql {
  /** Expression for the value. */
  sql: string;
  /** A join that gives the value; with it a row can have several, and counts once for each. */
  several?: string;
}

export interface MeasureSql {
  title: string;
  /** Table of what is counted, as `m`, and its case, as `t`. */
  from: string;
  /** The day by which it is put in a year, quarter or month, and how to say it. */
  day: string;
  dayTitle: string;
  dimensions: Partial<Record<CaseDimension, DimensionSql>>;
  where: Conditions<CaseFilter>;
}

const ofCase = 'LEFT JOIN cases."case" t ON t.id = m.case_id AND t.withdrawn_at IS NULL';

/** Offence codes, CJS and Home Office, beside their families: `$1` and `$2` of every statement. */
const FAMILIES = 'unnest($1::text[], $2::text[])';
const familyOf = (code: string, as: string): DimensionSql['several'] =>
  `LEFT JOIN ${FAMILIES} AS ${as}(code, family) ON ${as}.code = ${code}`;

/** Values of the crimes recorded in the same case, each once. */
const ofCrimes = (value: string, as: string): DimensionSql => ({
  sql: `${as}.value`,
  several: `LEFT JOIN LATERAL (SELECT DISTINCT ${value} AS value FROM cases.recorded_crime r
    WHERE r.case_id = t.id AND r.withdrawn_at IS NULL) ${as} ON true`,
});

const ofDecisions = (as: string): DimensionSql => ({
  sql: `${as}.value`,
  several: `LEFT JOIN LATERAL (SELECT DISTINCT d.outcome AS value FROM cases.charging_decision d
    WHERE d.case_id = t.id AND d.withdrawn_at IS NULL) ${as} ON true`,
});

/** Families charged or recorded in the case. The place of a code is looked up: a join would build its hash for each case. */
const familiesOfCase: DimensionSql = {
  sql: 'families.value',
  several: `LEFT JOIN LATERAL (SELECT DISTINCT ($2::text[])[place] AS value FROM (
      SELECT array_position($1::text[], c.offence) AS place FROM cases.charge c
      WHERE c.case_id = t.id AND c.withdrawn_at IS NULL
      UNION ALL SELECT array_position($1::text[], r.principal_offence) FROM cases.recorded_crime r
      WHERE r.case_id = t.id AND r.withdrawn_at IS NULL
    ) o WHERE place IS NOT NULL) families ON true`,
};

const fromCase = {
  FORCE: { sql: 't.force' },
  AREA: { sql: 't.area' },
  STAGE: { sql: 't.stage' },
  RELATIONSHIP: { sql: 't.relationship' },
  HOME_OFFICE_CODE: ofCrimes('r.principal_offence', 'recorded'),
  CRIME_TYPE: ofCrimes('r.crime_type', 'types'),
  OUTCOME: ofCrimes('coalesce(r.outcome_code, r.outcome)', 'outcomes'),
  DECISION_OUTCOME: ofDecisions('decided'),
  FAMILY: familiesOfCase,
} as const;

export const measures: Record<CaseMeasure, MeasureSql> = {
  CASES: {
    title: 'Cases',
    from: 'cases."case" t',
    day: 't.opened_on',
    dayTitle: 'the day the case was opened',
    dimensions: fromCase,
    where: caseConditions,
  },
  RECORDED_CRIMES: {
    title: 'Recorded crimes',
    from: `cases.recorded_crime m ${ofCase}`,
    day: 'm.recorded_on',
    dayTitle: 'the day the crime was recorded',
    dimensions: {
      ...fromCase,
      FORCE: { sql: 'm.force' },
      HOME_OFFICE_CODE: { sql: 'm.principal_offence' },
      CRIME_TYPE: { sql: 'm.crime_type' },
      OUTCOME: { sql: 'coalesce(m.outcome_code, m.outcome)' },
      FAMILY: { sql: 'f.family', several: familyOf('m.principal_offence', 'f') },
    },
    where: {
      ...caseConditions,
      forces: 'm.force = ANY(?::text[])',
      families: 'm.principal_offence = ANY(?::text[])',
      recordedFrom: 'm.recorded_on >= ?::date',
      recordedTo: 'm.recorded_on <= ?::date',
    },
  },
  CHARGES: {
    title: 'Charges',
    from: `cases.charge m ${ofCase}`,
    day: 'm.charged_on',
    dayTitle: 'the day of the charge',
    dimensions: {
      ...fromCase,
      OUTCOME: { sql: 'm.verdict' },
      FAMILY: { sql: 'f.family', several: familyOf('m.offence', 'f') },
    },
    where: {
      ...caseConditions,
      families: 'm.offence = ANY(?::text[])',
      suspectId: 'm.suspect_id = ?::uuid',
      victimId: 'm.victim_id = ?::uuid',
    },
  },
  DECISIONS: {
    title: 'Decisions',
    from: `cases.charging_decision m ${ofCase}`,
    day: 'm.decided_on',
    dayTitle: 'the day of the decision',
    dimensions: {
      ...fromCase,
      DECISION_OUTCOME: { sql: 'm.outcome' },
      FAMILY: {
        sql: 'f.family',
        several:
          'LEFT JOIN LATERAL (SELECT DISTINCT c.family FROM jsonb_to_recordset(m.considered) AS c(family text)) f ON true',
      },
    },
    where: {
      ...caseConditions,
      families:
        'EXISTS (SELECT FROM jsonb_to_recordset(m.considered) AS c(family text) WHERE c.family = ANY(?::text[]))',
      decidedFrom: 'm.decided_on >= ?::date',
      decidedTo: 'm.decided_on <= ?::date',
      suspectId: 'm.suspect_id = ?::uuid',
    },
  },
  INCIDENTS: {
    title: 'Incidents',
    from: `cases.incident m ${ofCase}`,
    day: `(m.occurred_from AT TIME ZONE 'Europe/London')::date`,
    dayTitle: 'the day on which it began, in London',
    dimensions: fromCase,
    where: { ...caseConditions, suspectId: 'm.suspect_id = ?::uuid', victimId: 'm.victim_id = ?::uuid' },
  },
};
