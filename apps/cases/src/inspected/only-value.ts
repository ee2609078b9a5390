import { type CaseDimension, CaseDimension as Dimension } from '@throughline/subgraph';

/** How a case gets its one value of a dimension: an SQL expression, and the join that it needs, over the case `t`. */
export interface OnlyValue {
  sql: string;
  join?: string;
}

const firstCrime = (value: string): OnlyValue => ({
  sql: 'first_crime.value',
  join: `LEFT JOIN LATERAL (SELECT ${value} AS value FROM cases.recorded_crime r
    WHERE r.case_id = t.id AND r.withdrawn_at IS NULL AND ${value} IS NOT NULL
    ORDER BY r.recorded_on, r.id LIMIT 1) first_crime ON true`,
});

/** Offences charged and then those recorded, of one case or of all. */
const offences = (which: string) => `SELECT c.case_id, c.offence AS code, 1 AS place, c.charged_on AS day, c.id
    FROM cases.charge c WHERE c.withdrawn_at IS NULL ${which.replaceAll('?', 'c')}
  UNION ALL SELECT r.case_id, r.principal_offence, 2, r.recorded_on, r.id
    FROM cases.recorded_crime r WHERE r.withdrawn_at IS NULL AND r.principal_offence IS NOT NULL ${which.replaceAll('?', 'r')}`;
const FIRST_OFFENCE = `LEFT JOIN LATERAL (
  SELECT o.code FROM (${offences('AND ?.case_id = t.id')}) o ORDER BY o.place, o.day, o.id LIMIT 1) named ON true`;
const FIRST_OFFENCES = `LEFT JOIN (SELECT DISTINCT ON (o.case_id) o.case_id, o.code
  FROM (${offences('')}) o ORDER BY o.case_id, o.place, o.day, o.id) named ON named.case_id = t.id`;

const period = (format: string): OnlyValue => ({ sql: `to_char(t.opened_on, '${format}')` });

/**
 * One value for each case, where `caseStatistics` may count it under several, so that strata and groups of files do not
 * overlap. Of offences, that of the first charge stands for the case, without any charge that of the first crime
 * recorded; of crimes the first recorded, of decisions the latest. `families` is SQL that gives codes with their families.
 * For `many` cases the offences of all are put in order at once, for fewer those of each.
 */
export function onlyValue(dimension: CaseDimension, families: string, many = false): OnlyValue {
  switch (dimension) {
    case Dimension.FORCE:
      return { sql: 't.force' };
    case Dimension.AREA:
      return { sql: 't.area' };
    case Dimension.STAGE:
      return { sql: 't.stage' };
    case Dimension.RELATIONSHIP:
      return { sql: 't.relationship' };
    case Dimension.YEAR:
      return period('YYYY');
    case Dimension.QUARTER:
      return period('YYYY-"Q"Q');
    case Dimension.MONTH:
      return period('YYYY-MM');
    case Dimension.HOME_OFFICE_CODE:
      return firstCrime('r.principal_offence');
    case Dimension.CRIME_TYPE:
      return firstCrime('r.crime_type');
    case Dimension.OUTCOME:
      return firstCrime('coalesce(r.outcome_code, r.outcome)');
    case Dimension.DECISION_OUTCOME:
      return {
        sql: 'last_decision.value',
        join: `LEFT JOIN LATERAL (SELECT d.outcome AS value FROM cases.charging_decision d
          WHERE d.case_id = t.id AND d.withdrawn_at IS NULL ORDER BY d.decided_on DESC, d.id DESC LIMIT 1) last_decision ON true`,
      };
    case Dimension.FAMILY:
      return {
        sql: 'family_of.family',
        join: `${many ? FIRST_OFFENCES : FIRST_OFFENCE}
          LEFT JOIN ${families} AS family_of(code, family) ON family_of.code = named.code`,
      };
  }
}
