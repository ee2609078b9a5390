import type { Data } from './data';
import type { Generation } from './generation';
import type { Operation } from './operation';
import type { Hooks } from './options';
import type { Run } from './run';

/** A request that can be run. */
export interface Prepared {
  readonly generation: Generation;
  readonly operation: Operation;
  /** Of its variables, with defaults. */
  readonly values: Readonly<Data>;
  readonly hooks: Hooks;
  readonly maxBytes: number;
  /** Makes a run of it; a subscription makes one for each event. */
  run(signal?: AbortSignal): Run;
}
