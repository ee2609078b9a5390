import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { holds } from '@throughline/access';
import {
  CodedError,
  type ExportColumn,
  type ErrorCode,
  type SubgraphPort,
  errorCodes,
  exportOperations,
  invalidInput,
} from '@throughline/subgraph';
import type { FastifyInstance } from 'fastify';
import type { ExecutionResult } from 'graphql';
import type { Access, Admitted } from './access/access';
import { untilGone } from './until-gone';

const DISCLOSED = { operationHash: '', kind: 'DISCLOSURE', recordIds: [], withheld: [], outcome: 'ALLOWED' } as const;

const MEDIA_TYPES = { CSV: 'text/csv; charset=utf-8; header=present', NDJSON: 'application/x-ndjson' };

/**
 * `GET /v1/export/:record`: every record of a type that the caller may see, as CSV or NDJSON, in the order of ids and of
 * one moment; `after` goes on behind a record. Memory does not grow with the answer: it is read from PostgreSQL as fast
 * as the caller takes it. The trailer `Repr-Digest` (RFC 9530) is the SHA-256 of what was sent. Without a record type the
 * address lists them all, and `/dictionary` behind one describes its columns.
 */
export function exportRoutes(
  server: FastifyInstance,
  { ports, access }: { ports: readonly SubgraphPort[]; access: Access },
): void {
  server.get('/v1/export', async ({ caller }) => {
    await mayExport(access, caller, 'GET /v1/export');
    return { records: ports.flatMap(({ records }) => records).sort() };
  });
  server.get<{ Params: { record: string } }>('/v1/export/:record/dictionary', async ({ params, caller }) => {
    await mayExport(access, caller, 'GET /v1/export/:record/dictionary');
    return { record: params.record, columns: await columnsOf(portOf(ports, params.record), params.record, caller) };
  });
  server.get<{ Params: { record: string }; Querystring: Record<string, unknown> }>(
    '/v1/export/:record',
    async (request, reply) => {
      const { caller, params } = request;
      const { record } = params;
      await mayExport(access, caller, `GET /v1/export/${record}`);
      const { format, after } = readQuery(request.query);
      const port = portOf(ports, record);
      const { records: query, field } = exportOperations(port.name);
      const columns = await columnsOf(port, record, caller);
      // Who is told what stands in the log before anything is sent.
      const coordinates = columns.map(({ name }) => `${record}.${name}`);
      await access.record(caller, { ...DISCLOSED, operation: `GET /v1/export/${record}`, coordinates });
      const parts = port
        .subscribe({ query, variables: { record, format, after } }, caller, untilGone(reply.raw))
        [Symbol.asyncIterator]();
      // What is refused is so before anything is sent.
      const first = await parts.next();
      const begun = first.done ? '' : (dataOf(first.value)[field] as string);
      const digest = createHash('sha256');
      reply.trailer('Repr-Digest', () => Promise.resolve(`sha-256=:${digest.digest('base64')}:`));
      return reply
        .type(MEDIA_TYPES[format])
        .header('content-disposition', `attachment; filename="${record}.${format.toLowerCase()}"`)
        .send(Readable.from(text(), { objectMode: false }));

      async function* text(): AsyncGenerator<Buffer> {
        const sent = (part: string) => {
          const bytes = Buffer.from(part, 'utf8');
          digest.update(bytes);
          return bytes;
        };
        try {
          if (begun !== '') yield sent(begun);
          for (let next = await parts.next(); !next.done; next = await parts.next()) {
            yield sent(dataOf(next.value)[field] as string);
          }
        } finally {
          await parts.return?.();
        }
      }
    },
  );
}

/** Throws `FORBIDDEN` where the caller may not export, or is confined to stored operations, and writes that down. */
async function mayExport(access: Access, caller: Admitted, operation: string): Promise<void> {
  if (holds(caller.rights, 'export:create') && !caller.principal.operations) return;
  const entry = { operation, operationHash: '', kind: 'DISCLOSURE', coordinates: [], recordIds: [] } as const;
  await access.record(caller, { ...entry, withheld: ['export:create'], outcome: 'FORBIDDEN' });
  throw new CodedError('FORBIDDEN', 'This needs what you do not hold: export:create.', { http: { status: 403 } });
}

async function columnsOf(port: SubgraphPort, record: string, caller: Admitted): Promise<ExportColumn[]> {
  const query = exportOperations(port.name).dictionary;
  return dataOf(await port.execute({ query, variables: { record } }, caller)).dictionary as ExportColumn[];
}

function portOf(ports: readonly SubgraphPort[], record: string): SubgraphPort {
  const port = ports.find(({ records }) => records.includes(record));
  if (port) return port;
  throw new CodedError('NOT_FOUND', 'There is no record type of this name. GET /v1/export lists them.');
}

/** The data of an answer; throws what a subgraph refuses with its code. */
function dataOf({ data, errors }: ExecutionResult): Record<string, unknown> {
  const [error] = errors ?? [];
  if (!error && data) return data;
  const { code, ...more } = error?.extensions ?? {};
  if (!error || !errorCodes.includes(code as ErrorCode)) throw error ?? new Error('a subgraph gave no answer');
  throw new CodedError(code as ErrorCode, error.message, more);
}

function readQuery({ format = 'csv', after = null }: Record<string, unknown>): {
  format: keyof typeof MEDIA_TYPES;
  after: string | null;
} {
  const name = String(format).toUpperCase();
  if (name !== 'CSV' && name !== 'NDJSON') throw invalidInput([{ field: 'format', reason: 'must be csv or ndjson' }]);
  if (after !== null && typeof after !== 'string') throw invalidInput([{ field: 'after', reason: 'must be one id' }]);
  return { format: name, after };
}
