import type { FastifyRequest } from 'fastify';
import { type DocumentNode, OperationTypeNode, getOperationAST, parse } from 'graphql';

const EVENTS = 'text/event-stream';

/**
 * True where a request is to be answered by server-sent events. Some clients say of every request that they take
 * events as well as JSON: they mean events for subscriptions.
 */
export function asksForEvents({ headers, body, query }: FastifyRequest): boolean {
  const accept = String(headers.accept);
  if (!accept.includes(EVENTS)) return false;
  if (!accept.includes('json') && !accept.includes('*/*')) return true;
  const { query: text, operationName } = (body ?? query) as { query?: unknown; operationName?: string | null };
  // Parsed twice only where it may well be one.
  return typeof text === 'string' && text.includes('subscription') && isSubscription(text, operationName);
}

function isSubscription(text: string, operationName: string | null | undefined): boolean {
  let document: DocumentNode;
  try {
    document = parse(text);
  } catch {
    return false;
  }
  return getOperationAST(document, operationName)?.operation === OperationTypeNode.SUBSCRIPTION;
}
