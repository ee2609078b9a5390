import type { ApolloServerPlugin } from '@apollo/server';

const OK = 200;
const BAD_REQUEST = 400;

/**
 * Status codes as the GraphQL over HTTP specification has them. To a client that accepts
 * `application/graphql-response+json` 400 says that an operation was refused. `application/json` could come from
 * anything on the way, and whoever accepts only that reads no answer with such a status: there it is 200.
 */
export const statusByMediaType: ApolloServerPlugin = {
  requestDidStart: async () => ({
    willSendResponse: async ({ source, request, response: { http } }) => {
      const accept = request.http?.headers.get('accept') ?? '';
      // Without a source it is not an operation that was refused, but a request that had none.
      if (http.status !== BAD_REQUEST || !source || accept.includes('application/graphql-response+json')) return;
      http.status = OK;
    },
  }),
};
