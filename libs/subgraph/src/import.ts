import { setImmediate as turn } from 'node:timers/promises';
import type { PoolClient } from 'pg';
import type { CodeBook } from './code-book';
import { type Database, inTransaction } from './database';
import { IMPORT_ENDED } from './feed';
import { isObject } from './kinds';
import { type ModelOf, isRecord } from './model';
import { type Problem, type RecordCheck, RecordReader } from './record-reader';
import { type StagedRow, type Staging, copyRows, duplicateOf, makeStages, stagingOf, writeStaged } from './staging';

export type { RecordCheck } from './record-reader';

/** One record of a bundle and the line it stood on. */
export interface ImportItem {
  line: number;
  record: Record<string, unknown>;
}

/** Part of one file of one import. */
export interface ImportBatch {
  /** The import this belongs to: it may say one thing about a record, whatever the number of files. */
  run: string;
  file: string;
  /** Who imports. */
  actor: string;
  items: ImportItem[];
}

/** A record that was not taken, with every reason; `field` and `reason` repeat the first. */
export interface Reject {
  file: string;
  line: number;
  type: string | null;
  source: string | null;
  ref: string | null;
  field: string | null;
  reason: string;
  problems: Problem[];
}

export interface Counts {
  accepted: number;
  unchanged: number;
  rejected: number;
}

export interface ImportResult {
  byType: Record<string, Counts>;
  rejects: Reject[];
}

const TURN_EVERY = 500;

interface Type {
  reader: RecordReader;
  staging: Staging;
}

/** The records of a batch that can be written, by type, and the line of each. */
interface ReadBatch {
  rows: Map<string, StagedRow[]>;
  lines: Map<string, number>;
}

/** Reads, checks and writes the bundle records that a subgraph owns. */
export class Importer {
  /** The last write of each import under way. */
  private readonly writing = new Map<string, Promise<void>>();
  private readonly recordTypes: Map<string, Type>;
  private readonly schema: string | undefined;

  constructor(
    private readonly db: Database,
    codes: CodeBook,
    models: ModelOf[],
    checks: Record<string, RecordCheck> = {},
  ) {
    const records = models.filter(isRecord);
    this.schema = records[0]?.schema;
    this.recordTypes = new Map(
      records.map((model) => [
        model.record,
        { reader: new RecordReader(model, codes, checks[model.record]), staging: stagingOf(model) },
      ]),
    );
  }

  get types(): string[] {
    return [...this.recordTypes.keys()];
  }

  /**
   * Takes a batch: every record in it is accepted, unchanged or rejected; none is lost, and none stops another. The
   * batches of one import are written in the order of the calls; while one is written the next can be read already.
   */
  async import(batch: ImportBatch): Promise<ImportResult> {
    const result: ImportResult = { byType: Object.create(null) as ImportResult['byType'], rejects: [] };
    const read: ReadBatch = { rows: new Map(), lines: new Map() };
    const before = this.writing.get(batch.run);
    const written = (async () => {
      for (const [index, item] of batch.items.entries()) {
        this.readItem(item, batch, read, result);
        // Requests of other callers wait while records are read: let them through every so often.
        if (index % TURN_EVERY === TURN_EVERY - 1) await turn();
      }
      // Its rows are copied while the batch before is still being written. The connection is kept to the end: were
      // another one needed, imports that wait for those before them could hold them all.
      const turnOfOurs = before?.catch(() => undefined);
      if (read.rows.size > 0)
        await this.db.connection((client) => this.write(client, read.rows, batch, result, turnOfOurs));
      else await turnOfOurs;
    })();
    this.writing.set(batch.run, written);
    try {
      await written;
    } finally {
      if (this.writing.get(batch.run) === written) this.writing.delete(batch.run);
    }
    return result;
  }

  /** Forgets what the import named, once it has ended, and tells those who waited for that. */
  async finish(run: string): Promise<void> {
    const { schema } = this;
    if (!schema) return;
    const sql = `WITH forgotten AS (DELETE FROM ${schema}.import_seen WHERE run = $1) SELECT pg_notify($2, $3)`;
    await this.db.query(sql, [run, `throughline_${schema}`, IMPORT_ENDED]);
  }

