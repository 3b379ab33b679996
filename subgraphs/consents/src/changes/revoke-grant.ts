import type { Database } from '@causeway/kit';
import { grantAt } from '../grants/grant-at.js';
import { isRevocable, revokeByChange } from '../grants/revoke-by-change.js';
import { grantInForce } from '../repository/grants.js';
import type { GrantRow } from '../tables.js';
import { standingOf } from './authority.js';
import type { Authority } from './authority.js';
import { conflict, notFound } from './refusals.js';
import { STATE } from '../refusal-texts.js';

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
  return database.inTransaction((db) => {
    const grant = grantInForce(db, authority.permit.patient, id);
    if (grant === undefined) throw notFound();
    const { state } = grantAt(grant, now);
    if (!isRevocable(state)) throw conflict(STATE.grantAuthorised, state.toLowerCase());
    return revokeByChange(db, grant, standingOf(authority), now);
  });
}
