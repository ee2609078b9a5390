import { type QueryPlan, prettyFormatQueryPlan } from '@apollo/query-planner';
import type { GatewayInterface } from '@apollo/server-gateway-interface';
import { type DocumentNode, GraphQLError, type GraphQLSchema, OperationTypeNode, getVariableValues } from 'graphql';
import { type WriterClass, fetchAndWrite } from './answer';
import type { Prepared } from './prepared';
import { type EngineCode, engineError } from './errors';
import { type GatewayOptions, gatewayInterface } from './gateway';
import type { Extent } from './extent';
import { Generation } from './generation';
import { incrementally } from './incremental';
import type { Operation, OperationRequest } from './operation';
import type {
  Answer,
  EngineOptions,
  ExecuteRequest,
  IncrementalAnswer,
  Limits,
  OperationAsked,
  TextAnswer,
  Variant,
} from './options';
import { Run } from './run';
import { eventStream } from './subscribe';
import { ObjectWriter, TextWriter } from './writer';

const LIMITS: Limits = { operations: 1000, evaluatedPlans: 10_000, paths: 100_000, errors: 500, operationMs: 30_000 };

/** Plans operations over a supergraph once, and runs them over its subgraphs. */
export class FederationEngine {
  private readonly options: EngineOptions & { limits: Limits };
  private current: Generation;
  /** Those that were replaced and still have requests or streams. */
  private readonly former = new Set<Generation>();
  /** Settled when the last change of the supergraph is through: one follows the other. */
  private replaced: Promise<void> = Promise.resolve();
  private readonly schemas = new WeakMap<GraphQLSchema, Generation>();
  /** Planned for every supergraph that is served. */
  private readonly kept: OperationRequest[] = [];
  private readonly listeners = new Set<(schema: GraphQLSchema, sdl: string) => void>();

  private constructor(options: EngineOptions) {
    this.options = { ...options, limits: { ...LIMITS, ...options.limits } };
    this.current = new Generation(options.supergraphSdl, this.options);
    this.schemas.set(this.apiSchema, this.current);
  }

  /** Throws an error that says why where the supergraph cannot be served. */
  static async create(options: EngineOptions): Promise<FederationEngine> {
    return new FederationEngine(options);
  }

  /** What callers see of the supergraph. */
  get apiSchema(): GraphQLSchema {
    return this.current.supergraph.apiSchema;
  }

  get supergraphSdl(): string {
    return this.current.sdl;
  }

  /** Runs a query or mutation. Never rejects for what a subgraph or a caller did. `@defer` is not deferred here. */
  async execute(request: ExecuteRequest): Promise<Answer> {
    const { data, errors } = await this.answer(request, ObjectWriter);
    return { ...(data !== undefined && { data: data as Answer['data'] }), ...(errors && { errors }) };
  }

  /** As `execute`, with the data written as JSON. */
  async executeText(request: ExecuteRequest): Promise<TextAnswer> {
    const { data, errors } = await this.answer(request, TextWriter);
    return { ...(data !== undefined && { data: data ?? 'null' }), ...(errors && { errors }) };
  }

  /** As `execute`, but what `@defer` marks may come later. */
  async executeIncrementally(request: ExecuteRequest): Promise<Answer | IncrementalAnswer> {
    const prepared = this.prepare(request, true);
    if ('errors' in prepared) return prepared;
    const refused = refuse(prepared.operation, false);
    return refused ? { errors: [refused] } : incrementally(prepared);
  }

  /** Runs a subscription; an answer in place of the stream says why there is none. */
  async subscribe(request: ExecuteRequest): Promise<AsyncIterableIterator<Answer> | Answer> {
    const prepared = this.prepare(request, false);
    if ('errors' in prepared) return prepared;
    const refused = refuse(prepared.operation, true);
    return refused ? { errors: [refused] } : eventStream(prepared, request.signal);
  }

  /**
   * What an operation asks for, worked out without planning it: a document is read once, and each estimate is sums.
   * Throws where the document has no such operation.
   */
  extent({ document, schema, operationName, variables }: OperationAsked): Extent {
    return this.generationOf(schema).extentOf(document, operationName ?? undefined)(variables ?? {});
  }

  /** The plan, for people to look at. Throws where the operation cannot be planned. */
  plan(document: DocumentNode, options: { operationName?: string; variant?: Variant } = {}): QueryPlan {
    const { operationName, variant } = options;
    return this.current.operation({ document, operationName, variant, overrides: [], defer: false }).plan;
  }

  /** The plan as text. */
  planText(document: DocumentNode, options: { operationName?: string; variant?: Variant } = {}): string {
    return prettyFormatQueryPlan(this.plan(document, options));
  }