  private readItem({ line, record }: ImportItem, batch: ImportBatch, read: ReadBatch, result: ImportResult): void {
    const type = String(record.type);
    const row = this.recordTypes.get(type)!.reader.read(record);
    if (Array.isArray(row)) {
      reject(result, batch.file, line, record, row);
      return;
    }
    const first = read.lines.get(row.id);
    if (first !== undefined) {
      const reason = duplicateOf(`${batch.file}:${first}`);
      reject(result, batch.file, line, record, [{ field: null, reason }]);
      return;
    }
    read.lines.set(row.id, line);
    const rows = read.rows.get(type);
    if (rows) rows.push({ line, ...row });
    else read.rows.set(type, [{ line, ...row }]);
  }

  /**
   * Writes a batch in one transaction. Where PostgreSQL refuses the data itself, smaller and smaller parts are tried
   * until the row that is to blame stands alone, so that it alone is rejected.
   */
  private async write(
    client: PoolClient,
    read: ReadBatch['rows'],
    batch: ImportBatch,
    result: ImportResult,
    before?: Promise<void>,
  ): Promise<void> {
    // Types in one order, as their rows are: imports that meet cannot wait for each other in a ring.
    const types = [...read]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([type, rows]) => ({
        type,
        rows: rows.sort((a, b) => (a.id < b.id ? -1 : 1)),
        staging: this.stagingOf(type),
      }));
    try {
      const staged = await inTransaction(client, async () => {
        await makeStages(
          client,
          types.map(({ staging }) => staging),
        );
        for (const { staging, rows } of types) await copyRows(client, staging, rows);
        await before;
        const done = [];
        for (const { type, staging, rows } of types) {
          done.push({ type, given: rows.length, ...(await writeStaged(client, staging, rows.length, batch)) });
        }
        return done;
      });
      for (const { type, given, written, refused } of staged) {
        const counts = countsOf(result, type);
        counts.accepted += written;
        counts.unchanged += given - written - refused.length;
        for (const { line, reason } of refused) refuse(batch, result, line, reason);
      }
    } catch (error) {
      // Rows that cannot be copied fail before their turn.
      await before;
      if (isDeadlock(error)) {
        await this.write(client, read, batch, result);
        return;
      }
      const reason = dataError(error);
      if (!reason) throw error;
      const [[type, rows]] = read as unknown as [[string, StagedRow[]]];
      if (read.size === 1 && rows.length === 1) {
        refuse(batch, result, rows[0]!.line, reason);
        return;
      }
      for (const part of parts(read, type, rows)) await this.write(client, part, batch, result);
    }
  }

  private stagingOf(type: string): Staging {
    return this.recordTypes.get(type)!.staging;
  }
}

/** Two smaller parts of what could not be written: the first type and the others, or two halves of the only type. */
function parts(read: Map<string, StagedRow[]>, type: string, rows: StagedRow[]): Map<string, StagedRow[]>[] {
  if (read.size > 1) return [new Map([[type, rows]]), new Map([...read].slice(1))];
  const half = rows.length >> 1;
  return [new Map([[type, rows.slice(0, half)]]), new Map([[type, rows.slice(half)]])];
}

function refuse(batch: ImportBatch, result: ImportResult, line: number, reason: string): void {
  const item = batch.items.find((given) => given.line === line)!;
  reject(result, batch.file, line, item.record, [{ field: null, reason }]);
}

/** Why PostgreSQL did not take the data (SQLSTATE classes 22, 23 and 54), or undefined for any other trouble. */
function dataError(error: unknown): string | undefined {
  const code = (error as { code?: unknown }).code;
  if (typeof code !== 'string' || !/^(22|23|54)/.test(code)) return undefined;
  return `the database cannot hold it: ${(error as Error).message}`;
}

/** Imports that take rows up and others that withdraw them can still meet: PostgreSQL ends one of them, and it begins again. */
function isDeadlock(error: unknown): boolean {
  return (error as { code?: unknown }).code === '40P01';
}

function countsOf(result: ImportResult, type: string): Counts {
  return (result.byType[type] ??= { accepted: 0, unchanged: 0, rejected: 0 });
}

/** Notes a record that was not taken. */
export function reject(
  result: ImportResult,
  file: string,
  line: number,
  record: unknown,
  problems: Reject['problems'],
): void {
  const of = isObject(record) ? record : {};
  const name = (value: unknown) => (typeof value === 'string' ? value : null);
  const { field, reason } = problems[0]!;
  result.rejects.push({
    file,
    line,
    type: name(of.type),
    source: name(of.source),
    ref: name(of.ref),
    field,
    reason,
    problems,
  });
  countsOf(result, name(of.type) ?? 'unreadable').rejected += 1;
}
