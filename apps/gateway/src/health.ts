import type { SubgraphPort } from '@throughline/subgraph';
import type { FastifyInstance } from 'fastify';

const ANSWER_WITHIN_MS = 5_000;

/** `/health/live` and `/health/ready`, open to everybody. */
export function healthRoutes(server: FastifyInstance, ports: SubgraphPort[]): void {
  let asking: Promise<string[]> | undefined;
  server.get('/health/live', { config: { open: true } }, () => ({ status: 'ok' }));
  server.get('/health/ready', { config: { open: true } }, async (_request, reply) => {
    // Callers who ask at once share one look: nobody can make the subgraphs work by asking often.
    asking ??= silent(ports).finally(() => (asking = undefined));
    const subgraphs = await asking;
    if (subgraphs.length === 0) return { status: 'ok' };
    return reply.code(503).send({ status: 'unavailable', subgraphs });
  });
}

/** Names of the subgraphs that do not answer. */
async function silent(ports: SubgraphPort[]): Promise<string[]> {
  const answers = await Promise.all(ports.map(isAnswering));
  return ports.filter((_port, index) => !answers[index]).map((port) => port.name);
}

async function isAnswering(port: SubgraphPort): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => (timer = setTimeout(resolve, ANSWER_WITHIN_MS, false)));
  const answer = port.execute({ query: '{ __typename }' }, { actor: 'health' }).then(
    ({ data }) => data?.__typename === 'Query',
    () => false,
  );
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}
