import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { reloadOnChange } from './reload';

it('a supergraph is served anew whenever its file changes, and a bad one is told of', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'throughline-reload-'));
  const file = path.join(folder, 'supergraph.graphql');
  writeFileSync(file, 'first');
  const written = [process.stdout, process.stderr].map((stream) => jest.spyOn(stream, 'write').mockReturnValue(true));
  const served: string[] = [];
  let told: (sdl: string) => void = () => {};
  const next = () => new Promise<string>((resolve) => (told = resolve));
  const end = reloadOnChange(
    file,
    async (sdl) => {
      told(sdl);
      if (sdl === 'bad') throw new Error('it has no subgraphs');
      served.push(sdl);
    },
    10,
  );
  for (const sdl of ['second', 'bad', 'third']) {
    const seen = next();
    // A file that changes before it was looked at for the first time has not changed: it is written until it is seen.
    const write = () => writeFileSync(file, sdl);
    write();
    const again = setInterval(write, 1_000);
    expect(await seen).toBe(sdl);
    clearInterval(again);
  }
  await new Promise((resolve) => setImmediate(resolve));
  end();
  expect([...new Set(served)]).toEqual(['second', 'third']);
  expect(written[1]!.mock.calls.join()).toContain('it has no subgraphs');
  written.forEach((spy) => spy.mockRestore());
  rmSync(folder, { recursive: true });
});
