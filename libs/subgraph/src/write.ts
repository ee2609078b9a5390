import type { PoolClient } from 'pg';
import type { Context } from './context';
import { digest } from './digest';
import { CodedError, invalidInput } from './errors';
import { type FieldChange, changesBetween, recordChanges } from './history';
import { recordId } from './ids';
import { type Kind, Refusal } from './kinds';
import { columns, isUuid } from './lists';
import { type Class, type ModelOf, isRecord, modelOf, snakeCase } from './model';

/** What every mutation's input has. */
export interface WriteInput {
  /** Chosen by the caller; sent again, it brings the first answer again and changes nothing. */
  requestId: string;
  /** Checks everything and changes nothing. */
  validateOnly?: boolean | null;
  /** Why it is done. */
  reason?: string | null;
}

export interface Row {
  id: string;
  source: string;
  ref: string;
  recordVersion: number;
}

/** One change of one record, as it goes into the history and the feed. */
export interface Entry {
  type: string;
  record: string;
  version: number;
  action: string;
  /** Null where the record is new. */
  changes: FieldChange[] | null;
}

/** Ends a rehearsal: rolls back and carries what would have been the answer. */
class Rehearsed extends Error {
  constructor(readonly result: object) {
    super('rehearsed');
  }
}

/**
 * Runs a mutation once: `work` in one transaction, together with the history it makes and the answer it gives. The
 * same `requestId` again brings that answer, whether or not the first caller ever saw it; with other input it is
 * `CONFLICT`.
 */
export async function write<Result extends object>(
  context: Context,
  operation: string,
  input: WriteInput,
  work: (transaction: Transaction) => Promise<Result>,
): Promise<Result> {
  const request = new Request(context, operation, input);
  const known = await request.answer<Result>();
  if (known) return known;
  context.forget();
  try {
    return await context.db.transaction(async (client) => {
      const transaction = new Transaction(client, context);
      const result = await work(transaction);
      if (input.validateOnly) throw new Rehearsed(result);
      await recordChanges(
        client,
        context,
        { ...request.stored(result), reason: input.reason ?? null },
        transaction.entries,
      );
      return result;
    });
  } catch (error) {
    if (error instanceof Rehearsed) return error.result as Result;
    // Two of the same request at once: the one that came second meets the first one's answer, or its effects.
    const first = isSameRequest(error) || error instanceof CodedError ? await request.answer<Result>() : undefined;
    if (first) return first;
    if (isClosedRow(error)) throw new CodedError('FORBIDDEN', 'This may be read by what you hold, and not changed.');
    throw error;
  }
}

/** True where row-level security refused a change (`insufficient_privilege`). */
function isClosedRow(error: unknown): boolean {
  return (error as { code?: unknown }).code === '42501';
}

function isSameRequest(error: unknown): boolean {
  return (error as { constraint?: string }).constraint === 'request_pkey';
}

/** A mutation's identity: who asks, by which `requestId`, for what. */
class Request {
  private readonly hash: string;

  constructor(
    private readonly context: Context,
    private readonly operation: string,
    private readonly input: WriteInput,
  ) {
    if (input.requestId.trim() === '' || input.requestId.length > 200) {
      throw invalidInput([{ field: 'requestId', reason: 'must have from 1 to 200 characters' }]);
    }
    this.hash = digest('sha256', JSON.stringify([operation, input]));
  }

  async answer<Result>(): Promise<Result | undefined> {
    const [known] = await this.context.db.query<{ input_hash: string; result: Result }>(
      `SELECT input_hash, result FROM ${this.context.db.schema}.request WHERE actor = $1 AND id = $2`,
      [this.context.caller.actor, this.input.requestId],
    );
    if (!known) return undefined;
    if (known.input_hash === this.hash) return known.result;
    throw new CodedError('CONFLICT', 'This requestId was used before, for something else.', { field: 'requestId' });
  }

  stored(result: object) {
    return { request: this.input.requestId, operation: this.operation, hash: this.hash, result };
  }
}

