import {
  CodedError,
  type Counts,
  type ImportItem,
  type Reject,
  type SubgraphPort,
  isObject,
  unknownCode,
} from '@throughline/subgraph';
import type { ImportRefusal } from './access/import-rights';
import { log } from './error-answer';
import { plainBytes } from './gzip';
import { Lane } from './lane';
import { type Line, MAX_LINE_BYTES, ndjson } from './ndjson';

/** Text of a refused line that is sent back with the reason. */
const RECORD_BYTES = 64 * 1024;

/** Under what lines are counted whose record is of no known type. */
const UNREADABLE = 'unreadable';
const UNKNOWN = 'unknown';

/** A record that was not taken, with its line as it came, so that it can be mended and sent again. */
export interface RefusedLine extends Reject {
  record?: string;
  /** Why `record` is not there. */
  note?: string;
}

export interface Summary extends Counts {
  byType: Record<string, Counts>;
  lines: number;
  seconds: number;
}

export interface Progress extends Counts {
  lines: number;
  /** Of the request's body as it came, compressed or not. */
  bytes: number;
}

export interface ImportOptions {
  run: string;
  file: string;
  /** Who imports: the id of the key. */
  actor: string;
  maxLineBytes?: number;
  /** Why a record is not to be taken from whoever imports. */
  refusal: ImportRefusal;
  /** Told of each refused line; reading waits for it. */
  refused: (line: RefusedLine) => Promise<void>;
}

const UNAVAILABLE =
  'Part of the graph does not answer at the moment. What was accepted so far is kept; send it all again later.';

interface Problem {
  field: string | null;
  reason: string;
}

/** One file of one import: reads lines, sends each record to the subgraph that owns its type, and counts. */
export class ImportRun {
  /** Who keeps records of a type. Codes are kept by several subgraphs; the first of them answers for all. */
  private readonly owners = new Map<string, SubgraphPort[]>();
  private readonly lanes = new Map<SubgraphPort, Lane>();
  private readonly byType = new Map<string, Counts>();
  private readonly total: Counts = noCounts();
  private readonly began = performance.now();
  private lines = 0;
  private bytes = 0;

  constructor(
    private readonly ports: SubgraphPort[],
    private readonly options: ImportOptions,
  ) {
    for (const port of ports) {
      for (const type of port.records) this.owners.set(type, [...(this.owners.get(type) ?? []), port]);
    }
  }

  get progress(): Progress {
    return { lines: this.lines, bytes: this.bytes, ...this.total };
  }

  /** Reads the body to its end and waits until all of it is written. Throws what the body or a subgraph throws. */
  async read(body: AsyncIterable<Buffer>): Promise<Summary> {
    for await (const lines of ndjson(plainBytes(this.counted(body)), this.options.maxLineBytes)) {
      for (const line of lines) {
        this.lines = line.line;
        const waiting = this.take(line);
        if (waiting) await waiting;
      }
    }
    for (const lane of this.lanes.values()) await lane.drain();
    const seconds = Math.round(performance.now() - this.began) / 1000;
    return { ...this.total, byType: Object.fromEntries(this.byType), lines: this.lines, seconds };
  }

  /** Lets the subgraphs forget what the run named: no more of it will come. */
  async finish(): Promise<void> {
    const owning = this.ports.filter((port) => port.records.length > 0);
    await Promise.all(owning.map((port) => port.finishImport(this.options.run)));
  }

  /** Waits for what is under way, whatever becomes of it. */
  async settle(): Promise<void> {
    await Promise.allSettled([...this.lanes.values()].map((lane) => lane.settle()));
  }

