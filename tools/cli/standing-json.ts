import { basename } from 'node:path';
import type { Findings } from './table-findings';
import { getFile, namingFile, openText } from './table';

/** A row of a standing JSON table: text by field (blank where absent), and the raw value of `recordableOnPnc`. */
export interface StandingRow<C extends string> {
  /** The row's file and its place in the array, counted from 1: for a report. */
  where: string;
  text: Record<C, string>;
  recordableOnPnc: unknown;
}

/**
 * A JSON table (an array of flat objects), plain or gzip, read whole: the largest has some 15,000 rows. Rows that are no
 * object, or whose `fields` are not text, are noticed and passed over; an absent field is a blank one.
 * @throws Error naming the file, where it is missing, is not JSON, or is not an array.
 */
export async function standingRows<C extends string>(
  folder: string,
  name: string,
  fields: readonly C[],
  findings: Findings,
): Promise<StandingRow<C>[]> {
  const path = await getFile(folder, name);
  const file = basename(path);
  const table = await readArray(path, file);
  findings.read(file, table.length);
  const rows: StandingRow<C>[] = [];
  table.forEach((value, index) => {
    const where = `${file} row ${index + 1}`;
    const text = textOf(value, fields);
    if (typeof text === 'string') findings.unreadable(where, text);
    else rows.push({ where, text, recordableOnPnc: (value as Fields).recordableOnPnc });
  });
  return rows;
}

type Fields = Record<string, unknown>;

async function readArray(path: string, file: string): Promise<unknown[]> {
  try {
    let json = '';
    for await (const chunk of openText(path)) json += chunk as string;
    const table: unknown = JSON.parse(json.replace(/^\uFEFF/, ''));
    if (Array.isArray(table)) return table as unknown[];
  } catch (error) {
    throw namingFile(file, error);
  }
  throw new Error(`${file}: the file is not a JSON array`);
}

/** The fields, or the reason why they cannot be read. */
function textOf<C extends string>(value: unknown, fields: readonly C[]): Record<C, string> | string {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'it is not an object';
  const text = {} as Record<C, string>;
  for (const field of fields) {
    const cell = (value as Fields)[field] ?? '';
    if (typeof cell !== 'string') return `${field} is not text`;
    text[field] = cell;
  }
  return text;
}
