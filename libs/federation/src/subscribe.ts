import { rootContent, write } from './answer';
import { UNAVAILABLE, engineError } from './errors';
import type { Answer } from './options';
import { Part } from './part';
import type { Prepared } from './prepared';
import { usable } from './run';
import type { SubgraphResult } from './source';
import { ObjectWriter } from './writer';

const BROKEN: Answer = { errors: [engineError('SUBGRAPH_UNAVAILABLE', UNAVAILABLE)] };

/**
 * The events of a subscription, each with what other subgraphs add to it. Where the subgraph's stream breaks, a last
 * answer says so. The stream ends when `signal` aborts or nobody wants it any more.
 */
export function eventStream(
  prepared: Prepared,
  signal: AbortSignal | undefined,
): AsyncIterableIterator<Answer> | Answer {
  const { source } = prepared.operation.subscription!.primary.fetch;
  return source.subscribe ? new EventStream(prepared, signal) : BROKEN;
}

/** An iterator by hand: a generator's `return` waits for an event that may never come. */
class EventStream implements AsyncIterableIterator<Answer> {
  private readonly ending = new AbortController();
  private readonly events: AsyncIterator<SubgraphResult>;
  /** Ends the wait for an event. */
  private wake: (() => void) | undefined;

  constructor(
    private readonly prepared: Prepared,
    private readonly signal: AbortSignal | undefined,
  ) {
    const { operation, generation } = prepared;
    const { source, request, variables: names } = operation.subscription!.primary.fetch;
    const run = prepared.run(this.ending.signal);
    run.close();
    const { context, variables: given } = run.options;
    const variables = Object.fromEntries(
      names.filter((name) => Object.hasOwn(given, name)).map((name) => [name, given[name]]),
    );
    // The stream as a whole has no deadline; each event has one of its own.
    const { deadline: _, ...lasting } = context;
    this.events = source.subscribe!({ ...request, variables }, lasting)[Symbol.asyncIterator]();
    generation.hold();
    if (signal?.aborted) this.end();
    else signal?.addEventListener('abort', this.end);
  }

  async next(): Promise<IteratorResult<Answer>> {
    if (this.ended) return { done: true, value: undefined };
    try {
      const event = await this.nextEvent();
      if (event && !event.done) return { done: false, value: await this.answer(event.value) };
    } catch {
      this.end();
      return { done: false, value: BROKEN };
    }
    this.end();
    return { done: true, value: undefined };
  }

  async return(): Promise<IteratorResult<Answer>> {
    this.end();
    return { done: true, value: undefined };
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  private get ended(): boolean {
    return this.ending.signal.aborted;
  }

  private nextEvent(): Promise<IteratorResult<SubgraphResult> | undefined> {
    return new Promise((resolve, reject) => {
      this.wake = () => resolve(undefined);
      this.events.next().then(resolve, reject);
    });
  }

  private async answer(event: SubgraphResult): Promise<Answer> {
    const { prepared } = this;
    const { primary, rest } = prepared.operation.subscription!;
    const run = prepared.run(this.ending.signal);
    const root = rootContent(prepared);
    const errors = run.errors(root);
    const part = new Part(primary, run.target(errors));
    const [result] = usable(event);
    if (result) part.take(result, '');
    else part.fail();
    await run.perform(rest, errors);
    run.close();
    const { data, errors: list } = write(
      prepared,
      run,
      { object: run.data, shapeOf: root.shapeOf, errors },
      ObjectWriter,
    );
    return { data: data as Answer['data'], ...(list && { errors: list }) };
  }

  private readonly end = (): void => {
    if (this.ended) return;
    this.ending.abort();
    this.signal?.removeEventListener('abort', this.end);
    this.wake?.();
    this.events.return?.().catch(() => {});
    this.prepared.generation.release();
  };
}
