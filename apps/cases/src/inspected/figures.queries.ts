import {
  type CaseDimension,
  type CodeBook,
  type Database,
  GROUPED,
  type Group,
  groupParams,
} from '@throughline/subgraph';
import { familyTable } from '../statistics/statistics.queries';
import { onlyValue } from './only-value';

/** By what files are put in groups: what a case has one of. */
export type GroupBy = Extract<CaseDimension, 'AREA' | 'FORCE' | 'FAMILY'>;

/** From so many files on it costs less to go through all offences once than to look up those of each file. */
const MANY = 20_000;

const FAMILIES = 'unnest($4::text[], $5::text[])';

/** The files that are asked about, of which the caller may see the case, with their group and their value of `by`. */
function filesBy(by: GroupBy | null, size: number): string {
  const { sql, join = '' } = by ? onlyValue(by, FAMILIES, size > MANY) : { sql: `''` };
  return `${GROUPED}, files AS MATERIALIZED (
      SELECT g.key, coalesce(${sql}, 'NOT_RECORDED') AS by, t.id, t.opened_on, t.reported_on, t.referred_on,
        t.closed_reason, t.file_availability
      FROM grouped g JOIN cases."case" t ON t.id = g.id AND t.withdrawn_at IS NULL ${join}
      -- Not every figure needs the families, but PostgreSQL must know the types of all parameters.
      WHERE cardinality($4::text[]) = cardinality($5::text[]))`;
}

const ofFiles = (alias: string) => `${alias}.withdrawn_at IS NULL AND ${alias}.case_id IN (SELECT id FROM files)`;

/**
 * What is counted of files, each as SQL over `files` that gives cells: the key and value of `by` of a file, its row,
 * its column and its id. A file is in several cells of one table only where it says so.
 */
const CELLS = {
  /** Whether the file can be had, as its case says. */
  AVAILABILITY: `SELECT key, by, '' AS row, coalesce(file_availability, 'NOT_RECORDED') AS col, id FROM files`,
  /** Every family charged in the case, in order, separated by commas. */
  CHARGED: `SELECT f.key, f.by, coalesce(charged.families, '') AS row, '' AS col, f.id FROM files f
    LEFT JOIN (SELECT c.case_id, string_agg(DISTINCT family_of.family, ',' ORDER BY family_of.family) AS families
      FROM cases.charge c JOIN ${FAMILIES} AS family_of(code, family) ON family_of.code = c.offence
      WHERE ${ofFiles('c')} GROUP BY c.case_id) charged ON charged.case_id = f.id`,
  /** The latest decision that ended something, and why the case was closed. */
  OUTCOME: `SELECT f.key, f.by, coalesce(last.outcome, 'NOT_DECIDED') AS row, coalesce(f.closed_reason, 'NOT_CLOSED') AS col, f.id
    FROM files f LEFT JOIN (SELECT DISTINCT ON (d.case_id) d.case_id, d.outcome FROM cases.charging_decision d
      WHERE ${ofFiles('d')} AND d.outcome NOT IN ('ACTION_PLAN', 'CONTINUE')
      ORDER BY d.case_id, d.decided_on DESC, d.id DESC) last ON last.case_id = f.id`,
  /** Whether a decision considered a protective order, and whether breaches of orders are all that was charged. */
  PROTECTION: `SELECT f.key, f.by, coalesce(max(said.considered), 'N') AS row, coalesce(min(said.alone), 'N') AS col, f.id
    FROM files f LEFT JOIN (
      SELECT d.case_id, CASE d.order_considered WHEN 'YES' THEN 'Y' ELSE 'N' END AS considered, NULL AS alone
      FROM cases.charging_decision d WHERE d.withdrawn_at IS NULL
      UNION ALL SELECT c.case_id, NULL, CASE WHEN family_of.family LIKE 'BREACH%' THEN 'Y' ELSE 'N' END
      FROM cases.charge c LEFT JOIN ${FAMILIES} AS family_of(code, family) ON family_of.code = c.offence
      WHERE c.withdrawn_at IS NULL) said ON said.case_id = f.id
    GROUP BY f.key, f.by, f.id`,
  /** What the latest check of the police file found: every file under FILES, and under each gap that it has. */
  FILE_QUALITY: `SELECT f.key, f.by, CASE WHEN last.compliant THEN 'COMPLIANT' WHEN NOT last.compliant THEN 'NOT_COMPLIANT' ELSE 'NOT_CHECKED' END AS row,
      found.col, f.id
    FROM files f LEFT JOIN (SELECT DISTINCT ON (q.case_id) q.case_id, q.compliant, q.gaps FROM cases.file_quality_check q
      WHERE ${ofFiles('q')} ORDER BY q.case_id, q.checked_on DESC, q.id DESC) last ON last.case_id = f.id
    CROSS JOIN LATERAL (SELECT 'FILES' AS col UNION SELECT 'GAP:' || gap FROM unnest(last.gaps) AS gap) found`,
} as const;

