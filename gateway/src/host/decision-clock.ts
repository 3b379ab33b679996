import { isInstant } from '@causeway/schema';

/** The clock tells no time, so nobody can say what is in force. */
export class ClockUnavailableError extends Error {
  constructor(options?: ErrorOptions) {
    super('Expected the clock to tell a time in epoch milliseconds, got none', options);
    this.name = 'ClockUnavailableError';
  }
}

/**
 * The clock as decisions take it: a reading that is no time is as none.
 *
 * @throws ClockUnavailableError where the clock fails: then nothing is decided
 */
export function decisionClock(clock: () => number): () => number {
  return () => {
    const reading = readingOf(clock);
    if (!isInstant(reading)) throw new ClockUnavailableError();
    return reading;
  };
}

function readingOf(clock: () => number): number {
  try {
    return clock();
  } catch (error) {
    throw new ClockUnavailableError({ cause: error });
  }
}
