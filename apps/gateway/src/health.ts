import { NO_RIGHTS } from '@throughline/access';
import type { SubgraphPort } from '@throughline/subgraph';
import type { FastifyInstance } from 'fastify';

const ANSWER_WITHIN_MS = 5_000;

/** What does not answer, by names of subgraphs. */
interface Silent {
  subgraphs: string[];
  /** Of subgraphs that do answer, those whose database does not. */
  databases: string[];
}

/** `/health/live` and `/health/ready`, open to everybody. Not ready before `isReady`, whatever the subgraphs say. */
export function healthRoutes(server: FastifyInstance, ports: SubgraphPort[], isReady = () => true): void {
  let asking: Promise<Silent> | undefined;
  server.get('/health/live', { config: { open: true } }, () => ({ status: 'ok' }));
  server.get('/health/ready', { config: { open: true } }, async (_request, reply) => {
    if (!isReady()) return reply.code(503).send({ status: 'starting' });
    // Callers who ask at once share one look: nobody can make the subgraphs work by asking often.
    asking ??= silent(ports).finally(() => (asking = undefined));
    const { subgraphs, databases } = await asking;
    if (subgraphs.length === 0 && databases.length === 0) return { status: 'ok' };
    return reply.code(503).send({ status: 'unavailable', subgraphs, databases });
  });
}

async function silent(ports: SubgraphPort[]): Promise<Silent> {
  const answers = await Promise.all(
    ports.map(async (port) => {
      const asked = port.execute({ query: '{ __typename }' }, { actor: 'health', rights: NO_RIGHTS });
      // The last change is one row by an index, and it takes a connection and the database's answer.
      const [answers, holds] = await Promise.all([
        inTime(asked.then(({ data }) => data?.__typename === 'Query')),
        inTime(port.lastChange().then(() => true)),
      ]);
      return { name: port.name, answers, holds };
    }),
  );
  return {
    subgraphs: answers.flatMap((each) => (each.answers ? [] : each.name)),
    databases: answers.flatMap((each) => (each.answers && !each.holds ? each.name : [])),
  };
}

/** False where the answer fails or takes too long. */
async function inTime(answer: Promise<boolean>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => (timer = setTimeout(resolve, ANSWER_WITHIN_MS, false)));
  return Promise.race([answer.catch(() => false), late]).finally(() => clearTimeout(timer));
}
