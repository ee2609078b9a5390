import path from 'node:path';
import { existsSync, readdirSync } from 'node:fs';

const apps = path.resolve(__dirname, '../../apps');

/** Runs one app alone: `npm run serve orders`. Its settings come from the environment. */
export async function main([app]: string[]): Promise<void> {
  const entry = path.join(apps, app ?? '', 'src/main.ts');
  if (!app || !existsSync(entry)) {
    const known = readdirSync(apps).filter((name) => existsSync(path.join(apps, name, 'src/main.ts')));
    process.stderr.write(`usage: npm run serve <app>, one of: ${known.join(', ')}\n`);
    process.exit(1);
  }
  await import(entry);
}
