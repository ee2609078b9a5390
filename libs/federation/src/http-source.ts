import type { SubgraphSource } from './source';

export interface HttpSourceOptions {
  /** Connections kept open; default 64. */
  connections?: number;
  /** Largest answer in bytes; default 16 MiB. */
  responseBytes?: number;
  /** Milliseconds for one request where no deadline is given; default 30 000. */
  timeoutMs?: number;
  /** Further tries of a query after a connection that could not be made or was closed; default 1. */
  retries?: number;
  /** Failures in a row after which nothing is sent for `breakMs`; default 8, 0 for never. */
  breakAfter?: number;
  /** Milliseconds before one request tries a broken subgraph again; default 2000. */
  breakMs?: number;
  /** Sent with every request. */
  headers?: Readonly<Record<string, string>>;
}

/** A subgraph behind HTTP. */
export declare function httpSource(name: string, url: string, options?: HttpSourceOptions): SubgraphSource;
