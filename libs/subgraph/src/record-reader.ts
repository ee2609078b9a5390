import type { CodeBook } from './code-book';
import { NULL, copyAbsent, copyText, copyWriter } from './copy-text';
import { digest } from './digest';
import { recordId } from './ids';
import { type Kind, type Reading, Refusal, joinPath, refuseUnknown, text } from './kinds';
import { type ModelOf, isRecord } from './model';

/** What is wrong with a record, or with one field of it. */
export interface Problem {
  field: string | null;
  reason: string;
}

/** A record as a line of COPY, without the line number that goes in front. */
export interface ReadRecord {
  id: string;
  copy: string;
}

/** A rule over a whole record, beyond its single fields. Throws `Refusal`. */
export type RecordCheck = (row: Record<string, unknown>) => void;

/** How one field of the bundle becomes one column, or two where the time of day may be unknown. */
interface Column {
  field: string;
  name: string;
  kind: Kind;
  copy: (value: unknown) => string;
  /** Stands where the bundle says nothing. */
  absent: string;
}

const ENVELOPE = ['type', 'source', 'ref', 'op'];

/** Reads the records of one type: runs a few hundred thousand times in an import, so it makes no more than it must. */
export class RecordReader {
  private readonly columns: Column[];
  /** Every field the bundle may carry. */
  private readonly fields: Set<string>;
  /** What a withdrawal has in the place of content. */
  private readonly nothing: string;

  constructor(
    private readonly model: ModelOf & { record: string },
    private readonly codes: CodeBook,
    private readonly check?: RecordCheck,
  ) {
    this.columns = model.facts.map(({ field, name, kind }) => ({
      field,
      name,
      kind,
      copy: copyWriter(kind),
      absent: copyAbsent(kind),
    }));
    this.fields = new Set([...ENVELOPE, ...model.facts.map(({ field }) => field)]);
    this.nothing = model.facts.map(({ kind }) => (kind.timeKnown ? `${NULL}\t${NULL}\t` : `${NULL}\t`)).join('') + NULL;
  }

  /** The record, or everything that is wrong with it. */
  read(record: Record<string, unknown>): ReadRecord | Problem[] {
    const problems: Problem[] = [];
    const source = attempt(problems, 'source', () => readSource(record.source));
    const ref = attempt(problems, 'ref', () => text.read(record.ref, undefined as never) as string);
    const op = record.op ?? 'upsert';
    if (op !== 'upsert' && op !== 'withdraw') problems.push({ field: 'op', reason: 'must be upsert or withdraw' });
    if (source === undefined || ref === undefined || problems.length > 0) return problems;
    const id = recordId(this.model.record, source, ref);
    const head = `${id}\t${copyText(source)}\t${copyText(ref)}`;
    if (op === 'withdraw') return { id, copy: `t\t${head}\t${this.nothing}` };
    const content = this.content(record, head, { source, codes: this.codes }, problems);
    if (problems.length > 0) return problems;
    return { id, copy: `f\t${content}\t${digest('sha256', content).slice(0, 32)}` };
  }

  private content(record: Record<string, unknown>, head: string, reading: Reading, problems: Problem[]): string {
    attempt(problems, '', () => refuseUnknown(record, this.fields));
    const cells = [head];
    const row: Record<string, unknown> | undefined = this.check && {};
    for (const { field, name, kind, copy, absent } of this.columns) {
      const given = record[field];
      if (given === undefined || given === null) {
        if (kind.required) problems.push({ field, reason: 'is required' });
        cells.push(absent);
        if (row) row[name] = kind.default ?? null;
        continue;
      }
      try {
        const value = kind.read(given, reading);
        cells.push(copy(value));
        if (row) row[name] = value;
      } catch (error) {
        problems.push(problem(field, error));
      }
    }
    if (row && problems.length === 0) attempt(problems, '', () => this.check!(row));
    return cells.join('\t');
  }
}

/** The reader of each record type among the models. */
export function readersOf(
  models: readonly ModelOf[],
  codes: CodeBook,
  checks: Record<string, RecordCheck>,
): Map<string, RecordReader> {
  return new Map(
    models.filter(isRecord).map((model) => [model.record, new RecordReader(model, codes, checks[model.record])]),
  );
}

function attempt<T>(problems: Problem[], field: string, work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    problems.push(problem(field, error));
    return undefined;
  }
}

/** Throws what is no refusal. */
function problem(field: string, error: unknown): Problem {
  if (!(error instanceof Refusal)) throw error;
  return { field: joinPath(field, error.path), reason: error.reason };
}

/** A source is one name: a bar in it would let two records have one id. */
function readSource(value: unknown): string {
  const source = text.read(value, undefined as never) as string;
  if (source.includes('|')) throw new Refusal('may not contain |');
  return source;
}
