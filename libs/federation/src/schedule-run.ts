import type { AnswerErrors } from './answer-errors';
import { batchDocument, batchVariables, canShare, entitiesKey } from './batch';
import { contextGroups } from './context';
import { type Data, ownValue } from './data';
import type { FetchDocument } from './fetch';
import { Part, type Target } from './part';
import type { Run } from './run';
import type { Schedule, Step } from './schedule';
import type { SubgraphResult, SubgraphSource } from './source';
import { collect } from './walk';

/** A schedule on its way: each step begins as soon as the last that it waits for is done. */
export class ScheduleRun {
  private readonly waits: number[];
  /** Parts of each step that are not done. */
  private readonly partsOpen: number[] = [];
  private stepsOpen: number;
  private ready: Step[] = [];
  private readonly target: Target;
  /** Parts under way whose answer is good for others too, by what they ask. */
  private readonly shared = new Map<string, Part>();

  constructor(
    private readonly run: Run,
    private readonly schedule: Schedule,
    errors: AnswerErrors,
    private readonly on: { done: () => void; fetched?: (id: string) => void },
  ) {
    this.waits = schedule.steps.map(({ waits }) => waits);
    this.stepsOpen = schedule.steps.length;
    this.target = run.target(errors);
  }

  begin(): void {
    this.start(this.schedule.first);
  }

  /** Starts steps that became ready together: those for entities of one subgraph make one request. */
  private start(steps: readonly Step[]): void {
    const together = new Map<SubgraphSource, Part[]>();
    for (const step of steps) {
      const parts = this.isIncluded(step) ? this.partsOf(step) : [];
      this.partsOpen[step.index] = parts.length;
      if (parts.length === 0) this.stepDone(step);
      for (const part of parts) {
        if (step.twin && this.follows(part)) continue;
        const { source } = step.fetch;
        if (!canShare(part)) this.send(step.fetch.request, [part]);
        else if (together.has(source)) together.get(source)!.push(part);
        else together.set(source, [part]);
      }
    }
    for (const parts of together.values()) {
      const document = parts.length > 1 ? batchDocument(this.schedule, parts) : undefined;
      if (document) this.send(document, parts);
      else for (const part of parts) this.send(part.fetch.request, [part]);
    }
  }

  private isIncluded({ conditions }: Step): boolean {
    const { values } = this.run.options;
    return conditions.every(({ variable, value }) => (ownValue(values, variable) === true) === value);
  }

  private partsOf(step: Step): Part[] {
    const { entities, walk } = step.fetch;
    if (!entities) return [new Part(step, this.target)];
    const objects: Data[] = [];
    collect(this.run.data, walk, objects);
    if (objects.length === 0) return [];
    if (entities.context.length === 0) return this.partOf(step, objects);
    return contextGroups(this.run.data, step.fetch, objects, this.run.options.supergraph.isA).flatMap((group) =>
      this.partOf(step, group.objects, group.values),
    );
  }

  private partOf(step: Step, objects: readonly Data[], context?: Data): Part[] {
    const part = new Part(step, this.target, context);
    const { project } = step.fetch.entities!;
    const incomplete: Data[] = [];
    for (const object of objects) {
      const representation = project(object);
      if (representation === 'incomplete') {
        if (!this.run.missing.has(object)) incomplete.push(object);
      } else if (representation) {
        part.add(object, representation.data, representation.identity);
      }
    }
    // A plan also leads to objects of types that it brings no key for: nobody asked for anything of those.
    if (incomplete.length > 0) part.absent(incomplete, undefined);
    return part.representations.length > 0 ? [part] : [];
  }

  /** True where another part that is under way asks the same: then its answer is awaited. */
  private follows(part: Part): boolean {
    const key = sharingKey(part);
    const leader = this.shared.get(key);
    if (leader) leader.followers.push(part);
    else this.shared.set(key, part);
    return leader !== undefined;
  }

  private send(document: FetchDocument, parts: readonly Part[]): void {
    const variables: Data = {};
    let entities = 0;
    for (const { fetch, context, representations } of parts) {
      for (const name of fetch.variables) {
        const value = ownValue(this.run.options.variables, name);
        if (value !== undefined) variables[name] = value;
      }
      Object.assign(variables, context);
      entities += representations.length;
    }
    if (parts.length > 1) Object.assign(variables, batchVariables(parts));
    else if (entities > 0) variables.representations = parts[0]!.representations;
    const request = { ...document, variables };
    this.run.ask(parts[0]!.fetch.source, request, entities, (result) => this.answered(parts, result));
  }

  private answered(parts: readonly Part[], result: SubgraphResult | undefined): void {
    if (!result) this.target.errors.failed = true;
    parts.forEach((part, at) => {
      if (part.step.twin) this.shared.delete(sharingKey(part));
      const key = parts.length > 1 ? entitiesKey(at) : '_entities';
      if (result) part.take(parts.length > 1 ? ownResult(result, key) : result, key);
      else part.fail();
    });
    for (const part of parts) {
      for (const each of [part, ...part.followers]) {
        if ((this.partsOpen[each.step.index]! -= 1) === 0) this.stepDone(each.step);
      }
    }
  }

  private stepDone({ fetch, next }: Step): void {
    if (fetch.id !== undefined) this.on.fetched?.(fetch.id);
    this.stepsOpen -= 1;
    for (const step of next) {
      if ((this.waits[step.index]! -= 1) > 0) continue;
      // Others may become ready in the same breath, and go along.
      if (this.ready.push(step) === 1) queueMicrotask(this.startReady);
    }
    if (this.stepsOpen === 0) this.on.done();
  }

  private readonly startReady = (): void => {
    const steps = this.ready;
    this.ready = [];
    this.start(steps);
  };
}

function sharingKey({ fetch, identity }: Part): string {
  return `${fetch.signature} ${identity}`;
}

/** One part's share of the errors: those under its key, and those of the request as a whole. */
function ownResult({ data, errors = [] }: SubgraphResult, key: string): SubgraphResult {
  return { data, errors: errors.filter(({ path }) => typeof path?.[0] !== 'string' || path[0] === key) };
}
