import type { PlanNode, QueryPlanSelectionNode } from '@apollo/query-planner';
import { type Fetch, compileFetch } from './fetch';
import type { MergeShape } from './merge';
import type { SubgraphSource } from './source';
import type { Supergraph } from './supergraph';
import { keysOf } from './walk';

/** The fetches of a plan, and which of them wait for which. */
export interface Schedule {
  readonly steps: readonly Step[];
  /** Steps that wait for nothing. */
  readonly first: readonly Step[];
}

export interface Step {
  readonly index: number;
  readonly fetch: Fetch;
  /** It is passed over unless each of these variables has its value. */
  readonly conditions: readonly Condition[];
  /** How many steps it waits for. */
  readonly waits: number;
  /** Steps that wait for it. */
  readonly next: readonly Step[];
  /** True where another step of the schedule asks the same of the same subgraph, though not of the same objects. */
  readonly twin: boolean;
}

export interface Condition {
  readonly variable: string;
  readonly value: boolean;
}

type Draft = { -readonly [Key in keyof Step]: Step[Key] } & {
  next: Draft[];
  requires?: readonly QueryPlanSelectionNode[];
  /** Those that the plan has done before. */
  before: readonly Draft[];
  brought: Paths;
};

export interface Sources {
  supergraph: Supergraph;
  readonly source: (name: string) => SubgraphSource;
}

/**
 * Compiles the tree of a plan. A plan's sequences are barriers, which let one slow fetch hold up all that come later.
 * Here a fetch waits only for those that bring it something: the objects it adds to, or fields that it requires.
 */
export function schedule(node: PlanNode | undefined, sources: Sources): Schedule {
  const drafts: Draft[] = [];
  const visit = (
    each: PlanNode,
    before: readonly Draft[],
    path: readonly (string | number)[],
    conditions: readonly Condition[],
  ): readonly Draft[] => {
    switch (each.kind) {
      case 'Sequence':
        return each.nodes.reduce<readonly Draft[]>(
          (done, child) => [...done, ...visit(child, [...before, ...done], path, conditions)],
          [],
        );
      case 'Parallel':
        return each.nodes.flatMap((child) => visit(child, before, path, conditions));
      case 'Flatten':
        return visit(each.node, before, [...path, ...each.path], conditions);
      case 'Condition':
        return [true, false].flatMap((value) => {
          const branch = value ? each.ifClause : each.elseClause;
          return branch ? visit(branch, before, path, [...conditions, { variable: each.condition, value }]) : [];
        });
      case 'Fetch': {
        const fetch = compileFetch(each, path, sources.source(each.serviceName), sources.supergraph);
        const { requires } = each;
        const index = drafts.length;
        const brought = brings(fetch);
        drafts.push({ index, fetch, requires, conditions, before, brought, waits: 0, next: [], twin: false });
        return drafts.slice(index);
      }
      case 'Defer':
        throw new Error('a deferred part inside of a part that is not');
    }
  };
  if (node) visit(node, [], [], []);
  drafts.forEach(link);
  for (const draft of drafts) {
    draft.twin = drafts.some((other) => other !== draft && other.fetch.signature === draft.fetch.signature);
  }
  return { steps: drafts, first: drafts.filter(({ waits }) => waits === 0) };
}

function link(draft: Draft): void {
  const needed = needs(draft);
  const own = new Set<Draft>();
  for (const earlier of draft.before) {
    const { brought } = earlier;
    if (needed === 'everything' || brought === 'everything' || [...needed].some((path) => brought.has(path)))
      own.add(earlier);
  }
  if (own.size === 0) draft.before.forEach((earlier) => own.add(earlier));
  // What a step that it waits for waits for itself, has come by then.
  const implied = new Set([...own].flatMap((earlier) => [...everythingBefore(earlier)]));
  for (const earlier of own) {
    if (implied.has(earlier)) continue;
    earlier.next.push(draft);
    draft.waits += 1;
  }
}

function everythingBefore(draft: Draft): Set<Draft> {
  const found = new Set<Draft>();
  const visit = (each: Draft): void => {
    for (const earlier of each.before) {
      if (found.has(earlier) || !earlier.next.includes(each)) continue;
      found.add(earlier);
      visit(earlier);
    }
  };
  visit(draft);
  return found;
}

/** Paths in an answer, their keys joined by dots. */
type Paths = ReadonlySet<string> | 'everything';

/** What a step reads. */
function needs({ fetch: { walk, entities }, requires }: Draft): Paths {
  // A root fetch that comes after others is a mutation's, and those run one after the other. What `@fromContext` reads
  // lies anywhere above.
  if (!entities || !requires || entities.context.length > 0) return 'everything';
  const paths = new Set<string>();
  walk.forEach((step, at) => {
    if (step === 'each') return;
    const keys = keysOf(walk.slice(0, at + 1));
    paths.add(('types' in step ? [...keys, '__typename'] : keys).join('.'));
  });
  const add = (selections: readonly QueryPlanSelectionNode[], above: readonly string[]): void => {
    for (const selection of selections) {
      if (selection.kind === 'InlineFragment') {
        add(selection.selections, above);
        continue;
      }
      const path = [...above, selection.alias ?? selection.name];
      paths.add(path.join('.'));
      if (selection.selections) add(selection.selections, path);
    }
  };
  add(requires, keysOf(walk));
  return paths;
}

/** What a fetch brings, to objects of whatever type: rather wait than miss something. */
function brings({ walk, shape, outputRewrites }: Fetch): Paths {
  if (outputRewrites.length > 0) return 'everything';
  const paths = new Set<string>();
  const add = ({ keys, below }: MergeShape, above: readonly string[]): void =>
    keys.forEach((key, at) => {
      const path = [...above, key];
      paths.add(path.join('.'));
      if (below[at]) add(below[at], path);
    });
  add(shape, keysOf(walk));
  return paths;
}
