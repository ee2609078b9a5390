import { createHmac, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { crc32 } from 'node:zlib';
import { CodedError } from '@throughline/subgraph';

const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const ID_LENGTH = 12;
const SECRET_BYTES = 32;
/** 62 ** 43 is the first power of 62 past 2 ** 256. */
const SECRET_LENGTH = 43;
const CHECKSUM_LENGTH = 6;

/** The one pattern that secret scanners need. */
export const keyPattern = /^tl_(live|test)_[0-9A-Za-z]{12}_[0-9A-Za-z]{49}$/;

/** A new API key, `tl_<live|test>_<keyId>_<secret><crc>`, with 256 bits of secret. */
export function newKey(environment: 'live' | 'test'): string {
  const keyId = Array.from({ length: ID_LENGTH }, () => BASE62[randomInt(62)]).join('');
  const secret = base62(BigInt(`0x${randomBytes(SECRET_BYTES).toString('hex')}`), SECRET_LENGTH);
  const body = `tl_${environment}_${keyId}_${secret}`;
  return body + checksum(body);
}

/** True where format and checksum are those of a key: a typo is found without a look-up. */
export function isWellFormedKey(text: string): boolean {
  return keyPattern.test(text) && text.slice(-CHECKSUM_LENGTH) === checksum(text.slice(0, -CHECKSUM_LENGTH));
}

function checksum(body: string): string {
  return base62(BigInt(crc32(body)), CHECKSUM_LENGTH);
}

function base62(value: bigint, length: number): string {
  let text = '';
  for (let rest = value; text.length < length; rest /= 62n) text = BASE62[Number(rest % 62n)]! + text;
  return text;
}

/** Known to this process alone: what is compared tells an onlooker's clock nothing about the keys. */
const pepper = randomBytes(32);

/** Lets the holder of the admin key pass; throws `UNAUTHENTICATED` for everybody else. */
export function authenticate(headers: IncomingHttpHeaders, adminKey: string): void {
  const key = keyOf(headers);
  if (key === undefined) {
    throw unauthenticated('An API key is needed: send it as "Authorization: Bearer <key>" or as "X-API-Key: <key>".');
  }
  if (!isWellFormedKey(key)) throw unauthenticated('This is not an API key, or it has a typo: its checksum is wrong.');
  if (!timingSafeEqual(digest(key), digest(adminKey))) throw unauthenticated('This API key is not known.');
}

function keyOf({ authorization, 'x-api-key': apiKey }: IncomingHttpHeaders): string | undefined {
  const bearer = /^Bearer +(\S+) *$/i.exec(authorization ?? '')?.[1];
  return bearer ?? (typeof apiKey === 'string' && apiKey !== '' ? apiKey : undefined);
}

function digest(key: string): Buffer {
  return createHmac('sha256', pepper).update(key).digest();
}

function unauthenticated(message: string): CodedError {
  return new CodedError('UNAUTHENTICATED', message);
}

/** The public part of a key, by which it is named in logs and histories. */
export function keyId(key: string): string {
  return key.split('_')[2]!;
}
