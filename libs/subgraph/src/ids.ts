import { createHash } from 'node:crypto';

/** Namespace of every record id; fixed by the interchange format, so that all senders and services agree. */
const NAMESPACE = Buffer.from('7d3f9a520c645b1e9f273a1f6f0e8c11', 'hex');

/**
 * The id of a record: UUIDv5 (RFC 9562 §5.5) of `<type>|<source>|<ref>`.
 * Needs no look-up, so references resolve whichever record arrives first.
 */
export function recordId(type: string, source: string, ref: string): string {
  const hash = createHash('sha1').update(NAMESPACE).update(`${type}|${source}|${ref}`, 'utf8').digest();
  hash[6] = (hash[6]! & 0x0f) | 0x50;
  hash[8] = (hash[8]! & 0x3f) | 0x80;
  const hex = hash.toString('hex', 0, 16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
