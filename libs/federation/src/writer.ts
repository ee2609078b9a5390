import { type Data, defineValue, isData, ownValue } from './data';
import type { Content, Field, Shape } from './selection';

/** A value of an answer that could not be given, and where. */
export interface Problem {
  message: string;
  path: (string | number)[];
}

export interface WrittenObject<Form> {
  /** In its form; undefined where it has to be null. */
  written: Form | undefined;
  problems: readonly Problem[];
  /** What the values in it cost. */
  cost: number;
  /** Its length as JSON; that of objects with what was left out because of a null within it. */
  bytes: number;
}

/**
 * Writes an answer from what subgraphs brought: only what was asked for, in that order, with null where a value is
 * missing or wrong, or further up where its place takes no null. One walk; its form is text or objects.
 */
export abstract class Writer<Form> {
  /** Paths are from the leaf to the root until `write` is done. */
  private problems: Problem[] = [];
  private cost = 0;

  /** `missing` are objects that a subgraph does not know: nulls for what it would have brought need no explanation. */
  constructor(private readonly missing: ReadonlySet<object>) {}

  protected abstract readonly null: Form;
  protected abstract begin(): Form;
  protected abstract put(object: Form, field: Field, value: Form): Form;
  protected abstract end(object: Form): Form;
  protected abstract beginList(): Form;
  protected abstract item(list: Form, value: Form, index: number): Form;
  protected abstract endList(list: Form): Form;
  protected abstract leaf(value: unknown): Form;
  protected abstract bytesOf(written: Form): number;

  /** Writes one object. */
  write(shape: Shape, source: Data): WrittenObject<Form> {
    this.problems = [];
    this.cost = 0;
    const written = this.object(shape, source);
    for (const { path } of this.problems) path.reverse();
    const bytes = written === undefined ? 0 : this.bytesOf(written);
    return { written, problems: this.problems, cost: this.cost, bytes };
  }

  private object(shape: Shape, source: Data): Form | undefined {
    let object = this.begin();
    for (const field of shape.fields) {
      const value = this.field(field, source);
      if (value === undefined && !field.nullable) return undefined;
      object = this.put(object, field, value ?? this.null);
    }
    return this.end(object);
  }

  private field(
    { key, fetched, risky, content, nullable, withheld, coordinate }: Field,
    source: Data,
  ): Form | undefined {
    if (content.kind === 'typename') {
      if (content.name !== undefined) return this.leaf(content.name);
      return this.problem(`Cannot tell the type of an object for ${coordinate}.`, key);
    }
    const value = risky ? ownValue(source, fetched) : source[fetched];
    if (value !== null && value !== undefined && !withheld) return this.content(content, value, key);
    if (withheld || this.missing.has(source)) return undefined;
    if (!nullable) return this.problem(`Cannot return null for non-nullable field ${coordinate}.`, key);
    // A null that nobody gave would pass for one that somebody did.
    return value === undefined ? this.problem(`There is no answer for ${coordinate}.`, key) : undefined;
  }

  private content(content: Content, value: unknown, key: string | number): Form | undefined {
    if (content.kind === 'leaf') {
      const accepted = content.accept(value);
      this.cost += content.weight;
      if (accepted !== undefined) return this.leaf(accepted);
      return this.problem(`A value is not a valid ${content.type}.`, key);
    }
    const before = this.problems.length;
    const written = content.kind === 'list' ? this.list(content, value) : this.composite(content, value);
    for (let at = before; at < this.problems.length; at += 1) this.problems[at]!.path.push(key);
    return written;
  }

  private composite({ type, shapeOf, weight }: Extract<Content, { kind: 'object' }>, value: unknown): Form | undefined {
    if (!isData(value)) return this.problem(`A value is not a valid ${type}.`);
    const shape = shapeOf(value.__typename);
    if (!shape) return this.problem(`An object is not a valid ${type}.`);
    this.cost += weight;
    return this.object(shape, value);
  }

  private list({ of, nullable }: Extract<Content, { kind: 'list' }>, value: unknown): Form | undefined {
    if (!Array.isArray(value)) return this.problem('A value is not a list.');
    let list = this.beginList();
    for (let index = 0; index < value.length; index += 1) {
      const item: unknown = value[index];
      let written: Form | undefined;
      if (item !== null && item !== undefined) written = this.content(of, item, index);
      else if (!nullable) written = this.problem('Cannot return null in a list without nulls.', index);
      if (written === undefined && !nullable) return undefined;
      list = this.item(list, written ?? this.null, index);
    }
    return this.endList(list);
  }

  private problem(message: string, ...path: (string | number)[]): Form | undefined {
    this.problems.push({ message, path });
    return undefined;
  }
}

/** Writes JSON. */
export class TextWriter extends Writer<string> {
  protected readonly null = 'null';

  protected begin(): string {
    return '';
  }

  protected put(object: string, { text }: Field, value: string): string {
    return object + text + value;
  }

  protected end(object: string): string {
    return object === '' ? '{}' : `${object}}`;
  }

  protected beginList(): string {
    return '[';
  }

  protected item(list: string, value: string, index: number): string {
    return index === 0 ? list + value : `${list},${value}`;
  }

  protected endList(list: string): string {
    return `${list}]`;
  }

  protected leaf(value: unknown): string {
    if (typeof value === 'string') return quoted(value);
    return typeof value === 'number' || typeof value === 'boolean' ? String(value) : JSON.stringify(value);
  }

  protected bytesOf(written: string): number {
    return Buffer.byteLength(written);
  }
}

// What JSON escapes: quotes, backslashes, control characters, and halves of surrogate pairs.
const ESCAPED = /["\\\u0000-\u001f\ud800-\udfff]/;

function quoted(text: string): string {
  return ESCAPED.test(text) ? JSON.stringify(text) : `"${text}"`;
}

/** Writes objects, and counts what they will have as JSON. */
export class ObjectWriter extends Writer<unknown> {
  protected readonly null = null;
  private bytes = 0;

  protected begin(): unknown {
    this.bytes += 1;
    return {};
  }

  protected put(object: unknown, { key, risky, text }: Field, value: unknown): unknown {
    // The text in front of the first field opens the object.
    this.bytes += Buffer.byteLength(text) + (value === null ? 4 : 0);
    if (risky) defineValue(object as Data, key, value);
    else (object as Data)[key] = value;
    return object;
  }

  protected end(object: unknown): unknown {
    return object;
  }

  protected beginList(): unknown {
    this.bytes += 2;
    return [];
  }

  protected item(list: unknown, value: unknown, index: number): unknown {
    this.bytes += (index > 0 ? 1 : 0) + (value === null ? 4 : 0);
    (list as unknown[]).push(value);
    return list;
  }

  protected endList(list: unknown): unknown {
    return list;
  }

  protected leaf(value: unknown): unknown {
    this.bytes += Buffer.byteLength(typeof value === 'string' ? quoted(value) : JSON.stringify(value));
    return value;
  }

  protected bytesOf(): number {
    const { bytes } = this;
    this.bytes = 0;
    return bytes;
  }
}
