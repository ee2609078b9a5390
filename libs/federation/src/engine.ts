import type { GatewayInterface } from '@apollo/server-gateway-interface';
import type { QueryPlan } from '@apollo/query-planner';
import type { DocumentNode, GraphQLSchema } from 'graphql';
import type { Answer, EngineOptions, ExecuteRequest, IncrementalAnswer, TextAnswer, Variant } from './options';

/** Plans operations over a supergraph once, and runs them over its subgraphs. */
export declare class FederationEngine {
  private constructor();
  /** Throws an error that says why where the supergraph cannot be served. */
  static create(options: EngineOptions): Promise<FederationEngine>;
  /** What callers see of the supergraph. */
  get apiSchema(): GraphQLSchema;
  /** Runs a query or mutation. Never rejects for what a subgraph or a caller did. `@defer` is not deferred here. */
  execute(request: ExecuteRequest): Promise<Answer>;
  /** As `execute`, with the data written as JSON. */
  executeText(request: ExecuteRequest): Promise<TextAnswer>;
  /** As `execute`, but what `@defer` marks may come later. */
  executeIncrementally(request: ExecuteRequest): Promise<Answer | IncrementalAnswer>;
  /** Runs a subscription; an answer in place of the stream says why there is none. */
  subscribe(request: ExecuteRequest): Promise<AsyncIterableIterator<Answer> | Answer>;
  /** The plan, for people to look at. Throws where the operation cannot be planned. */
  plan(document: DocumentNode, options?: { operationName?: string; variant?: Variant }): QueryPlan;
  /** Serves another supergraph from now on. Where that throws, the one before it is kept. Streams in flight are kept. */
  replaceSupergraph(supergraphSdl: string): Promise<void>;
  /** What Apollo Server wants of a gateway. */
  gateway(): GatewayInterface;
  stop(): Promise<void>;
}
