import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { request } from 'undici';
import { Destinations, NotADestination } from '../../apps/gateway/src/webhooks/destination';

const open = new Destinations();
afterAll(() => open.dispatcher.destroy());

test.each([
  ['https://example.org/changes'],
  ['https://example.org:8443/a?b=c'],
  ['https://93.184.215.14/'],
  ['https://[2606:2800:21f:cb07:6820:80da:af6b:8b2c]/'],
])('%s is an address', (url) => expect(open.problemOf(url)).toBeUndefined());

test.each([
  ['http://example.org/'],
  ['ftp://example.org/'],
  ['https://user:word@example.org/'],
  ['https://example.org/#x'],
  ['example.org'],
  [`https://example.org/${'x'.repeat(2000)}`],
  ['https://127.0.0.1/'],
  ['http://127.0.0.1/'],
  ['http://localhost/'],
  ['https://2130706433/'],
  ['https://0x7f.1/'],
  ['https://10.0.0.1/'],
  ['https://172.16.3.4/'],
  ['https://192.168.0.1/'],
  ['https://169.254.169.254/latest/meta-data'],
  ['https://100.64.0.1/'],
  ['https://0.0.0.0/'],
  ['https://224.0.0.1/'],
  ['https://255.255.255.255/'],
  ['https://198.18.0.1/'],
  ['https://[::1]/'],
  ['https://[::]/'],
  ['https://[fe80::1]/'],
  ['https://[fd00::1]/'],
  ['https://[::ffff:127.0.0.1]/'],
  ['https://[::ffff:a00:1]/'],
  ['https://[64:ff9b::a00:1]/'],
  ['https://[2002:a00:1::]/'],
  ['https://[2001:db8::1]/'],
])('%s is none', (url) => expect(open.problemOf(url)).toEqual(expect.any(String)));

test('a name that leads to an address of ours is not connected to, whatever its text says', async () => {
  const server = createServer((_request, response) => response.end('inside'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://localhost:${(server.address() as AddressInfo).port}/`;
  const allowed = new Destinations(['127.0.0.0/8', '::1']);
  try {
    await expect(request(url, { dispatcher: open.dispatcher })).rejects.toThrow(NotADestination);
    const { statusCode, body } = await request(url, { dispatcher: allowed.dispatcher });
    expect([statusCode, await body.text()]).toEqual([200, 'inside']);
  } finally {
    await allowed.dispatcher.destroy();
    await new Promise((resolve) => server.close(resolve));
  }
});

test('networks of ours are open where they are named, and only those', () => {
  const ours = new Destinations(['10.1.0.0/16']);
  expect(ours.problemOf('https://10.1.2.3/')).toBeUndefined();
  expect(ours.problemOf('https://[::ffff:10.1.2.3]/')).toBeUndefined();
  expect(ours.problemOf('https://10.2.2.3/')).toEqual(expect.any(String));
  expect(ours.problemOf('http://10.1.2.3/')).toBe('must begin with https://');
  return ours.dispatcher.destroy();
});
