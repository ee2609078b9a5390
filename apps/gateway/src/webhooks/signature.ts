import { createHmac } from 'node:crypto';

/** The headers of a message by the Standard Webhooks specification (https://www.standardwebhooks.com, version 1.0). */
export interface SignedHeaders {
  /** Of the message: the same whenever it is sent again. */
  'webhook-id': string;
  /** When it is sent, in whole seconds since 1970. */
  'webhook-timestamp': string;
  /** `v1,` and HMAC-SHA-256, in base64, of id, timestamp and body with full stops between them. */
  'webhook-signature': string;
}

/** Signs a message, so that whoever knows the secret can tell that it is ours and how old it is. */
export function signed(key: Buffer, id: string, at: Date, body: string): SignedHeaders {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` };
}

/** A secret as its holder is shown it. */
export const secretText = (key: Buffer): string => `whsec_${key.toString('base64')}`;
