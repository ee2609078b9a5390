// Runs one of the project's TypeScript programs: node tools/up/run.mjs tools/cli/throughline.ts …
import { createRequire } from 'node:module';
import path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { ensureInstalled, root } from './install.mjs';

// V8 lets garbage grow to four times what is alive before it looks; on a long import that is most of the memory.
setFlagsFromString('--heap-growing-percent=50');
ensureInstalled();
const [file, ...rest] = process.argv.slice(2);
const require = createRequire(import.meta.url);
require('./register.cjs');
process.argv = [process.argv[0], path.join(root, file), ...rest];
const program = require(process.argv[1]);
await program.main?.(rest);
