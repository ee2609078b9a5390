import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { CodedError, type SubgraphPort, invalidInput, isUuid } from '@throughline/subgraph';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Access, Admitted } from './access/access';
import { type ImportRefusal, importRefusal } from './access/import-rights';
import { errorAnswer, log } from './error-answer';
import { ImportRun, type RefusedLine } from './import-run';

const PROGRESS_EVERY_MS = 500;

/**
 * What may wait for a caller who sends all before reading anything; past it, reading the body waits for the caller to
 * read the answer.
 */
const ANSWER_BUFFER = 8 * 1024 * 1024;

/** The caller went away: nobody is left to tell. */
class Disconnected extends Error {}

interface ImportQuery {
  run: string;
  file: string;
  last: boolean;
}

/** `POST /v1/import`: takes NDJSON of any size, and tells how it goes while the body is still arriving. */
export async function importRoutes(
  server: FastifyInstance,
  { ports, access, maxLineBytes }: { ports: SubgraphPort[]; access: Access; maxLineBytes?: number },
): Promise<void> {
  await server.register(async (scope) => {
    // Of whatever type, the body is bytes, and is not read before the run reads it.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, _payload, done) => done(null));
    scope.post('/v1/import', async (request, reply) => {
      const { caller } = request;
      const { run, file, last } = readQuery(request.query as Record<string, unknown>);
      refuseEncoding(request);
      const refusal = await permitted(access, caller);
      const answer = new PassThrough({ writableHighWaterMark: ANSWER_BUFFER });
      const refused = sender(answer, 'rejected');
      const importing = new ImportRun(ports, { run, file, actor: caller.actor, maxLineBytes, refusal, refused });
      void perform(importing, request, answer, last);
      return reply.type('application/x-ndjson').send(answer);
    });
  });
}

/** What the caller may send. It is written down that they do, or may not, before anything is read. */
async function permitted(access: Access, caller: Admitted): Promise<ImportRefusal> {
  const entry = {
    operation: 'POST /v1/import',
    operationHash: '',
    kind: 'COLLECTION',
    coordinates: [],
    recordIds: [],
    withheld: [],
  } as const;
  try {
    const refusal = importRefusal(caller.rights);
    await access.record(caller, { ...entry, outcome: 'ALLOWED' });
    return refusal;
  } catch (error) {
    if (error instanceof CodedError) await access.record(caller, { ...entry, outcome: String(error.extensions.code) });
    throw error;
  }
}

async function perform(run: ImportRun, request: FastifyRequest, answer: PassThrough, last: boolean): Promise<void> {
  // The first line also carries the headers out, so that a caller can begin to read.
  const tell = () => write(answer, { progress: run.progress });
  tell();
  const timer = setInterval(() => answer.writableNeedDrain || tell(), PROGRESS_EVERY_MS);
  try {
    // Left open at the end of the loop: destroying it would cut the connection before the answer is out.
    const summary = await run.read(request.raw.iterator({ destroyOnReturn: false }));
    if (last) await run.finish().catch((error: unknown) => log(`${request.id}: import`, error));
    tell();
    write(answer, { summary });
  } catch (error) {
    await run.settle();
    if (request.raw.readableAborted || answer.destroyed) return;
    tell();
    write(answer, { failed: failure(error, request.id) });
    // Callers who send all before they read would wait for ever if nobody took the rest.
    request.raw.resume();
  } finally {
    clearInterval(timer);
    answer.end();
  }
}

/** A function that sends an event and waits where the caller does not keep up. */
function sender(answer: PassThrough, name: string): (event: RefusedLine) => Promise<void> {
  return async (event) => {
    if (answer.destroyed) throw new Disconnected();
    if (write(answer, { [name]: event })) return;
    const waiting = new AbortController();
    const either = { signal: waiting.signal };
    await Promise.race([once(answer, 'drain', either), once(answer, 'close', either)]).finally(() => waiting.abort());
  };
}

function write(answer: PassThrough, event: object): boolean {
  return answer.destroyed || answer.write(`${JSON.stringify(event)}\n`);
}

function failure(error: unknown, requestId: string): { code: string; message: string; requestId: string } {
  const [shown] = errorAnswer(error, requestId).body.errors;
  return { code: shown!.extensions.code, message: shown!.message, requestId };
}

/** Reads the query; throws `INVALID_INPUT` naming everything that is wrong with it. */
function readQuery({ run = randomUUID(), file = '', last = 'true' }: Record<string, unknown>): ImportQuery {
  const problems: { field: string; reason: string }[] = [];
  if (typeof run !== 'string' || !isUuid(run)) problems.push({ field: 'run', reason: 'must be a UUID' });
  if (typeof file !== 'string' || file.length > 1000 || /\p{Cc}|\p{Cs}/u.test(file)) {
    problems.push({ field: 'file', reason: 'must be at most 1000 characters, none of them a control character' });
  }
  if (last !== 'true' && last !== 'false') problems.push({ field: 'last', reason: 'must be true or false' });
  if (problems.length > 0) throw invalidInput(problems);
  return { run: run as string, file: file as string, last: last === 'true' };
}

/** gzip is found by its first bytes, whatever the headers say; another encoding would be read as broken lines. */
function refuseEncoding(request: FastifyRequest): void {
  const encoding = request.headers['content-encoding']?.trim().toLowerCase() ?? 'identity';
  if (['identity', 'gzip', 'x-gzip'].includes(encoding)) return;
  throw new CodedError('INVALID_INPUT', `The body can be sent as it is or as gzip, not as ${encoding}.`);
}
