const FIRST = 5_000;
const LONGEST = 3_600_000;

/** How long to wait before a notice is tried again that failed so many times, in milliseconds: doubled each time, an hour at most. */
export function retryDelay(failures: number): number {
  return Math.min(LONGEST, FIRST * 2 ** (failures - 1));
}
