import { createReadStream } from 'node:fs';
import { access } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pipeline, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import type { Findings } from './table-findings';

/** One record of the interchange bundle, or of a private type such as `standingOffence`, before it is written as a line. */
export type BundleRecord = { type: string; source: string; ref: string } & Record<string, unknown>;

/** What a conversion read, what it had to leave out, and what looked odd. Complete once `records` has ended. */
export interface ConversionSummary {
  /** Rows by file name, the header apart and unreadable rows included. */
  read: Record<string, number>;
  /** What the bundle has no home for. `examples` holds distinct values, where they help to decide what to do. */
  notImported: { what: string; count: number; why: string; examples?: string[] }[];
  /** Blank, odd and unreadable values: they were kept as they are or passed over, never mended. */
  noticed: { what: string; count: number; examples: string[] }[];
}

/** A folder on its way to being a bundle. `records` can be walked once. */
export interface Conversion {
  records: AsyncIterable<BundleRecord>;
  summary: () => ConversionSummary;
}

/** A row of a table: its line in the file, counted from 1 with the header, and its cells by column name. */
export interface Row<C extends string> {
  line: number;
  cells: Record<C, string>;
}

interface Block {
  firstLine: number;
  lines: string[];
}

const BLOCK_BYTES = 64 * 1024;
/** A text without line ends is not a table; without this bound it would be gathered in memory whole. */
const LONGEST_LINE = 1024 * 1024;

/** A CSV file, plain or compressed with gzip, that is read as a stream. */
export class Table {
  readonly name: string;

  constructor(private readonly path: string) {
    this.name = basename(path);
  }

  /**
   * Reads the table in batches of rows; memory stays within a few blocks of 64 KiB, whatever the size of the file.
   * Columns are found by name, so their order is free and further columns are ignored. Empty lines are no rows.
   * A row with unmatched quotes or a wrong number of columns is noticed in `findings` and passed over. A field may hold
   * no line break (none of the formats read here has one): that is what lets a stray quote spoil one row and not the rest.
   * @throws Error naming the file, where it has no header, lacks one of `columns`, or cannot be read or decompressed.
   */
  async *rows<C extends string>(columns: readonly C[], findings: Findings): AsyncGenerator<Row<C>[]> {
    let header: Header<C> | undefined;
    findings.read(this.name, 0);
    for await (const block of this.blocks()) {
      if (header === undefined) {
        header = readHeader(this.name, block.lines.shift(), columns);
        block.firstLine += 1;
      }
      yield this.rowsOf(block, header, findings);
    }
    if (header === undefined) throw new Error(`${this.name}: the file is empty, a header row is missing`);
  }

  /** Reads no more than the header. @throws Error as `rows` does. */
  async checkHeader(columns: readonly string[]): Promise<void> {
    for await (const block of this.blocks()) {
      readHeader(this.name, block.lines[0], columns);
      return;
    }
    throw new Error(`${this.name}: the file is empty, a header row is missing`);
  }

  /** Where a row stands, for a report. */
  at(line: number): string {
    return `${this.name} line ${line}`;
  }

  private rowsOf<C extends string>(block: Block, header: Header<C>, findings: Findings): Row<C>[] {
    const rows: Row<C>[] = [];
    let read = 0;
    parseLines(block.lines).forEach((record, index) => {
      const line = block.firstLine + index;
      if (record?.length === 1 && record[0] === '') return;
      read += 1;
      if (record === undefined) findings.unreadable(this.at(line), 'the quotes do not match');
      else if (record.length !== header.width) {
        findings.unreadable(this.at(line), `${record.length} columns instead of ${header.width}`);
      } else rows.push({ line, cells: header.pick(record) });
    });
    findings.read(this.name, read);
    return rows;
  }

