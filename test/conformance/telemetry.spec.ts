import { AsyncLocalStorage } from 'node:async_hooks';
import { type Context, ROOT_CONTEXT, SpanStatusCode, context, trace } from '@opentelemetry/api';
import { BasicTracerProvider, InMemorySpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-base';
import { tracing } from '../../apps/gateway/src/telemetry/tracing';
import { type Graph, aCase, aGraph, aSuspect, aVictim, anOrder } from '../support';

const QUERY = 'query Orders { cases { edges { node { suspects { displayName orders { kind } } } } } }';

async function filled(graph: Graph): Promise<Graph> {
  await graph.import([aSuspect('S1'), aVictim('V1'), aCase('C1'), anOrder('O1')]);
  return graph;
}

async function post(graph: Graph, query: string, headers = {}): Promise<any> {
  const response = await fetch(`${graph.door.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...graph.headers, ...headers },
    body: JSON.stringify({ query }),
  });
  return response.json();
}

describe('tracing', () => {
  const exporter = new InMemorySpanExporter();
  // What an SDK brings with it: the context of whatever goes on.
  const storage = new AsyncLocalStorage<Context>();
  beforeAll(() => {
    trace.setGlobalTracerProvider(new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] }));
    context.setGlobalContextManager({
      active: () => storage.getStore() ?? ROOT_CONTEXT,
      with: (own, work, self, ...given) => storage.run(own, () => work.apply(self as never, given)),
      bind: (_own, target) => target,
      enable() {
        return this;
      },
      disable() {
        return this;
      },
    });
  });
  afterAll(() => {
    trace.disable();
    context.disable();
  });

  it('tells plan, fetches and writing under their request, and nothing of people', async () => {
    await using graph = await filled(await aGraph());
    exporter.reset();
    await post(graph, QUERY);
    await post(graph, QUERY);
    const spans = exporter.getFinishedSpans();
    const requests = spans.filter(({ name }) => name === 'POST /graphql');
    expect(requests).toHaveLength(2);
    const below = requests.map((request) =>
      spans
        .filter(({ parentSpanContext }) => parentSpanContext?.spanId === request.spanContext().spanId)
        .map(({ name }) => name),
    );
    // Planned once.
    expect(below).toEqual([
      ['plan', 'fetch cases', 'fetch orders', 'write'],
      ['fetch cases', 'fetch orders', 'write'],
    ]);
    const fetched = spans.find(({ name }) => name === 'fetch orders')!;
    expect(fetched.attributes).toEqual({
      'graphql.operation.name': 'Orders__orders__1',
      'throughline.subgraph': 'orders',
      'throughline.entities': 1,
      'throughline.errors': 0,
    });
    expect(requests[0]!.attributes).toMatchObject({ 'http.route': '/graphql', 'http.response.status_code': 200 });
    expect(JSON.stringify(spans.map(({ name, attributes, events }) => [name, attributes, events]))).not.toContain(
      'Test',
    );
  });

  it('marks a fetch that failed', async () => {
    const broken = { execute: () => Promise.reject(new Error('secret')) };
    await using graph = await aGraph({
      ports: (running) =>
        running.map((port) =>
          port.name === 'orders' ? (Object.assign(Object.create(port), broken) as typeof port) : port,
        ),
    });
    await filled(graph);
    exporter.reset();
    await post(graph, QUERY);
    const fetched = exporter.getFinishedSpans().find(({ name }) => name === 'fetch orders')!;
    expect(fetched.status).toEqual({ code: SpanStatusCode.ERROR });
  });
});

it('without an SDK nothing is traced at all', () => {
  expect(tracing()).toBeUndefined();
});

describe('/metrics', () => {
  const read = (graph: Graph, headers = {}) => fetch(`${graph.door.url}/metrics`, { headers });

  it('tells operations by name and subgraphs, to holders of a key', async () => {
    await using graph = await filled(await aGraph());
    await post(graph, QUERY);
    await post(graph, 'query Bad { nobody }');
    expect((await read(graph)).status).toBe(401);
    const response = await read(graph, graph.headers);
    expect(response.headers.get('content-type')).toMatch(/^text\/plain/);
    const text = await response.text();
    const value = (line: RegExp) => Number(line.exec(text)?.[1]);
    expect(value(/throughline_operation_seconds_count\{operation="Orders",outcome="ok"\} (\d+)/)).toBe(1);
    expect(value(/throughline_operation_seconds_count\{operation="none",outcome="refused"\} (\d+)/)).toBe(1);
    expect(value(/throughline_fetch_seconds_count\{subgraph="orders",outcome="ok"\} (\d+)/)).toBe(1);
    expect(value(/throughline_fetched_entities_total\{subgraph="orders"\} (\d+)/)).toBe(1);
    expect(value(/process_resident_memory_bytes (\d+)/)).toBeGreaterThan(0);
  });

  it('is open or off where it is set so, and keeps no more names than it should', async () => {
    await using graph = await aGraph({ metrics: 'open' });
    for (let n = 0; n < 210; n += 1) await post(graph, `query Q${n} { __typename }`);
    const text = await (await read(graph)).text();
    expect(text).toContain('throughline_operation_seconds_count{operation="Q199",outcome="ok"} 1');
    expect(text).toContain('throughline_operation_seconds_count{operation="other",outcome="ok"} 10');
    await using off = await aGraph({ metrics: 'off' });
    expect((await read(off, off.headers)).status).toBe(404);
  });
});

it('the plan is shown to those who run the service, where they ask for it', async () => {
  await using graph = await filled(await aGraph());
  expect((await post(graph, QUERY)).extensions).toBeUndefined();
  const { data, extensions } = await post(graph, QUERY, { 'throughline-query-plan': 'true' });
  expect(data.cases.edges).toHaveLength(1);
  expect(extensions.queryPlan).toMatch(/^QueryPlan \{[^]*service: "cases"[^]*Flatten[^]*service: "orders"/i);
});

describe('/health/ready', () => {
  it('names subgraphs and databases that do not answer', async () => {
    const parts = { down: false, gone: false };
    await using graph = await aGraph({
      ports: (running) =>
        running.map((port) => {
          const own = Object.create(port) as typeof port;
          if (port.name === 'orders') {
            own.execute = (...given) => (parts.down ? Promise.reject(new Error('down')) : port.execute(...given));
          }
          if (port.name === 'cases') {
            own.lastChange = () => (parts.gone ? new Promise(() => {}) : port.lastChange());
          }
          return own;
        }),
    });
    const ready = async () => {
      const response = await fetch(`${graph.door.url}/health/ready`);
      return [response.status, await response.json()];
    };
    expect(await ready()).toEqual([200, { status: 'ok' }]);
    Object.assign(parts, { down: true, gone: true });
    const unavailable = { status: 'unavailable', subgraphs: ['orders'], databases: ['cases'] };
    expect(await ready()).toEqual([503, unavailable]);
    expect((await fetch(`${graph.door.url}/health/live`)).status).toBe(200);
  });
});
