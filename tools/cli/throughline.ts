import { runAudit } from './audit-command';
import { runImport } from './import-command';
import { runIndex } from './index-command';
import { runKeys } from './keys-command';
import { runWebhooks } from './webhooks-command';

const commands: Record<string, (args: string[]) => Promise<number>> = {
  import: runImport,
  index: runIndex,
  keys: runKeys,
  webhooks: runWebhooks,
  audit: runAudit,
};

const USAGE = `npm run throughline -- <command>

  import [--format bundle|pole|standing] [--json] [--rejects FILE] PATH…
      Takes records in. A PATH is a file, plain or gzip, or a folder of them; for pole and standing, the folder of
      the tables. Exit 0: all accepted; 2: some rejected; 1: it could not be done.

  index rebuild|status [--json]
      Has everybody looked at again for flags, and waits for it; or says how up to date the flags are. Exit 2: the
      facts of some suspects could not be had.

  keys issue --agency A --name N --scope S… --force F… --area A… --purpose P… --expires DATE
      Makes an API key and prints its secret, this once. Rows: --force, --area, --case, --suspect or --every-row. Also
      --ip, --operation, --on-withheld REJECT, --requests-per-second, --cost-per-minute, --max-cost, --max-depth.
  keys list|rotate ID [--overlap-hours 24]|revoke ID --reason WHY|explain ID OPERATION [--variables JSON]
      What keys there are; a new secret for one; the end of one; what one would see of an operation.

  webhooks add --url URL [--key ID] [--purpose P] [--justification WHY]
      Has an address hear of changes to the records that a key may read, and prints the secret that its messages are
      signed by, this once. By default the key is the one that asks.
  webhooks list|end ID|resend MESSAGE [--json]
      What webhooks there are, with what they have not taken yet; the end of one; a message once more.

  audit verify
      Follows the audit log's chain. Exit 2: it is broken, and where.
  audit trail [--record ID] [--principal ID] [--agency A] [--from T] [--to T] [--outcome O] [--first 50]
      Who did what with personal data, as NDJSON, the newest first.

The gateway is at THROUGHLINE_URL (default http://127.0.0.1:4000); the key is THROUGHLINE_KEY (default: admin.key in
THROUGHLINE_DATA_DIR, or in .throughline).`;

/** The command line: runs a command and sets the exit code. */
export async function main([name, ...args]: string[]): Promise<void> {
  const command = name === undefined ? undefined : commands[name];
  if (!command) {
    process.stderr.write(
      `${name === undefined || name === 'help' ? '' : `There is no command ${name}.\n\n`}${USAGE}\n`,
    );
    process.exitCode = name === 'help' ? 0 : 1;
    return;
  }
  try {
    process.exitCode = await command(args);
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    process.exitCode = 1;
  }
}
