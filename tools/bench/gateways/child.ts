import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

const root = path.resolve(__dirname, '../../..');

/** What a process has used so far. */
export interface Usage {
  /** CPU milliseconds, of the user and of the system. */
  cpuMs: number;
  /** Most memory that was resident, in MiB. */
  peakMiB: number;
  /** Memory that is resident now, in MiB. */
  residentMiB: number;
  /** JavaScript's heap in use now, rubbish and all, in MiB. */
  heapMiB: number;
}

type Told = { ready: unknown } | { usage: Usage } | { failed: string };

/** A process of the benchmark that listens and tells what it uses. */
export class Child<Ready> {
  private constructor(
    private readonly process: ChildProcess,
    /** What it said when it was ready. */
    readonly ready: Ready,
  ) {}

  /** Starts a program of this folder, TypeScript or `.mjs`. Rejects where it ends before it is ready. */
  static async start<Ready>(program: string, args: readonly string[]): Promise<Child<Ready>> {
    const file = path.join('tools/bench', program);
    const own = program.endsWith('.mjs') ? [file] : ['tools/up/run.mjs', file];
    // Nothing that is measured phones home.
    const env = {
      ...process.env,
      NODE_ENV: 'production',
      APOLLO_TELEMETRY_DISABLED: '1',
      HIVE_TELEMETRY_DISABLED: '1',
    };
    const child = fork(own[0]!, [...own.slice(1), ...args], {
      cwd: root,
      env,
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    const ended = once(child, 'exit').then(([code]) => {
      throw new Error(`${program} ended with ${String(code)} before it was ready`);
    });
    const [told] = (await Promise.race([once(child, 'message'), ended])) as [Told];
    if (!('ready' in told)) throw new Error(`${program}: ${'failed' in told ? told.failed : 'not ready'}`);
    return new Child(child, told.ready as Ready);
  }

  async usage(): Promise<Usage> {
    this.process.send('usage');
    const [told] = (await once(this.process, 'message')) as [{ usage: Usage }];
    return told.usage;
  }

  /** Says something to the program, and waits until it has done as told. */
  async tell(message: object): Promise<void> {
    this.process.send(message);
    await once(this.process, 'message');
  }

  async stop(): Promise<void> {
    if (this.process.exitCode !== null || this.process.signalCode !== null) return;
    const ended = once(this.process, 'exit');
    this.process.kill('SIGTERM');
    await ended;
  }
}