/** What is measured in days, as SQL over what `DAYS` finds of a file; null where a step is not recorded. */
const INTERVALS = {
  REPORT_TO_REFERRAL: 'f.referred_on - f.reported_on',
  REFERRAL_TO_FIRST_REVIEW: 'd.reviewed - f.referred_on',
  FIRST_REVIEW_TO_DECISION: 'd.decided - d.reviewed',
  REPORT_TO_DECISION: 'd.decided - f.reported_on',
  EARLY_ADVICE: 'advised.days',
  ACTION_PLAN: 'planned.days',
} as const;

/** Days from one step to another of each file, a column for each interval. */
const DAYS = `SELECT f.key, f.by, f.id, ${Object.entries(INTERVALS)
  .map(([name, days]) => `${days} AS "${name}"`)
  .join(', ')} FROM files f
  LEFT JOIN (SELECT d.case_id,
      min(d.decided_on) FILTER (WHERE d.kind <> 'EARLY_ADVICE' AND d.decided_on >= coalesce(own.referred_on, d.decided_on)) AS reviewed,
      min(d.decided_on) FILTER (WHERE d.outcome IN ('CHARGE', 'NFA_EVIDENTIAL', 'NFA_PUBLIC_INTEREST', 'OUT_OF_COURT')) AS decided
    FROM cases.charging_decision d JOIN files own ON own.id = d.case_id WHERE d.withdrawn_at IS NULL GROUP BY d.case_id) d ON d.case_id = f.id
  LEFT JOIN (SELECT DISTINCT ON (e.case_id) e.case_id,
      (e.responded_at AT TIME ZONE 'Europe/London')::date - (e.requested_at AT TIME ZONE 'Europe/London')::date AS days
    FROM cases.early_advice e WHERE ${ofFiles('e')} ORDER BY e.case_id, e.requested_at, e.id) advised ON advised.case_id = f.id
  LEFT JOIN (SELECT DISTINCT ON (p.case_id) p.case_id, (
      SELECT CASE WHEN bool_and(item.done IS NOT NULL) THEN max(item.done) - p.issued_on END
      FROM jsonb_to_recordset(p.items) AS i("doneOn" date), LATERAL (SELECT i."doneOn" AS done) item) AS days
    FROM cases.action_plan p WHERE ${ofFiles('p')} ORDER BY p.case_id, p.issued_on, p.id) planned ON planned.case_id = f.id`;

/** What is said of an interval over files, as JSON: see `DaysCount`. */
const daysOf = (name: string, split: boolean) => `json_build_object('row', '${name}', 'files', count(*),
  'n', count(*) FILTER (WHERE "${name}" >= 0), 'backwards', count(*) FILTER (WHERE "${name}" < 0),
  'median', percentile_disc(0.5) WITHIN GROUP (ORDER BY "${name}") FILTER (WHERE "${name}" >= 0),
  'p90', percentile_disc(0.9) WITHIN GROUP (ORDER BY "${name}") FILTER (WHERE "${name}" >= 0)
  ${split ? `, 'ids', string_agg(id::text, ',') FILTER (WHERE "${name}" >= 0)` : ''})`;

export type CellFigure = keyof typeof CELLS;

/** How many files are in a cell. */
export interface CellCount {
  key: string;
  by: string;
  row: string;
  col: string;
  n: number;
  /** These files, where they were asked for. */
  ids?: string;
}

