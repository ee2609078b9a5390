import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';

/** Whether this machine has a Redis server; `npm test` installs Debian's where it may. */
export const hasRedis = spawnSync('redis-server', ['--version']).status === 0;

/** A Redis server of a test, which keeps nothing on disk. */
export class Redis {
  private constructor(
    readonly url: string,
    private readonly port: number,
    private process: ChildProcess,
  ) {}

  static async start(): Promise<Redis> {
    const port = await freePort();
    return new Redis(`redis://127.0.0.1:${port}`, port, await running(port));
  }

  /** Ends it as if its machine were gone; `start` again brings back an empty one. */
  async kill(): Promise<void> {
    if (this.process.exitCode !== null || this.process.signalCode !== null) return;
    this.process.kill('SIGKILL');
    await once(this.process, 'exit');
  }

  async startAgain(): Promise<void> {
    this.process = await running(this.port);
  }

  /** Lets it take connections and answer nobody, or answer again. */
  freeze(isFrozen: boolean): void {
    this.process.kill(isFrozen ? 'SIGSTOP' : 'SIGCONT');
  }
}

async function running(port: number): Promise<ChildProcess> {
  const own = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
  const child = spawn('redis-server', own, { stdio: ['ignore', 'pipe', 'inherit'] });
  await new Promise<void>((ready, failed) => {
    child.once('exit', (code) => failed(new Error(`redis-server ended with ${String(code)}`)));
    child.stdout.on('data', (text: Buffer) => text.includes('Ready to accept connections') && ready());
  });
  child.stdout.removeAllListeners('data').resume();
  return child;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}
