import { GraphQLError } from 'graphql';

/** Every code an answer's `extensions.code` can carry. */
export const errorCodes = [
  'UNAUTHENTICATED',
  'KEY_EXPIRED',
  'KEY_REVOKED',
  'FORBIDDEN',
  'PURPOSE_REQUIRED',
  'NOT_FOUND',
  'INVALID_INPUT',
  'CONFLICT',
  'RULE_REFUSED',
  'LIMIT_EXCEEDED',
  'OPERATION_NOT_ALLOWED',
  'SUBGRAPH_UNAVAILABLE',
  'INTERNAL',
] as const;
export type ErrorCode = (typeof errorCodes)[number];

/** An error that a caller may read: its message and extensions say nothing about how the service is built. */
export class CodedError extends GraphQLError {
  constructor(code: ErrorCode, message: string, extensions: Record<string, unknown> = {}) {
    super(message, { extensions: { code, ...extensions } });
  }
}

/** `INVALID_INPUT`, naming each field and what is wrong with it. */
export function invalidInput(fields: { field: string; reason: string }[]): CodedError {
  const what = fields.map(({ field, reason }) => `${field}: ${reason}`).join('; ');
  return new CodedError('INVALID_INPUT', `The input is not valid. ${what}`, { fields });
}

/** True for errors made to be shown: ours, and GraphQL's own complaints about a request. */
export function isShown({ originalError }: GraphQLError): boolean {
  if (!originalError) return true;
  // A scalar's complaint about a variable comes wrapped in the complaint about the variable.
  return originalError instanceof GraphQLError && isShown(originalError);
}