/** What a mutation does its reading and writing by. */
export class Transaction {
  readonly entries: Entry[] = [];

  constructor(
    private readonly client: PoolClient,
    private readonly context: Context,
  ) {}

  async query<Found>(sql: string, params: unknown[] = []): Promise<Found[]> {
    this.context.db.onStatement?.(sql, params);
    const { rows } = await this.client.query(sql, params);
    this.context.db.noteSeen(rows);
    return rows as Found[];
  }

  /**
   * Reads a record for changing; nobody else can change it until the end. Throws `NOT_FOUND`, and `CONFLICT` where it
   * has changed since `expectedVersion`, with what differs. Who comes with an old version does not wait in line for that
   * answer: of many who try again and again, those who cannot get through must not hold up those who can.
   */
  async lock<R extends Row>(type: Class<R>, id: string, expectedVersion?: number | null): Promise<R> {
    const { table, record } = tableOf(type);
    const sql = `SELECT ${columns(type, 't')} FROM ${table} t
      WHERE t.id = $1 AND t.withdrawn_at IS NULL AND t.record_version = coalesce($2, t.record_version) FOR UPDATE`;
    const [row] = isUuid(id) ? await this.query<R>(sql, [id, expectedVersion]) : [];
    if (row) return row;
    if (typeof expectedVersion === 'number') await this.refuseOld(table, record, id, expectedVersion);
    throw new CodedError('NOT_FOUND', `There is no ${record} with this id.`, { field: 'id' });
  }

  /** Throws `CONFLICT` where the record is there and has another version. */
  private async refuseOld(table: string, record: string, id: string, expectedVersion: number): Promise<void> {
    const sql = `SELECT record_version AS version FROM ${table} WHERE id = $1 AND withdrawn_at IS NULL`;
    const [held] = isUuid(id) ? await this.query<{ version: number }>(sql, [id]) : [];
    if (!held || held.version === expectedVersion) return;
    throw new CodedError('CONFLICT', `The ${record} has changed since version ${expectedVersion}.`, {
      currentVersion: held.version,
      differs: await this.differences(id, expectedVersion),
    });
  }

  /** Reads a record that the mutation refers to; throws `INVALID_INPUT` naming `field` where it is not there. */
  async find<R extends Row>(type: Class<R>, id: string, field: string): Promise<R> {
    const { table, record } = tableOf(type);
    const sql = `SELECT ${columns(type, 't')} FROM ${table} t WHERE t.id = $1 AND t.withdrawn_at IS NULL`;
    const [row] = isUuid(id) ? await this.query<R>(sql, [id]) : [];
    if (!row) throw invalidInput([{ field, reason: `there is no ${record} with this id` }]);
    return row;
  }

  /** Adds a record. `facts` are read as a bundle's would be, except that references are ids. Throws `INVALID_INPUT`. */
  async insert<R extends Row>(type: Class<R>, action: string, facts: Partial<Record<string, unknown>>): Promise<R> {
    const model = tableOf(type);
    const source = SOURCE;
    const ref = crypto.randomUUID();
    const values = {
      id: recordId(model.record, source, ref),
      source,
      ref,
      ...readFacts(model, facts, this.context, true),
    };
    const names = Object.keys(values);
    const [row] = await this.query<R>(
      `INSERT INTO ${model.table} AS t (${names.map(quoted).join(', ')}) VALUES (${names.map((_name, n) => `$${n + 1}`).join(', ')})
       RETURNING ${columns(type, 't')}`,
      Object.values(values),
    );
    this.entries.push({ type: model.record, record: row!.id, version: row!.recordVersion, action, changes: null });
    return row!;
  }

