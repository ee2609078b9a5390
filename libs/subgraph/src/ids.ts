import { digest } from './digest';

/** Namespace of every record id; fixed by the interchange format, so that all senders and services agree. */
const NAMESPACE = Buffer.from('7d3f9a520c645b1e9f273a1f6f0e8c11', 'hex');

/**
 * The id of a record: UUIDv5 (RFC 9562 §5.5) of `<type>|<source>|<ref>`.
 * Needs no look-up, so references resolve whichever record arrives first.
 */
export function recordId(type: string, source: string, ref: string): string {
  const hex = digest('sha1', Buffer.concat([NAMESPACE, Buffer.from(`${type}|${source}|${ref}`, 'utf8')]));
  const variant = ((parseInt(hex[16]!, 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
