import type { Database } from '@causeway/kit';
import type { GrantState } from '@causeway/schema';
import { consentInForce } from '../repository/consents.js';
import { grantInForce } from '../repository/grants.js';
import { forgetLinkSecrets } from '../repository/link-secrets.js';
import { changeConsent } from '../repository/put-consent.js';
import { changeGrant } from '../repository/put-grant.js';
import type { GrantRow } from '../tables.js';

/** A grant after it came to another state, and when it did so, in epoch milliseconds. */
export interface MovedGrant {
  readonly grant: GrantRow;
  readonly at: number;
}

/** What a grant is like in its new state, beside it. */
export type GrantChange = Pick<GrantRow, 'state'> &
  Partial<Pick<GrantRow, 'encounter' | 'link' | 'encounterEndsAt' | 'stateHistory'>>;

/**
 * Brings a grant to a state. One that has ended takes its consent with it, and the secrets of its link. Called in the
 * transaction that records why.
 */
export function moveGrant(
  db: Database['db'],
  grant: GrantRow,
  change: GrantChange,
  now: number,
): MovedGrant {
  const { patient, owner } = grant;
  const { state } = change;
  const consent = grant.consent === null ? undefined : consentInForce(db, patient, grant.consent);
  // A clock that was set back must not keep a grant from ending.
  const at = Math.max(now, grant.validFrom, consent?.validFrom ?? now);
  const moment = { at, now: at };
  const since = new Date(at).toISOString();
  const stateHistory = [...grant.stateHistory, { state, since }];
  changeGrant(db, grant, { stateHistory, ...change }, moment);
  if (hasEnded(state)) {
    if (consent?.status === 'active') changeConsent(db, consent, { status: 'inactive' }, moment);
    forgetLinkSecrets(db, grant);
  }
  const moved = grantInForce(db, patient, owner);
  if (moved === undefined) throw new Error(`Expected a grant ${owner} to move, found none`);
  return { grant: moved, at };
}

/** `domain.md` 4.6: whether nothing leads on from a state. */
function hasEnded(state: GrantState): boolean {
  switch (state) {
    case 'REQUESTED':
    case 'AUTHORISED':
    case 'LINK_ISSUED':
    case 'REDEEMED':
    case 'SUSPENDED':
      return false;
    case 'COMPLETED':
    case 'EXPIRED':
    case 'REVOKED':
    case 'DECLINED':
    case 'LAPSED':
    case 'LOCKED':
      return true;
  }
}
