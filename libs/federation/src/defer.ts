import type { DeferredNode, PlanNode } from '@apollo/query-planner';
import { type Data, isData, ownValue } from './data';
import type { ResponsePath } from './errors';
import { type Schedule, type Sources, schedule } from './schedule';
import type { Content } from './selection';

/** What runs before anything is answered, and the parts that are answered later. */
export type Stage =
  RunStage | { readonly kind: 'choice'; readonly variable: string; readonly yes: Stage; readonly no: Stage };

export interface RunStage {
  readonly kind: 'run';
  readonly schedule: Schedule;
  readonly deferred: readonly Deferred[];
}

/** A part that is answered later, at every object that its path leads to. */
export interface Deferred {
  /** The label of its fragment. */
  readonly label: string;
  /** Names of fields as they are fetched, with `... on Type` in between. */
  readonly path: readonly string[];
  /** Fetches that have to be done before it begins. */
  readonly depends: readonly string[];
  readonly stage: Stage;
}

/** Compiles the tree of a plan. */
export function stage(node: PlanNode | undefined, sources: Sources): Stage {
  if (node?.kind === 'Condition' && (isDeferred(node.ifClause) || isDeferred(node.elseClause))) {
    const { condition: variable, ifClause, elseClause } = node;
    return { kind: 'choice', variable, yes: stage(ifClause, sources), no: stage(elseClause, sources) };
  }
  if (node?.kind !== 'Defer') return { kind: 'run', schedule: schedule(node, sources), deferred: [] };
  const { primary, deferred } = node;
  return {
    kind: 'run',
    schedule: schedule(primary.node, sources),
    deferred: deferred.map((each) => deferredPart(each, sources)),
  };
}

function deferredPart({ label, queryPath, depends, node }: DeferredNode, sources: Sources): Deferred {
  return { label: label!, path: queryPath, depends: depends.map(({ id }) => id), stage: stage(node, sources) };
}

function isDeferred(node: PlanNode | undefined): boolean {
  if (node?.kind === 'Condition') return isDeferred(node.ifClause) || isDeferred(node.elseClause);
  return node?.kind === 'Defer';
}

/** The stage that holds for values of the variables. */
export function chosen(either: Stage, values: Readonly<Data>): RunStage {
  return either.kind === 'run' ? either : chosen(values[either.variable] === true ? either.yes : either.no, values);
}

/** The labels of all parts that come after a stage. */
export function laterLabels({ deferred }: RunStage, values: Readonly<Data>): Set<string> {
  return new Set(deferred.flatMap(({ label, stage: inner }) => [label, ...laterLabels(chosen(inner, values), values)]));
}

/** An object that a deferred part adds to. */
export interface DeferredPlace {
  object: Data;
  path: ResponsePath;
  /** Of which every object there is. */
  type: string;
}

/**
 * The objects that a deferred part adds to; `content` says what stands at the root. A plan's path names the fields
 * that lead there. What it says of types is less than the fragments do, and of conditions it says nothing.
 */
export function deferredPlaces(data: Data, content: Content, { label, path }: Deferred): DeferredPlace[] {
  const fields = path.filter((step) => !step.startsWith('... on '));
  const found: DeferredPlace[] = [];
  const visit = (value: unknown, at: Content, next: number, above: ResponsePath): void => {
    if (at.kind === 'list') {
      if (Array.isArray(value)) value.forEach((item, index) => visit(item, at.of, next, [...above, index]));
      return;
    }
    if (at.kind === 'leaf' || !isData(value)) return;
    const shape = at.shapeOf(value.__typename);
    const step = fields[next];
    if (step === undefined) {
      if (shape?.deferred.has(label)) found.push({ object: value, path: above, type: at.type });
      return;
    }
    for (const { key, content: below } of shape?.byFetched.get(step) ?? []) {
      if (below.kind !== 'typename') visit(ownValue(value, step), below, next + 1, [...above, key]);
    }
  };
  visit(data, content, 0, []);
  return found;
}
