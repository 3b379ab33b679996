import { describe, expect, it } from '@jest/globals';
import type { RecognitionFact } from '@causeway/schema';
import { statusByTheClock } from './recognition-by-the-clock.js';

const at = (text: string): number => Date.parse(text);

const standing = (
  status: RecognitionFact['status'],
  end: string | null,
  suspendedUntil: string | null = null,
) => ({
  status,
  period: { start: '2026-01-01', end },
  suspension:
    suspendedUntil === null ? null : { start: '2026-05-20T00:00:00Z', end: suspendedUntil },
});

describe('time makes of a recognition', () => {
  it.each([
    ['nothing in the last millisecond of its period', '2026-05-31T23:59:59.999+08:00', null],
    ['one that is expired from the midnight on', '2026-06-01T00:00:00+08:00', 'EXPIRED'],
  ])('%s', (_, now, expected) => {
    const timed = statusByTheClock(standing('RECOGNISED', '2026-05-31'), at(now));
    expect(timed?.entry.status ?? null).toBe(expected);
    if (timed !== null) expect(timed.at).toBe(at('2026-06-01T00:00:00+08:00'));
  });

  it.each([
    ['nothing while it is suspended', '2026-06-10T23:59:59.999+08:00', null],
    ['one in force again after that', '2026-06-11T00:00:00+08:00', 'RECOGNISED'],
    ['one in force again before it is expired', '2028-01-01', 'RECOGNISED'],
  ])('%s', (_, now, expected) => {
    const timed = statusByTheClock(standing('SUSPENDED', '2027', '2026-06-10'), at(now));
    expect(timed?.entry.status ?? null).toBe(expected);
    expect(timed?.entry.suspension ?? null).toBeNull();
  });

  it('an expired one where the period ends while it is suspended', () => {
    const timed = statusByTheClock(
      standing('SUSPENDED', '2026-06-05', '2026-06-10'),
      at('2026-07-01'),
    );
    expect(timed).toMatchObject({
      at: at('2026-06-06T00:00:00+08:00'),
      entry: { status: 'EXPIRED' },
    });
  });

  it.each(['APPLIED', 'REFUSED', 'CANCELLED', 'EXPIRED', 'WITHDRAWN'] as const)(
    'nothing where it is %s',
    (status) => {
      expect(statusByTheClock(standing(status, '2026-05-31'), at('2030-01-01'))).toBeNull();
    },
  );

  it.each([null, 'some day'])('nothing where its period ends with %j', (end) => {
    expect(statusByTheClock(standing('RECOGNISED', end), at('2030-01-01'))).toBeNull();
  });
});
