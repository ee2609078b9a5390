import { FederationEngine, type FetchEvent, type Hooks, type SubgraphSource } from '@throughline/federation';
import { type Caller, GraphQLDate, GraphQLDateTime, type SubgraphPort } from '@throughline/subgraph';
import { log } from './error-answer';
import { combined } from './telemetry/hooks';

/** What the engine is told of a request, for its subgraphs and for the log. */
export interface EngineCaller extends Caller {
  requestId: string;
}

/**
 * Plans and runs federated operations over subgraphs. They are called directly, whether they live in this process or
 * a port carries the call elsewhere. Throws where the supergraph names a subgraph that is not there.
 */
export function federation(
  supergraphSdl: string,
  subgraphs: SubgraphPort[],
  hooks: readonly Hooks[],
): Promise<FederationEngine> {
  return FederationEngine.create({
    supergraphSdl,
    sources: subgraphs.map(source),
    // A supergraph has only the names of scalars: with their rules, a bad date is the caller's error and not a subgraph's.
    scalars: [GraphQLDate, GraphQLDateTime],
    hooks: combined([{ onFetch: logFetch }, ...hooks]),
  });
}

function source(port: SubgraphPort): SubgraphSource {
  return {
    name: port.name,
    execute: ({ query, variables, operationName }, { caller }) =>
      port.execute({ query, variables, operationName }, caller as EngineCaller),
    subscribe: ({ query, variables, operationName }, { caller, signal }) =>
      port.subscribe({ query, variables, operationName }, caller as EngineCaller, signal ?? NEVER),
  };
}

const NEVER = new AbortController().signal;

/** Callers are told that something is missing; whoever runs the service is told why. */
function logFetch({ subgraph, failure, errors, caller }: FetchEvent): void {
  const about = `${(caller as EngineCaller).requestId}: ${subgraph}`;
  if (failure !== undefined) log(about, failure);
  for (const error of errors) if (typeof error.extensions?.code !== 'string') log(about, error.message);
}
