import { randomUUID } from 'node:crypto';

/** Header that carries the id of a request, both ways. */
export const REQUEST_ID_HEADER = 'x-request-id';

const SANE = /^[\x21-\x7e]{1,128}$/;

/** The caller's own id of the request where it can stand in a log line, else a new one. */
export function requestId(header: string | string[] | undefined): string {
  return typeof header === 'string' && SANE.test(header) ? header : randomUUID();
}
