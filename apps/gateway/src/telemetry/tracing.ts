import {
  type Attributes,
  SpanKind,
  SpanStatusCode,
  context,
  isSpanContextValid,
  propagation,
  trace,
} from '@opentelemetry/api';
import type { Hooks } from '@throughline/federation';
import type { FastifyInstance } from 'fastify';

export interface Tracing {
  /** Spans for what the engine does. */
  hooks: Hooks;
  /** A span for each request, under what the caller's `traceparent` names; the engine's lie below it. */
  requests(server: FastifyInstance): void;
}

const NAME = 'throughline-gateway';

/**
 * Spans by OpenTelemetry's API, for whatever SDK the process was started with (`node --require`). Undefined where there
 * is none: then nothing is hooked in, and nothing costs anything. Names of subgraphs and operations are told, and times;
 * nothing of variables, answers or messages, which speak of people.
 */
export function tracing(): Tracing | undefined {
  const tracer = trace.getTracer(NAME);
  // It is never ended, so nobody is told of it.
  if (!isSpanContextValid(tracer.startSpan('is there an SDK').spanContext())) return undefined;
  const told = (
    name: string,
    began: number,
    ended: number,
    failed: boolean,
    attributes: Attributes,
    kind?: SpanKind,
  ) => {
    const span = tracer.startSpan(name, { startTime: began, attributes, kind });
    if (failed) span.setStatus({ code: SpanStatusCode.ERROR });
    span.end(ended);
  };
  const named = (operationName: string | undefined): Attributes => ({ 'graphql.operation.name': operationName });
  return {
    hooks: {
      onPlan: ({ operationName, began, ended, error }) =>
        told('plan', began, ended, error !== undefined, named(operationName)),
      onFetch: ({ subgraph, operationName, began, ended, entities, errors, failure }) => {
        const attributes = {
          ...named(operationName),
          'throughline.subgraph': subgraph,
          'throughline.entities': entities,
          'throughline.errors': errors.length,
        };
        const failed = failure !== undefined || errors.length > 0;
        told(`fetch ${subgraph}`, began, ended, failed, attributes, SpanKind.CLIENT);
      },
      onWrite: ({ operationName, began, ended, errors }) =>
        told('write', began, ended, false, { ...named(operationName), 'throughline.errors': errors }),
    },
    requests: (server) => {
      const key = Symbol('span');
      interface Traced {
        [key]?: ReturnType<typeof tracer.startSpan>;
      }
      server.addHook('onRequest', (request, _reply, done) => {
        const route = request.routeOptions.url ?? 'none';
        const above = propagation.extract(context.active(), request.headers);
        const attributes = { 'http.request.method': request.method, 'http.route': route };
        const span = tracer.startSpan(`${request.method} ${route}`, { kind: SpanKind.SERVER, attributes }, above);
        (request as Traced)[key] = span;
        context.with(trace.setSpan(above, span), done);
      });
      server.addHook('onResponse', async (request, { statusCode }) => {
        const span = (request as Traced)[key];
        span?.setAttribute('http.response.status_code', statusCode);
        if (statusCode >= 500) span?.setStatus({ code: SpanStatusCode.ERROR });
        span?.end();
      });
    },
  };
}
