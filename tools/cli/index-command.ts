import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { SingleBar } from 'cli-progress';
import { ask, findDoor } from './door';
import type { Door } from './import';

const LOOK_EVERY_MS = 500;

/** How up to date the index of flags is. */
interface Status {
  /** Whatever was recorded by then is in it. */
  asOf: string | null;
  lagSeconds: number | null;
  /** Suspects who are to be looked at, and those of them whose facts could not be had. */
  pending: number;
  failing: number;
  rebuild: { beganAt: string; endedAt: string | null; suspects: number; listed: boolean; remaining: number } | null;
}

const STATUS =
  '{ indexStatus { asOf lagSeconds pending failing rebuild { beganAt endedAt suspects listed remaining } } }';
const REBUILD = 'mutation ($input: RebuildIndexInput!) { rebuildIndex(input: $input) { beganAt } }';

/** `throughline index`: exit code 0 where it was done, 2 where suspects are left whose facts could not be had. */
export async function runIndex([action, ...args]: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { json: { type: 'boolean', default: false } } });
  const door = findDoor();
  switch (action) {
    case 'status': {
      const status = await statusOf(door);
      process.stdout.write(values.json ? `${JSON.stringify(status)}\n` : `${inWords(status)}\n`);
      return 0;
    }
    case 'rebuild': {
      const began = performance.now();
      const { suspects, failing } = await rebuild(door, !values.json && process.stderr.isTTY);
      const seconds = Math.round(performance.now() - began) / 1000;
      process.stdout.write(
        values.json
          ? `${JSON.stringify({ suspects, failing, seconds })}\n`
          : `${suspects} suspects looked at in ${seconds} s${failing > 0 ? `; the facts of ${failing} could not be had, which are tried again` : ''}\n`,
      );
      return failing > 0 ? 2 : 0;
    }
    default:
      throw new Error(`index takes rebuild or status, not ${action ?? 'nothing'}`);
  }
}

/** Asks for a rebuild and waits for its end. Should the gateway be away meanwhile, the rebuild goes on without us. */
async function rebuild(door: Door, isShown: boolean): Promise<{ suspects: number; failing: number }> {
  const { rebuildIndex } = await ask<{ rebuildIndex: { beganAt: string } }>(door, 'ADMINISTRATION', REBUILD, {
    input: { requestId: randomUUID() },
  });
  const bar = isShown
    ? new SingleBar({ format: '{bar} {percentage} %  {value}/{total} suspects', stream: process.stderr, barsize: 30 })
    : undefined;
  bar?.start(0, 0);
  try {
    for (;;) {
      const { rebuild: last, failing } = await statusOf(door);
      if (last && Date.parse(last.beganAt) > Date.parse(rebuildIndex.beganAt)) {
        throw new Error('another rebuild was asked for meanwhile, which takes the place of this one');
      }
      if (last) {
        bar?.setTotal(Math.max(last.suspects, last.remaining));
        bar?.update(Math.max(0, last.suspects - last.remaining));
        if (last.endedAt !== null) return { suspects: last.suspects, failing };
      }
      await delay(LOOK_EVERY_MS);
    }
  } finally {
    bar?.stop();
  }
}

async function statusOf(door: Door): Promise<Status> {
  return (await ask<{ indexStatus: Status }>(door, 'ADMINISTRATION', STATUS)).indexStatus;
}

function inWords({ asOf, lagSeconds, pending, failing, rebuild: last }: Status): string {
  const lines = [
    asOf === null ? 'Nothing is indexed yet.' : `What was recorded by ${asOf} is indexed (${lagSeconds ?? 0} s ago).`,
    `${pending} suspects are to be looked at${failing > 0 ? `; the facts of ${failing} of them could not be had` : ''}.`,
  ];
  if (last) {
    const { beganAt, endedAt, suspects, remaining } = last;
    lines.push(
      endedAt === null
        ? `A rebuild began at ${beganAt}: ${suspects} suspects found, ${remaining} left to look at.`
        : `The last rebuild began at ${beganAt} and ended at ${endedAt}.`,
    );
  }
  return lines.join('\n');
}
