import {
  FederationEngine,
  type FetchEvent,
  type Hooks,
  type SubgraphSource,
  type WriteEvent,
} from '@throughline/federation';
import { type Caller, GraphQLDate, GraphQLDateTime, type SubgraphPort } from '@throughline/subgraph';
import type { ExecutionResult } from 'graphql';
import type { Access, Admitted } from './access/access';
import type { AccessCaller } from './access/access.services';
import { log } from './error-answer';
import { combined } from './telemetry/hooks';

/**
 * Plans and runs federated operations over subgraphs, the gateway's own among them. They are called directly, whether
 * they live in this process or a port carries the call elsewhere. Throws where the supergraph names a subgraph that is
 * not there.
 */
export function federation(
  supergraphSdl: string,
  subgraphs: SubgraphPort[],
  access: Access,
  hooks: readonly Hooks[],
): Promise<FederationEngine> {
  const toOthers = ({ actor, rights }: Admitted): Caller => ({ actor, rights });
  const toOwn = ({ actor, rights, principal }: Admitted): AccessCaller => ({
    actor,
    rights,
    principal,
    services: access.services,
  });
  return FederationEngine.create({
    supergraphSdl,
    sources: [...subgraphs.map((port) => source(port, toOthers)), source(access.subgraph, toOwn)],
    // A supergraph has only the names of scalars: with their rules, a bad date is the caller's error and not a subgraph's.
    scalars: [GraphQLDate, GraphQLDateTime],
    hooks: combined([{ onFetch: logFetch, onWrite: noteCost }, ...hooks]),
  });
}

function source(port: SubgraphPort, told: (caller: Admitted) => Caller): SubgraphSource {
  return {
    name: port.name,
    execute: async ({ query, variables, operationName }, context) => {
      const caller = context.caller as Admitted;
      const { deadline, signal } = context;
      return noted(await port.execute({ query, variables, operationName }, told(caller), { deadline, signal }), caller);
    },
    subscribe: ({ query, variables, operationName }, { caller, signal }) =>
      events(
        port.subscribe({ query, variables, operationName }, told(caller as Admitted), signal ?? NEVER),
        caller as Admitted,
      ),
  };
}

/** Notes what a caller is shown. */
function noted(result: ExecutionResult, { seen }: Admitted): ExecutionResult {
  const ids = result.extensions?.seen;
  if (Array.isArray(ids)) for (const id of ids as string[]) seen.add(id);
  return result;
}

/** Not a generator: its `return` would wait for an event that may never come. */
function events(results: AsyncIterable<ExecutionResult>, caller: Admitted): AsyncIterable<ExecutionResult> {
  return {
    [Symbol.asyncIterator]: () => {
      const iterator = results[Symbol.asyncIterator]();
      return {
        next: async () => {
          const next = await iterator.next();
          return next.done ? next : { done: false, value: noted(next.value, caller) };
        },
        return: async () => (await iterator.return?.()) ?? { done: true, value: undefined },
      };
    },
  };
}

const NEVER = new AbortController().signal;

const noteCost = ({ cost, caller }: WriteEvent): void => {
  (caller as Admitted).spent += cost;
};

/** Callers are told that something is missing; whoever runs the service is told why. */
function logFetch({ subgraph, failure, errors, caller }: FetchEvent): void {
  const about = `${(caller as Admitted).requestId}: ${subgraph}`;
  if (failure !== undefined) log(about, failure);
  for (const error of errors) if (typeof error.extensions?.code !== 'string') log(about, error.message);
}
