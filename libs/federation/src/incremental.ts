import type { GraphQLCompositeType, GraphQLError } from 'graphql';
import { addIntrospection, rootContent, write } from './answer';
import type { AnswerErrors } from './answer-errors';
import type { Data } from './data';
import { type Deferred, chosen, deferredPlaces, laterLabels } from './defer';
import type { Answer, IncrementalAnswer, IncrementalPatch } from './options';
import type { Prepared } from './prepared';
import type { Run } from './run';
import { ObjectWriter } from './writer';

type Patch = NonNullable<IncrementalPatch['incremental']>[number];

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
  later.expect(stage.deferred);
  await run.perform(stage.schedule, errors, later.fetched);
  const shapeOf = operation.answered({ values, later: labels });
  const { data, errors: list } = write(prepared, run, { object: run.data, shapeOf, errors }, ObjectWriter);
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
  private patches: Patch[] = [];
  private waiting: { deferred: Deferred; depends: Set<string> }[] = [];
  private readonly done = new Set<string>();
  private wake: (() => void) | undefined;
  private over = false;

  constructor(
    private readonly prepared: Prepared,
    private readonly run: Run,
    private readonly labels: ReadonlySet<string>,
    private readonly letGo: () => void,
  ) {}

  /** Starts each part as soon as the fetches that it needs are done. */
  expect(parts: readonly Deferred[]): void {
    this.open += parts.length;
    for (const deferred of parts) {
      const depends = new Set(deferred.depends.filter((id) => !this.done.has(id)));
      if (depends.size === 0) this.start(deferred);
      else this.waiting.push({ deferred, depends });
    }
  }

  readonly fetched = (id: string): void => {
    this.done.add(id);
    const before = this.waiting;
    this.waiting = [];
    for (const each of before) {
      each.depends.delete(id);
      if (each.depends.size === 0) this.start(each.deferred);
      else this.waiting.push(each);
    }
  };

  private start(deferred: Deferred): void {
    const root = rootContent(this.prepared);
    const errors = this.run.errors(root);
    const stage = chosen(deferred.stage, this.prepared.values);
    this.expect(stage.deferred);
    void this.run.perform(stage.schedule, errors, this.fetched).then(() => {
      this.patches.push(...this.written(deferred, errors));
      this.open -= 1;
      this.wake?.();
    });
  }

  /** One patch for each object that the part adds to. An error goes with the patch that it lies in. */
  private written(deferred: Deferred, errors: AnswerErrors): Patch[] {
    const { prepared, run } = this;
    const { operation, values } = prepared;
    const { apiSchema, isA } = prepared.generation.supergraph;
    const { label } = operation.deferred.get(deferred.label)!;
    const places = deferredPlaces(run.data, rootContent(prepared), deferred, isA);
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
