import type { ExportFilter } from '@causeway/consents';
import { earliestInstant, windowStart } from '@causeway/schema';
import { StartError } from '../program.js';

/** What the command line asks for. */
export interface ExportOptions {
  readonly patient?: string;
  readonly since?: string;
  readonly olderThan?: string;
}

/**
 * The events that are asked for at an instant (epoch milliseconds).
 *
 * @throws StartError for a date or a duration that cannot be read
 */
export function exportFilter(
  { patient, since, olderThan }: ExportOptions,
  now: number,
): ExportFilter {
  return {
    patient: patient ?? null,
    since: since === undefined ? null : read('--since', since, 'a date', earliestInstant(since)),
    before:
      olderThan === undefined
        ? null
        : read(
            '--older-than',
            olderThan,
            'years, months, weeks or days such as P10Y',
            windowStart(olderThan, now),
          ),
  };
}

function read(option: string, text: string, expected: string, instant: number | null): number {
  if (instant !== null) return instant;
  throw new StartError(`${option}: expected ${expected}, got ${JSON.stringify(text)}`);
}
