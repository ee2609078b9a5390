import { offenceFamilyTitles, recordingChanges } from '@throughline/reference';
import {
  type CodeBook,
  type ComparabilityBreak,
  type StatColumn,
  type StatTable,
  shareOf,
} from '@throughline/subgraph';
import { type Description, type DescriptionCount, descriptions } from './description.queries';
import { type CaseDimension, type CaseMeasure, measures } from './measures';
import { type Count, isSeveral } from './statistics.queries';

const TITLES: Record<CaseDimension, string> = {
  HOME_OFFICE_CODE: 'Home Office code',
  FAMILY: 'offence family',
  FORCE: 'police force',
  AREA: 'CPS area',
  YEAR: 'year',
  QUARTER: 'quarter',
  MONTH: 'month',
  STAGE: 'stage of the case',
  OUTCOME: 'outcome',
  RELATIONSHIP: 'relationship',
  DECISION_OUTCOME: 'decision',
  CRIME_TYPE: 'crime type',
};

/** Key and title of what nothing was recorded for, and the title of what the source recorded as blank. */
export const NOT_RECORDED = { key: 'NOT_RECORDED', title: 'Not recorded' };
const BLANK = '(blank)';

const isPeriod = (dimension: CaseDimension) => ['YEAR', 'QUARTER', 'MONTH'].includes(dimension);

/** Lays counts out as a table. Without columns there is one, which holds the rows’ totals. */
export function statTable(
  counts: Count[],
  measure: CaseMeasure,
  rows: CaseDimension,
  columns: CaseDimension | undefined,
  codes: CodeBook,
): StatTable {
  const found = new Map(counts.map((count) => [cellKey(count), count.n]));
  const at = (row: string | null | undefined, column: string | null | undefined) =>
    found.get(JSON.stringify([row ?? null, row === undefined, column ?? null, column === undefined])) ?? 0;
  const rowValues = values(counts.filter((count) => !count.allRows && count.allColumns).map((count) => count.row));
  const columnValues = columns
    ? values(counts.filter((count) => count.allRows && !count.allColumns).map((count) => count.column))
    : [undefined];
  const total = at(undefined, undefined);
  const cell = (value: number, of: number) => ({ value, suppressed: false, of, ...shareOf(value, of) });
  return {
    title: `${measures[measure].title} by ${TITLES[rows]}${columns ? ` and ${TITLES[columns]}` : ''}`,
    columns: columnValues.map((value) =>
      columns && value !== undefined
        ? heading(columns, value, codes)
        : { key: 'TOTAL', title: measures[measure].title },
    ),
    rows: rowValues.map((row) => ({
      ...heading(rows, row, codes),
      // With columns the row is what a percentage is taken of, without any the whole table.
      cells: columnValues.map((column) => cell(at(row, column), columns ? at(row, undefined) : total)),
      total: at(row, undefined),
    })),
    columnTotals: columnValues.map((column) => at(undefined, column)),
    total,
    denominator: total,
    notes: notes(measure, rows, columns),
    comparabilityBreaks: [rows, columns].flatMap((dimension, index) =>
      dimension && isPeriod(dimension) ? breaks(index === 0 ? rowValues : (columnValues as string[])) : [],
    ),
  };
}

function cellKey({ row, allRows, column, allColumns }: Count): string {
  return JSON.stringify([row, allRows, column, allColumns]);
}

/** Values in the order of their codes, numbers by size; what was not recorded comes last. */
function values(found: (string | null)[]): (string | null)[] {
  const order = new Intl.Collator('en', { numeric: true });
  return [...found].sort((a, b) => (a === null ? 1 : 0) - (b === null ? 1 : 0) || order.compare(a ?? '', b ?? ''));
}

function heading(dimension: CaseDimension, value: string | null, { tables }: CodeBook): StatColumn {
  if (value === null) return NOT_RECORDED;
  if (value === '') return { key: '', title: BLANK };
  switch (dimension) {
    case 'FORCE':
      return { key: value, title: tables.force.get(value)?.name ?? value };
    case 'AREA':
      return { key: value, title: tables.area.get(value)?.name ?? value };
    case 'HOME_OFFICE_CODE':
      return { key: value, title: tables.homeOfficeCode.get(value)?.title ?? value };
    case 'FAMILY':
      return { key: value, title: offenceFamilyTitles[value as keyof typeof offenceFamilyTitles] };
    case 'STAGE':
    case 'RELATIONSHIP':
    case 'DECISION_OUTCOME':
      return { key: value, title: inWords(value) };
    case 'OUTCOME':
      return { key: value, title: /^[A-Z_]+$/.test(value) ? inWords(value) : value };
    case 'YEAR':
    case 'QUARTER':
    case 'MONTH':
    case 'CRIME_TYPE':
      return { key: value, title: value };
  }
}

