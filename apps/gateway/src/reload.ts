import { unwatchFile, watchFile } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { log } from './error-answer';

const LOOK_EVERY_MS = 2_000;

/**
 * Serves the supergraph in a file anew whenever the file changes; one that cannot be served is told in the log, and the
 * one before it is kept. Gives what ends it. Looks from time to time: where files are mounted, changes are not always
 * told.
 */
export function reloadOnChange(
  file: string,
  replace: (supergraphSdl: string) => Promise<void>,
  lookEveryMs = LOOK_EVERY_MS,
): () => void {
  const reload = async (): Promise<void> => {
    try {
      await replace(await readFile(file, 'utf8'));
      process.stdout.write(`serving ${file} as it is now\n`);
    } catch (error) {
      log(`${file} is not served, and what was served before still is`, error);
    }
  };
  const changed = () => void reload();
  watchFile(file, { interval: lookEveryMs }, changed);
  return () => unwatchFile(file, changed);
}
