import { setTimeout } from 'node:timers/promises';
import { latestInstant, localDate } from '@causeway/schema';

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
  const now = Date.now();
  const left = (latestInstant(localDate(now)) ?? now) - now;
  if (left < ROOM) await setTimeout(left + 1_000);
}
