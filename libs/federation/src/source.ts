/** One GraphQL request to a subgraph. */
export interface SubgraphRequest {
  readonly query: string;
  readonly operationName?: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  /**
   * `{"query":…,"operationName":…,"variables":` as JSON, made once for each document: who sends the request as JSON
   * appends the variables and `}`. It identifies the document: requests with the same head differ in variables only.
   */
  readonly head?: string;
}

/** What goes with a request to a subgraph, and is not GraphQL. */
export interface SubgraphContext {
  /** Milliseconds since 1970 after which nobody waits for the answer. */
  readonly deadline?: number;
  /** Aborted when whoever asked has gone. */
  readonly signal?: AbortSignal;
  /** Sent along over HTTP. */
  readonly headers?: Readonly<Record<string, string>>;
  /** What the caller of the engine gave as `caller`, untouched. */
  readonly caller?: unknown;
}

export interface SubgraphError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: Readonly<Record<string, unknown>>;
}

export interface SubgraphResult {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly SubgraphError[];
  readonly extensions?: unknown;
}

/**
 * What the engine needs of a subgraph. A rejected promise means that the subgraph is unavailable; its reason is given
 * to the `onFetch` hook and never to a caller. The engine owns the `data` that it is given, and changes it.
 */
export interface SubgraphSource {
  readonly name: string;
  execute(request: SubgraphRequest, context: SubgraphContext): Promise<SubgraphResult>;
  /** Runs a subscription; ends it when the iterator is returned or the signal aborts. */
  subscribe?(request: SubgraphRequest, context: SubgraphContext): AsyncIterable<SubgraphResult>;
  /** Lets go of connections; called once, when no operation uses the source any more. */
  stop?(): Promise<void>;
}
