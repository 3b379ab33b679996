import { describe, expect, it } from '@jest/globals';
import type { GrantState } from '@causeway/schema';
import { grantAt, nextTurn } from './grant-at.js';
import type { TimedGrant } from './grant-at.js';

const at = (text: string): number => Date.parse(text);

const LINK = {
  id: 'l-1',
  status: 'ACTIVE',
  expiresAt: '2026-06-02T12:00:00+08:00',
  remainingAttempts: 5,
} as const;

function timed(stated: Partial<TimedGrant>): TimedGrant {
  return {
    state: 'AUTHORISED',
    stateHistory: [{ state: stated.state ?? 'AUTHORISED', since: '2026-06-01T12:00:00+08:00' }],
    period: { start: '2026-06-01', end: '2026-06-30' },
    answerBy: null,
    encounter: null,
    encounterEndsAt: null,
    link: null,
    ...stated,
  };
}

const REQUESTED = timed({ state: 'REQUESTED', answerBy: at('2026-06-03T12:00:00+08:00') });
const LINKED = timed({ state: 'LINK_ISSUED', link: LINK });
const REDEEMED = timed({
  state: 'REDEEMED',
  link: { ...LINK, status: 'USED' },
  encounter: { id: 'e-1', organization: 'o-1', open: true },
  encounterEndsAt: at('2026-06-02T00:00:00+08:00'),
});

describe('a grant at an instant', () => {
  it.each<[string, TimedGrant, string, GrantState]>([
    ['a request before it lapses', REQUESTED, '2026-06-03T11:59:59.999+08:00', 'REQUESTED'],
    ['a request as it lapses', REQUESTED, '2026-06-03T12:00:00+08:00', 'LAPSED'],
    ['a request past what it asked for', REQUESTED, '2026-07-30T12:00:00+08:00', 'LAPSED'],
    ['a grant on its last day', timed({}), '2026-06-30T23:59:59.999+08:00', 'AUTHORISED'],
    ['a grant after its last day', timed({}), '2026-07-01T00:00:00+08:00', 'EXPIRED'],
    ['a link before it expires', LINKED, '2026-06-02T11:59:59.999+08:00', 'LINK_ISSUED'],
    ['a link as it expires', LINKED, '2026-06-02T12:00:00+08:00', 'AUTHORISED'],
    ['a link after its grant', LINKED, '2026-07-01T00:00:00+08:00', 'EXPIRED'],
    ['an encounter before it ends', REDEEMED, '2026-06-01T23:59:59.999+08:00', 'REDEEMED'],
    ['an encounter as it ends', REDEEMED, '2026-06-02T00:00:00+08:00', 'COMPLETED'],
    ['an encounter long ago', REDEEMED, '2026-09-01T00:00:00+08:00', 'COMPLETED'],
    [
      'an encounter at the end of its grant',
      { ...REDEEMED, period: { start: null, end: '2026-06-01' } },
      '2026-06-02T00:00:00+08:00',
      'EXPIRED',
    ],
    [
      'a suspended grant after its last day',
      timed({ state: 'SUSPENDED' }),
      '2026-07-01T00:00:00+08:00',
      'EXPIRED',
    ],
    [
      'a grant without end',
      timed({ period: { start: null, end: null } }),
      '2099-01-01T00:00:00+08:00',
      'AUTHORISED',
    ],
    ...(['COMPLETED', 'EXPIRED', 'REVOKED', 'DECLINED', 'LAPSED', 'LOCKED'] as const).map(
      (state): [string, TimedGrant, string, GrantState] => [
        `one that is ${state}`,
        timed({ state, answerBy: 0, encounterEndsAt: 0, link: LINK }),
        '2099-01-01T00:00:00+08:00',
        state,
      ],
    ),
  ])('%s', (_case, grant, now, state) => {
    expect(grantAt(grant, at(now)).state).toBe(state);
  });

  it('says since when, whenever it is looked at', () => {
    const { stateHistory } = grantAt(LINKED, at('2026-08-01T12:00:00+08:00'));
    expect(stateHistory.slice(1)).toEqual([
      { state: 'AUTHORISED', since: '2026-06-02T04:00:00.000Z' },
      { state: 'EXPIRED', since: '2026-06-30T16:00:00.000Z' },
    ]);
  });

  it('has an encounter that is closed and a link that has expired, where time ended them', () => {
    const late = at('2026-07-01T00:00:00+08:00');
    expect(grantAt(REDEEMED, late)).toMatchObject({
      encounter: { open: false },
      link: { status: 'USED' },
    });
    expect(grantAt(LINKED, late)).toMatchObject({ link: { status: 'EXPIRED' } });
  });

  it('is the same one while time leaves it alone', () => {
    expect(grantAt(LINKED, at('2026-06-01T12:00:00+08:00'))).toBe(LINKED);
  });
});

describe('the next turn', () => {
  it('is the earliest', () => {
    expect(nextTurn(LINKED)).toEqual({
      at: at('2026-06-02T12:00:00+08:00'),
      state: 'AUTHORISED',
      kind: 'LINK_EXPIRED',
    });
    expect(nextTurn(timed({ state: 'REVOKED' }))).toBeNull();
  });

  it('cannot be told of a period that cannot be read', () => {
    expect(() => nextTurn(timed({ period: { start: null, end: 'soon' } }))).toThrow(/dateTime/);
  });
});
