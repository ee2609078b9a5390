import { type WriteStream, createWriteStream, existsSync, readdirSync, statSync } from 'node:fs';
import { finished } from 'node:stream/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { SingleBar } from 'cli-progress';
import { findDoor } from './door';
import {
  type Counts,
  type Door,
  type Listener,
  type Part,
  type Rejected,
  type Summary,
  importFile,
  importRecords,
} from './import';
import { convertPole } from './pole';
import { convertStanding } from './standing';
import type { ConversionSummary } from './table';

/** One thing to send: a file as it is, or a folder's records as they are converted. */
interface Source {
  name: string;
  bytes?: number;
  send(door: Door, part: Part, listener: Listener): Promise<Summary>;
  converted?: () => ConversionSummary;
}

interface Outcome extends Counts {
  rejectsFile: string | null;
  byType: Record<string, Counts>;
  seconds: number;
  conversions: ConversionSummary[];
}

/** `throughline import`: exit code 0 where all was accepted, 2 where some was rejected. */
export async function runImport(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      format: { type: 'string', default: 'bundle' },
      json: { type: 'boolean', default: false },
      rejects: { type: 'string' },
    },
  });
  if (positionals.length === 0) throw new Error('import needs at least one PATH');
  const from = process.env.INIT_CWD ?? process.cwd();
  const sources = await Promise.all(positionals.map((name) => open(values.format, path.resolve(from, name), name)));
  const rejects = path.resolve(from, values.rejects ?? `import-${stamp()}.rejects.ndjson`);
  const outcome = await sendAll(findDoor(), sources.flat(), new Rejects(rejects), !values.json && process.stderr.isTTY);
  process.stdout.write(values.json ? `${JSON.stringify(forMachines(outcome))}\n` : forPeople(outcome));
  return outcome.rejected > 0 ? 2 : 0;
}

function stamp(): string {
  return new Date().toISOString().replace(/[:.]/g, '-');
}

async function open(format: string, target: string, name: string): Promise<Source[]> {
  if (!existsSync(target)) throw new Error(`${name}: there is no such file or folder`);
  switch (format) {
    case 'bundle':
      return bundleFiles(target, name).map(([file, shown]) => ({
        name: shown,
        bytes: statSync(file).size,
        send: (door, part, listener) => importFile(door, file, part, listener),
      }));
    case 'pole':
    case 'standing': {
      const { records, summary } = await (format === 'pole' ? convertPole : convertStanding)(target);
      const send: Source['send'] = (door, part, listener) => importRecords(door, records, part.file, part, listener);
      return [{ name, send, converted: summary }];
    }
    default:
      throw new Error(`--format ${format}: must be bundle, pole or standing`);
  }
}

function bundleFiles(target: string, name: string): [string, string][] {
  if (!statSync(target).isDirectory()) return [[target, name]];
  const files = readdirSync(target).filter((file) => /\.ndjson(\.gz)?$/.test(file));
  if (files.length === 0) throw new Error(`${name}: the folder has no .ndjson or .ndjson.gz files`);
  return files.sort().map((file) => [path.join(target, file), path.join(name, file)]);
}

/** The file of rejects: made at the first of them, a line each, with the record so that it can be mended and sent again. */
class Rejects {
  private stream: WriteStream | undefined;

  constructor(private readonly file: string) {}

  add(reject: Rejected): void {
    this.stream ??= createWriteStream(this.file);
    this.stream.write(`${JSON.stringify(reject)}\n`);
  }

  /** The file's path, or null where nothing was rejected. */
  async close(): Promise<string | null> {
    if (!this.stream) return null;
    this.stream.end();
    await finished(this.stream);
    return this.file;
  }
}

async function sendAll(door: Door, sources: Source[], rejects: Rejects, bar: boolean): Promise<Outcome> {
  const run = crypto.randomUUID();
  const began = performance.now();
  const progress = bar ? new Bar(sources) : undefined;
  const outcome = {
    accepted: 0,
    unchanged: 0,
    rejected: 0,
    byType: {} as Record<string, Counts>,
    conversions: [] as ConversionSummary[],
  };
  try {
    for (const [index, source] of sources.entries()) {
      const part = { run, file: source.name, last: index === sources.length - 1 };
      const summary = await source.send(door, part, {
        onReject: (reject) => rejects.add(reject),
        onProgress: ({ bytes, lines }) => progress?.update(index, bytes, lines),
      });
      add(outcome, summary);
      for (const [type, counts] of Object.entries(summary.byType)) {
        add((outcome.byType[type] ??= { accepted: 0, unchanged: 0, rejected: 0 }), counts);
      }
      if (source.converted) outcome.conversions.push(source.converted());
    }
  } finally {
    progress?.stop();
  }
  return { ...outcome, rejectsFile: await rejects.close(), seconds: Math.round(performance.now() - began) / 1000 };
}

function add(to: Counts, counts: Counts): void {
  to.accepted += counts.accepted;
  to.unchanged += counts.unchanged;
  to.rejected += counts.rejected;
}

/** Bytes where all sizes are known, records where they are made on the way. */
class Bar {
  private readonly bar: SingleBar;
  private readonly before: number[] = [];
  private readonly sized: boolean;

  constructor(sources: Source[]) {
    this.sized = sources.every(({ bytes }) => bytes !== undefined);
    const format = this.sized ? '{bar} {percentage} %  {value}/{total} bytes' : '{value} records';
    this.bar = new SingleBar({ format, stream: process.stderr, barsize: 30 });
    let total = 0;
    for (const { bytes = 0 } of sources) {
      this.before.push(total);
      total += bytes;
    }
    this.bar.start(total, 0);
  }

  update(index: number, bytes: number, lines: number): void {
    this.bar.update(this.sized ? this.before[index]! + bytes : lines);
  }

  stop(): void {
    this.bar.stop();
  }
}

function forMachines({ conversions, ...outcome }: Outcome): object {
  const [conversion] = conversions;
  return conversion ? { ...outcome, conversions } : outcome;
}

function forPeople({ accepted, unchanged, rejected, rejectsFile, byType, seconds, conversions }: Outcome): string {
  const lines = [`${accepted} accepted, ${unchanged} unchanged, ${rejected} rejected in ${seconds} s`];
  for (const [type, counts] of Object.entries(byType).sort()) {
    lines.push(`  ${type}: ${counts.accepted} accepted, ${counts.unchanged} unchanged, ${counts.rejected} rejected`);
  }
  if (rejectsFile) lines.push(`Rejected records, with reasons: ${rejectsFile}`);
  for (const { notImported, noticed } of conversions) {
    if (notImported.length > 0) lines.push('Not imported, because it has no home here:');
    for (const { what, count, why } of notImported) lines.push(`  ${what}: ${count} (${why})`);
    if (noticed.length > 0) lines.push('Noticed:');
    for (const { what, count, examples } of noticed)
      lines.push(`  ${what}: ${count} (${examples.slice(0, 3).join(', ')})`);
  }
  return `${lines.join('\n')}\n`;
}
