import type { DocumentNode, FieldNode, GraphQLError, GraphQLScalarType, GraphQLSchema } from 'graphql';
import type { SubgraphError, SubgraphSource } from './source';

export interface EngineOptions {
  /** A composed supergraph, as `@apollo/composition` prints it. */
  supergraphSdl: string;
  /** Subgraphs by name. */
  sources?: readonly SubgraphSource[];
  /** Makes the source of a subgraph that is not among `sources`; `url` is what the supergraph says. */
  sourceFor?: (name: string, url: string) => SubgraphSource;
  /** The rules of custom scalars, of which a supergraph has only the names; without them any value is taken. */
  scalars?: readonly GraphQLScalarType[];
  limits?: Partial<Limits>;
  hooks?: Hooks;
}

export interface Limits {
  /** Compiled operations kept, the least recently used going first. */
  operations: number;
  /** Alternatives that the planner weighs for one operation before it takes the best so far. */
  evaluatedPlans: number;
  /** Ways to one field that the planner may keep; an operation that needs more is refused with `LIMIT_EXCEEDED`. */
  paths: number;
  /** Errors in one answer; later ones are left out. */
  errors: number;
  /** Milliseconds that one operation has when its request names no deadline; 0 for no limit. */
  operationMs: number;
}

/** Called where they are set; times are `performance.now()` in milliseconds. They must not throw. */
export interface Hooks {
  /** An operation was planned and compiled, which happens once until the cache forgets it. */
  onPlan?: (event: { operationName?: string; began: number; ended: number; error?: unknown }) => void;
  /** A subgraph answered or failed. `caller` is what the request gave. */
  onFetch?: (event: FetchEvent) => void;
  /** An answer, or a part of one, was written. */
  onWrite?: (event: WriteEvent) => void;
}

export interface WriteEvent {
  operationName?: string;
  began: number;
  ended: number;
  errors: number;
  /** What was brought cost, by the measure of `Extent`: 1 for each object, unless the supergraph says otherwise. */
  cost: number;
  /** Its length as JSON. */
  bytes: number;
  caller: unknown;
}

export interface FetchEvent {
  subgraph: string;
  operationName?: string;
  began: number;
  ended: number;
  /** Entities asked for, after repeats were taken out; 0 for a root fetch. */
  entities: number;
  /** Errors in the subgraph's answer, as it gave them. Not all is for callers to see. */
  errors: readonly SubgraphError[];
  /** Why there was no usable answer. Not for callers to see. */
  failure?: unknown;
  caller: unknown;
}

export interface OperationAsked {
  /** Validated against `apiSchema`. An operation is planned once, however often it is parsed. */
  document: DocumentNode;
  /** The `apiSchema` that the document was validated against, where that may have been replaced since. */
  schema?: GraphQLSchema;
  operationName?: string | null;
  variables?: Readonly<Record<string, unknown>> | null;
}

export interface ExecuteRequest extends OperationAsked {
  /** Handed to every source. */
  caller?: unknown;
  headers?: Readonly<Record<string, string>>;
  signal?: AbortSignal;
  /** Milliseconds since 1970. */
  deadline?: number;
  variant?: Variant;
  /** An answer, an event or a part that is longer than this as JSON is refused with `LIMIT_EXCEEDED`. */
  maxBytes?: number;
  /** Labels of `@override(label:)` that hold for this request; percentages are the caller's to decide. */
  overrides?: readonly string[];
}

/** A way to run less of an operation than was asked for, such as what one set of scopes may see. */
export interface Variant {
  /** Names the variant: requests with the same document and key are compiled once. */
  key: string;
  /**
   * What of the document is to be run. Fields in `withheld`, nodes of the document as it was given, are answered
   * with null, and without an error, even where their type is not nullable: then the null stands further up.
   */
  prune(document: DocumentNode): { document: DocumentNode; withheld: ReadonlySet<FieldNode> };
  /** What the operation is told of the schema where it asks; by default all that callers see. */
  schema?: GraphQLSchema;
}

export interface Answer {
  /** Absent where the request failed before anything was run. */
  data?: Record<string, unknown> | null;
  errors?: readonly GraphQLError[];
  extensions?: Record<string, unknown>;
}

/** An answer whose data is written as JSON already, `null` included. */
export interface TextAnswer {
  data?: string;
  errors?: readonly GraphQLError[];
  extensions?: Record<string, unknown>;
}

/** The first part of an answer to an operation with `@defer`, and the parts that follow. */
export interface IncrementalAnswer {
  initialResult: Answer & { hasNext: true };
  subsequentResults: AsyncIterableIterator<IncrementalPatch>;
}

export interface IncrementalPatch {
  incremental?: readonly {
    data: Record<string, unknown> | null;
    path: readonly (string | number)[];
    label?: string;
    errors?: readonly GraphQLError[];
  }[];
  hasNext: boolean;
}
