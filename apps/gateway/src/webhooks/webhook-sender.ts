import { setTimeout as delay } from 'node:timers/promises';
import { rightsOf } from '@throughline/access';
import { type Caller, type Database, type Leader, isPast, lead } from '@throughline/subgraph';
import { request } from 'undici';
import type { Access, Recipient } from '../access/access';
import { principalOf } from '../access/authenticate';
import type { ChangeFeed, Position } from '../changes/change-feed';
import { disclosed } from '../changes/changes-route';
import { log } from '../error-answer';
import { Destinations } from './destination';
import { signed } from './signature';
import type { Delivery, Webhook, WebhookStore } from './webhook-store';
import { advance, delivered, endWebhook, failed } from './webhook.queries';

export interface WebhookOptions {
  /** Networks (CIDR) beside the public ones that webhooks may go to. */
  networks?: readonly string[];
  /** How often to look for what is new; default 1000. */
  everyMs?: number;
  /** After the first failure; each further one waits three times as long, an hour at most. Default 5000. */
  retryMs?: number;
  /** How often a delivery is tried by itself; default 16, which takes some ten hours. */
  attempts?: number;
}

/** So many changes at most in one message. */
const CHANGES = 100;
/** So many webhooks are sent to at once. */
const AT_ONCE = 32;
/** A message has this long to be taken, from the first look-up to the end of the answer. */
const WHOLE_MS = 15_000;
const LONGEST_WAIT_MS = 3_600_000;

/** An answer by which an address says that it wants no more (Standard Webhooks). */
const GONE = 410;

/**
 * Sends webhooks what has changed: one replica does at a time. Of each webhook one message after another, so that what
 * became of a record is told in its order; whatever is not known to have been taken is sent again, under the same id.
 */
export class WebhookSender {
  private readonly stopping = new AbortController();
  private readonly underWay = new Map<string, Promise<void>>();
  private readonly destinations: Destinations;
  private readonly running: Promise<void>;

  constructor(
    private readonly access: Access,
    private readonly feed: ChangeFeed,
    private readonly options: WebhookOptions = {},
  ) {
    this.destinations = new Destinations(options.networks);
    const db: Database = access.subgraph.db;
    this.running = lead(
      db,
      'webhooks',
      this.stopping.signal,
      (leader) => this.work(leader),
      (error) => log('webhooks', error),
    );
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
    await this.destinations.dispatcher.destroy();
  }

  /** What is wrong with a URL as the address of a webhook; undefined where nothing is. */
  problemOf(url: string): string | undefined {
    return this.destinations.problemOf(url);
  }

  /** Behind which lies what is yet to be told. */
  end(caller: Caller): Promise<Position> {
    return this.feed.end(caller);
  }

  /** By which the messages of a webhook are signed: it follows from the pepper, and is stored nowhere. */
  secretOf(id: string): Buffer {
    return this.access.derivedKey(`webhook ${id}`);
  }

  private get store(): WebhookStore {
    return this.access.services.webhooks;
  }

  private async work(leader: Leader): Promise<void> {
    while (!leader.signal.aborted) {
      for (const id of await this.busy()) {
        if (this.underWay.size >= AT_ONCE) break;
        if (this.underWay.has(id)) continue;
        const sent = this.sendAll(id, leader)
          .catch((error: unknown) => log(`webhook ${id}`, error))
          .finally(() => this.underWay.delete(id));
        this.underWay.set(id, sent);
      }
      await delay(this.options.everyMs ?? 1000, undefined, { signal: leader.signal }).catch(() => undefined);
    }
    await Promise.all(this.underWay.values());
  }

  /** Webhooks that have something to be sent, or behind which something has been recorded. */
  private async busy(): Promise<string[]> {
    const due = await this.store.due();
    const isIdle = due.every(({ delivery }) => delivery !== null);
    const lasts = isIdle ? {} : await this.feed.lasts();
    return due.filter(({ webhook, delivery }) => delivery ?? isBehind(webhook, lasts)).map(({ webhook }) => webhook.id);
  }

  private async sendAll(id: string, leader: Leader): Promise<void> {
    while (!leader.signal.aborted && (await this.step(id, leader)));
  }

