import { setTimeout } from 'node:timers/promises';

const DAY = 86_400_000;

/** Hong Kong is eight hours ahead of UTC, all year (ms). */
const AHEAD = 8 * 3_600_000;

/** How long a suite that counts records may take, with room to spare (ms). */
const ROOM = 120_000;

/** The longest that is waited for midnight to pass (ms). */
export const LONGEST_NIGHT = ROOM + 1_000;

/**
 * Waits for the next day in Hong Kong, where less of this one is left than a suite takes. The invented world is of one
 * day, and its oldest records stand on the first moment of a look-back: who counts them by the clock of the machine a
 * day later finds fewer.
 */
export async function clearOfMidnight(): Promise<void> {
  const left = DAY - ((Date.now() + AHEAD) % DAY);
  if (left < ROOM) await setTimeout(left + 1_000);
}
