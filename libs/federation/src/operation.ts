import { type PlanNode, type QueryPlan, isPlanNode } from '@apollo/query-planner';
import {
  type DocumentNode,
  type FieldNode,
  type OperationDefinitionNode,
  type OperationTypeNode,
  type VariableDefinitionNode,
  visit,
} from 'graphql';
import { Cache } from './cache';
import { type Stage, stage } from './defer';
import { engineError } from './errors';
import { type FetchedNames, fetchedNames, givenNames, hasDefer } from './fetched-names';
import { conditionVariables } from './inclusion';
import { introspectionOf } from './introspection';
import { operationOf } from './operation-of';
import type { Variant } from './options';
import type { Planner } from './planner';
import { type Schedule, type Sources, type Step, schedule } from './schedule';
import { type ShapeOf, compileSelection } from './selection';

/** An operation that is planned and compiled, and runs any number of times. */
export interface Operation {
  readonly document: DocumentNode;
  readonly name: string | undefined;
  readonly kind: OperationTypeNode;
  readonly rootType: string;
  readonly plan: QueryPlan;
  readonly variables: readonly VariableDefinitionNode[];
  /** The fetches of a query or mutation. */
  readonly stage: Stage;
  /** The stream of a subscription, and what each of its events needs besides. */
  readonly subscription?: { readonly primary: Step; readonly rest: Schedule };
  /** The part that asks about the schema itself. */
  readonly introspection: DocumentNode | undefined;
  /** What is answered, given the values of variables. */
  answered(values: Readonly<Record<string, unknown>>): ShapeOf;
}

export interface OperationRequest {
  document: DocumentNode;
  operationName: string | undefined;
  variant: Variant | undefined;
  overrides: readonly string[];
  defer: boolean;
}

/** Compiled answers kept for one operation, by the values of the variables in its `@skip` and `@include`. */
const ANSWERS = 32;

const NOTHING: ReadonlySet<FieldNode> = new Set();

/** Plans and compiles. Throws a `GraphQLError` that a caller may see. */
export function compileOperation(request: OperationRequest, planner: Planner, sources: Sources): Operation {
  const { document, operationName, variant, overrides, defer } = request;
  const operation = operationOf(document, operationName);
  const rootType = sources.supergraph.apiSchema.getRootType(operation.operation);
  if (!rootType) throw engineError('BAD_USER_INPUT', `The graph has no ${operation.operation}s.`);
  refuseTakenNames(operation);
  const { document: pruned, withheld } = variant?.prune(document) ?? { document, withheld: NOTHING };
  const later = defer && withheld.size === 0 && hasDefer(document);
  const names = later ? givenNames : fetchedNames(sources.supergraph.apiSchema, sources.supergraph.isField);
  if (later) refuseTakenAliases(document);
  const plan = planner.plan({ document: names.planned(pruned), operationName, overrides, defer: later });
  const { node } = plan;
  const tree: PlanNode | undefined = isPlanNode(node) ? node : undefined;
  return {
    document,
    name: operation.name?.value,
    kind: operation.operation,
    rootType: rootType.name,
    plan,
    variables: operation.variableDefinitions ?? [],
    stage: stage(tree, sources),
    ...(node?.kind === 'Subscription' && {
      subscription: {
        primary: schedule(node.primary, sources).steps[0]!,
        rest: schedule(node.rest, sources),
      },
    }),
    introspection: introspectionOf(names.planned(document), operationName),
    answered: answers(document, operation, sources, { names, withheld }),
  };
}

/** Names that the engine uses itself in requests to subgraphs. */
function refuseTakenNames({ variableDefinitions = [] }: OperationDefinitionNode): void {
  if (variableDefinitions.some(({ variable }) => /^representations(__\d+)?$/.test(variable.name.value))) {
    throw engineError('BAD_USER_INPUT', 'A variable cannot be called $representations.');
  }
}

/** A name that the engine uses itself in what it gets from subgraphs, where that has the caller's names. */
function refuseTakenAliases(document: DocumentNode): void {
  visit(document, {
    Field: ({ alias, name }) => {
      if (alias?.value !== '__typename' || name.value === '__typename') return;
      throw engineError('BAD_USER_INPUT', '__typename cannot be the alias of another field.');
    },
  });
}

function answers(
  document: DocumentNode,
  { operation, selectionSet }: OperationDefinitionNode,
  { supergraph: { apiSchema } }: Sources,
  { names, withheld }: { names: FetchedNames; withheld: ReadonlySet<FieldNode> },
): Operation['answered'] {
  const root = apiSchema.getRootType(operation)!;
  const keyOf = conditionVariables(document);
  const compiled = new Cache<ShapeOf>(ANSWERS);
  return (values) => {
    const key = keyOf(values);
    let shapes = compiled.get(key);
    if (!shapes) {
      shapes = compileSelection(apiSchema, document, root, [selectionSet], { variables: values, withheld, names });
      compiled.set(key, shapes);
    }
    return shapes;
  };
}
