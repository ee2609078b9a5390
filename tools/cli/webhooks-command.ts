import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { ask, findDoor } from './door';

const PURPOSE = 'ADMINISTRATION';
const WEBHOOK =
  'id keyId url purpose createdAt endedAt endedBecause deliveries { id state attempts nextAt lastError createdAt }';

interface Webhook {
  id: string;
  keyId: string;
  url: string;
  endedAt: string | null;
  endedBecause: string | null;
  deliveries: { id: string; state: string; attempts: number; lastError: string | null }[];
}

/** `throughline webhooks`: exit code 0 where it was done; what cannot be done throws. */
export async function runWebhooks([action, ...args]: string[]): Promise<number> {
  const text = { type: 'string' } as const;
  const json = { type: 'boolean', default: false } as const;
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { key: text, url: text, purpose: text, justification: text, json },
  });
  const written = await perform(action, values, positionals[0]);
  process.stdout.write(`${values.json ? JSON.stringify(written.answer) : written.text}\n`);
  return 0;
}

interface Written {
  answer: unknown;
  text: string;
}

interface Values {
  key?: string;
  url?: string;
  purpose?: string;
  justification?: string;
}

async function perform(action: string | undefined, values: Values, id: string | undefined): Promise<Written> {
  switch (action) {
    case 'add': {
      const { key: keyId, url = needed('--url'), purpose, justification } = values;
      const { answer } = await change('addWebhook', { keyId, url, purpose, justification });
      return { answer, text: answer.secret ?? '' };
    }
    case 'list': {
      const { webhooks } = await ask<{ webhooks: Webhook[] }>(findDoor(), PURPOSE, `{ webhooks { ${WEBHOOK} } }`);
      return { answer: webhooks, text: webhooks.flatMap(linesOf).join('\n') };
    }
    case 'end':
      return change('endWebhook', { id: id ?? needed('the id of the webhook') });
    case 'resend':
      return change('resendDelivery', { id: id ?? needed('the id of the message') });
    default:
      throw new Error(`webhooks takes add, list, end or resend, not ${action ?? 'nothing'}`);
  }
}

interface Changed {
  webhook: Webhook;
  secret: string | null;
}

async function change(mutation: string, given: object): Promise<Written & { answer: Changed }> {
  const input = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  const answer = await ask<Record<string, Changed>>(
    findDoor(),
    PURPOSE,
    `mutation ($input: ${input}!) { ${mutation}(input: $input) { secret webhook { ${WEBHOOK} } } }`,
    { input: { requestId: randomUUID(), ...given } },
  );
  const changed = answer[mutation]!;
  return { answer: changed, text: linesOf(changed.webhook).join('\n') };
}

/** A line for the webhook, and one for each message that it has not taken. */
function linesOf({ id, keyId, url, endedAt, endedBecause, deliveries }: Webhook): string[] {
  const state = endedAt === null ? 'open' : `ended ${endedAt}: ${endedBecause ?? ''}`;
  const waiting = deliveries.map((one) =>
    ['', one.id, one.state, `tried ${one.attempts} times`, one.lastError ?? ''].join('\t'),
  );
  return [[id, keyId, url, state].join('\t'), ...waiting];
}

function needed(what: string): never {
  throw new Error(`${what} is needed`);
}
