/**
 * What time does to grants. Nobody asks for it: a read shows it from the very instant on, whether or not it has been
 * recorded, and `settleTime` records it.
 */
import type { ChangeKind, GrantState, Period } from '@causeway/schema';
import { earliestInstant } from '@causeway/schema';
import { intervalOf } from '../period.js';
import type { GrantRow } from '../tables.js';

/** What of a grant time turns, and by what. */
export type TimedGrant = Pick<
  GrantRow,
  'state' | 'stateHistory' | 'period' | 'answerBy' | 'encounter' | 'encounterEndsAt' | 'link'
>;

/** A change that time brings: at `at` (epoch milliseconds) it is so. */
export interface Turn {
  readonly at: number;
  readonly state: GrantState;
  readonly kind: ChangeKind;
}

/** A grant as it is at an instant (epoch milliseconds), whatever has been recorded of it. */
export function grantAt<Grant extends TimedGrant>(grant: Grant, now: number): Grant {
  const turn = nextTurn(grant);
  return turn === null || now < turn.at ? grant : grantAt(turned(grant, turn), now);
}

/**
 * What time does to a grant next; null for one that it leaves alone.
 *
 * @throws PeriodError if the grant's period cannot be read
 */
export function nextTurn(grant: TimedGrant): Turn | null {
  const [first] = turnsOf(grant).toSorted((one, other) => one.at - other.at);
  return first ?? null;
}

/** The grant after a turn: what is over with its state is closed. */
export function turned<Grant extends TimedGrant>(grant: Grant, { at, state }: Turn): Grant {
  const { encounter, link, stateHistory } = grant;
  return {
    ...grant,
    state,
    stateHistory: [...stateHistory, { state, since: new Date(at).toISOString() }],
    encounter: encounter === null ? null : { ...encounter, open: false },
    link: link?.status === 'ACTIVE' ? { ...link, status: 'EXPIRED' } : link,
  };
}

/** Where two fall on one instant, the end of the grant comes first. */
function turnsOf(grant: TimedGrant): Turn[] {
  const { state, period, answerBy, encounterEndsAt, link } = grant;
  switch (state) {
    case 'REQUESTED':
      return turnAt(answerBy, 'LAPSED', 'GRANT_LAPSED');
    case 'AUTHORISED':
    case 'SUSPENDED':
      return expiryOf(period);
    case 'LINK_ISSUED':
      return [
        ...expiryOf(period),
        // Another link can be issued while the grant lasts.
        ...turnAt(expiryOfLink(link), 'AUTHORISED', 'LINK_EXPIRED'),
      ];
    case 'REDEEMED':
      return [...expiryOf(period), ...turnAt(encounterEndsAt, 'COMPLETED', 'GRANT_COMPLETED')];
    case 'COMPLETED':
    case 'EXPIRED':
    case 'REVOKED':
    case 'DECLINED':
    case 'LAPSED':
    case 'LOCKED':
      return [];
  }
}

/** The first instant after a period, in epoch milliseconds; null for one without end. */
export function endOf(period: Period): number | null {
  const { to } = intervalOf(period);
  return to === null ? null : to + 1;
}

function expiryOf(period: Period): Turn[] {
  return turnAt(endOf(period), 'EXPIRED', 'GRANT_EXPIRED');
}

function expiryOfLink(link: TimedGrant['link']): number | null {
  return link?.status === 'ACTIVE' ? earliestInstant(link.expiresAt) : null;
}

function turnAt(at: number | null, state: GrantState, kind: ChangeKind): Turn[] {
  return at === null ? [] : [{ at, state, kind }];
}
