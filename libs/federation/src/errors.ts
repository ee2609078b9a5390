import { GraphQLError } from 'graphql';
import type { SubgraphError } from './source';

/** The codes that the engine itself puts into `extensions.code`. Other codes come from subgraphs, and pass through. */
export type EngineCode = 'SUBGRAPH_UNAVAILABLE' | 'BAD_USER_INPUT' | 'LIMIT_EXCEEDED' | 'INTERNAL';

export type ResponsePath = readonly (string | number)[];

export const UNAVAILABLE = 'Part of the graph does not answer at the moment; what it holds is missing here.';

/** What says where and how a service runs, and so never leaves. */
const INSIDE = ['stacktrace', 'exception', 'serviceName', 'service', 'http', 'debug', 'originalError'];

export function engineError(code: EngineCode, message: string, path?: ResponsePath): GraphQLError {
  return new GraphQLError(message, { path, extensions: { code } });
}

/**
 * A subgraph's error as a caller may see it. An error with a code was made to be shown. Of any other nobody knows what
 * it tells: the caller learns that something is missing.
 */
export function shownError(error: SubgraphError | undefined, path: ResponsePath | undefined): GraphQLError {
  const code = error?.extensions?.code;
  if (!error || typeof code !== 'string') return engineError('SUBGRAPH_UNAVAILABLE', UNAVAILABLE, path);
  const shown = Object.entries(error.extensions!).filter(([name]) => !INSIDE.includes(name));
  return new GraphQLError(error.message, { path, extensions: { ...Object.fromEntries(shown), code } });
}
