import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { rulesPage } from './rules-page';

const root = path.resolve(__dirname, '../..');

/** Pages that are written from the code, by their place in the project. */
const pages = { 'docs/rules.md': rulesPage };

/** Writes the pages, or with `--check` names those that are out of date and exits 1. */
export async function main([option]: string[]): Promise<void> {
  for (const [file, page] of Object.entries(pages)) {
    const target = path.join(root, file);
    const text = await format(page(), { ...(await resolveConfig(target)), parser: 'markdown' });
    if (option !== '--check') writeFileSync(target, text);
    else if (readFileSync(target, 'utf8') !== text) {
      process.stderr.write(`${file} is out of date: run npm run docs\n`);
      process.exitCode = 1;
    }
  }
}