  /** Plans operations before anybody asks for them, now and for each supergraph that is served later. */
  async warm(documents: readonly DocumentNode[]): Promise<void> {
    const requests = documents.map((document) => ({
      document,
      operationName: undefined,
      variant: undefined,
      overrides: [],
      defer: false,
    }));
    this.kept.push(...requests);
    await this.current.warm(requests);
  }

  /** Serves another supergraph from now on. Where that throws, the one before it is kept. Streams in flight are kept. */
  replaceSupergraph(supergraphSdl: string): Promise<void> {
    const replaced = this.replaced.then(() => this.replace(supergraphSdl));
    this.replaced = replaced.catch(() => {});
    return replaced;
  }

  private async replace(supergraphSdl: string): Promise<void> {
    const before = this.current;
    const next = new Generation(supergraphSdl, this.options, before);
    await next.warm([...before.requests(), ...this.kept]);
    this.schemas.set(next.supergraph.apiSchema, next);
    for (const listener of this.listeners) listener(next.supergraph.apiSchema, supergraphSdl);
    this.current = next;
    this.retire(before);
  }

  /** What Apollo Server wants of a gateway. */
  gateway(options: GatewayOptions = {}): GatewayInterface {
    return gatewayInterface(this, options, this.listeners);
  }

  /** Lets go of the subgraphs. What is still under way fails. */
  async stop(): Promise<void> {
    const sources = [this.current, ...this.former].flatMap(({ sources }) => [...sources.values()]);
    await Promise.all([...new Set(sources)].map(async (source) => source.stop?.()));
  }

  private async answer<Form>(
    request: ExecuteRequest,
    form: WriterClass<Form>,
  ): Promise<{ data?: Form | null; errors?: readonly GraphQLError[] }> {
    const prepared = this.prepare(request, false);
    if ('errors' in prepared) return prepared;
    const refused = refuse(prepared.operation, false);
    if (refused) return { errors: [refused] };
    try {
      return await fetchAndWrite(prepared, form);
    } catch (error) {
      // What no JSON can say, such as a value of a custom scalar that holds itself.
      const extensions = { code: 'INTERNAL' satisfies EngineCode };
      const originalError = error instanceof Error ? error : undefined;
      return {
        data: null,
        errors: [new GraphQLError('The answer could not be written.', { originalError, extensions })],
      };
    }
  }

  private prepare(request: ExecuteRequest, defer: boolean): Prepared | { errors: readonly GraphQLError[] } {
    const { document, schema, caller, headers, signal, variant, maxBytes = Infinity, overrides = [] } = request;
    const generation = this.generationOf(schema);
    const operationName = request.operationName ?? undefined;
    let operation: Operation;
    try {
      operation = generation.operation({ document, operationName, variant, overrides, defer });
    } catch (error) {
      return { errors: [error as GraphQLError] };
    }
    const variables = request.variables ?? {};
    const coerced = coerce(generation.supergraph.apiSchema, operation, variables);
    if (coerced.errors) return { errors: coerced.errors };
    const { hooks = {}, limits } = this.options;
    const { supergraph } = generation;
    const run = (own = signal): Run => {
      const deadline = request.deadline ?? (limits.operationMs > 0 ? Date.now() + limits.operationMs : undefined);
      const context = { deadline, signal: own, headers, caller };
      return new Run({ supergraph, hooks, variables, values: coerced.values, context, maxErrors: limits.errors });
    };
    return { generation, operation, values: coerced.values, hooks, maxBytes, run };
  }

  private generationOf(schema: GraphQLSchema | undefined): Generation {
    return (schema && this.schemas.get(schema)) ?? this.current;
  }

  /** Stops the sources of a generation that no other has, once nothing uses them. */
  private retire(generation: Generation): void {
    this.former.add(generation);
    generation.whenIdle(() => {
      this.former.delete(generation);
      const needed = new Set([this.current, ...this.former].flatMap(({ sources }) => [...sources.values()]));
      for (const source of this.options.sources ?? []) needed.add(source);
      for (const source of generation.sources.values()) {
        if (!needed.has(source)) source.stop?.().catch(() => {});
      }
    });
  }
}

function coerce(
  schema: GraphQLSchema,
  { variables }: Operation,
  given: Readonly<Record<string, unknown>>,
): { values: Readonly<Record<string, unknown>>; errors?: undefined } | { errors: readonly GraphQLError[] } {
  if (variables.length === 0) return { values: {} };
  const { coerced, errors } = getVariableValues(schema, variables, given, { maxErrors: 50 });
  if (!errors) return { values: coerced };
  for (const error of errors) error.extensions.code ??= 'BAD_USER_INPUT';
  return { errors };
}

function refuse({ kind }: Operation, stream: boolean): GraphQLError | undefined {
  if ((kind === OperationTypeNode.SUBSCRIPTION) === stream) return undefined;
  const message = stream ? 'Only a subscription can be subscribed to.' : 'A subscription needs a stream to answer to.';
  return engineError('BAD_USER_INPUT', message);
}
