import type { ApolloServerPlugin, GraphQLRequestContextWillSendResponse } from '@apollo/server';
import { CodedError } from '@throughline/subgraph';
import type { GraphQLFormattedError } from 'graphql';
import { type ShownError, errorAnswer, log, stampErrors } from '../error-answer';
import type { Admitted } from './access';
import { withOwnSuggestions } from './caller-schema';
import type { Guard, Permit } from './guard';

/** What a request has with it while Apollo Server works on it. */
export interface GuardedContext {
  caller: Admitted;
  /** Set once it is known what of the operation its caller may run. */
  permitted?: Permit;
}

type Answering = GraphQLRequestContextWillSendResponse<GuardedContext>;

/** Refusals of access, which stand in the log; what is merely wrong does not. */
const REFUSALS: readonly string[] = ['FORBIDDEN', 'OPERATION_NOT_ALLOWED', 'LIMIT_EXCEEDED'];

/** Has each operation permitted before it runs, and written down before it is answered. */
export function accessPlugin(guard: Guard): ApolloServerPlugin<GuardedContext> {
  return {
    requestDidStart: async ({ schema }) => ({
      didResolveOperation: async ({ operation, operationName, document, request, contextValue }) => {
        if (operation && !schema.getRootType(operation.operation)) {
          throw new CodedError('INVALID_INPUT', `The graph has no ${operation.operation}s.`);
        }
        contextValue.permitted = await guard.permit(
          { schema, document, operationName, variables: request.variables },
          contextValue.caller,
        );
      },
      willSendResponse: (context) => answer(guard, context),
    }),
  };
}

async function answer(guard: Guard, context: Answering): Promise<void> {
  const { schema, response, contextValue } = context;
  const { caller, permitted } = contextValue;
  const { body } = response;
  const result = body.kind === 'single' ? body.singleResult : body.initialResult;
  const own = result.errors && guard.schemaOf(schema, caller);
  if (own)
    result.errors = result.errors?.map((error) => ({ ...error, message: withOwnSuggestions(error.message, own) }));
  if (permitted) {
    guard.settle(caller, permitted);
    const more = toldBeside(caller, permitted);
    if (more) result.extensions = { ...result.extensions, ...more };
  }
  const outcome = outcomeOf(result);
  if (outcome === 'LIMIT_EXCEEDED') response.http.status = 429;
  try {
    await record(guard, context, outcome);
    if (body.kind === 'incremental') body.subsequentResults = recorded(body.subsequentResults, guard, context);
  } catch (error) {
    // What cannot be written down is not told.
    log(`${caller.requestId}: audit`, error);
    const { status, body: refusal } = errorAnswer(new Error('the audit log cannot be written'), caller.requestId);
    response.http.status = status;
    response.body = { kind: 'single', singleResult: { errors: refusal.errors } };
  }
  if (response.body.kind === 'single') stampErrors(response.body.singleResult.errors, caller.requestId);
}

/** Parts that come later, each of them written down before it is given. */
async function* recorded<Part>(parts: AsyncIterable<Part>, guard: Guard, context: Answering): AsyncGenerator<Part> {
  const { caller, permitted } = context.contextValue;
  for await (const part of parts) {
    if (permitted) guard.settle(caller, permitted);
    await record(guard, context, 'ALLOWED');
    yield part;
  }
}

/** What an answer says beside its data; undefined where that is nothing. */
export function toldBeside(
  { asksForCost }: Admitted,
  { visible: { withheld }, estimated, actual }: Permit,
): Record<string, unknown> | undefined {
  if (withheld.length === 0 && !asksForCost) return undefined;
  return { ...(withheld.length > 0 && { withheld }), ...(asksForCost && { cost: { estimated, actual } }) };
}

async function record(guard: Guard, context: Answering, outcome: string): Promise<void> {
  const { document, operationName, contextValue } = context;
  const { caller, permitted } = contextValue;
  if (permitted) await guard.record(caller, permitted, outcome);
  else if (document && REFUSALS.includes(outcome))
    await guard.recordRefusal(caller, { document, operationName }, outcome);
}

/** `ALLOWED`, or the code of what was wrong with all of it. */
export function outcomeOf({ data, errors }: { data?: unknown; errors?: readonly GraphQLFormattedError[] }): string {
  const [first] = errors ?? [];
  return first && (data === null || data === undefined) ? (first as ShownError).extensions.code : 'ALLOWED';
}
