import { setMaxListeners } from 'node:events';
import { AnswerErrors } from './answer-errors';
import { type Data, isData } from './data';
import type { Hooks } from './options';
import type { Target } from './part';
import type { Schedule } from './schedule';
import { ScheduleRun } from './schedule-run';
import type { Content } from './selection';
import type { SubgraphContext, SubgraphError, SubgraphRequest, SubgraphResult, SubgraphSource } from './source';
import type { Supergraph } from './supergraph';

/** What all fetches of a run have in common. */
export interface RunOptions {
  supergraph: Supergraph;
  hooks: Hooks;
  /** As the caller gave them: subgraphs read them by their own rules. */
  variables: Readonly<Data>;
  /** As the operation defines them, with defaults: for conditions. */
  values: Readonly<Data>;
  context: SubgraphContext;
  maxErrors: number;
}

/** One execution of an operation: what has been fetched so far, and what is under way. */
export class Run {
  readonly data: Data = {};
  readonly missing = new Set<object>();
  private readonly underWay = new Set<() => void>();
  private over = false;
  private timer: NodeJS.Timeout | undefined;

  constructor(readonly options: RunOptions) {
    const { deadline, signal } = options.context;
    if (deadline !== undefined) this.timer = setTimeout(this.end, Math.max(0, deadline - Date.now()));
    if (!signal) return;
    // Every fetch listens too, and Node takes more than ten listeners for a leak.
    setMaxListeners(0, signal);
    if (signal.aborted) this.over = true;
    else signal.addEventListener('abort', this.end);
  }

  /** The errors of one answer, of which `content` says what the caller sees of the data. */
  errors(content: Content): AnswerErrors {
    return new AnswerErrors(content, this.data, this.options.maxErrors);
  }

  /** What a part of the run works on. */
  target(errors: AnswerErrors): Target {
    return { data: this.data, missing: this.missing, supergraph: this.options.supergraph, errors };
  }

  /** Runs the fetches of a schedule. `fetched` is told the id of each that is done. Never rejects. */
  perform(schedule: Schedule, errors: AnswerErrors, fetched?: (id: string) => void): Promise<void> {
    if (schedule.steps.length === 0) return Promise.resolve();
    return new Promise((done) => new ScheduleRun(this, schedule, errors, { done, fetched }).begin());
  }

  /** Asks a subgraph. `finish` is called once, without a result where there is none by the deadline. */
  ask(
    source: SubgraphSource,
    request: SubgraphRequest,
    entities: number,
    finish: (result?: SubgraphResult) => void,
  ): void {
    const { hooks, context } = this.options;
    const began = hooks.onFetch ? performance.now() : 0;
    const settle = (result: SubgraphResult | undefined, failure?: unknown): void => {
      if (!this.underWay.delete(cut)) return;
      const { operationName } = request;
      const errors = result?.errors ?? [];
      const { caller } = context;
      const ended = hooks.onFetch ? performance.now() : 0;
      hooks.onFetch?.({ subgraph: source.name, operationName, began, ended, entities, errors, failure, caller });
      finish(result);
    };
    // Of what nobody waits for any more, nobody needs to be told.
    const cut = () => settle(undefined, context.signal?.aborted ? undefined : new Error('not answered in time'));
    this.underWay.add(cut);
    if (this.over) {
      cut();
      return;
    }
    try {
      source.execute(request, context).then(
        (result) => settle(...usable(result)),
        (failure: unknown) => settle(undefined, failure),
      );
    } catch (failure) {
      settle(undefined, failure);
    }
  }

  /** Lets go of whatever is still under way: its place stays empty. */
  readonly end = (): void => {
    this.over = true;
    this.close();
    for (const cut of this.underWay) cut();
  };

  /** To be called when the run is done. */
  close(): void {
    clearTimeout(this.timer);
    this.options.context.signal?.removeEventListener('abort', this.end);
  }
}

/** A result in the form that it should have, or why it is none. */
export function usable(result: unknown): [SubgraphResult | undefined, unknown?] {
  if (!isData(result)) return [undefined, new Error('the answer is not an object')];
  const { data, errors } = result as { data?: Data; errors?: unknown };
  if (errors === undefined || errors === null) {
    return isData(data) ? [{ data }] : [undefined, new Error('the answer has neither data nor errors')];
  }
  if (!Array.isArray(errors)) return [undefined, new Error('the errors of the answer are not a list')];
  return [{ data, errors: errors.filter(isData).map(usableError) }];
}

function usableError(error: Data): SubgraphError {
  const { message, path, extensions } = error as Partial<Record<keyof SubgraphError, unknown>>;
  return {
    message: String(message),
    path: Array.isArray(path) ? (path as (string | number)[]) : undefined,
    extensions: isData(extensions) ? extensions : undefined,
  };
}
