import { createHash } from 'node:crypto';
import type { PoolClient } from 'pg';
import type { CodeBook } from './code-book';
import type { Database } from './database';
import { recordId } from './ids';
import { type FactOf, type ModelOf, isRecord } from './model';
import { Refusal, isObject, refuseUnknown, text } from './kinds';
import { type StagedRow, type Staging, copyValue, stagingOf, stage, withdraw } from './staging';

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

interface Read {
  line: number;
  withdrawn: boolean;
  row: StagedRow;
}

/** Reads, checks and writes the bundle records that a subgraph owns. */
export class Importer {
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

  /** Takes a batch: every record in it is accepted, unchanged or rejected; none is lost, and none stops another. */
  async import(batch: ImportBatch): Promise<ImportResult> {
    const result: ImportResult = { byType: {}, rejects: [] };
    const read = new Map<string, Read[]>();
    for (const item of batch.items) this.readItem(item, batch, read, result);
    for (const [type, rows] of read) await this.write(type, rows, batch, result);
    return result;
  }

  /** Forgets what the import named, once it has ended. */
  async finish(run: string): Promise<void> {
    const schema = [...this.models.values()][0]?.model.schema;
    await this.db.query(`DELETE FROM ${schema}.import_seen WHERE run = $1`, [run]);
  }

  private readItem({ line, record }: ImportItem, batch: ImportBatch, read: Map<string, Read[]>, result: ImportResult) {
    const type = String(record.type);
    const problems: Reject['problems'] = [];
    const row = this.readRecord(type, record, problems);
    if (!row) return reject(result, batch.file, line, record, problems);
    const rows = read.get(type);
    if (rows) rows.push({ line, ...row });
    else read.set(type, [{ line, ...row }]);
  }

  private readRecord(type: string, record: Record<string, unknown>, problems: Reject['problems']) {
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
    const source = attempt('source', () => text.read(record.source, undefined as never) as string);
    const ref = attempt('ref', () => text.read(record.ref, undefined as never) as string);
    const op = record.op ?? 'upsert';
    if (op !== 'upsert' && op !== 'withdraw') problems.push({ field: 'op', reason: 'must be upsert or withdraw' });
    if (problems.length > 0) return undefined;
    const id = recordId(type, source!, ref!);
    if (op === 'withdraw') return { withdrawn: true, row: { id, copy: '' } };
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
    return { withdrawn: false, row: { id, copy: copyLine(id, source!, ref!, model, row) } };
  }

  private async write(type: string, rows: Read[], batch: ImportBatch, result: ImportResult): Promise<void> {
    const { staging } = this.models.get(type)!;
    const counts = countsOf(result, type);
    const staged = rows.filter((row) => !row.withdrawn);
    const leaving = rows.filter((row) => row.withdrawn);
    const records = new Map(batch.items.map((item) => [item.line, item.record]));
    const refuse = (line: number, reason: string) =>
      reject(result, batch.file, line, records.get(line)!, [{ field: null, reason }]);
    if (staged.length > 0) {
      await this.writing(staged, refuse, async (client, part) => {
        const { written, duplicates } = await stage(client, staging, batch, part);
        return () => {
          counts.accepted += written;
          counts.unchanged += part.length - duplicates.length - written;
          for (const { line, reason } of duplicates) refuse(line, reason);
        };
      });
    }
    if (leaving.length > 0) {
      await this.writing(leaving, refuse, async (client, part) => {
        const { written, refused } = await withdraw(client, staging, batch, part);
        return () => {
          counts.accepted += written;
          counts.unchanged += part.length - refused.length - written;
          for (const { line, reason } of refused) refuse(line, reason);
        };
      });
    }
  }

  /**
   * Writes rows in one transaction. Where PostgreSQL refuses the data itself, halves are tried until the row that is
   * to blame stands alone, so that it alone is rejected.
   */
  private async writing(
    rows: Read[],
    refuse: (line: number, reason: string) => void,
    work: (client: PoolClient, rows: Read[]) => Promise<() => void>,
  ): Promise<void> {
    try {
      const counted = await this.db.transaction((client) => work(client, rows));
      counted();
    } catch (error) {
      const reason = dataError(error);
      if (!reason) throw error;
      if (rows.length === 1) return refuse(rows[0]!.line, reason);
      const half = rows.length >> 1;
      await this.writing(rows.slice(0, half), refuse, work);
      await this.writing(rows.slice(half), refuse, work);
    }
  }
}

/** Why PostgreSQL did not take the data (SQLSTATE classes 22, 23 and 54), or undefined for any other trouble. */
function dataError(error: unknown): string | undefined {
  const code = (error as { code?: unknown }).code;
  if (typeof code !== 'string' || !/^(22|23|54)/.test(code)) return undefined;
  return `the database cannot hold it: ${(error as Error).message}`;
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

function copyLine(id: string, source: string, ref: string, model: ModelOf, row: Record<string, unknown>): string {
  let line = `${id}\t${copyValue(source)}\t${copyValue(ref)}`;
  for (const { name, kind } of model.facts) {
    const value = row[name];
    if (kind.timeKnown) {
      const moment = value as { at: string; known: boolean } | null;
      line += moment ? `\t${moment.at}\t${moment.known ? 't' : 'f'}` : '\t\\N\t\\N';
    } else line += `\t${kind.column === 'jsonb' ? copyJson(value) : copyValue(value)}`;
  }
  const hash = createHash('sha256').update(line).digest('hex').slice(0, 32);
  return `${line}\t${hash}`;
}

function copyJson(value: unknown): string {
  return value === null ? '\\N' : copyValue(JSON.stringify(value));
}
