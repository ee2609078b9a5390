import {
  type Caller,
  type ChangesPart,
  type ChangesWanted,
  CodedError,
  type ErrorCode,
  type RecordChange,
  type SubgraphPort,
  changesOperations,
  errorCodes,
} from '@throughline/subgraph';
import { log } from '../error-answer';

/** How far the feed of each subgraph was read; of one that is not named, nothing was. */
export type Position = Readonly<Record<string, string>>;

/** Changes of records that a caller may read, those of one record in their order. */
export interface ChangesPage {
  changes: RecordChange[];
  /** Where to go on. */
  position: Position;
  /** True where there was more to look at. */
  more: boolean;
}

/**
 * The feeds of all subgraphs as one. Each of them decides what a caller hears of by the row rules under which it would
 * let them read; here nothing is added.
 */
export class ChangeFeed {
  constructor(private readonly ports: readonly SubgraphPort[]) {}

  /** The next changes behind a position, `limit` at most, of each subgraph in turn so that none has to wait for another. */
  async next(caller: Caller, position: Position, limit: number): Promise<ChangesPage> {
    const parts = await this.parts(caller, ({ name }) => ({ after: position[name] ?? null, limit }));
    const taken = parts.map(() => 0);
    const changes: RecordChange[] = [];
    for (let n = 0; n < limit && changes.length < limit; n++) {
      for (const [index, { part }] of parts.entries()) {
        const change = part.changes[n];
        if (!change || changes.length === limit) continue;
        changes.push(shown(change));
        taken[index] = n + 1;
      }
    }
    const ends = parts.map(({ name, part }, index) => {
      const isWhole = taken[index] === part.changes.length;
      const cursor = isWhole ? part.cursor : (part.changes[taken[index]! - 1]?.cursor ?? position[name] ?? null);
      return { name, cursor, more: part.more || !isWhole };
    });
    return { changes, position: positionOf(ends), more: ends.some(({ more }) => more) };
  }

  /** What a caller may now hear of what lies between two positions. */
  async between(caller: Caller, after: Position, until: Position): Promise<RecordChange[]> {
    const wanted = ({ name }: SubgraphPort): ChangesWanted | undefined =>
      until[name] === undefined || until[name] === after[name]
        ? undefined
        : { after: after[name] ?? null, until: until[name] };
    return (await this.parts(caller, wanted)).flatMap(({ part }) => part.changes.map(shown));
  }

  /** Behind which all is yet to come. */
  async end(caller: Caller): Promise<Position> {
    const ends = this.ports.map(async (port) => ({
      name: port.name,
      cursor: (await answerOf<{ end: string }>(port, changesOperations(port.name).end, {}, caller)).end,
    }));
    return positionOf(await Promise.all(ends));
  }

  /** Of each subgraph the last change that is recorded, whoever may hear of it: to see whether there is anything new. */
  async lasts(): Promise<Position> {
    return positionOf(
      await Promise.all(this.ports.map(async (port) => ({ name: port.name, cursor: await port.lastChange() }))),
    );
  }

  private parts(caller: Caller, wanted: (port: SubgraphPort) => ChangesWanted | undefined) {
    const asked = this.ports.flatMap((port) => {
      const variables = wanted(port);
      return variables ? [{ port, variables }] : [];
    });
    return Promise.all(
      asked.map(async ({ port, variables }) => {
        const { part: query } = changesOperations(port.name);
        const { part } = await answerOf<{ part: ChangesPart }>(port, query, { ...variables }, caller);
        return { name: port.name, part };
      }),
    );
  }
}

const shown = ({ id, type, kind, at, version }: RecordChange): RecordChange => ({ id, type, kind, at, version });

function positionOf(ends: readonly { name: string; cursor: string | null }[]): Position {
  return Object.fromEntries(ends.flatMap(({ name, cursor }) => (cursor === null ? [] : [[name, cursor]])));
}

/** Throws what a subgraph refuses with its code, and `SUBGRAPH_UNAVAILABLE` where it gives no answer. */
async function answerOf<Data>(
  port: SubgraphPort,
  query: string,
  variables: Record<string, unknown>,
  caller: Caller,
): Promise<Data> {
  const unavailable = new CodedError('SUBGRAPH_UNAVAILABLE', `${port.name} cannot be reached.`, {
    subgraph: port.name,
  });
  const { data, errors } = await port
    .execute({ query, variables }, { actor: caller.actor, rights: caller.rights })
    .catch((error: unknown) => {
      log(port.name, error);
      throw unavailable;
    });
  const [error] = errors ?? [];
  const code = error?.extensions.code;
  if (error && code !== 'INTERNAL' && errorCodes.includes(code as ErrorCode)) {
    throw new CodedError(code as ErrorCode, error.message, error.extensions);
  }
  if (error || !data) throw unavailable;
  return data as Data;
}
