import type { Database } from '@causeway/kit';
import type { GrantState } from '@causeway/schema';
import { consentInForce } from '../repository/consents.js';
import { grantInForce } from '../repository/grants.js';
import { changeConsent } from '../repository/put-consent.js';
import { changeGrant } from '../repository/put-grant.js';
import type { GrantRow } from '../tables.js';
import { standingOf } from './authority.js';
import type { Authority } from './authority.js';
import { recordChange } from './record-change.js';
import { conflict, notFound } from './refusals.js';

/**
 * Revokes a patient's cross-border grant: its consent is inactive, its encounter closed and its link dead when this
 * returns.
 *
 * @throws GraphQLError NOT_FOUND for an id that is none of the patient's grants, CONFLICT for a grant that is not
 *   authorised, or no longer
 */
export function revokeGrant(
  database: Database,
  authority: Authority,
  id: string,
  now: number,
): GrantRow {
  const { patient } = authority.permit;
  return database.inTransaction((db) => {
    const grant = grantInForce(db, patient, id);
    if (grant === undefined) throw notFound();
    if (!isRevocable(grant.state)) {
      throw conflict('a grant that is authorised', grant.state.toLowerCase());
    }
    const consent = grant.consent === null ? undefined : consentInForce(db, patient, grant.consent);
    // A clock that was set back must not keep a patient from revoking.
    const at = Math.max(now, grant.validFrom, consent?.validFrom ?? now);
    const moment = { at, now: at };
    const since = new Date(at).toISOString();
    changeGrant(
      db,
      grant,
      {
        state: 'REVOKED',
        stateHistory: [...grant.stateHistory, { state: 'REVOKED', since }],
        encounter: grant.encounter === null ? null : { ...grant.encounter, open: false },
        link: grant.link === null ? null : { ...grant.link, status: 'REVOKED' },
      },
      moment,
    );
    if (consent?.status === 'active') changeConsent(db, consent, { status: 'inactive' }, moment);
    const changed = `CrossBorderGrant/${id}`;
    recordChange(
      db,
      { ...standingOf(authority), kind: 'GRANT_REVOKED', changed, scope: 'GRANT', at },
      grant.organization,
    );
    return grantInForce(db, patient, id) ?? grant;
  });
}

/** `domain.md` 4.6: what was authorised and has not ended. A suspended recognition may come back, and the grant with it. */
function isRevocable(state: GrantState): boolean {
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
