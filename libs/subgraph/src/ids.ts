import { digest } from './digest';

/** Namespace of every record id; fixed by the interchange format, so that all senders and services agree. */
const NAMESPACE = Buffer.from('7d3f9a520c645b1e9f273a1f6f0e8c11', 'hex');

/** The namespace with room for a name behind it: an import makes several ids a record. */
const scratch = Buffer.concat([NAMESPACE, Buffer.alloc(1024)]);

/**
 * The id of a record: UUIDv5 (RFC 9562 §5.5) of `<type>|<source>|<ref>`.
 * Needs no look-up, so references resolve whichever record arrives first.
 */
export function recordId(type: string, source: string, ref: string): string {
  const hex = digest('sha1', inNamespace(`${type}|${source}|${ref}`));
  const variant = ((parseInt(hex[16]!, 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

function inNamespace(name: string): Buffer {
  // A UTF-16 unit takes three bytes at most.
  if (NAMESPACE.length + name.length * 3 > scratch.length) return Buffer.concat([NAMESPACE, Buffer.from(name, 'utf8')]);
  return scratch.subarray(0, NAMESPACE.length + scratch.write(name, NAMESPACE.length, 'utf8'));
}
