import type { ApolloServerPlugin, BaseContext } from '@apollo/server';
import type { Answer, ExecuteRequest, FederationEngine } from '@throughline/federation';
import { BREAK, type DocumentNode, type GraphQLError, type GraphQLFormattedError, visit } from 'graphql';
import { mapped } from './mapped';

/** The form of `@defer` that Apollo Server writes, as it wants it to be asked for. */
const MULTIPART = 'multipart/mixed; deferSpec=20220824';

export interface IncrementalOptions<Context extends BaseContext> {
  engine: FederationEngine;
  /** What goes to the engine besides the operation. */
  request: (context: Context) => Omit<Partial<ExecuteRequest>, 'document'>;
  /** An error as the caller may see it. */
  format: (error: GraphQLError, context: Context) => GraphQLFormattedError;
}

/**
 * Answers operations with `@defer` in parts, to clients that accept `multipart/mixed`: a gateway of Apollo Server can
 * give one result only, so a plugin answers in its place. Other clients are answered at once.
 */
export function incrementalDelivery<Context extends BaseContext>({
  engine,
  request: requestOf,
  format,
}: IncrementalOptions<Context>): ApolloServerPlugin<Context> {
  return {
    requestDidStart: async () => ({
      responseForOperation: async ({ request, document, schema, operationName, contextValue, response: { http } }) => {
        const { variables, http: { headers } = {} } = request;
        if (!headers || !accepts(headers.get('accept')) || !defers(document)) return null;
        const shown = (answer: Pick<Answer, 'data' | 'errors'>) => {
          const errors = answer.errors?.map((error) => format(error, contextValue));
          return { ...answer, ...(errors && { errors }) } as {
            data?: Answer['data'];
            errors?: GraphQLFormattedError[];
          };
        };
        const execution = { document, schema, operationName, variables, ...requestOf(contextValue) };
        const answer = await engine.executeIncrementally(execution);
        if (!('initialResult' in answer)) {
          if (answer.data === undefined) http.status = 400;
          return { http, body: { kind: 'single', singleResult: shown(answer) } };
        }
        // Apollo Server looks here for the form, of which clients name several or none.
        headers.set('accept', MULTIPART);
        const subsequentResults = mapped(answer.subsequentResults, ({ incremental, hasNext }) => ({
          ...(incremental && { incremental: incremental.map((patch) => ({ ...patch, ...shown(patch) })) }),
          hasNext,
        }));
        const initialResult = { ...shown(answer.initialResult), hasNext: true };
        return { http, body: { kind: 'incremental', initialResult, subsequentResults } } as never;
      },
    }),
  };
}

/** True for clients that read the form of 2022, or say of no form which one they mean. */
function accepts(accept: string | undefined): boolean {
  return (accept ?? '').split(',').some((each) => {
    const [type, ...parameters] = each.split(';').map((part) => part.trim().toLowerCase());
    if (type !== 'multipart/mixed') return false;
    const named = (name: string) => parameters.find((parameter) => parameter.startsWith(`${name}=`));
    const form = named('deferspec');
    return form ? form === 'deferspec=20220824' : !named('incrementalspec') && !named('subscriptionspec');
  });
}

const deferring = new WeakMap<DocumentNode, boolean>();

function defers(document: DocumentNode): boolean {
  let found = deferring.get(document);
  if (found === undefined) {
    found = false;
    visit(document, {
      Directive: ({ name }) => {
        if (name.value !== 'defer') return undefined;
        found = true;
        return BREAK;
      },
    });
    deferring.set(document, found);
  }
  return found;
}