/** `NFA_EVIDENTIAL` → `Nfa evidential`, with the initialisms of the field kept. */
function inWords(code: string): string {
  const words = code
    .toLowerCase()
    .replaceAll('_', ' ')
    .replace(/\bnfa\b/, 'NFA:');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function notes(measure: CaseMeasure, rows: CaseDimension, columns: CaseDimension | undefined): string[] {
  const dimensions = columns ? [rows, columns] : [rows];
  const found = [
    `Counts are of records held and not withdrawn; percentages are of ${columns ? 'the row' : 'the denominator'}, with intervals of 95 per cent (Wilson).`,
  ];
  if (dimensions.some(isPeriod)) found.push(`Periods go by ${measures[measure].dayTitle}.`);
  for (const dimension of dimensions) {
    if (isSeveral(measure, dimension)) {
      found.push(
        `One record can fall under several values of ${TITLES[dimension]} and counts once under each, so they add up to more than the total.`,
      );
    }
  }
  return found;
}

/** Changes of the recording rules that lie between the first period and the last. */
function breaks(periods: (string | null)[]): ComparabilityBreak[] {
  const known = periods.filter((period) => period !== null && period !== '') as string[];
  if (known.length === 0) return [];
  const first = firstDay(known[0]!);
  const last = lastDay(known.at(-1)!);
  return recordingChanges
    .filter(({ from }) => first < from && from <= last)
    .map(({ from, text, verified }) => ({ from, text: verified ? text : `${text} (Not verified.)` }));
}

function firstDay(period: string): string {
  const quarter = /^(\d+)-Q(\d)$/.exec(period);
  if (quarter) return `${quarter[1]!}-${String(Number(quarter[2]) * 3 - 2).padStart(2, '0')}-01`;
  return period.length === 7 ? `${period}-01` : `${period}-01-01`;
}

/** No day of a period is later than this; it need not exist. */
function lastDay(period: string): string {
  const quarter = /^(\d+)-Q(\d)$/.exec(period);
  if (quarter) return `${quarter[1]!}-${String(Number(quarter[2]) * 3).padStart(2, '0')}-31`;
  return period.length === 7 ? `${period}-31` : `${period}-12-31`;
}

const DESCRIPTION_TITLES: Record<Description, string> = {
  THROUGHOUT: 'As stalking throughout',
  NEVER: 'Never as stalking',
  LOST: 'First as stalking, then not',
  FOUND: 'First not as stalking, then so',
  AND_BACK: 'Changed, and changed back',
  ONCE_STALKING: 'In one place, as stalking',
  ONCE_OTHER: 'In one place, not as stalking',
  NOT_DESCRIBED: 'Nowhere',
};

/** Lays out how consistently conduct is described: percentages are of the cases of a row. */
export function descriptionTable(counts: DescriptionCount[], by: CaseDimension, codes: CodeBook): StatTable {
  const rowValues = values([...new Set(counts.map(({ row }) => row))]);
  const sum = (of: (count: DescriptionCount) => boolean) => counts.filter(of).reduce((total, { n }) => total + n, 0);
  const total = sum(() => true);
  return {
    title: `Description of conduct with acts of stalking on two days or more by ${TITLES[by]}`,
    columns: descriptions.map((key) => ({ key, title: DESCRIPTION_TITLES[key] })),
    rows: rowValues.map((row) => {
      const inRow = sum((count) => count.row === row);
      return {
        ...heading(by, row, codes),
        total: inRow,
        cells: descriptions.map((key) => {
          const value = sum((count) => count.row === row && count.description === key);
          return { value, suppressed: false, of: inRow, ...shareOf(value, inRow) };
        }),
      };
    }),
    columnTotals: descriptions.map((key) => sum(({ description }) => description === key)),
    total,
    denominator: total,
    notes: [
      'Counts cases in which acts associated with stalking (Protection from Harassment Act 1997 s.2A(3)) are on record for two days or more. It compares, in this order, the crimes recorded, the families that decisions accepted and the charges; a case counts as described as stalking in one of these where anything in it is.',
      'Percentages are of the cases of the row, with intervals of 95 per cent (Wilson).',
      ...(isPeriod(by) ? ['Periods go by the day the case was opened.'] : []),
    ],
    comparabilityBreaks: isPeriod(by) ? breaks(rowValues) : [],
  };
}
