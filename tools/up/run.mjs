// Runs one of the project's TypeScript programs: node tools/up/run.mjs tools/cli/throughline.ts …
import { createRequire } from 'node:module';
import path from 'node:path';
import { ensureInstalled, root } from './install.mjs';

ensureInstalled();
const [file, ...rest] = process.argv.slice(2);
const require = createRequire(import.meta.url);
require('./register.cjs');
process.argv = [process.argv[0], path.join(root, file), ...rest];
const program = require(process.argv[1]);
await program.main?.(rest);
