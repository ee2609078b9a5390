// Format, lint, types, schema: what must hold before a change is taken. Runs all of them and names those that fail.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { ensureInstalled, root } from './install.mjs';

ensureInstalled();
const bin = (name) => path.join(root, 'node_modules/.bin', name);
const checks = [
  ['format', bin('prettier'), ['--check', '--log-level=warn', '.']],
  ['lint', bin('eslint'), ['--max-warnings=0', 'apps', 'libs', 'tools', 'test']],
  ['types', bin('tsc'), ['--noEmit', '-p', 'tsconfig.json']],
  ['types of the console', bin('tsc'), ['--noEmit', '-p', 'apps/console/tsconfig.json']],
  ['schema and contract', process.execPath, ['tools/up/run.mjs', 'tools/compose/compose.ts', '--check']],
  ['documents', process.execPath, ['tools/up/run.mjs', 'tools/docs/docs.ts', '--check']],
];
const failed = checks.filter(([name, command, args]) => {
  process.stdout.write(`${name}…\n`);
  const env = { ...process.env, NX_DAEMON: 'false', APOLLO_TELEMETRY_DISABLED: '1' };
  return spawnSync(command, args, { cwd: root, stdio: 'inherit', env }).status !== 0;
});
process.stdout.write(
  failed.length === 0 ? 'All checks hold.\n' : `Failed: ${failed.map(([name]) => name).join(', ')}\n`,
);
process.exit(failed.length === 0 ? 0 : 1);
