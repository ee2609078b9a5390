import type { ApolloServerPlugin, BaseContext } from '@apollo/server';
import type { FederationEngine, Variant } from '@throughline/federation';

/** Header that asks for the plan of the operation besides its answer: `true`. */
export const QUERY_PLAN_HEADER = 'throughline-query-plan';

export interface QueryPlanOptions<Context extends BaseContext> {
  engine: FederationEngine;
  /** Whether the caller may see how the service is built. Others are answered without, as if they had not asked. */
  maySee: (context: Context) => boolean;
  /** What of the operation is run for the caller. */
  variant: (context: Context) => Variant | undefined;
}

/** Puts the plan into `extensions.queryPlan`, as text, for those who ask for it and may see it. */
export function queryPlanView<Context extends BaseContext>(
  options: QueryPlanOptions<Context>,
): ApolloServerPlugin<Context> {
  const { engine, maySee, variant } = options;
  return {
    requestDidStart: async () => ({
      willSendResponse: async ({ request, document, operation, operationName, contextValue, response: { body } }) => {
        if (request.http?.headers.get(QUERY_PLAN_HEADER) !== 'true' || !maySee(contextValue)) return;
        if (!document || !operation || body.kind !== 'single' || !('data' in body.singleResult)) return;
        const own = { operationName: operationName ?? undefined, variant: variant(contextValue) };
        const queryPlan = engine.planText(document, own);
        body.singleResult.extensions = { ...body.singleResult.extensions, queryPlan };
      },
    }),
  };
}
