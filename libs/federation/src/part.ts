import type { AnswerErrors } from './answer-errors';
import { type Data, isData, ownValue } from './data';
import type { ResponsePath } from './errors';
import type { Fetch } from './fetch';
import { merge } from './merge';
import { rewrite } from './rewrite';
import type { Step } from './schedule';
import type { SubgraphError, SubgraphResult } from './source';
import type { Supergraph } from './supergraph';
import { places } from './walk';

/** What a part works on. */
export interface Target {
  readonly data: Data;
  /** Objects that some subgraph does not know. */
  readonly missing: Set<object>;
  readonly supergraph: Supergraph;
  readonly errors: AnswerErrors;
}

/** One fetch of a run: what is asked for, and the objects that the answer goes to. */
export class Part {
  /** Objects for each representation; for a root fetch, the root alone. */
  readonly objects: Data[][] = [];
  readonly representations: Data[] = [];
  /** The same for two parts that ask the same of the same document. */
  identity = '';
  readonly fetch: Fetch;
  /** Parts that ask the same, and get the same answer. */
  readonly followers: Part[] = [];
  private located: ReturnType<typeof places> | undefined;
  private readonly indexes = new Map<string, number>();

  constructor(
    readonly step: Step,
    private readonly target: Target,
    /** Values for `@fromContext`. */
    readonly context: Readonly<Data> = {},
  ) {
    this.fetch = step.fetch;
    if (!this.fetch.entities) this.objects.push([target.data]);
  }

  /** Asks for an object too. */
  add(object: Data, representation: Data, identity: string): void {
    const known = this.indexes.get(identity);
    if (known !== undefined) {
      this.objects[known]!.push(object);
      return;
    }
    this.indexes.set(identity, this.representations.length);
    this.identity += `${identity}\n`;
    const { rewrites } = this.fetch.entities!;
    if (rewrites.length > 0) rewrite(representation, rewrites, this.target.supergraph.isA);
    this.representations.push(representation);
    this.objects.push([object]);
  }

  /** Takes in an answer, whose entities are under `key`. Throws nothing for whatever a subgraph may send. */
  take({ data, errors = [] }: SubgraphResult, key: string, copy = false): void {
    if (this.fetch.entities) this.takeEntities(isData(data) ? ownValue(data, key) : data, errors, copy);
    else this.takeRoot(data, errors, copy);
    for (const follower of this.followers) follower.take({ data, errors }, key, true);
  }

  /** There is no answer. */
  fail(error?: SubgraphError): void {
    this.absent(this.objects.flat(), error);
    for (const follower of this.followers) follower.fail(error);
  }

  // Data goes in before its errors: where an error is shown depends on the types of what surrounds it.
  private takeRoot(data: unknown, errors: readonly SubgraphError[], copy: boolean): void {
    const { errors: answer } = this.target;
    if (isData(data)) this.put(this.target.data, data, copy);
    for (const error of errors) if (error.path) answer.add(error, this.clientKeys(error.path));
    const loose = errors.find(({ path }) => !path);
    if (!isData(data)) {
      if (errors.length === 0 || loose) this.absent([this.target.data], loose);
    } else if (loose) {
      answer.add(loose);
    }
  }

  private takeEntities(entities: unknown, errors: readonly SubgraphError[], copy: boolean): void {
    const given: unknown[] | undefined =
      Array.isArray(entities) && entities.length === this.representations.length ? entities : undefined;
    given?.forEach((entity, at) => {
      if (!isData(entity)) return;
      this.objects[at]!.forEach((object, nth) => this.put(object, entity, copy || nth > 0));
    });
    const explained = this.takeEntityErrors(errors, !given);
    if (!given) {
      if (explained !== 'all') this.absent(this.objects.filter((_, at) => !explained.has(at)).flat(), undefined);
      return;
    }
    given.forEach((entity, at) => {
      const objects = this.objects[at]!;
      if (entity === null || entity === undefined) {
        if (explained !== 'all' && !explained.has(at)) for (const object of objects) this.target.missing.add(object);
      } else if (!isData(entity)) {
        this.absent(objects, undefined);
      }
    });
  }

  /** The indexes of entities that have an error, or that all have. */
  private takeEntityErrors(errors: readonly SubgraphError[], absent: boolean): ReadonlySet<number> | 'all' {
    if (errors.length === 0) return new Set();
    const explained = new Set<number>();
    const places = this.places();
    let loose: SubgraphError | undefined;
    for (const error of errors) {
      const at = error.path?.[1];
      if (typeof at !== 'number' || !this.objects[at]) {
        loose ??= error;
        continue;
      }
      explained.add(at);
      const rest = this.clientKeys(error.path!.slice(2));
      for (const object of this.objects[at]) {
        if (rest.length === 0) this.absent([object], error);
        else for (const { path } of places.get(object) ?? []) this.target.errors.add(error, [...path, ...rest]);
      }
    }
    if (!loose) return explained;
    if (absent) this.absent(this.objects.flat(), loose);
    else this.target.errors.add(loose);
    return 'all';
  }

  private put(object: Data, source: Data, copy: boolean): void {
    const { shape, outputRewrites } = this.fetch;
    const { isA, isObject } = this.target.supergraph;
    if (outputRewrites.length > 0) rewrite(source, outputRewrites, isA, object.__typename);
    merge(object, source, shape, isObject, copy);
  }

  /** Says at each place of the objects that what this part would have brought is not there. */
  absent(objects: readonly Data[], error: SubgraphError | undefined): void {
    const { shape, entities } = this.fetch;
    if (!entities) {
      this.target.errors.addFields(error, [], shape.keys);
      return;
    }
    const where = this.places();
    for (const object of objects) {
      if (this.target.errors.full) return;
      for (const { path } of where.get(object) ?? []) this.target.errors.addFields(error, path, shape.keys);
    }
  }

  private places(): ReturnType<typeof places> {
    return (this.located ??= places(this.target.data, this.fetch.walk));
  }

  /** A path with the keys that the caller gave, where the fetch had others. */
  private clientKeys(path: ResponsePath): ResponsePath {
    const { renamed } = this.fetch;
    return renamed.size === 0 ? path : path.map((part) => renamed.get(part) ?? part);
  }
}
