import { Float, Int } from 'type-graphql';
import type { CodeBook } from './code-book';
import { recordId } from './ids';
import { type Class, modelOf } from './model';
import { GraphQLDate, GraphQLDateTime, isDate, momentPrecision } from './scalars';
import { nearest } from '@throughline/reference';

/** What reading a bundle value needs to know. */
export interface Reading {
  /** Source of the record being read: a reference given as a string means this source. */
  source: string;
  codes: CodeBook;
  /** Whether references are ids, as in mutations, rather than refs at a source, as in bundles. */
  byId?: boolean;
}

/** A value that is not taken, and why. `path` grows on the way out of nested values. */
export class Refusal extends Error {
  constructor(
    public readonly reason: string,
    public path = '',
  ) {
    super(reason);
  }

  /** Puts a step in front of its path. */
  under(step: string): void {
    this.path = joinPath(step, this.path);
  }
}

/** What resolving a stored value needs: the code book of the service that answers. */
export interface Resolving {
  codes: CodeBook;
}

/**
 * One kind of fact: how it is typed in the schema, stored in PostgreSQL and read from a bundle.
 * A fact is optional unless its kind is wrapped in `must`.
 */
export interface Kind {
  graphql: () => unknown;
  column: 'text' | 'integer' | 'double precision' | 'boolean' | 'date' | 'timestamptz' | 'jsonb' | 'uuid';
  array: boolean;
  required: boolean;
  /** Stored where the bundle says nothing; a fact with a default is never null. */
  default?: unknown;
  /** The bundle's value → the stored value. Throws `Refusal`. */
  read(value: unknown, reading: Reading): unknown;
  /** The stored value → the schema's, where they differ. */
  resolve?: (stored: unknown, resolving: Resolving) => unknown;
  /** Stored and taken from bundles, but not a field of the schema under its name: a resolver shows it. */
  hidden?: boolean;
  /** Name of the companion fact that says whether the time of day is known. */
  timeKnown?: string;
}

const basic = { array: false, required: false } as const;

/** Rejects what PostgreSQL cannot store or UTF-8 cannot carry, so that nothing changes silently on the way. */
function readText(value: unknown): string {
  if (typeof value !== 'string') throw new Refusal(`expected text, got ${describe(value)}`);
  if (value.includes('\u0000')) throw new Refusal('contains a NUL character');
  if (!isWellFormed(value)) throw new Refusal('contains half of a surrogate pair, which is not Unicode text');
  return value;
}

function isWellFormed(text: string): boolean {
  return (text as string & { isWellFormed(): boolean }).isWellFormed();
}

function describe(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'string') return JSON.stringify(value.length > 60 ? `${value.slice(0, 60)}…` : value);
  return typeof value === 'object' ? 'an object' : `${value as number}`;
}

/** Text as the source gives it; empty only where the source says it is (`blank`). */
export const text: Kind = {
  ...basic,
  graphql: () => String,
  column: 'text',
  read: (value) => {
    if (readText(value).trim() === '') throw new Refusal('is empty');
    return value;
  },
};

/** Text that may be empty: a source's own "nothing recorded" is kept, not repaired. */
export const textOrBlank: Kind = { ...text, read: readText };

export const bool: Kind = {
  ...basic,
  graphql: () => Boolean,
  column: 'boolean',
  read: (value) => {
    if (typeof value !== 'boolean') throw new Refusal(`expected true or false, got ${describe(value)}`);
    return value;
  },
};

/** Boolean that is false unless the source says otherwise. */
export const flag: Kind = { ...bool, default: false };

function number(graphql: unknown, column: 'integer' | 'double precision', valid: (n: number) => boolean, what: string) {
  return (least: number): Kind => ({
    ...basic,
    graphql: () => graphql,
    column,
    read: (value) => {
      if (typeof value !== 'number' || !valid(value) || value < least) {
        throw new Refusal(`expected ${what} of at least ${least}, got ${describe(value)}`);
      }
      return value;
    },
  });
}

const isInt32 = (n: number) => Number.isInteger(n) && n <= 2_147_483_647;
/** A whole number of at least `least`, within 32 bits. */
export const integer = number(Int, 'integer', isInt32, 'a whole number');
/** A finite number of at least `least`. */
export const decimal = number(Float, 'double precision', Number.isFinite, 'a number');