  /** Takes in what is new, or sends what was taken in: true where there may be more to do at once. */
  private async step(id: string, leader: Leader): Promise<boolean> {
    const [due] = await this.store.due(id);
    if (!due) return false;
    const { webhook, delivery } = due;
    const recipient = await this.recipientOf(webhook);
    if (typeof recipient === 'string') {
      await leader.transaction((client) => endWebhook(client, id, recipient));
      return false;
    }
    if (delivery) return this.send(webhook, delivery, recipient, leader);
    const { changes, position, more } = await this.feed.next(recipient, webhook.position, CHANGES);
    const after = changes.length > 0 ? webhook.position : undefined;
    await leader.transaction((client) => advance(client, id, position, after));
    return more || changes.length > 0;
  }

  /** Whoever hears by a webhook, as their key is at this moment; or why they hear no more. */
  private async recipientOf({ id, key: keyId, url, purpose, justification }: Webhook): Promise<Recipient | string> {
    const key = await this.access.services.keys.get(keyId);
    if (!key || key.revokedAt) return 'the key was revoked';
    if (Date.parse(key.expiresAt) <= Date.now()) return 'the key has expired';
    if (key.environment !== this.access.environment) return `the key is for ${key.environment} data`;
    const principal = principalOf(key);
    const rights = rightsOf(principal, purpose, justification !== null);
    const who = { actor: principal.id, rights, principal, purpose, justification };
    return { ...who, requestId: id, ip: new URL(url).host, began: performance.now() };
  }

  private async send(webhook: Webhook, delivery: Delivery, recipient: Recipient, leader: Leader): Promise<boolean> {
    // What may be told is what may be read now, however long it has waited.
    const changes = await this.feed.between(recipient, delivery.after, delivery.until);
    if (changes.length > 0) {
      const who = { ...recipient, requestId: delivery.id };
      await this.access.record(who, { ...disclosed(changes), operation: `webhook ${webhook.id}` });
      const timestamp = new Date(delivery.createdAt).toISOString();
      const body = JSON.stringify({ type: 'records.changed', timestamp, data: { changes } });
      const problem = await this.post(webhook, delivery.id, body, leader.signal);
      if (problem && leader.signal.aborted) return false;
      if (problem) return this.fail(webhook, delivery, problem, leader);
    }
    await leader.transaction((client) => delivered(client, delivery.id));
    return true;
  }

  /** What went wrong, without a word of what the address answered; undefined where it has taken the message. */
  private async post(
    { id, url }: Webhook,
    message: string,
    body: string,
    signal: AbortSignal,
  ): Promise<Problem | undefined> {
    const unfit = this.destinations.problemOf(url);
    if (unfit) return { text: `the address ${unfit}` };
    const headers = signed(this.secretOf(id), message, new Date(), body);
    try {
      const { statusCode, body: answer } = await request(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'user-agent': 'throughline', ...headers },
        body,
        signal: AbortSignal.any([signal, AbortSignal.timeout(WHOLE_MS)]),
        dispatcher: this.destinations.dispatcher,
      });
      // The answer says nothing that anybody wants: its connection is closed where there is much of it.
      await answer.dump({ limit: 16_384 }).catch(() => undefined);
      const isTaken = statusCode >= 200 && statusCode < 300;
      return isTaken ? undefined : { text: `it answered with status ${statusCode}`, isGone: statusCode === GONE };
    } catch (error) {
      const { name, code } = error as Error & { code?: unknown };
      return { text: `it did not answer: ${typeof code === 'string' ? code : name}` };
    }
  }

  private async fail(webhook: Webhook, { id, attempts }: Delivery, problem: Problem, leader: Leader): Promise<boolean> {
    if (problem.isGone) {
      await leader.transaction((client) => endWebhook(client, webhook.id, 'the address answered 410 Gone'));
      return false;
    }
    const { attempts: most = 16, retryMs = 5000 } = this.options;
    const isDead = attempts + 1 >= most;
    // Some sooner, some later, so that those that failed together do not come back together.
    const wait = Math.min(LONGEST_WAIT_MS, retryMs * 3 ** attempts) * (0.9 + 0.2 * Math.random());
    await leader.transaction((client) => failed(client, id, problem.text, isDead ? null : wait));
    return isDead;
  }
}

interface Problem {
  text: string;
  isGone?: boolean;
}

const isBehind = ({ position }: Webhook, lasts: Position): boolean =>
  Object.entries(lasts).some(([name, last]) => position[name] === undefined || isPast(last, position[name]));
