import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Answer } from '../support';
import { until } from './until';

const root = path.resolve(__dirname, '../..');
const STARTS_WITHIN_MS = 60_000;

/** No answer came: whether the request was carried out is not known. */
export class NoAnswer extends Error {}

/** `npm start` on a data directory of its own, to be killed and started again. */
export class Server {
  readonly dataDir: string;
  private child?: ChildProcess;
  private output = '';
  private url = '';

  constructor() {
    const folder = mkdtempSync(path.join(tmpdir(), 'throughline-kill-'));
    // The account that PostgreSQL runs as when we are root must reach it, or the database goes elsewhere and stays there.
    chmodSync(folder, 0o755);
    this.dataDir = path.join(folder, 'data');
  }

  async start(): Promise<void> {
    this.output = '';
    const args = ['tools/up/run.mjs', 'tools/up/start.ts', '--empty', '--port', '0', '--data-dir', this.dataDir];
    const child = spawn(process.execPath, args, { cwd: root, env: { ...process.env, INIT_CWD: root } });
    this.child = child;
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
    const at = () => Promise.resolve(/GraphQL +(http:\S+)\/graphql/.exec(this.output)?.[1]);
    this.url = (await until(at, (found) => found !== undefined || this.hasEnded, STARTS_WITHIN_MS)) ?? '';
    if (!this.url) throw new Error(`the server did not start:\n${this.output}`);
  }

  get hasEnded(): boolean {
    return this.child!.exitCode !== null || this.child!.signalCode !== null;
  }

  get said(): string {
    return this.output;
  }

  get door(): { url: string; key: string } {
    return { url: this.url, key: readFileSync(path.join(this.dataDir, 'admin.key'), 'utf8').trim() };
  }

  /** Line 1 of `postmaster.pid` is its process, line 4 its port. */
  private get postmaster(): string[] {
    const file = path.join(this.dataDir, 'postgres/postmaster.pid');
    return existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
  }

  get databaseUrl(): string {
    const password = readFileSync(path.join(this.dataDir, 'postgres.password'), 'utf8').trim();
    return `postgres://postgres:${password}@127.0.0.1:${this.postmaster[3]}/throughline`;
  }

  /** Asks; throws `NoAnswer` where the connection broke, any other error where it took too long. */
  async ask(query: string, variables: object): Promise<Answer<any>> {
    const { url, key } = this.door;
    try {
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${key}`,
          'throughline-purpose': 'INVESTIGATION',
        },
        body: JSON.stringify({ query, variables }),
        signal: AbortSignal.timeout(15_000),
      });
      return (await response.json()) as Answer<any>;
    } catch (error) {
      if ((error as Error).name === 'TimeoutError') throw new Error('no answer in 15 s', { cause: error });
      throw new NoAnswer('the connection broke', { cause: error });
    }
  }

  async kill(): Promise<void> {
    this.child!.kill('SIGKILL');
    if (!this.hasEnded) await once(this.child!, 'exit');
  }

  killPostgres(): void {
    process.kill(Number(this.postmaster[0]), 'SIGKILL');
  }

  /** Stops it as Ctrl-C does; true where it ended by itself within half a minute. */
  async stop(): Promise<boolean> {
    if (this.hasEnded) return true;
    this.child!.kill('SIGTERM');
    return until(() => Promise.resolve(this.hasEnded), Boolean, 30_000);
  }

  /** Whatever state a test left it in: nothing of it goes on running. */
  async dispose(): Promise<void> {
    if (this.child && !(await this.stop())) await this.kill();
    const pid = Number(this.postmaster[0]);
    if (pid > 0) {
      try {
        process.kill(pid, 'SIGQUIT');
      } catch {
        // It is gone.
      }
      await until(
        () => Promise.resolve(this.postmaster.length),
        (lines) => lines === 0,
        10_000,
      );
    }
    rmSync(path.dirname(this.dataDir), { recursive: true, force: true });
  }
}
