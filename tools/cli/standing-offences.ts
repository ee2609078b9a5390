import { standingRows, type StandingRow } from './standing-json';
import type { Findings } from './table-findings';
import { type BundleRecord, getFile, type Row, Table } from './table';

const UNITS = ['years', 'months', 'weeks', 'days'] as const;
const MAX_PERIOD_COLUMNS = ['cjsCode', ...UNITS, 'life'] as const;

type MaxPeriodCells = Row<(typeof MAX_PERIOD_COLUMNS)[number]>['cells'];

/**
 * `standingOffence` {cjsCode, title, category, recordableOnPnc, maximum}: the offences joined with their maximum penalty
 * (`10 years`, `1 month`, `51 weeks`, `14 days` or `life`; summary maxima and those on indictment are mixed upstream). No
 * maximum means unknown, not none. A retired code stands in the maxima alone: it comes with `cjsCode` and `maximum` only,
 * since old cases need it.
 */
export async function* offences(folder: string, findings: Findings): AsyncGenerator<BundleRecord> {
  const maxima = await readMaxima(folder, findings);
  const titled = new Set<string>();
  const fields = ['cjsCode', 'offenceCategory', 'offenceTitle'] as const;
  for (const row of await standingRows(folder, 'cjs-offences.json', fields, findings)) {
    const { cjsCode, offenceCategory, offenceTitle } = row.text;
    if (!isNewCode(titled, cjsCode, row.where, findings)) continue;
    const maximum = maxima.get(cjsCode);
    if (maximum === undefined) findings.notice('offence without a maximum (unknown, not none)', cjsCode);
    yield {
      ...offence(cjsCode),
      ...(offenceTitle !== '' && { title: offenceTitle }),
      ...(offenceCategory !== '' && { category: offenceCategory }),
      ...recordable(row, findings),
      ...(maximum !== undefined && { maximum }),
    };
  }
  for (const [cjsCode, maximum] of maxima) {
    if (titled.has(cjsCode)) continue;
    findings.notice('maximum without an offence row (a retired code, kept without title)', cjsCode);
    yield { ...offence(cjsCode), maximum };
  }
}

/** Whether a row's code is filled and new among `codes`, to which it is added; otherwise it is noticed. */
export function isNewCode(codes: Set<string>, code: string, where: string, findings: Findings): boolean {
  if (code !== '' && !codes.has(code)) {
    codes.add(code);
    return true;
  }
  if (code === '') findings.unreadable(where, 'the code is blank');
  else findings.notice('repeated code (the first was kept)', `${where}: ${code}`);
  return false;
}

/** `recordableOnPnc` where it is said: a boolean, or `true`/`false` as text; blank is absent, anything else is noticed. */
export function recordable(row: StandingRow<string>, findings: Findings): { recordableOnPnc?: boolean } {
  const value = row.recordableOnPnc;
  if (typeof value === 'boolean') return { recordableOnPnc: value };
  if (value === 'true' || value === 'false') return { recordableOnPnc: value === 'true' };
  if (value !== '' && value !== undefined && value !== null) {
    const shown = JSON.stringify(value);
    findings.notice('recordableOnPnc that is neither true nor false (left out)', `${row.where}: ${shown}`);
  }
  return {};
}

function offence(cjsCode: string): BundleRecord {
  return { type: 'standingOffence', source: 'standing', ref: cjsCode, cjsCode };
}

async function readMaxima(folder: string, findings: Findings): Promise<Map<string, string>> {
  const table = new Table(await getFile(folder, 'max-periods.csv'));
  const seen = new Set<string>();
  const maxima = new Map<string, string>();
  for await (const batch of table.rows(MAX_PERIOD_COLUMNS, findings)) {
    for (const { line, cells } of batch) {
      const maximum = maximumOf(cells);
      if (maximum === undefined) findings.unreadable(table.at(line), 'it has not exactly one period');
      else if (isNewCode(seen, cells.cjsCode, table.at(line), findings)) maxima.set(cells.cjsCode, maximum);
    }
  }
  return maxima;
}

/** Undefined unless exactly one column is filled, with a whole number or, for life, with `true`. */
function maximumOf(cells: MaxPeriodCells): string | undefined {
  const filled = [...UNITS, 'life' as const].filter((column) => cells[column] !== '');
  const [column] = filled;
  if (column === undefined || filled.length > 1) return undefined;
  const value = cells[column];
  if (column === 'life') return value === 'true' ? 'life' : undefined;
  if (!/^[1-9]\d*$/.test(value)) return undefined;
  return `${value} ${value === '1' ? column.slice(0, -1) : column}`;
}
