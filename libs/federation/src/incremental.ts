import type { GraphQLCompositeType, GraphQLError } from 'graphql';
import { addIntrospection, rootContent, write } from './answer';
import type { AnswerErrors } from './answer-errors';
import { type Data, isData, ownValue } from './data';
import { type Deferred, chosen, deferredPlaces, laterLabels } from './defer';
import type { ResponsePath } from './errors';
import type { Answer, IncrementalAnswer, IncrementalPatch } from './options';
import type { Prepared } from './prepared';
import type { Run } from './run';
import type { Schedule } from './schedule';
import { ObjectWriter } from './writer';

type Patch = NonNullable<IncrementalPatch['incremental']>[number];

/** What one part of the answer says, by the paths of the objects that it is about, as JSON. */
type Told = ReadonlyMap<string, Data | null>;

/** Runs a query or mutation, and answers what `@defer` marks when it is there. */
export async function incrementally(prepared: Prepared): Promise<Answer | IncrementalAnswer> {
  const { generation, operation, values } = prepared;
  generation.hold();
  const run = prepared.run();
  const letGo = (): void => {
    run.close();
    generation.release();
  };
  const root = rootContent(prepared);
  const errors = run.errors(root);
  const stage = chosen(operation.stage, values);
  addIntrospection(prepared, run.data);
  const labels = laterLabels(stage, values);
  const later = new DeferredParts(prepared, run, labels, letGo);
  let tell!: (told: Told) => void;
  later.expect(stage.deferred, new Promise((resolve) => (tell = resolve)));
  await later.perform(stage.schedule, errors);
  const shapeOf = operation.answered({ values, later: labels });
  const { data, errors: list } = write(prepared, run, { object: run.data, shapeOf, errors }, ObjectWriter);
  tell(new Map([['[]', data as Data | null]]));
  const answer: Answer = { data: data as Answer['data'], ...(list && { errors: list }) };
  if (stage.deferred.length === 0 || data === null) {
    later.drop();
    return answer;
  }
  return { initialResult: { ...answer, hasNext: true }, subsequentResults: later };
}

/** The parts of an answer that come later, in the order in which they are done. */
class DeferredParts implements AsyncIterableIterator<IncrementalPatch> {
  /** Parts that are not done. */
  private open = 0;
  /** Schedules under way. */
  private running = 0;
  private patches: Patch[] = [];
  private waiting: { deferred: Deferred; depends: Set<string>; within: Promise<Told> }[] = [];
  private readonly done = new Set<string>();
  private wake: (() => void) | undefined;
  private over = false;

  constructor(
    private readonly prepared: Prepared,
    private readonly run: Run,
    private readonly labels: ReadonlySet<string>,
    private readonly letGo: () => void,
  ) {}

  /** Starts each part as soon as the fetches that it needs are done; it is told after the part that it lies `within`. */
  expect(parts: readonly Deferred[], within: Promise<Told>): void {
    this.open += parts.length;
    for (const deferred of parts) {
      const depends = new Set(deferred.depends.filter((id) => !this.done.has(id)));
      this.waiting.push({ deferred, depends, within });
    }
    this.startReady();
  }

  async perform(schedule: Schedule, errors: AnswerErrors): Promise<void> {
    this.running += 1;
    await this.run.perform(schedule, errors, (id) => {
      this.done.add(id);
      for (const { depends } of this.waiting) depends.delete(id);
      this.startReady();
    });
    this.running -= 1;
    // A condition can leave a fetch out of the plan that is waited for.
    if (this.running === 0) for (const { depends } of this.waiting) depends.clear();
    this.startReady();
  }

  private startReady(): void {
    const ready = this.waiting.filter(({ depends }) => depends.size === 0);
    this.waiting = this.waiting.filter(({ depends }) => depends.size > 0);
    for (const { deferred, within } of ready) void this.start(deferred, within);
  }

  private async start(deferred: Deferred, within: Promise<Told>): Promise<void> {
    const errors = this.run.errors(rootContent(this.prepared));
    const stage = chosen(deferred.stage, this.prepared.values);
    let tell!: (told: Told) => void;
    this.expect(stage.deferred, new Promise((resolve) => (tell = resolve)));
    await this.perform(stage.schedule, errors);
    const patches = this.written(deferred, errors, await within);
    tell(new Map(patches.map(({ path, data }) => [JSON.stringify(path), data])));
    this.patches.push(...patches);
    this.open -= 1;
    this.wake?.();
  }

  /** One patch for each object that the part adds to. An error goes with the patch that it lies in. */
  private written(deferred: Deferred, errors: AnswerErrors, within: Told): Patch[] {
    const { prepared, run } = this;
    const { operation, values } = prepared;
    const { apiSchema } = prepared.generation.supergraph;
    const { label } = operation.deferred.get(deferred.label)!;
    const found = deferredPlaces(run.data, rootContent(prepared), deferred);
    const places = found.filter(({ path }) => isTold(path, within));
    const patches = places.map(({ object, path, type: name }): Patch => {
      const type = apiSchema.getType(name) as GraphQLCompositeType;
      const shapeOf = operation.answered({ values, later: this.labels, fragment: { label: deferred.label, type } });
      const { data } = write(prepared, run, { object, shapeOf, errors, above: path }, ObjectWriter);
      return { data: data as Data | null, path, ...(label !== undefined && { label }) };
    });
    const ownerOf = ({ path = [] }: GraphQLError) =>
      patches.find((patch) => patch.path.every((part, at) => part === path[at])) ?? patches[0];
    return patches.map((patch) => {
      const own = errors.list.filter((error) => ownerOf(error) === patch);
      return own.length > 0 ? { ...patch, errors: own } : patch;
    });
  }

  async next(): Promise<IteratorResult<IncrementalPatch>> {
    if (this.over) return { done: true, value: undefined };
    while (this.patches.length === 0 && this.open > 0) {
      await new Promise<void>((resolve) => (this.wake = resolve));
      if (this.isOver()) return { done: true, value: undefined };
    }
    const incremental = this.patches;
    this.patches = [];
    const hasNext = this.open > 0;
    if (!hasNext) this.drop();
    return { done: false, value: { ...(incremental.length > 0 && { incremental }), hasNext } };
  }

  async return(): Promise<IteratorResult<IncrementalPatch>> {
    this.drop();
    return { done: true, value: undefined };
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  /** Nobody waits for what is still open. */
  drop(): void {
    if (this.over) return;
    this.over = true;
    this.run.end();
    this.wake?.();
    this.letGo();
  }

  private isOver(): boolean {
    return this.over;
  }
}

/** True where the caller has an object at a path: a null further down may have come up to it, or past it. */
function isTold(path: ResponsePath, told: Told): boolean {
  return [...Array(path.length + 1).keys()].some((length) => {
    const start: unknown = told.get(JSON.stringify(path.slice(0, length)));
    return isData(path.slice(length).reduce((value, key) => below(value, key), start));
  });
}

function below(value: unknown, key: string | number): unknown {
  if (typeof key === 'number') return Array.isArray(value) ? value[key] : undefined;
  return isData(value) ? ownValue(value, key) : undefined;
}
