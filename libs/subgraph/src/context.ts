import type { Principal, Rights } from '@throughline/access';
import DataLoader from 'dataloader';
import type { CodeBook } from './code-book';
import type { Database } from './database';
import { Neighbours } from './neighbours';

/** A batched read: the answers for `keys`, in their order. One SQL statement, however many keys there are. */
export type Batch<Key, Answer, Args = void> = (db: Database, keys: readonly Key[], args: Args) => Promise<Answer[]>;

/** On whose behalf a request is made. */
export interface Caller {
  /** Id of the key or person. */
  actor: string;
  /** The rows and fields that they may see: every statement of the request runs under them. */
  rights: Rights;
  /** Who that is and what they hold: known to the gateway's own subgraph. */
  principal?: Principal;
}

/** What a resolver is given: made anew for each request, so nothing one caller read reaches another. */
export class Context {
  private readonly loaders = new Map<unknown, Map<string, DataLoader<unknown, unknown>>>();

  constructor(
    readonly db: Database,
    readonly codes: CodeBook,
    readonly caller: Caller,
    /** Of a subscription: aborted when the caller has gone. */
    readonly signal?: AbortSignal,
    private readonly neighbours = new Neighbours(),
  ) {}

  /** Loads by key; all keys asked for at one level of the answer, with the same arguments, are one statement. */
  load<Key, Answer, Args = void>(batch: Batch<Key, Answer, Args>, key: Key, args?: Args): Promise<Answer> {
    let byArgs = this.loaders.get(batch);
    if (!byArgs) this.loaders.set(batch, (byArgs = new Map<string, DataLoader<unknown, unknown>>()));
    const name = args === undefined ? '' : JSON.stringify(args);
    let loader = byArgs.get(name);
    if (!loader) byArgs.set(name, (loader = new DataLoader((keys) => batch(this.db, keys as Key[], args as Args))));
    return loader.load(key) as Promise<Answer>;
  }

  /** The answer of another subgraph to one operation, as the caller may see it; see `Neighbours`. */
  ask<Data>(subgraph: string, query: string, variables: Record<string, unknown> = {}): Promise<Data> {
    return this.neighbours.ask<Data>(subgraph, query, variables, this.caller);
  }

  /** Drops what was loaded: a mutation has changed it, and what comes after in the request must read anew. */
  forget(): void {
    this.loaders.clear();
  }
}
