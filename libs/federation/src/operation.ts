import { type PlanNode, type QueryPlan, isPlanNode } from '@apollo/query-planner';
import type {
  DocumentNode,
  FieldNode,
  GraphQLCompositeType,
  GraphQLSchema,
  OperationDefinitionNode,
  OperationTypeNode,
  SelectionSetNode,
  VariableDefinitionNode,
} from 'graphql';
import { Cache } from './cache';
import type { Data } from './data';
import { type Stage, stage } from './defer';
import { type DeferredFragment, labelled } from './deferral';
import { engineError } from './errors';
import { type FetchedNames, fetchedNames } from './fetched-names';
import { conditionVariables } from './inclusion';
import { introspectionOf } from './introspection';
import { operationOf } from './operation-of';
import type { Variant } from './options';
import type { Planner } from './planner';
import { type Schedule, type Sources, type Step, schedule } from './schedule';
import { type ShapeOf, compileSelection } from './selection';

/** An operation that is planned and compiled, and runs any number of times. */
export interface Operation {
  readonly name: string | undefined;
  readonly kind: OperationTypeNode;
  readonly rootType: GraphQLCompositeType;
  readonly plan: QueryPlan;
  readonly variables: readonly VariableDefinitionNode[];
  /** The fetches of a query or mutation. */
  readonly stage: Stage;
  /** The stream of a subscription, and what each of its events needs besides. */
  readonly subscription?: { readonly primary: Step; readonly rest: Schedule };
  /** The part that asks about the schema itself. */
  readonly introspection: DocumentNode | undefined;
  /** The schema that it is told of. */
  readonly introspected: GraphQLSchema;
  /** The fragments that `@defer` marks, by labels of the engine's own. */
  readonly deferred: ReadonlyMap<string, DeferredFragment>;
  /** What is answered to the operation, or to one of its deferred fragments on a type. */
  answered(request: AnsweredRequest): ShapeOf;
}

export interface AnsweredRequest {
  /** Values of the variables. */
  values: Readonly<Data>;
  /** Labels of the fragments that are answered another time; by default none. */
  later?: ReadonlySet<string>;
  /** By default all of the operation. */
  fragment?: { label: string; type: GraphQLCompositeType };
}

export interface OperationRequest {
  document: DocumentNode;
  operationName: string | undefined;
  variant: Variant | undefined;
  overrides: readonly string[];
  defer: boolean;
}

/** Compiled answers kept for one operation, by the values of the variables that decide what is included. */
const ANSWERS = 32;

const NONE: ReadonlySet<never> = new Set();

/** Plans and compiles. Throws a `GraphQLError` that a caller may see. */
export function compileOperation(request: OperationRequest, planner: Planner, sources: Sources): Operation {
  const later = request.defer ? labelled(request.document) : undefined;
  if (later) {
    try {
      return compiled(request, later, planner, sources);
    } catch {
      // The planner cannot defer every fragment on an abstract type; who answers may answer all at once.
    }
  }
  return compiled(request, undefined, planner, sources);
}

function compiled(
  request: OperationRequest,
  later: ReturnType<typeof labelled>,
  planner: Planner,
  sources: Sources,
): Operation {
  const { operationName, variant, overrides } = request;
  const { apiSchema, isField } = sources.supergraph;
  const document = later?.document ?? request.document;
  const operation = operationOf(document, operationName);
  const rootType = apiSchema.getRootType(operation.operation);
  if (!rootType) throw engineError('BAD_USER_INPUT', `The graph has no ${operation.operation}s.`);
  refuseTakenNames(operation);
  const { document: pruned, withheld } = variant?.prune(document) ?? { document, withheld: NONE };
  const names = fetchedNames(apiSchema, isField);
  const plan = planner.plan({ document: names.planned(pruned), operationName, overrides, defer: later !== undefined });
  const { node } = plan;
  const tree: PlanNode | undefined = isPlanNode(node) ? node : undefined;
  const deferred = later?.fragments ?? new Map<string, DeferredFragment>();
  return {
    name: operation.name?.value,
    kind: operation.operation,
    rootType,
    plan,
    variables: operation.variableDefinitions ?? [],
    stage: stage(tree, sources),
    ...(node?.kind === 'Subscription' && {
      subscription: { primary: schedule(node.primary, sources).steps[0]!, rest: schedule(node.rest, sources) },
    }),
    introspection: introspectionOf(names.planned(document), operationName),
    introspected: variant?.schema ?? apiSchema,
    deferred,
    answered: answers({ document, operation, rootType, names, withheld, deferred }, sources),
  };
}

/** Names that the engine uses itself in requests to subgraphs. */
function refuseTakenNames({ variableDefinitions = [] }: OperationDefinitionNode): void {
  if (variableDefinitions.some(({ variable }) => /^representations(__\d+)?$/.test(variable.name.value))) {
    throw engineError('BAD_USER_INPUT', 'A variable cannot be called $representations.');
  }
}

interface Answered {
  document: DocumentNode;
  operation: OperationDefinitionNode;
  rootType: GraphQLCompositeType;
  names: FetchedNames;
  withheld: ReadonlySet<FieldNode>;
  deferred: ReadonlyMap<string, DeferredFragment>;
}

function answers(
  { document, operation, rootType, names, withheld, deferred }: Answered,
  { supergraph: { apiSchema, costs } }: Sources,
): Operation['answered'] {
  const keyOf = conditionVariables(document);
  const known = new Cache<ShapeOf>(ANSWERS);
  return ({ values, later = NONE, fragment }) => {
    const key = later === NONE ? keyOf(values) : [keyOf(values), fragment?.label, fragment?.type.name, ...later].join();
    let shapes = known.get(key);
    if (!shapes) {
      const set: SelectionSetNode = fragment ? deferred.get(fragment.label)!.selectionSet : operation.selectionSet;
      const inclusion = { variables: values, withheld, names, later, weightOf: costs.weightOf };
      shapes = compileSelection(apiSchema, document, fragment?.type ?? rootType, [set], inclusion);
      known.set(key, shapes);
    }
    return shapes;
  };
}
