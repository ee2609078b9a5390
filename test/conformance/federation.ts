import { composeServices } from '@apollo/composition';
import { type ExecuteRequest, FederationEngine, type SubgraphSource } from '@throughline/federation';
import {
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
  execute,
  graphql,
  parse,
  validate,
} from 'graphql';
import { type Gateway, serveSupergraph } from '../../tools/up/gateway';
import { type SubgraphServer, type Unusual, serveSubgraphs } from './subgraph-server';
import { type World, fieldNames, nameEntities, sdlOf, subgraphSchema, wholeResolver } from './subgraph-of';

/** A request that a subgraph received. */
export interface Asked {
  subgraph: string;
  query: string;
  variables: Record<string, any>;
}

export interface Answer {
  // A test says what it expects to find.
  data?: any;
  errors?: { message: string; path?: (string | number)[]; extensions?: Record<string, any> }[];
}

export interface FederationOptions extends World {
  /** SDL by name. */
  subgraphs: Record<string, string>;
  /** Subgraphs that do not answer as they should. */
  instead?: Record<string, (request: Asked, usual: () => Promise<Answer>) => unknown>;
  /** Subgraphs that do not speak HTTP as they should. */
  http?: Record<string, Unusual>;
}

/**
 * Subgraphs over one world, composed, behind the engine: in this process, and behind the gateway as it is run, across
 * HTTP both ways.
 *
 *     await using graph = await aFederation({ subgraphs: { a: 'type Query { x: Int }' }, root: { x: 1 } });
 *     expect(await graph.ask('{ x }')).toEqual({ data: { x: 1 } });
 */
export class Federation implements AsyncDisposable {
  /** What subgraphs received of the last operation. */
  asked: Asked[] = [];
  private gateway: Gateway | undefined;

  private constructor(
    readonly supergraphSdl: string,
    readonly engine: FederationEngine,
    private readonly world: World,
    private readonly server: SubgraphServer,
  ) {}

  static async start({ subgraphs, instead = {}, http = {}, ...world }: FederationOptions): Promise<Federation> {
    nameEntities(world);
    const asked: Asked[] = [];
    const names = fieldNames(Object.values(subgraphs));
    const executes = new Map(
      Object.entries(subgraphs).map(([name, sdl]) => {
        const run = executor(subgraphSchema(name, sdl, world, names));
        return [
          name,
          async (query: string, variables: Record<string, any> = {}) => {
            const request = { subgraph: name, query, variables };
            federation.asked.push(request);
            const usual = () => run(query, variables);
            return plain((await instead[name]?.(request, usual)) ?? (await usual())) as Answer;
          },
        ] as const;
      }),
    );
    const server = await serveSubgraphs(executes, http);
    const { errors, supergraphSdl } = composeServices(
      Object.entries(subgraphs).map(([name, sdl]) => ({
        name,
        url: `${server.url}/${name}`,
        typeDefs: parse(sdlOf(sdl)),
      })),
    );
    if (errors) {
      await server.stop();
      throw new Error(errors.map(({ message }) => message).join('\n'));
    }
    const engine = await FederationEngine.create({
      supergraphSdl,
      sources: [...executes].map(([name, run]): SubgraphSource => ({
        name,
        execute: ({ query, variables }) => run(query, variables),
      })),
      scalars: world.scalars,
    });
    const federation = new Federation(supergraphSdl, engine, world, server);
    federation.asked = asked;
    return federation;
  }

  /** The schema as callers see it. */
  get api(): GraphQLSchema {
    return this.engine.apiSchema;
  }

  /** Asks in this process and across HTTP, and one schema over the whole world: all must give the same. */
  async ask(query: string, variables: Record<string, unknown> = {}): Promise<Answer> {
    const answer = await this.answer(query, variables);
    const whole = await this.whole(query, variables);
    expect(JSON.stringify(answer.data)).toBe(JSON.stringify(whole.data));
    expect(pathsOf(answer)).toEqual(pathsOf(whole));
    return answer;
  }

  /** Asks one schema over the whole world. */
  async whole(query: string, variables: Record<string, unknown> = {}): Promise<Answer> {
    const fieldResolver = wholeResolver(this.world) as never;
    return plain(
      await graphql({ schema: this.api, source: query, variableValues: variables, fieldResolver }),
    ) as Answer;
  }

  /** Asks in this process and across HTTP, which must give the same. */
  async answer(query: string, variables: Record<string, unknown> = {}): Promise<Answer> {
    const http = await this.overHttp(query, variables);
    const counts = this.counts;
    const answer = await this.inProcess(query, variables);
    expect(JSON.stringify(http.data)).toBe(JSON.stringify(answer.data));
    expect(pathsOf(http)).toEqual(pathsOf(answer));
    expect(counts).toEqual(this.counts);
    return answer;
  }

  /** Asks the engine in this process. */
  async inProcess(
    query: string,
    variables: Record<string, unknown> = {},
    more: Partial<ExecuteRequest> = {},
  ): Promise<Answer> {
    this.asked.length = 0;
    const document = parse(query);
    const [invalid] = validate(this.api, document);
    if (invalid) throw invalid;
    return plain(await this.engine.execute({ document, variables, ...more })) as Answer;
  }

  /** Asks the gateway as it is run. */
  async overHttp(query: string, variables: Record<string, unknown> = {}): Promise<Answer> {
    this.asked.length = 0;
    const response = await fetch(`${await this.url()}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    return (await response.json()) as Answer;
  }

  /** Where the gateway listens; started when first asked. */
  async url(): Promise<string> {
    this.gateway ??= await serveSupergraph({ supergraphSdl: this.supergraphSdl, port: 0 });
    return this.gateway.url;
  }

  /** Requests that each subgraph received of the last operation. */
  get counts(): Record<string, number> {
    const counts: Record<string, number> = {};
    for (const { subgraph } of this.asked) counts[subgraph] = (counts[subgraph] ?? 0) + 1;
    return counts;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.gateway?.stop();
    await this.engine.stop();
    await this.server.stop();
  }
}

/** Starts subgraphs and what stands before them; see `Federation`. */
export function aFederation(options: FederationOptions): Promise<Federation> {
  return Federation.start(options);
}

/** Paths of errors, in an order of their own. */
export function pathsOf({ errors = [] }: Answer): string[] {
  return errors.map(({ path }) => (path ? JSON.stringify(path) : 'nowhere')).sort();
}

/** Runs operations on a subgraph, each document parsed and validated as a server would. */
function executor(schema: GraphQLSchema) {
  const documents = new Map<string, DocumentNode>();
  return async (query: string, variableValues: Record<string, unknown>): Promise<Answer> => {
    const document = documents.get(query) ?? parse(query);
    const errors = documents.has(query) ? [] : validate(schema, document);
    if (errors.length > 0) return plain({ errors }) as Answer;
    documents.set(query, document);
    return plain(await execute({ schema, document, variableValues })) as Answer;
  };
}

/** What arrives of a value that is sent as JSON. */
function plain(value: ExecutionResult | object): unknown {
  return JSON.parse(JSON.stringify(value));
}