  private async *counted(body: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of body) {
      this.bytes += chunk.length;
      yield chunk;
    }
  }

  /** A promise only where there is something to wait for: most lines cost no turn of the event loop. */
  private take(line: Line): Promise<void> | undefined {
    if (!('text' in line))
      return this.refuse(
        line.line,
        undefined,
        undefined,
        unreadable(line, this.options.maxLineBytes ?? MAX_LINE_BYTES),
      );
    const { text } = line;
    let record: unknown;
    try {
      record = JSON.parse(text);
    } catch (error) {
      const reason = `is not JSON: ${(error as Error).message}`;
      return this.refuse(line.line, text, undefined, { field: null, reason });
    }
    if (!isObject(record)) {
      return this.refuse(line.line, text, undefined, { field: null, reason: 'is not a JSON object' });
    }
    const ports = typeof record.type === 'string' ? this.owners.get(record.type) : undefined;
    if (!ports) return this.refuse(line.line, text, record, { field: 'type', reason: this.unknownType(record) });
    const problem = this.options.refusal(ports[0]!.name, record.source);
    if (problem) return this.refuse(line.line, text, record, problem);
    const item = { line: line.line, record };
    if (ports.length === 1) return this.lane(ports[0]!).add(item, text);
    const waiting = ports.map((port) => this.lane(port).add(item, text)).filter((wait) => wait !== undefined);
    return waiting.length > 0 ? Promise.all(waiting).then(() => undefined) : undefined;
  }

  private unknownType({ type }: Record<string, unknown>): string {
    return type === undefined ? 'is required' : unknownCode(type, this.owners.keys());
  }

  private lane(port: SubgraphPort): Lane {
    let lane = this.lanes.get(port);
    if (!lane) {
      lane = new Lane((items, texts) => this.send(port, items, texts), port.importsAtOnce);
      this.lanes.set(port, lane);
    }
    return lane;
  }

  private async send(port: SubgraphPort, items: ImportItem[], texts: string[]): Promise<void> {
    const { run, file, actor } = this.options;
    const { byType, rejects } = await port.import({ run, file, actor, items }).catch((error: unknown) => {
      log(`import ${run}: ${port.name}`, error);
      throw new CodedError('SUBGRAPH_UNAVAILABLE', UNAVAILABLE);
    });
    const answersFor = (type: string | null) => type !== null && this.owners.get(type)?.[0] === port;
    for (const [type, counts] of Object.entries(byType)) if (answersFor(type)) this.count(type, counts);
    if (rejects.length === 0) return;
    const textOf = new Map(items.map(({ line }, index) => [line, texts[index]]));
    for (const reject of rejects)
      if (answersFor(reject.type)) await this.options.refused({ ...reject, ...sentBack(textOf.get(reject.line)) });
  }

  private refuse(
    line: number,
    text: string | undefined,
    record: Record<string, unknown> | undefined,
    problem: Problem,
  ): Promise<void> {
    this.count(record ? UNKNOWN : UNREADABLE, { ...noCounts(), rejected: 1 });
    const named = (value: unknown) => (typeof value === 'string' ? value.slice(0, 1000) : null);
    const { type, source, ref } = record ?? {};
    return this.options.refused({
      file: this.options.file,
      line,
      type: named(type),
      source: named(source),
      ref: named(ref),
      ...problem,
      problems: [problem],
      ...sentBack(text),
    });
  }

  private count(type: string, { accepted, unchanged, rejected }: Counts): void {
    let counts = this.byType.get(type);
    if (!counts) this.byType.set(type, (counts = noCounts()));
    for (const tally of [counts, this.total]) {
      tally.accepted += accepted;
      tally.unchanged += unchanged;
      tally.rejected += rejected;
    }
  }
}

function noCounts(): Counts {
  return { accepted: 0, unchanged: 0, rejected: 0 };
}

function unreadable(line: Exclude<Line, { text: string }>, most: number): Problem {
  if ('unreadable' in line) return { field: null, reason: line.unreadable };
  return { field: null, reason: `is too long: ${line.tooLong} bytes, where ${most} are allowed` };
}

function sentBack(text: string | undefined): Pick<RefusedLine, 'record' | 'note'> {
  if (text === undefined) return { note: 'the line cannot be given back as text' };
  if (Buffer.byteLength(text) <= RECORD_BYTES) return { record: text };
  return { note: `the line is longer than ${RECORD_BYTES} bytes: take it from the file` };
}
