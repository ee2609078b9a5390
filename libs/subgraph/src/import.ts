import { setImmediate as turn } from 'node:timers/promises';
import type { CodeBook } from './code-book';
import type { PoolClient } from 'pg';
import { type Database, inTransaction } from './database';
import { digest } from './digest';
import { recordId } from './ids';
import { type FactOf, type ModelOf, isRecord } from './model';
import { Refusal, isObject, refuseUnknown, text } from './kinds';
import {
  Overtaken,
  type Staged,
  type StagedRow,
  type Staging,
  copyRows,
  copyValue,
  stagingOf,
  writeStaged,
} from './staging';

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
  problems: { field: string | null; reason: string }[];
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

/** A rule over a whole record, beyond its single fields. Throws `Refusal`. */
export type RecordCheck = (row: Record<string, unknown>) => void;

const TURN_EVERY = 500;

/** Reads, checks and writes the bundle records that a subgraph owns. */
export class Importer {
  /** The last write of each import under way. */
  private readonly writing = new Map<string, Promise<void>>();
  private readonly models: Map<string, { model: ModelOf; fields: Map<string, FactOf>; staging: Staging }>;

  constructor(
    private readonly db: Database,
    private readonly codes: CodeBook,
    models: ModelOf[],
    private readonly checks: Record<string, RecordCheck> = {},
  ) {
    this.models = new Map(
      models.filter(isRecord).map((model) => {
        const fields = new Map(model.facts.map((fact) => [fact.field, fact]));
        return [model.record, { model, fields, staging: stagingOf(model) }];
      }),
    );
  }

  get types(): string[] {
    return [...this.models.keys()];
  }

  /**
   * Takes a batch: every record in it is accepted, unchanged or rejected; none is lost, and none stops another. The
   * batches of one import are written in the order of the calls; while one is written the next can be read already.
   */
  async import(batch: ImportBatch): Promise<ImportResult> {
    const result: ImportResult = { byType: Object.create(null) as ImportResult['byType'], rejects: [] };
    const read = new Map<string, StagedRow[]>();
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
      if (read.size > 0) await this.db.connection((client) => this.write(client, read, batch, result, turnOfOurs));
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

  /** Forgets what the import named, once it has ended. */
  async finish(run: string): Promise<void> {
    const [first] = this.models.values();
    if (first) await this.db.query(`DELETE FROM ${first.model.schema!}.import_seen WHERE run = $1`, [run]);
  }

  private readItem(
    { line, record }: ImportItem,
    batch: ImportBatch,
    read: Map<string, StagedRow[]>,
    result: ImportResult,
  ) {
    const type = String(record.type);
    const problems: Reject['problems'] = [];
    const copy = this.readRecord(type, record, problems);
    if (copy === undefined) {
      reject(result, batch.file, line, record, problems);
      return;
    }
    const rows = read.get(type);
    if (rows) rows.push({ line, copy });
    else read.set(type, [{ line, copy }]);
  }

  /** The record as a line of COPY, or undefined with its problems. */
  private readRecord(type: string, record: Record<string, unknown>, problems: Reject['problems']): string | undefined {
    const { model, fields, staging } = this.models.get(type)!;
    const attempt = <T>(field: string, work: () => T): T | undefined => {
      try {
        return work();
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        problems.push({ field: joinPath(field, error.path), reason: error.reason });
        return undefined;
      }
    };
    const source = attempt('source', () => readSource(record.source));
    const ref = attempt('ref', () => text.read(record.ref, undefined as never) as string);
    const op = record.op ?? 'upsert';
    if (op !== 'upsert' && op !== 'withdraw') problems.push({ field: 'op', reason: 'must be upsert or withdraw' });
    if (problems.length > 0) return undefined;
    const id = recordId(type, source!, ref!);
    if (op === 'withdraw') return withdrawal(id, source!, ref!, staging);
    attempt('', () => refuseUnknown(record, staging.fields));
    const row: Record<string, unknown> = {};
    for (const fact of fields.values()) {
      const value = record[fact.field];
      const reading = { source: source!, codes: this.codes };
      if (value !== undefined && value !== null)
        row[fact.name] = attempt(fact.field, () => fact.kind.read(value, reading));
      else if (fact.kind.required) problems.push({ field: fact.field, reason: 'is required' });
      else row[fact.name] = fact.kind.default ?? null;
    }
    if (problems.length === 0) attempt('', () => this.checks[type]?.(row));
    if (problems.length > 0) return undefined;
    return copyLine(id, source!, ref!, model, row);
  }

  /**
   * Writes a batch in one transaction. Where PostgreSQL refuses the data itself, smaller and smaller parts are tried
   * until the row that is to blame stands alone, so that it alone is rejected.
   */
  private async write(
    client: PoolClient,
    read: Map<string, StagedRow[]>,
    batch: ImportBatch,
    result: ImportResult,
    before?: Promise<void>,
  ): Promise<void> {
    // Types in one order, as their rows are: imports that meet cannot wait for each other in a ring.
    const types = [...read].sort(([a], [b]) => (a < b ? -1 : 1));
    try {
      const staged = await inTransaction(client, async () => {
        for (const [type, rows] of types) await copyRows(client, this.stagingOf(type), rows);
        await before;
        const done: [string, number, Staged][] = [];
        for (const [type, rows] of types) {
          done.push([type, rows.length, await writeStaged(client, this.stagingOf(type), batch)]);
        }
        return done;
      });
      for (const [type, given, outcome] of staged) count(batch, result, type, given, outcome);
    } catch (error) {
      // Rows that cannot be copied fail before their turn.
      await before;
      if (error instanceof Overtaken || isDeadlock(error)) {
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
    return this.models.get(type)!.staging;
  }
}

function count(batch: ImportBatch, result: ImportResult, type: string, given: number, outcome: Staged): void {
  const counts = countsOf(result, type);
  counts.accepted += outcome.written;
  counts.unchanged += given - outcome.written - outcome.refused.length;
  for (const { line, reason } of outcome.refused) refuse(batch, result, line, reason);
}

/** A source is one name: a bar in it would let two records have one id. */
function readSource(value: unknown): string {
  const source = text.read(value, undefined as never) as string;
  if (source.includes('|')) throw new Refusal('may not contain |');
  return source;
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

function joinPath(field: string, path: string): string {
  if (field === '' || path === '') return field || path;
  return path.startsWith('[') ? field + path : `${field}.${path}`;
}

/** A withdrawal as a line of COPY: it has no content, only whose it is. */
function withdrawal(id: string, source: string, ref: string, { width }: Staging): string {
  return `t\t${id}\t${copyValue(source)}\t${copyValue(ref)}${'\t\\N'.repeat(width + 1)}`;
}

function copyLine(id: string, source: string, ref: string, model: ModelOf, row: Record<string, unknown>): string {
  let line = `f\t${id}\t${copyValue(source)}\t${copyValue(ref)}`;
  for (const { name, kind } of model.facts) {
    const value = row[name];
    if (kind.timeKnown) {
      const moment = value as { at: string; known: boolean } | null;
      line += moment ? `\t${moment.at}\t${moment.known ? 't' : 'f'}` : '\t\\N\t\\N';
    } else line += `\t${kind.column === 'jsonb' ? copyJson(value) : copyValue(value)}`;
  }
  return `${line}\t${digest('sha256', line).slice(0, 32)}`;
}

function copyJson(value: unknown): string {
  return value === null ? '\\N' : copyValue(JSON.stringify(value));
}
