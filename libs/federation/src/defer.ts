import type { DeferredNode, PlanNode } from '@apollo/query-planner';
import { type GraphQLCompositeType, Kind, type OperationDefinitionNode, parse } from 'graphql';
import { Cache } from './cache';
import { type Data, isData, ownValue } from './data';
import type { ResponsePath } from './errors';
import { givenNames } from './fetched-names';
import { conditionVariables } from './inclusion';
import { type Schedule, type Sources, schedule } from './schedule';
import { type Content, type ShapeOf, compileSelection } from './selection';

/** What runs before anything is answered, and the parts that are answered later. */
export type Stage =
  RunStage | { readonly kind: 'choice'; readonly variable: string; readonly yes: Stage; readonly no: Stage };

export interface RunStage {
  readonly kind: 'run';
  readonly schedule: Schedule;
  /** What is answered of it, for objects of a type; absent where that is the whole operation. */
  readonly answered?: (type: GraphQLCompositeType, values: Readonly<Data>) => ShapeOf;
  readonly deferred: readonly Deferred[];
}

/** A part that is answered later, at every object that its path leads to. */
export interface Deferred {
  readonly label: string | undefined;
  /** Response names, and type conditions as `... on Type`. */
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
    answered: answered(primary.subselection, sources),
    deferred: deferred.map((each) => deferredPart(each, sources)),
  };
}

function deferredPart({ label, queryPath, depends, subselection, node }: DeferredNode, sources: Sources): Deferred {
  const inner = stage(node, sources);
  // A part with parts of its own says itself what comes first.
  const own = subselection !== undefined && inner.kind === 'run' ? { answered: answered(subselection, sources) } : {};
  return { label, path: queryPath, depends: depends.map(({ id }) => id), stage: { ...inner, ...own } };
}

function isDeferred(node: PlanNode | undefined): boolean {
  if (node?.kind === 'Condition') return isDeferred(node.ifClause) || isDeferred(node.elseClause);
  return node?.kind === 'Defer';
}

function answered(subselection: string | undefined, { supergraph: { apiSchema } }: Sources): RunStage['answered'] {
  const document = parse(subselection ?? '{ __typename }', { noLocation: true });
  const { selectionSet } = document.definitions.find(
    (node): node is OperationDefinitionNode => node.kind === Kind.OPERATION_DEFINITION,
  )!;
  const sets = subselection === undefined ? [] : [selectionSet];
  const keyOf = conditionVariables(document);
  const compiled = new Cache<ShapeOf>(32);
  return (type, values) => {
    const key = `${type.name} ${keyOf(values)}`;
    let shapes = compiled.get(key);
    if (!shapes) {
      shapes = compileSelection(apiSchema, document, type, sets, {
        variables: values,
        withheld: new Set(),
        names: givenNames,
      });
      compiled.set(key, shapes);
    }
    return shapes;
  };
}

/** An object that a deferred part adds to. */
export interface DeferredPlace {
  object: Data;
  path: ResponsePath;
  /** Of which every object there is. */
  type: string;
}

/** The objects that a deferred part adds to; `content` says what stands at the root. */
export function deferredPlaces(
  data: Data,
  content: Content,
  { path }: Deferred,
  isA: (name: string, condition: string) => boolean,
): DeferredPlace[] {
  const found: DeferredPlace[] = [];
  const visit = (value: unknown, at: Content, next: number, above: ResponsePath, type: string | undefined): void => {
    if (at.kind === 'list') {
      if (Array.isArray(value)) value.forEach((item, index) => visit(item, at.of, next, [...above, index], type));
      return;
    }
    if (at.kind === 'leaf' || !isData(value)) return;
    const own = type ?? at.type;
    const step = path[next];
    if (step === undefined) {
      found.push({ object: value, path: above, type: own });
    } else if (step.startsWith('... on ')) {
      const condition = step.slice('... on '.length);
      const name = typeof value.__typename === 'string' ? value.__typename : own;
      if (isA(name, condition)) visit(value, at, next + 1, above, condition);
    } else {
      const field = at.shapeOf(value.__typename)?.byFetched.get(step)?.[0];
      if (!field || field.content.kind === 'typename') return;
      visit(ownValue(value, step), field.content, next + 1, [...above, step], undefined);
    }
  };
  visit(data, content, 0, [], undefined);
  return found;
}
