import type { Database } from '@causeway/kit';
import type { GrantState } from '@causeway/schema';
import type { Standing } from '../audit/entry.js';
import { recordChange } from '../changes/record-change.js';
import type { GrantRow } from '../tables.js';
import { moveGrant } from './move-grant.js';

/**
 * Revokes a grant: its consent is inactive, its encounter closed and its link dead when this returns, and the patient is
 * told. Called in a transaction.
 */
export function revokeByChange(
  db: Database['db'],
  grant: GrantRow,
  standing: Standing,
  now: number,
): GrantRow {
  const { encounter, link, owner, organization } = grant;
  const moved = moveGrant(
    db,
    grant,
    {
      state: 'REVOKED',
      encounter: encounter === null ? null : { ...encounter, open: false },
      link: link === null ? null : { ...link, status: 'REVOKED' },
    },
    now,
  );
  recordChange(
    db,
    {
      ...standing,
      kind: 'GRANT_REVOKED',
      changed: `CrossBorderGrant/${owner}`,
      scope: 'GRANT',
      at: moved.at,
    },
    organization,
  );
  return moved.grant;
}

/** `domain.md` 4.6: what was authorised and has not ended. A suspended recognition may come back, and the grant with it. */
export function isRevocable(state: GrantState): boolean {
  switch (state) {
    case 'AUTHORISED':
    case 'LINK_ISSUED':
    case 'REDEEMED':
    case 'SUSPENDED':
      return true;
    case 'REQUESTED':
    case 'COMPLETED':
    case 'EXPIRED':
    case 'REVOKED':
    case 'DECLINED':
    case 'LAPSED':
    case 'LOCKED':
      return false;
  }
}