  /** Changes facts of a record that was locked. What stays as it was is no change. Throws `INVALID_INPUT`. */
  async update<R extends Row>(
    type: Class<R>,
    before: R,
    action: string,
    facts: Partial<Record<string, unknown>>,
  ): Promise<R> {
    const model = tableOf(type);
    const values = readFacts(model, facts, this.context, false);
    const sets = [
      ...Object.keys(values).map((name, n) => `${quoted(name)} = $${n + 2}`),
      'record_version = t.record_version + 1',
      'changed_at = now()',
    ];
    const [row] = await this.query<R>(
      `UPDATE ${model.table} t SET ${sets.join(', ')} WHERE t.id = $1 RETURNING ${columns(type, 't')}`,
      [before.id, ...Object.values(values)],
    );
    const changes = changesBetween(model, before, row!);
    this.entries.push({ type: model.record, record: before.id, version: row!.recordVersion, action, changes });
    return row!;
  }

  /**
   * Withdraws a record that was locked: it is kept and not read any more. What an import withdrew it brings back by
   * sending it again; what a person withdrew, only if its content has changed (see `staging.ts`).
   */
  async withdraw<R extends Row>(type: Class<R>, before: R, action: string): Promise<R & { withdrawnAt: string }> {
    const { record, table } = tableOf(type);
    const [row] = await this.query<R & { withdrawnAt: string }>(
      `UPDATE ${table} t SET withdrawn_at = now(), changed_at = now(), record_version = t.record_version + 1,
         import_run = NULL, import_place = NULL WHERE t.id = $1
       RETURNING ${columns(type, 't')}, t.withdrawn_at AS "withdrawnAt"`,
      [before.id],
    );
    this.entries.push({ type: record, record: before.id, version: row!.recordVersion, action, changes: [] });
    return row!;
  }

  private async differences(id: string, since: number): Promise<FieldChange[]> {
    const rows = await this.query<{ changes: FieldChange[] | null }>(
      `SELECT changes FROM ${this.context.db.schema}.change WHERE record = $1 AND version > $2 ORDER BY seq`,
      [id, since],
    );
    const differs = new Map<string, FieldChange>();
    for (const change of rows.flatMap(({ changes }) => changes ?? [])) {
      const first = differs.get(change.field);
      differs.set(change.field, { ...change, before: first ? first.before : change.before });
    }
    return [...differs.values()];
  }
}

/** Source of records that were made here rather than supplied. */
const SOURCE = 'throughline';

const quoted = (name: string) => `"${snakeCase(name)}"`;

function tableOf(type: Class): ModelOf & { record: string; table: string } {
  const model = modelOf(type);
  if (!isRecord(model)) throw new Error(`${type.name} has no table`);
  return model;
}

/** Facts given by field name → column values by property name. All must be there for a new record. */
function readFacts(
  model: ModelOf,
  facts: Partial<Record<string, unknown>>,
  { codes }: Context,
  isNew: boolean,
): Record<string, unknown> {
  const problems: { field: string; reason: string }[] = [];
  const values: Record<string, unknown> = {};
  const unknown = Object.keys(facts).find((field) => !model.facts.some((fact) => fact.field === field));
  if (unknown !== undefined) throw new Error(`${model.type.name} has no fact ${unknown}`);
  for (const { field, name, kind } of model.facts) {
    const given = facts[field];
    if (given === undefined && !isNew) continue;
    try {
      if (given !== undefined && given !== null)
        Object.assign(values, columnValues(name, kind, kind.read(given, { source: SOURCE, codes, byId: true })));
      else if (kind.required) throw new Refusal('is required');
      else Object.assign(values, columnValues(name, kind, kind.default ?? null));
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal;
      const path = refusal.path === '' || refusal.path.startsWith('[') ? refusal.path : `.${refusal.path}`;
      problems.push({ field: field + path, reason: refusal.reason });
    }
  }
  if (problems.length > 0) throw invalidInput(problems);
  return values;
}

function columnValues(name: string, kind: Kind, value: unknown): Record<string, unknown> {
  if (kind.timeKnown) {
    const moment = value as { at: string; known: boolean } | null;
    return { [name]: moment?.at ?? null, [kind.timeKnown]: moment?.known ?? null };
  }
  return { [name]: kind.column === 'jsonb' && value !== null ? JSON.stringify(value) : value };
}
