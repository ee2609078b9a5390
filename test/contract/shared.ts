import { existsSync } from 'node:fs';
import path from 'node:path';

/** The folder beside the project that holds the consumers' contract and real input. CI has it; a lone clone need not. */
export const shared = path.resolve(__dirname, '../../../shared');

/** `describe`, or skipped with one line where the folder is not there. */
export const describeShared: typeof describe = existsSync(shared)
  ? describe
  : Object.assign((name: string, body: () => void) => {
      process.stderr.write(`skipped: ${name} (there is no shared folder beside the project)\n`);
      describe.skip(name, body);
    }, describe);
