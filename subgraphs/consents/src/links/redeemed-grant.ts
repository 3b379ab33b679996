import type { GrantRow } from '../tables.js';
import { endOf } from '../grants/grant-at.js';
import { periodNode } from '../nodes/period-node.js';

/** A grant as its holder is told of it: nothing in it says whose records it opens. */
export function redeemedGrant(grant: GrantRow) {
  const { owner: id, encounter, state, scopes, permissions, period } = grant;
  return {
    id,
    encounter: encounter?.id ?? null,
    state,
    opensUntil: opensUntil(grant),
    scopes,
    permissions,
    period: periodNode(period),
  };
}

/** A redeemed grant as its type gives it. */
export type RedeemedGrantNode = ReturnType<typeof redeemedGrant>;

/** The end of the encounter or of the grant, whichever comes first. */
function opensUntil({ state, encounterEndsAt, period }: GrantRow): string | null {
  if (state !== 'REDEEMED') return null;
  const ends = [encounterEndsAt, endOf(period)].filter((end) => end !== null);
  return ends.length === 0 ? null : new Date(Math.min(...ends)).toISOString();
}
