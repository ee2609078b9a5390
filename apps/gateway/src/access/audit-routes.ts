import { PassThrough } from 'node:stream';
import { holds } from '@throughline/access';
import { CodedError } from '@throughline/subgraph';
import type { FastifyInstance } from 'fastify';
import { errorAnswer } from '../error-answer';
import type { Access } from './access';

/**
 * `GET /v1/audit/verify`, for those who have `audit:read`: follows the whole chain and answers with where it ends, and
 * whether it holds. While it is followed, empty lines keep the connection.
 */
export function auditRoutes(server: FastifyInstance, access: Access): void {
  server.get('/v1/audit/verify', (request, reply) => {
    if (!holds(request.caller.rights, 'audit:read')) throw new CodedError('FORBIDDEN', 'This needs audit:read.');
    const answer = new PassThrough();
    void access.services.log
      .verify(() => void answer.write('\n'))
      .then(
        ({ fault, last: { sequence, hash } }) => ({ holds: !fault, sequence, hash, reason: fault?.reason ?? null }),
        (error: unknown) => errorAnswer(error, request.id).body,
      )
      .then((body) => answer.end(`${JSON.stringify(body)}\n`));
    return reply.type('application/json; charset=utf-8').send(answer);
  });
}
