import type { ApolloServerPlugin } from '@apollo/server';
import type { Hooks } from '@throughline/federation';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Counter, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import { z } from 'zod';

/** Who may read `/metrics`: holders of a key that may (`key`), everybody who reaches it (`open`), or nobody (`off`). */
export const metricsSetting = z.enum(['key', 'open', 'off'], 'must be key, open or off').default('key');
export type MetricsSetting = z.infer<typeof metricsSetting>;

/** Names of operations are callers' to choose: beyond as many as this, they count as `other`. */
const NAMES = 200;
const SECONDS = [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 30];

/** What a gateway measures of itself, in Prometheus' terms. */
export class Metrics {
  private readonly registry = new Registry();
  private readonly names = new Set<string>();
  private readonly operations = this.histogram('operation_seconds', 'Operations, from reading to answering.', [
    'operation',
    'outcome',
  ]);
  private readonly plans = this.histogram('plan_seconds', 'Planning and compiling, once for an operation.', [
    'outcome',
  ]);
  private readonly fetches = this.histogram('fetch_seconds', 'Requests to subgraphs.', ['subgraph', 'outcome']);
  private readonly entities = new Counter({
    name: 'throughline_fetched_entities_total',
    help: 'Entities asked for, repeats taken out.',
    labelNames: ['subgraph'],
    registers: [this.registry],
  });
  private readonly writes = this.histogram('write_seconds', 'Writing answers.', []);

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }

  readonly hooks: Hooks = {
    onPlan: ({ began, ended, error }) =>
      this.plans.observe({ outcome: error === undefined ? 'ok' : 'failed' }, (ended - began) / 1000),
    onFetch: ({ subgraph, began, ended, entities, errors, failure }) => {
      const outcome = failure !== undefined ? 'failed' : errors.length > 0 ? 'errors' : 'ok';
      this.fetches.observe({ subgraph, outcome }, (ended - began) / 1000);
      if (entities > 0) this.entities.inc({ subgraph }, entities);
    },
    onWrite: ({ began, ended }) => this.writes.observe((ended - began) / 1000),
  };

  readonly plugin: ApolloServerPlugin = {
    requestDidStart: async () => {
      const began = performance.now();
      return {
        willSendResponse: async ({ operation, operationName, response: { body } }) => {
          const { data, errors } = body.kind === 'single' ? body.singleResult : body.initialResult;
          const outcome = !errors ? 'ok' : data ? 'partial' : 'refused';
          const name = operation ? this.bounded(operationName ?? 'anonymous') : 'none';
          this.operations.observe({ operation: name, outcome }, (performance.now() - began) / 1000);
        },
      };
    },
  };

  /** `GET /metrics`. */
  route(server: FastifyInstance, setting: 'key' | 'open', mayRead: (request: FastifyRequest) => void): void {
    server.get('/metrics', { config: { open: setting === 'open' } }, async (request, reply) => {
      if (setting === 'key') mayRead(request);
      return reply.type(this.registry.contentType).send(await this.registry.metrics());
    });
  }

  private bounded(name: string): string {
    if (this.names.has(name)) return name;
    if (this.names.size >= NAMES) return 'other';
    this.names.add(name);
    return name;
  }

  private histogram<Label extends string>(name: string, help: string, labelNames: Label[]): Histogram<Label> {
    return new Histogram({
      name: `throughline_${name}`,
      help,
      labelNames,
      buckets: SECONDS,
      registers: [this.registry],
    });
  }
}
