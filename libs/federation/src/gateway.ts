import type { GatewayGraphQLRequestContext, GatewayInterface } from '@apollo/server-gateway-interface';
import type { GraphQLSchema } from 'graphql';
import type { FederationEngine } from './engine';
import { JsonData } from './json-data';
import type { ExecuteRequest } from './options';

export interface GatewayOptions {
  /** What of Apollo Server's request goes to the engine besides the operation; by default its context as `caller`. */
  request?: (context: GatewayGraphQLRequestContext) => Omit<Partial<ExecuteRequest>, 'document'>;
  /**
   * Gives data as JSON text in a `JsonData`, which saves making objects of it first. Apollo Server then needs
   * `stringifyResult: stringifyAnswer`, and plugins cannot look into the data.
   */
  json?: boolean;
}

export type SchemaListener = (schema: GraphQLSchema, sdl: string) => void;

/** The engine as Apollo Server wants a gateway. Stopping the one stops the other. */
export function gatewayInterface(
  engine: FederationEngine,
  { request = ({ context }) => ({ caller: context }), json = false }: GatewayOptions,
  listeners: Set<SchemaListener>,
): GatewayInterface {
  return {
    onSchemaLoadOrUpdate: (callback) => {
      const listener: SchemaListener = (apiSchema, coreSupergraphSdl) => callback({ apiSchema, coreSupergraphSdl });
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    load: async () => {
      for (const listener of listeners) listener(engine.apiSchema, engine.supergraphSdl);
      return {
        executor: async (context) => {
          const { document, operationName, schema, request: asked } = context;
          const execution = { document, operationName, schema, variables: asked.variables, ...request(context) };
          if (!json) return engine.execute(execution);
          const { data, ...rest } = await engine.executeText(execution);
          if (data === undefined) return rest;
          return { ...rest, data: data === 'null' ? null : (new JsonData(data) as never) };
        },
      };
    },
    stop: () => engine.stop(),
  };
}