/** Days between two steps, over the files of a group: the smallest number within which half and nine in ten were done. */
export interface DaysCount {
  key: string;
  by: string;
  row: string;
  files: number;
  /** Files for which both steps are recorded in their order. */
  n: number;
  median: number | null;
  p90: number | null;
  /** Files whose second step is recorded before the first. */
  backwards: number;
  /** Those that `n` counts, where the files themselves were asked for. */
  ids?: string | null;
}

export interface FileSpan {
  size: number;
  from: string | null;
  to: string | null;
}

/** Files of a group that share their value of `by`. */
export interface FileGroup extends Group {
  by: string;
}

/** First and last day of the decisions on each case that has any, as PostgreSQL's text of three arrays. */
export interface DecisionDays {
  ids: string;
  first: string;
  last: string;
}

/** A figure over files, and between which days their cases were opened. */
export interface Figure<Of> {
  figure: Of;
  span: FileSpan;
}

const SPAN = `json_build_object('size', count(*), 'from', min(opened_on), 'to', max(opened_on))`;

/** The figures over files, in one statement each, from what the caller may see. */
export class FileFigures {
  private readonly params: unknown[];
  private readonly files: string;

  constructor(
    private readonly db: Database,
    codes: CodeBook,
    groups: readonly Group[],
    by: GroupBy | null,
  ) {
    this.params = [...groupParams(groups), ...familyTable(codes)];
    this.files = filesBy(
      by,
      groups.reduce((sum, { size }) => sum + size, 0),
    );
  }

  groups(): Promise<Figure<FileGroup[]>> {
    return this.rows(`SELECT key, by, string_agg(id::text, ',') AS ids, count(*) AS size FROM files GROUP BY key, by`);
  }

  counts(figure: CellFigure, split: boolean): Promise<Figure<CellCount[]>> {
    return this.rows(
      `SELECT key, by, row, col, count(*) AS n ${split ? `, string_agg(id::text, ',') AS ids` : ''}
       FROM (${CELLS[figure]}) cells GROUP BY key, by, row, col`,
    );
  }

  /** How many files there are of which the caller may see the case, and between which days these were opened. */
  async span(): Promise<Figure<null>> {
    const { span } = await this.rows('SELECT WHERE false');
    return { figure: null, span };
  }

  async days(split: boolean): Promise<Figure<DaysCount[]>> {
    const intervals = Object.keys(INTERVALS).map((name) => daysOf(name, split));
    const { figure, span } = await this.rows<Pick<DaysCount, 'key' | 'by'> & { days: Omit<DaysCount, 'key' | 'by'>[] }>(
      `SELECT key, by, json_build_array(${intervals.join(', ')}) AS days FROM (${DAYS}) measured GROUP BY key, by`,
    );
    return { figure: figure.flatMap(({ key, by, days }) => days.map((one) => ({ key, by, ...one }))), span };
  }

  async decisionDays(): Promise<Figure<DecisionDays>> {
    const { figure, span } = await this.rows<DecisionDays>(
      `SELECT coalesce(array_agg(case_id)::text, '{}') AS ids, coalesce(array_agg(first)::text, '{}') AS first,
        coalesce(array_agg(last)::text, '{}') AS last
       FROM (SELECT d.case_id, min(d.decided_on) AS first, max(d.decided_on) AS last FROM cases.charging_decision d
        WHERE ${ofFiles('d')} GROUP BY d.case_id) decided`,
    );
    return { figure: figure[0]!, span };
  }

  /** The rows of a figure and the span of its files, which have been looked up for it anyway. */
  private async rows<Row>(sql: string): Promise<Figure<Row[]>> {
    const found = await this.db.count<{ row: Row | null; span: FileSpan }>(
      `WITH ${this.files} SELECT to_json(found) AS row, spanned.span
       FROM (SELECT ${SPAN} AS span FROM files) spanned LEFT JOIN (${sql}) found ON true`,
      this.params,
    );
    return { figure: found.flatMap(({ row }) => row ?? []), span: found[0]!.span };
  }
}

/** True for the name of a figure that counts files in cells. */
export function isCellFigure(name: string): name is CellFigure {
  return Object.hasOwn(CELLS, name);
}
