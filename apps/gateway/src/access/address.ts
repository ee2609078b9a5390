import { BlockList, isIP, isIPv6 } from 'node:net';

/** True where an address lies in one of the ranges (CIDR) or is one of the addresses. */
export function isAllowed(address: string, ranges: readonly string[]): boolean {
  const list = new BlockList();
  for (const range of ranges) {
    const [start, prefix] = range.split('/') as [string, string?];
    const family = isIPv6(start) ? 'ipv6' : 'ipv4';
    list.addSubnet(start, prefix === undefined ? (family === 'ipv6' ? 128 : 32) : Number(prefix), family);
  }
  return list.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
}

/** True for an address, or a range of them (CIDR). */
export function isRange(range: string): boolean {
  const [address = '', prefix, ...more] = range.split('/');
  const bits = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1;
  return (
    bits > 0 && more.length === 0 && (prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= bits))
  );
}
