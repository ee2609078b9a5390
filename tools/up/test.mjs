// Runs every test that needs no more than this machine; arguments go to Jest.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ensureProgram } from './debian.mjs';
import { ensureInstalled, root } from './install.mjs';

ensureInstalled();
ensureProgram('chromium', 'chromium', 'the console in a browser is');
ensureProgram('redis-server', 'redis-server', 'limits that replicas share are');
const folder = mkdtempSync(path.join(tmpdir(), 'throughline-test-'));
const report = path.join(folder, 'report.json');
const jest = path.join(root, 'node_modules/jest/bin/jest.js');
const { status } = spawnSync(
  process.execPath,
  [jest, '--config', path.join(root, 'jest.config.cjs'), '--json', '--outputFile', report, ...process.argv.slice(2)],
  // With --json Jest prints the report to stdout too; the readable one goes to stderr.
  { cwd: root, stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, NODE_ENV: 'test', NX_DAEMON: 'false' } },
);
const result = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : undefined;
rmSync(folder, { recursive: true });
if (result) {
  const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
  process.stdout.write(`${result.numPassedTests} passed, ${failed} failed, ${result.numPendingTests} skipped\n`);
}
process.exit(status ?? 1);
