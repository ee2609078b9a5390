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
    writeFileSync(file, sdl);
    expect(await seen).toBe(sdl);
  }
  await new Promise((resolve) => setImmediate(resolve));
  end();
  expect(served).toEqual(['second', 'third']);
  expect(written[1]!.mock.calls.join()).toContain('it has no subgraphs');
  written.forEach((spy) => spy.mockRestore());
  rmSync(folder, { recursive: true });
});
