import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';

/** Told what a notification carried: empty text where it carried nothing, and where some may have been missed. */
export type Hear = (payload: string) => void;

const RECONNECT_MS = 500;

/**
 * Hears `NOTIFY` for everybody in the process over one connection, made when somebody first listens. Should it break,
 * another is made and everybody is told to look, since nobody knows what was said meanwhile.
 */
export class Listener {
  private readonly hearers = new Map<string, Set<Hear>>();
  private connected?: Promise<Client>;
  private last: Promise<unknown> = Promise.resolve();
  private readonly stopped = new AbortController();

  constructor(private readonly url: string) {}

  /** Calls `hear` for each notification on `channel` from now on, until what it gives is called. */
  async listen(channel: string, hear: Hear): Promise<() => void> {
    const hearers = this.hearers.get(channel) ?? new Set();
    this.hearers.set(channel, hearers.add(hear));
    const forget = () => hearers.delete(hear);
    const connected = (this.connected ??= this.first());
    const listening = this.last.then(async () => (await connected).query(`LISTEN ${channel}`));
    // One after another: a connection takes one statement at a time.
    this.last = listening.catch(() => undefined);
    await listening.catch((error: unknown) => {
      forget();
      throw error;
    });
    return forget;
  }

  async stop(): Promise<void> {
    this.stopped.abort();
    const client = await this.connected?.catch(() => undefined);
    await client?.end();
  }

  /** Should it fail, whoever listens next tries again. */
  private async first(): Promise<Client> {
    try {
      return await this.connect();
    } catch (error) {
      this.connected = undefined;
      throw error;
    }
  }

  private async connect(): Promise<Client> {
    const client = new Client({ connectionString: this.url });
    client.on('notification', ({ channel, payload = '' }) => this.tell(channel, payload));
    // Whatever breaks it also ends it.
    client.on('error', () => undefined);
    await client.connect();
    for (const channel of this.hearers.keys()) await client.query(`LISTEN ${channel}`);
    client.once('end', () => {
      if (this.stopped.signal.aborted) return;
      this.connected = this.reconnect();
      this.connected.catch(() => undefined);
    });
    return client;
  }

  /** Rejects only once it is stopped. */
  private async reconnect(): Promise<Client> {
    for (;;) {
      await delay(RECONNECT_MS, undefined, { signal: this.stopped.signal });
      const client = await this.connect().catch(() => undefined);
      if (!client) continue;
      for (const channel of this.hearers.keys()) this.tell(channel, '');
      return client;
    }
  }

  private tell(channel: string, payload: string): void {
    for (const hear of this.hearers.get(channel) ?? []) hear(payload);
  }
}
