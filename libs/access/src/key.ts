import { createHmac, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import { crc32 } from 'node:zlib';

const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const ID_LENGTH = 12;
const SECRET_BYTES = 32;
/** 62 ** 43 is the first power of 62 past 2 ** 256. */
const SECRET_LENGTH = 43;
const CHECKSUM_LENGTH = 6;

/** The one pattern that secret scanners need. */
export const keyPattern = /^tl_(live|test)_[0-9A-Za-z]{12}_[0-9A-Za-z]{49}$/;

/** A live key reaches live data; a test key never does. */
export type KeyEnvironment = 'live' | 'test';

/** A new API key, `tl_<live|test>_<keyId>_<secret><crc>`, with 256 bits of secret. `id` names the lineage it belongs to. */
export function newKey(environment: KeyEnvironment, id = newKeyId()): string {
  const secret = base62(BigInt(`0x${randomBytes(SECRET_BYTES).toString('hex')}`), SECRET_LENGTH);
  const body = `tl_${environment}_${id}_${secret}`;
  return body + checksum(body);
}

/** A new public id of a key. */
export function newKeyId(): string {
  return Array.from({ length: ID_LENGTH }, () => BASE62[randomInt(62)]).join('');
}

/** True where format and checksum are those of a key: a typo is found without a look-up. */
export function isWellFormedKey(text: string): boolean {
  return keyPattern.test(text) && text.slice(-CHECKSUM_LENGTH) === checksum(text.slice(0, -CHECKSUM_LENGTH));
}

/** The public parts of a well-formed key. */
export function keyParts(key: string): { environment: KeyEnvironment; id: string } {
  const [, environment, id] = key.split('_') as [string, KeyEnvironment, string];
  return { environment, id };
}

/** What is stored of a key: HMAC-SHA-256 under the server's pepper. The secret has 256 bits, so a fast hash is right. */
export function keyHash(key: string, pepper: Buffer): Buffer {
  return createHmac('sha256', pepper).update(key).digest();
}

/** Compares in constant time. */
export function isSameHash(a: Buffer, b: Buffer): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}

function checksum(body: string): string {
  return base62(BigInt(crc32(body)), CHECKSUM_LENGTH);
}

function base62(value: bigint, length: number): string {
  let text = '';
  for (let rest = value; text.length < length; rest /= 62n) text = BASE62[Number(rest % 62n)]! + text;
  return text;
}
