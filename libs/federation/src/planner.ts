import { operationFromDocument } from '@apollo/federation-internals';
import { type QueryPlan, QueryPlanner } from '@apollo/query-planner';
import type { DocumentNode } from 'graphql';
import type { Limits } from './options';
import type { Supergraph } from './supergraph';

export interface PlanRequest {
  document: DocumentNode;
  operationName?: string;
  /** Labels of `@override(label:)` that hold. */
  overrides: readonly string[];
  /** True to plan what `@defer` marks as a part of its own. */
  defer: boolean;
}

/**
 * What the engine asks of a planner: a plan in the form of `@apollo/query-planner`. Another planner comes in here.
 * Throws where an operation cannot be planned within the limits.
 */
export interface Planner {
  plan(request: PlanRequest): QueryPlan;
}

export function apolloPlanner(supergraph: Supergraph, { evaluatedPlans, paths }: Limits): Planner {
  const planner = new QueryPlanner(supergraph.composed, {
    // Fragments of the caller are worth nothing to a subgraph that has parsed the document once.
    reuseQueryFragments: false,
    incrementalDelivery: { enableDefer: true },
    debug: { maxEvaluatedPlans: evaluatedPlans, pathsLimit: paths },
  });
  const apiSchema = supergraph.composed.apiSchema();
  return {
    plan: ({ document, operationName, overrides, defer }) => {
      const operation = operationFromDocument(apiSchema, document, { operationName, validate: false });
      return planner.buildQueryPlan(defer ? operation : operation.expandAllFragments().withoutDefer(), {
        overrideConditions: new Map(overrides.map((label) => [label, true])),
      });
    },
  };
}