  private async *blocks(): AsyncGenerator<Block> {
    let rest = '';
    let firstLine = 1;
    try {
      for await (const chunk of openText(this.path)) {
        const text = rest + (chunk as string);
        const end = text.lastIndexOf('\n');
        rest = text.slice(end + 1);
        if (rest.length > LONGEST_LINE) throw new Error(`line ${firstLine} or a later one has no end`);
        if (end < 0) continue;
        const lines = text.slice(0, end).split('\n');
        const next = firstLine + lines.length;
        yield { firstLine, lines };
        firstLine = next;
      }
    } catch (error) {
      throw namingFile(this.name, error);
    }
    if (rest !== '') yield { firstLine, lines: [rest] };
  }
}

/**
 * The file `<name>` or `<name>.gz` in a folder; undefined where there is neither.
 * @throws Error where there are both, as nothing says which of them holds.
 */
export async function findFile(folder: string, name: string): Promise<string | undefined> {
  const plain = join(folder, name);
  const [hasPlain, hasGzip] = await Promise.all([exists(plain), exists(`${plain}.gz`)]);
  if (hasPlain && hasGzip) throw new Error(`both ${name} and ${name}.gz are in ${folder}: remove one of them`);
  if (hasPlain) return plain;
  return hasGzip ? `${plain}.gz` : undefined;
}

/** As `findFile`. @throws Error naming the file, also where it is missing. */
export async function getFile(folder: string, name: string): Promise<string> {
  const path = await findFile(folder, name);
  if (path === undefined) throw new Error(`missing file: ${name} (or ${name}.gz) in ${folder}`);
  return path;
}

/** The text of a file as a stream of strings (UTF-8), decompressed where its name ends in `.gz`. */
export function openText(path: string): Readable {
  if (!path.endsWith('.gz')) return createReadStream(path, { encoding: 'utf8', highWaterMark: BLOCK_BYTES });
  const gunzip = createGunzip({ chunkSize: BLOCK_BYTES });
  gunzip.setEncoding('utf8');
  // The reader of the result meets any error there; pipeline also closes the file when the reader stops early.
  return pipeline(createReadStream(path), gunzip, () => undefined);
}

/** An error of reading a file, whose own message seldom says which file. Node's errors are of another realm in jest. */
export function namingFile(file: string, error: unknown): Error {
  return new Error(`${file}: ${(error as Partial<Error> | undefined)?.message ?? String(error)}`, { cause: error });
}

interface Header<C extends string> {
  width: number;
  pick(record: string[]): Record<C, string>;
}

function readHeader<C extends string>(file: string, line: string | undefined, columns: readonly C[]): Header<C> {
  const names = parseLines([(line ?? '').replace(/^\uFEFF/, '')])[0];
  if (names === undefined) throw new Error(`${file}: the header row cannot be read`);
  const positions = columns.map((column) => [column, names.indexOf(column)] as const);
  const missing = positions.filter(([, position]) => position < 0).map(([column]) => column);
  if (missing.length > 0) throw new Error(`${file}: column ${missing.join(', ')} is missing from the header`);
  return {
    width: names.length,
    pick(record) {
      const cells = {} as Record<C, string>;
      for (const [column, position] of positions) cells[column] = record[position] ?? '';
      return cells;
    },
  };
}

/** One record a line, undefined where the line's quotes do not match. Without quotes, commas say it all. */
function parseLines(lines: string[]): (string[] | undefined)[] {
  if (!lines.some((line) => line.includes('"'))) {
    return lines.map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line).split(','));
  }
  try {
    const records = parseText(lines);
    if (records.length === lines.length) return records;
  } catch {
    // One stray quote spoils the whole block: below, each line stands for itself.
  }
  return lines.map((line) => {
    try {
      return parseText([line])[0];
    } catch {
      return undefined;
    }
  });
}

function parseText(lines: string[]): string[][] {
  return parse(`${lines.join('\n')}\n`, { record_delimiter: ['\r\n', '\n'], relax_column_count: true });
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
