import { describe, expect, it } from '@jest/globals';
import { RecognitionLifeCycleError, checkNextStatus } from './recognition-life-cycle.js';
import type { RecognitionState } from './recognition-life-cycle.js';

type Status = RecognitionState['status'];

const STATUSES: readonly Status[] = [
  'APPLIED',
  'RECOGNISED',
  'SUSPENDED',
  'CANCELLED',
  'EXPIRED',
  'WITHDRAWN',
  'REFUSED',
];

const state = (status: Status): RecognitionState => ({ status, suspension: null });

const suspended = (start: string, end: string): RecognitionState => ({
  status: 'SUSPENDED',
  suspension: { start, end },
});

const MAY = new Set([
  'APPLIED RECOGNISED',
  'APPLIED REFUSED',
  'RECOGNISED SUSPENDED',
  'RECOGNISED CANCELLED',
  'RECOGNISED EXPIRED',
  'RECOGNISED WITHDRAWN',
  'SUSPENDED RECOGNISED',
  'SUSPENDED SUSPENDED',
  'SUSPENDED CANCELLED',
  'SUSPENDED EXPIRED',
  'SUSPENDED WITHDRAWN',
]);

describe('checkNextStatus', () => {
  const pairs = STATUSES.flatMap((from) => STATUSES.map((to) => [from, to] as const));

  it.each(pairs)('from %s to %s follows the life-cycle', (from, to) => {
    const former = from === 'SUSPENDED' ? suspended('2026-05-01', '2026-05-14') : state(from);
    const next = to === 'SUSPENDED' ? suspended('2026-05-01', '2026-05-28') : state(to);
    const check = (): void => {
      checkNextStatus([former], next);
    };
    if (MAY.has(`${from} ${to}`)) expect(check).not.toThrow();
    else expect(check).toThrow(RecognitionLifeCycleError);
  });

  it('refuses a status of a recognition that was never applied for', () => {
    expect(() => {
      checkNextStatus([], state('RECOGNISED'));
    }).toThrow(RecognitionLifeCycleError);
  });

  it.each([
    ['28 local days', '2026-05-01', '2026-05-28', true],
    ['29 local days', '2026-05-01', '2026-05-29', false],
    ['28 times 24 hours', '2026-05-01T09:00:00+08:00', '2026-05-29T09:00:00+08:00', true],
    ['a second more', '2026-05-01T09:00:00+08:00', '2026-05-29T09:00:01+08:00', false],
    ['an end before its start', '2026-05-02', '2026-05-01', false],
    ['no date', '2026-05-01', 'soon', false],
  ])('on a suspension of %s', (_, start, end, isAllowed) => {
    const check = (): void => {
      checkNextStatus([state('RECOGNISED')], suspended(start, end));
    };
    if (isAllowed) expect(check).not.toThrow();
    else expect(check).toThrow(RecognitionLifeCycleError);
  });

  it('refuses a suspension without a period', () => {
    expect(() => {
      checkNextStatus([state('RECOGNISED')], state('SUSPENDED'));
    }).toThrow(/start and, not before it, an end/);
  });

  it('refuses a suspension with another status', () => {
    expect(() => {
      checkNextStatus([state('RECOGNISED')], {
        status: 'CANCELLED',
        suspension: { start: '2026-05-01', end: '2026-05-02' },
      });
    }).toThrow(/SUSPENDED alone/);
  });

  const first = suspended('2026-05-01', '2026-05-28');

  it.each([
    ['by 28 days', suspended('2026-05-01', '2026-06-25'), true],
    ['by 29 days', suspended('2026-05-01', '2026-06-26'), false],
    ['to another start', suspended('2026-05-02', '2026-06-01'), false],
    ['to an earlier end', suspended('2026-05-01', '2026-05-20'), false],
  ])('on an extension %s', (_, next, isAllowed) => {
    const check = (): void => {
      checkNextStatus([state('RECOGNISED'), first], next);
    };
    if (isAllowed) expect(check).not.toThrow();
    else expect(check).toThrow(RecognitionLifeCycleError);
  });

  it('extends a suspension once', () => {
    const extended = suspended('2026-05-01', '2026-06-10');
    expect(() => {
      checkNextStatus(
        [state('RECOGNISED'), first, extended],
        suspended('2026-05-01', '2026-06-20'),
      );
    }).toThrow(/extended once/);
  });

  it('extends a later suspension whatever became of an earlier one', () => {
    const history = [
      state('RECOGNISED'),
      suspended('2026-01-01', '2026-01-14'),
      suspended('2026-01-01', '2026-01-28'),
      state('RECOGNISED'),
      first,
    ];
    expect(() => {
      checkNextStatus(history, suspended('2026-05-01', '2026-06-20'));
    }).not.toThrow();
  });
});
