import { createHash } from 'node:crypto';
import { setImmediate as breathe } from 'node:timers/promises';
import { type DocumentNode, GraphQLError, Kind, type OperationDefinitionNode, print, validate } from 'graphql';
import { Cache } from './cache';
import { engineError } from './errors';
import { type ExtentOf, compileExtent } from './extent';
import { type Operation, type OperationRequest, compileOperation } from './operation';
import type { EngineOptions, Limits } from './options';
import { type Planner, apolloPlanner } from './planner';
import type { SubgraphSource } from './source';
import { type Supergraph, readSupergraph } from './supergraph';

/** One supergraph being served: its schema, its planner, its sources, and the operations compiled for it. */
export class Generation {
  readonly supergraph: Supergraph;
  readonly sources: ReadonlyMap<string, SubgraphSource>;
  /** Requests and streams that use it. */
  private users = 0;
  private idle: (() => void) | undefined;
  private readonly planner: Planner;
  private readonly operations: Cache<{ request: OperationRequest; outcome: Operation | GraphQLError }>;
  private readonly extents = new WeakMap<DocumentNode, Map<string, ExtentOf>>();
  private readonly identities = new WeakMap<DocumentNode, { hash: string; only: string }>();

  /** Throws where the supergraph is not one, or has a subgraph without a source. Sources at one URL are taken over. */
  constructor(
    readonly sdl: string,
    private readonly options: EngineOptions & { limits: Limits },
    before?: Generation,
  ) {
    const { scalars, limits } = options;
    this.supergraph = readSupergraph(sdl, scalars);
    this.planner = apolloPlanner(this.supergraph, limits);
    this.sources = this.connect(before);
    this.operations = new Cache(limits.operations);
  }

  /** The operation, compiled now where it is not yet. Throws a `GraphQLError` that a caller may see. */
  operation(request: OperationRequest): Operation {
    const key = this.keyOf(request);
    let known = this.operations.get(key);
    if (!known) {
      known = { request, outcome: this.compile(request) };
      this.operations.set(key, known);
    }
    // What cannot be planned is not tried again each time that somebody asks for it.
    if (known.outcome instanceof GraphQLError) throw known.outcome;
    return known.outcome;
  }

  /** What an operation asks for, read now where it was not yet. */
  extentOf(document: DocumentNode, operationName = ''): ExtentOf {
    let byName = this.extents.get(document);
    if (!byName) this.extents.set(document, (byName = new Map<string, ExtentOf>()));
    let extent = byName.get(operationName);
    if (!extent) {
      const { apiSchema, costs } = this.supergraph;
      extent = compileExtent(apiSchema, costs, document, operationName || undefined);
      byName.set(operationName, extent);
    }
    return extent;
  }

  /** What is planned. */
  requests(): OperationRequest[] {
    return [...this.operations.values()].map(({ request }) => request);
  }

  /** Plans what is valid of these, so that nobody waits for it later. */
  async warm(requests: readonly OperationRequest[]): Promise<void> {
    const validity = new Map<DocumentNode, boolean>();
    for (const request of requests) {
      const { document } = request;
      const valid = validity.get(document) ?? validate(this.supergraph.apiSchema, document).length === 0;
      validity.set(document, valid);
      if (!valid) continue;
      try {
        this.operation(request);
      } catch {
        // Whoever asks for it is told why it cannot be planned.
      }
      await breathe();
    }
  }

  /** Something uses it until `release`. */
  hold(): void {
    this.users += 1;
  }

  release(): void {
    this.users -= 1;
    if (this.users === 0) this.idle?.();
  }

  /** Calls back once nothing uses it, which can be now. */
  whenIdle(then: () => void): void {
    this.idle = then;
    if (this.users === 0) then();
  }

  private connect(before: Generation | undefined): ReadonlyMap<string, SubgraphSource> {
    const { sources = [], sourceFor } = this.options;
    const given = new Map(sources.map((source) => [source.name, source]));
    const urls = new Map(before?.supergraph.subgraphs.map(({ name, url }) => [name, url]));
    return new Map(
      this.supergraph.subgraphs.map(({ name, url }) => {
        const kept = urls.get(name) === url ? before?.sources.get(name) : undefined;
        const source = given.get(name) ?? kept ?? sourceFor?.(name, url);
        if (!source) throw new Error(`the supergraph has a subgraph ${name}, but none of that name is connected`);
        return [name, source];
      }),
    );
  }

  private compile(request: OperationRequest): Operation | GraphQLError {
    const { onPlan } = this.options.hooks ?? {};
    const began = onPlan ? performance.now() : 0;
    const told = (error?: unknown) =>
      onPlan?.({ operationName: request.operationName, began, ended: performance.now(), error });
    try {
      const { supergraph, sources } = this;
      const operation = compileOperation(request, this.planner, { supergraph, source: (name) => sources.get(name)! });
      told();
      return operation;
    } catch (error) {
      told(error);
      return asPlanError(error);
    }
  }

  /**
   * What tells operations apart. A document is printed and hashed once for each object: callers keep parsed documents,
   * and after a change of the schema they parse them anew, which must find what was warmed. Who names the only
   * operation asks the same as who does not.
   */
  private keyOf({ document, operationName, variant, overrides, defer }: OperationRequest): string {
    let identity = this.identities.get(document);
    if (!identity) {
      const [only, ...others] = document.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION);
      const name = others.length === 0 ? (only as OperationDefinitionNode | undefined)?.name?.value : undefined;
      identity = { hash: createHash('sha256').update(print(document)).digest('base64'), only: name ?? '' };
      this.identities.set(document, identity);
    }
    const { hash, only } = identity;
    return `${hash} ${operationName ?? only} ${defer ? 1 : 0} ${overrides.join()} ${variant?.key ?? ''}`;
  }
}

/** The planner says in words where an operation is more than it will plan. */
function asPlanError(error: unknown): GraphQLError {
  if (error instanceof GraphQLError && error.extensions.code === 'BAD_USER_INPUT') return error;
  const message = error instanceof Error ? error.message : '';
  if (/limit|exceeded/i.test(message)) {
    return engineError('LIMIT_EXCEEDED', 'The operation is too large to be planned; ask for less of it at once.');
  }
  return engineError('INTERNAL', 'The operation could not be planned.');
}
