import { setTimeout as delay } from 'node:timers/promises';

/** Asks again and again until `isEnough`; what was last found after `milliseconds`, whatever it is. */
export async function until<Found>(
  ask: () => Promise<Found>,
  isEnough: (found: Found) => boolean,
  milliseconds = 20_000,
): Promise<Found> {
  const deadline = Date.now() + milliseconds;
  for (;;) {
    const found = await ask();
    if (isEnough(found) || Date.now() > deadline) return found;
    await delay(20);
  }
}
