import { type PlanNode, type QueryPlan, isPlanNode } from '@apollo/query-planner';
import {
  type DocumentNode,
  type FieldNode,
  Kind,
  type OperationDefinitionNode,
  type OperationTypeNode,
  type VariableDefinitionNode,
  visit,
} from 'graphql';
import { Cache } from './cache';
import { type Stage, stage } from './defer';
import { engineError } from './errors';
import { conditionVariables } from './inclusion';
import { introspectionOf } from './introspection';
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
  refuseTakenNames(document, operation);
  const { document: planned, withheld } = variant?.prune(document) ?? { document, withheld: NOTHING };
  const plan = planner.plan({ document: planned, operationName, overrides, defer: defer && withheld.size === 0 });
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
    introspection: introspectionOf(document, operation),
    answered: answers(document, operation, sources, withheld),
  };
}

function operationOf(document: DocumentNode, name: string | undefined): OperationDefinitionNode {
  const operations = document.definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
  const operation = name === undefined ? operations[0] : operations.find((each) => each.name?.value === name);
  if (!operation) throw engineError('BAD_USER_INPUT', `There is no operation ${JSON.stringify(name)}.`);
  if (name === undefined && operations.length > 1) {
    throw engineError('BAD_USER_INPUT', 'With several operations, operationName must say which is meant.');
  }
  return operation;
}

/** Names that the engine uses itself, in requests to subgraphs and in what it gets from them. */
function refuseTakenNames(document: DocumentNode, { variableDefinitions = [] }: OperationDefinitionNode): void {
  if (variableDefinitions.some(({ variable }) => /^representations(__\d+)?$/.test(variable.name.value))) {
    throw engineError('BAD_USER_INPUT', 'A variable cannot be called $representations.');
  }
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
  withheld: ReadonlySet<FieldNode>,
): Operation['answered'] {
  const root = apiSchema.getRootType(operation)!;
  const keyOf = conditionVariables(document);
  const compiled = new Cache<ShapeOf>(ANSWERS);
  return (values) => {
    const key = keyOf(values);
    let shapes = compiled.get(key);
    if (!shapes) {
      shapes = compileSelection(apiSchema, document, root, [selectionSet], { variables: values, withheld });
      compiled.set(key, shapes);
    }
    return shapes;
  };
}