/** A day, `YYYY-MM-DD`. */
export const date: Kind = {
  ...basic,
  graphql: () => GraphQLDate,
  column: 'date',
  read: (value) => {
    if (typeof value !== 'string' || !isDate(value)) {
      throw new Refusal(`expected a date such as 2024-02-29, got ${describe(value)}`);
    }
    return value;
  },
};

/**
 * A moment. Without a zone it is Europe/London; a date alone means the time is unknown, which the companion fact
 * `timeKnown` keeps. PostgreSQL does the conversion: it has the history of summer time, and we do not.
 */
export function time(timeKnown: string): Kind {
  return {
    ...basic,
    graphql: () => GraphQLDateTime,
    column: 'timestamptz',
    timeKnown,
    read: (value) => {
      const precision = typeof value === 'string' ? momentPrecision(value) : undefined;
      if (!precision) throw new Refusal(`expected a time such as 2024-02-29T18:30:00Z, got ${describe(value)}`);
      const moment = value as string;
      if (precision === 'zoned') return { at: moment, known: true };
      if (precision === 'local') return { at: `${moment} Europe/London`, known: true };
      return { at: `${moment} 00:00 Europe/London`, known: false };
    },
  };
}

/** One member of a string enum. */
export function oneOf(members: Record<string, string>): Kind {
  const known = new Set(Object.values(members));
  return {
    ...basic,
    graphql: () => members,
    column: 'text',
    read: (value) => {
      if (typeof value === 'string' && known.has(value)) return value;
      throw new Refusal(unknownCode(value, known));
    },
  };
}

/** The sentence for a code that is not known, naming the nearest one that is. */
export function unknownCode(value: unknown, known: Iterable<string>): string {
  const near = typeof value === 'string' ? nearest(value, known) : undefined;
  return `unknown code ${describe(value)}${near === undefined ? '' : `; the nearest known one is ${near}`}`;
}

/** A code of one of the code book's tables, answered as that table's entry, or as `shown` makes of it. */
export function code<Table extends keyof CodeBook['tables']>(
  table: Table,
  graphql: () => unknown,
  shown?: (entry: EntryOf<Table>) => unknown,
): Kind {
  return {
    ...basic,
    graphql,
    column: 'text',
    read: (value, { codes }) => {
      const entries = codes.tables[table];
      if (typeof value === 'string' && entries.has(value)) return value;
      throw new Refusal(unknownCode(value, entries.codes()));
    },
    resolve: (stored, { codes }) => {
      const entry = codes.tables[table].get(stored as string) as EntryOf<Table> | undefined;
      if (entry === undefined) return null;
      return shown ? shown(entry) : entry;
    },
  };
}
type EntryOf<Table extends keyof CodeBook['tables']> = NonNullable<ReturnType<CodeBook['tables'][Table]['get']>>;

/** The id of another record: a string (same source) or `{ source, ref }`. It need not have arrived. */
export function reference(type: string): Kind {
  return {
    ...basic,
    graphql: () => String,
    column: 'uuid',
    read: (value, { source, byId }) => (byId ? readId(value) : readReference(type, value, source)),
  };
}

function readId(value: unknown): string {
  if (typeof value === 'string' && UUID.test(value)) return value.toLowerCase();
  throw new Refusal(`expected the id of a record, got ${describe(value)}`);
}
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function readReference(type: string, value: unknown, source: string): string {
  if (typeof value === 'string' && value !== '') return recordId(type, source, readText(value));
  if (!isObject(value)) {
    throw new Refusal(`expected a reference (a ref, or an object with source and ref), got ${describe(value)}`);
  }
  refuseUnknown(value, ['source', 'ref']);
  return recordId(
    type,
    within('source', () => text.read(value.source, undefined as never)) as string,
    within('ref', () => text.read(value.ref, undefined as never)) as string,
  );
}

