import { type ErrorCode, CodedError, errorCodes } from '@throughline/subgraph';
import { type GraphQLFormattedError, GraphQLError } from 'graphql';

/** What leaves the gateway of an error. */
export interface ShownError {
  message: string;
  locations?: GraphQLFormattedError['locations'];
  path?: GraphQLFormattedError['path'];
  extensions: Record<string, unknown> & { code: string };
}

/** The catalogue's code for each of Apollo's own; any code in neither list says nothing to a caller. */
const APOLLO_CODES: Record<string, ErrorCode> = {
  GRAPHQL_PARSE_FAILED: 'INVALID_INPUT',
  GRAPHQL_VALIDATION_FAILED: 'INVALID_INPUT',
  BAD_USER_INPUT: 'INVALID_INPUT',
  BAD_REQUEST: 'INVALID_INPUT',
  OPERATION_RESOLUTION_FAILURE: 'INVALID_INPUT',
  PERSISTED_QUERY_NOT_FOUND: 'OPERATION_NOT_ALLOWED',
  PERSISTED_QUERY_NOT_SUPPORTED: 'OPERATION_NOT_ALLOWED',
};

/** How GraphQL says that a text is too long to be parsed: it has no code for that. */
const TOO_MANY_TOKENS = /^Syntax Error: Document contains more tha[nt] \d+ tokens/;

const STATUS: Partial<Record<ErrorCode, number>> = {
  UNAUTHENTICATED: 401,
  KEY_EXPIRED: 401,
  KEY_REVOKED: 401,
  FORBIDDEN: 403,
  OPERATION_NOT_ALLOWED: 403,
  PURPOSE_REQUIRED: 400,
  NOT_FOUND: 404,
  INVALID_INPUT: 400,
  CONFLICT: 409,
  LIMIT_EXCEEDED: 429,
  SUBGRAPH_UNAVAILABLE: 503,
};

/** The HTTP status of a request that has nothing but an error. */
export const statusOf = (code: string): number => STATUS[code as ErrorCode] ?? 500;

/** What the planner and Apollo put into an error's extensions about the inside of the service. */
const INSIDE = ['serviceName', 'stacktrace', 'http'];

const INTERNAL_MESSAGE = 'Something went wrong inside the service.';

/** An error of a GraphQL answer, as its caller may see it. What is not in the catalogue is logged and hidden. */
export function shownGraphQLError(formatted: GraphQLFormattedError, error: unknown): ShownError {
  const { message, locations, path, extensions = {} } = formatted;
  const code = String(extensions.code);
  if (isCatalogued(code)) {
    const shown = Object.entries(extensions).filter(([name]) => !INSIDE.includes(name));
    return { message, locations, path, extensions: { ...Object.fromEntries(shown), code } };
  }
  if (TOO_MANY_TOKENS.test(message)) return { message, extensions: { code: 'LIMIT_EXCEEDED' } };
  const mapped = APOLLO_CODES[code];
  if (mapped) return { message, locations, path, extensions: { code: mapped } };
  // Apollo has no code for a persisted query whose hash is of another text, but a status.
  const { http } = (error as Partial<GraphQLError> | undefined)?.extensions ?? {};
  if ((http as { status?: number } | undefined)?.status === 400)
    return { message, extensions: { code: 'INVALID_INPUT' } };
  log('a GraphQL error without a code', error);
  return { message: INTERNAL_MESSAGE, path, extensions: { code: 'INTERNAL' } };
}

/** The HTTP status and body of a request that failed before it was GraphQL, or that is not GraphQL. */
export function errorAnswer(error: unknown, requestId: string): { status: number; body: { errors: ShownError[] } } {
  const { status, message, extensions } = shown(error, requestId);
  return { status, body: { errors: [{ message, extensions: { ...extensions, requestId } }] } };
}

function shown(error: unknown, requestId: string): ShownError & { status: number } {
  if (error instanceof CodedError) {
    const code = error.extensions.code as ErrorCode;
    const { http, ...extensions } = error.extensions;
    return { status: statusOf(code), message: error.message, extensions: { ...extensions, code } };
  }
  // Fastify's own complaints about a request carry a status: they are the caller's to mend.
  const { statusCode: status, message } = error as { statusCode?: number; message: string };
  if (status !== undefined && status >= 400 && status < 500) {
    return { status, message, extensions: { code: 'INVALID_INPUT' } };
  }
  log(requestId, error);
  return { status: 500, message: INTERNAL_MESSAGE, extensions: { code: 'INTERNAL' } };
}

/** Puts the request's id into errors on their way out. */
export function stampErrors(errors: readonly GraphQLFormattedError[] | undefined, requestId: string): void {
  for (const error of errors ?? []) (error as ShownError).extensions.requestId = requestId;
}

/** Tells whoever runs the service what a caller is not told. */
export function log(about: string, error: unknown): void {
  const cause = error instanceof GraphQLError ? (error.originalError ?? error) : error;
  process.stderr.write(`${about}: ${cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}\n`);
}

function isCatalogued(code: string): code is ErrorCode {
  return (errorCodes as readonly string[]).includes(code);
}
