import { setTimeout as delay } from 'node:timers/promises';
import { ndjsonOf } from './follower';

test('what comes is one line each, and a silence is filled with empty lines', async () => {
  const stream = ndjsonOf(
    (async function* () {
      yield [{ a: 'é\n' }];
      await delay(100);
      yield 'last';
    })(),
    10,
  );
  let text = '';
  for await (const chunk of stream as AsyncIterable<Buffer>) text += chunk.toString();
  expect(text).toMatch(/^\n\[\{"a":"é\\n"\}\]\n{3,}"last"\n$/);
});

test('what fails breaks the stream off', async () => {
  const stream = ndjsonOf(
    (async function* () {
      yield 1;
      throw new Error('the database is gone');
    })(),
  );
  let text = '';
  const reading = (async () => {
    for await (const chunk of stream as AsyncIterable<Buffer>) text += chunk.toString();
  })();
  await expect(reading).rejects.toThrow('the database is gone');
  expect(text).toBe('\n1\n');
});

test('when its reader leaves, what it reads from is ended', async () => {
  let ended = false;
  const stream = ndjsonOf(
    (async function* () {
      try {
        for (;;) {
          yield 1;
          await delay(1);
        }
      } finally {
        ended = true;
      }
    })(),
  );
  for await (const chunk of stream as AsyncIterable<Buffer>) if (chunk.includes('1')) break;
  while (!ended) await delay(1);
});
