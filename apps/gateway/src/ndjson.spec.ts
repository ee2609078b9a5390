import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { plainBytes } from './gzip';
import { type Line, ndjson } from './ndjson';

async function* chunks(...parts: (string | Buffer)[]): AsyncGenerator<Buffer> {
  for (const part of parts) yield Buffer.from(part as Buffer);
}

async function all(source: AsyncIterable<Buffer>, maxLineBytes?: number): Promise<Line[]> {
  const found: Line[] = [];
  for await (const lines of ndjson(source, maxLineBytes)) found.push(...lines);
  return found;
}

test('blank lines are counted but not given; the last line needs no end', async () => {
  expect(await all(chunks('a\n\n  \nb\n\nc'))).toEqual([
    { line: 1, text: 'a' },
    { line: 4, text: 'b' },
    { line: 6, text: 'c' },
  ]);
});

test('a byte order mark at the beginning and carriage returns do no harm', async () => {
  expect(await all(chunks('\ufeffa\r\n\ufeffb\r\n\r\nc\r'))).toEqual([
    { line: 1, text: 'a' },
    { line: 2, text: '\ufeffb' },
    { line: 4, text: 'c' },
  ]);
});

test('bytes that are not UTF-8 spoil their line alone', async () => {
  const parts = [Buffer.from('a\n'), Buffer.from([0x22, 0xc3, 0x28, 0x22, 0x0a]), Buffer.from('b\n')];
  expect(await all(chunks(...parts))).toEqual([
    { line: 1, text: 'a' },
    { line: 2, unreadable: 'is not valid UTF-8' },
    { line: 3, text: 'b' },
  ]);
});

test('a line that is too long is told by its length, and the next one is read', async () => {
  expect(await all(chunks('abcd\n', 'abcde\n', 'ab', 'cd', 'ef', 'g\n', 'x\nabcdefgh'), 4)).toEqual([
    { line: 1, text: 'abcd' },
    { line: 2, tooLong: 5 },
    { line: 3, tooLong: 7 },
    { line: 4, text: 'x' },
    { line: 5, tooLong: 8 },
  ]);
});

test('however the bytes are cut into chunks, the lines are the same', async () => {
  const lines = fc.array(fc.string({ unit: 'binary' }).map((text) => text.replace(/[\n\r\ufeff]/g, '')));
  await fc.assert(
    fc.asyncProperty(lines, fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }), async (texts, sizes) => {
      const bytes = Buffer.from(texts.join('\n'));
      const expected = Buffer.from(bytes)
        .toString()
        .split('\n')
        .flatMap((text, index) => (text.trim() === '' ? [] : [{ line: index + 1, text }]));
      expect(await all(cut(bytes, sizes))).toEqual(expected);
      expect(await all(plainBytes(cut(gzipSync(bytes), sizes)))).toEqual(expected);
    }),
  );
});

async function* cut(bytes: Buffer, sizes: number[]): AsyncGenerator<Buffer> {
  for (let at = 0, turn = 0; at < bytes.length; turn++) {
    const size = sizes[turn % sizes.length]!;
    yield bytes.subarray(at, at + size);
    at += size;
  }
}

const TEN = Array.from({ length: 10 }, (_none, index) => `line ${index + 1}`);
const packed = gzipSync(`${TEN.join('\n')}\n`);

test('several gzip members one after the other are one stream, and zeros after them are nothing', async () => {
  const twice = Buffer.concat([packed, packed, Buffer.alloc(512)]);
  expect((await all(plainBytes(chunks(twice)))).map((line) => 'text' in line && line.text)).toEqual([...TEN, ...TEN]);
  expect(await all(plainBytes(chunks(packed, packed, Buffer.alloc(5), Buffer.alloc(9))))).toHaveLength(20);
});

test('of a gzip stream that is cut off, whole lines are read, and the part and the damage are told', async () => {
  const body = Array.from({ length: 5000 }, (_none, index) => `line ${index} ${Math.sin(index)}`).join('\n');
  const lines = await all(plainBytes(chunks(gzipSync(body).subarray(0, -3000))));
  const whole = lines.filter((line) => 'text' in line);
  expect(whole.length).toBeGreaterThan(3500);
  expect(lines.slice(whole.length)).toEqual([
    { line: whole.length + 1, unreadable: 'is cut off: the stream breaks off within this line' },
    { line: whole.length + 2, unreadable: expect.stringMatching(/^the gzip stream ends before its end \(truncated\)/) },
  ]);
});

test('of a gzip stream that is spoilt, what came before is read, and the damage is told', async () => {
  const body = Array.from({ length: 50_000 }, (_none, index) => `line ${index} ${Math.sin(index)}`).join('\n');
  const spoilt = gzipSync(body);
  spoilt.fill(0xff, spoilt.length - 20_000, spoilt.length - 19_000);
  const lines = await all(plainBytes(chunks(spoilt)));
  expect(lines.filter((line) => 'text' in line).length).toBeGreaterThan(40_000);
  expect(lines.at(-1)).toMatchObject({ unreadable: expect.stringMatching(/^the gzip stream is damaged/) });
});

test('only the magic bytes and nothing more is a cut-off stream, one byte is a line', async () => {
  expect(await all(plainBytes(chunks(Buffer.from([0x1f]), Buffer.from([0x8b]))))).toEqual([
    { line: 1, unreadable: expect.stringMatching(/truncated/) },
  ]);
  expect(await all(plainBytes(chunks('x')))).toEqual([{ line: 1, text: 'x' }]);
  expect(await all(plainBytes(chunks()))).toEqual([]);
});

test('a source that fails for another reason is not taken for damage', async () => {
  async function* failing(): AsyncGenerator<Buffer> {
    yield Buffer.from('a\nb');
    throw new Error('gone');
  }
  await expect(all(plainBytes(failing()))).rejects.toThrow('gone');
});

test('300,000 lines need no more memory than the first thousands did', async () => {
  const record = JSON.stringify({ type: 'orderEvent', source: 'police:06', note: 'x'.repeat(900) });
  let most = 0;
  let begun = 0;
  for await (const lines of ndjson(generated(`${record}\n`, 300_000))) {
    const tenThousandth = lines.find(({ line }) => line % 10_000 === 0);
    if (!tenThousandth) continue;
    const { rss } = process.memoryUsage();
    if (tenThousandth.line <= 50_000) begun = Math.max(begun, rss);
    else most = Math.max(most, rss);
  }
  // 300 MB went by.
  expect(most - begun).toBeLessThan(80 * 1024 * 1024);
});

async function* generated(line: string, times: number): AsyncGenerator<Buffer> {
  // Chunks that end within a line, as they do on a wire.
  const text = Buffer.from(line.repeat(200));
  for (let sent = 0; sent < times / 200; sent++) {
    yield text.subarray(0, 65_001);
    yield text.subarray(65_001);
  }
}
