import { ApolloGateway, type GraphQLDataSource } from '@apollo/gateway';
import type { GatewayInterface } from '@apollo/server-gateway-interface';
import { CodedError, GraphQLDate, GraphQLDateTime, type SubgraphPort } from '@throughline/subgraph';
import { type GraphQLSchema, GraphQLScalarType } from 'graphql';
import { log } from './error-answer';
import { missingEntities } from './missing-entities';

const SILENT = {
  debug: () => {},
  info: () => {},
  warn: () => {},
  error: (message: unknown) => log('planner', message),
};

/**
 * Plans and runs federated operations over subgraphs. They are called directly, whether they live in this process or
 * a port carries the call elsewhere. Throws at `load` where the supergraph names a subgraph that is not there.
 */
export function federation(supergraphSdl: string, subgraphs: SubgraphPort[]): GatewayInterface {
  const ports = new Map(subgraphs.map((port) => [port.name, port]));
  const gateway = new ApolloGateway({
    supergraphSdl,
    logger: SILENT,
    buildService: ({ name }) => {
      const port = ports.get(name);
      if (!port) throw new Error(`the supergraph has a subgraph ${name}, but none of that name is connected`);
      return source(port);
    },
  });
  return {
    onSchemaLoadOrUpdate: (callback) =>
      gateway.onSchemaLoadOrUpdate((update) => {
        checkScalars(update.apiSchema);
        callback(update);
      }),
    load: async (options) => {
      const { executor } = await gateway.load(options);
      return { executor: async (context) => withoutCompletion(await executor(context as never)) };
    },
    stop: () => gateway.stop(),
  };
}

function source(port: SubgraphPort): GraphQLDataSource {
  return {
    process: async ({ request, context }) => {
      const { query, variables, operationName } = request;
      const asked = { query: query!, variables, operationName };
      try {
        const { data, errors } = await port.execute(asked, { actor: context.actor as string });
        return { data: data ?? missingEntities(asked), errors };
      } catch (error) {
        log(`${String(context.requestId)}: ${port.name}`, error);
        return { data: missingEntities(asked), errors: [new CodedError('SUBGRAPH_UNAVAILABLE', UNAVAILABLE)] };
      }
    },
  };
}

const UNAVAILABLE = 'Part of the graph does not answer at the moment; what it holds is missing here.';

/** A supergraph has only the names of scalars: with their rules, a bad date is the caller's error and not a subgraph's. */
function checkScalars(schema: GraphQLSchema): void {
  for (const { name, parseValue, parseLiteral } of [GraphQLDate, GraphQLDateTime]) {
    const type = schema.getType(name);
    if (type instanceof GraphQLScalarType) Object.assign(type, { parseValue, parseLiteral });
  }
}

/** A link to a record that has not arrived is null, as the contract says: a note on every such null is noise. */
function withoutCompletion<Result extends { extensions?: Record<string, unknown> }>(result: Result): Result {
  delete result.extensions?.valueCompletion;
  if (result.extensions && Object.keys(result.extensions).length === 0) delete result.extensions;
  return result;
}
