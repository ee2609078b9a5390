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

const period = (format: string): OnlyValue => ({ sql: `to_char(t.opened_on, '${format}')` });

/**
 * One value for each case, where `caseStatistics` may count it under several, so that strata and groups of files do not
 * overlap. Of offences, that of the first charge stands for the case, without any charge that of the first crime
 * recorded; of crimes the first recorded, of decisions the latest. `families` is SQL that gives codes with their families.
 */
export function onlyValue(dimension: CaseDimension, families: string): OnlyValue {
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
        join: `LEFT JOIN LATERAL (SELECT o.code FROM (
            SELECT c.offence AS code, 1 AS place, c.charged_on AS day, c.id FROM cases.charge c
            WHERE c.case_id = t.id AND c.withdrawn_at IS NULL
            UNION ALL SELECT r.principal_offence, 2, r.recorded_on, r.id FROM cases.recorded_crime r
            WHERE r.case_id = t.id AND r.withdrawn_at IS NULL AND r.principal_offence IS NOT NULL
          ) o ORDER BY o.place, o.day, o.id LIMIT 1) named ON true
          LEFT JOIN ${families} AS family_of(code, family) ON family_of.code = named.code`,
      };
  }
}