/** A reference that says what it refers to, as `{ type, ref }`; stored as `{ type, id }`. */
export function typedReference(types: readonly string[], graphql: () => unknown): Kind {
  return {
    ...basic,
    graphql,
    column: 'jsonb',
    read: (value, { source, byId }) => {
      if (byId && isObject(value)) return { type: value.type, id: within('id', () => readId(value.id)) };
      if (!isObject(value)) throw new Refusal(`expected an object with type and ref, got ${describe(value)}`);
      refuseUnknown(value, ['type', 'ref']);
      const type = value.type;
      if (typeof type !== 'string' || !types.includes(type)) throw new Refusal(unknownCode(type, types), 'type');
      return { type, id: within('ref', () => readReference(type, value.ref, source)) };
    },
  };
}

/** Values nested in a record, each an object of the facts declared by a `Value` class. */
export function nested(type: () => Class): Kind {
  // Known at the first value only: the classes of models may refer to each other in a ring.
  let known: Set<string> | undefined;
  return {
    ...basic,
    graphql: type,
    column: 'jsonb',
    read: (value, reading) => {
      if (!isObject(value)) throw new Refusal(`expected an object, got ${describe(value)}`);
      const { facts } = modelOf(type());
      refuseUnknown(value, (known ??= new Set(facts.map((fact) => fact.field))));
      const stored: Record<string, unknown> = {};
      for (const { field, name, kind } of facts) {
        const given = value[field];
        if (given === undefined || given === null) {
          if (kind.required) throw new Refusal('is required', field);
          stored[name] = kind.default ?? null;
          continue;
        }
        try {
          stored[name] = kind.read(given, reading);
        } catch (refusal) {
          if (refusal instanceof Refusal) refusal.under(field);
          throw refusal;
        }
      }
      return stored;
    },
  };
}

/** A list; empty unless the source says otherwise. Stored as an array, or as one JSON document for nested values. */
export function list(of: Kind): Kind {
  return {
    ...of,
    array: of.column !== 'jsonb',
    graphql: () => [of.graphql()],
    default: [],
    read: (value, reading) => {
      if (!Array.isArray(value)) throw new Refusal(`expected a list, got ${describe(value)}`);
      return value.map((item, index) => {
        try {
          return of.read(item, reading);
        } catch (refusal) {
          if (refusal instanceof Refusal) refusal.under(`[${index}]`);
          throw refusal;
        }
      });
    },
    resolve: of.resolve && ((stored, resolving) => (stored as unknown[]).map((item) => of.resolve!(item, resolving))),
  };
}

/** A kind that the source must give; a list must have at least one item. */
export function must(kind: Kind): Kind {
  return {
    ...kind,
    required: true,
    default: undefined,
    read: (value, reading) => {
      const stored = kind.read(value, reading);
      if (Array.isArray(stored) && stored.length === 0) throw new Refusal('needs at least one item');
      return stored;
    },
  };
}

/** A kind that the source must give, though a list of nothing will do. */
export function mustBeGiven(kind: Kind): Kind {
  return { ...kind, required: true, default: undefined };
}

/** A kind whose stored value only a resolver shows. */
export function hidden(kind: Kind): Kind {
  return { ...kind, hidden: true };
}

/** A kind with the value that stands where the source says nothing. */
export function orElse(kind: Kind, value: unknown): Kind {
  return { ...kind, default: value };
}

/** Runs `read`, putting `step` in front of the path of a refusal. */
export function within<T>(step: string, read: () => T): T {
  try {
    return read();
  } catch (refusal) {
    if (refusal instanceof Refusal) refusal.under(step);
    throw refusal;
  }
}

/** A step and the path that goes on from it: `names` and `[0].family` are `names[0].family`. */
export function joinPath(step: string, path: string): string {
  if (step === '' || path === '') return step || path;
  return path.startsWith('[') ? step + path : `${step}.${path}`;
}

/** True for a JSON object. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Refuses an object that has a key outside `known`: a typo must not vanish. */
export function refuseUnknown(value: Record<string, unknown>, known: Iterable<string>): void {
  const allowed = known instanceof Set ? (known as Set<string>) : new Set(known);
  for (const key in value) {
    if (allowed.has(key)) continue;
    const near = nearest(key, allowed);
    throw new Refusal(`unknown field${near === undefined ? '' : `; did you mean ${near}?`}`, key);
  }
}
