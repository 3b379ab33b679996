import type { Database } from '@causeway/kit';
import { standingOf } from '../changes/authority.js';
import type { Authority } from '../changes/authority.js';
import { recordChange } from '../changes/record-change.js';
import { moveGrant } from '../grants/move-grant.js';
import type { GrantRow } from '../tables.js';
import { openRequest } from './open-request.js';

/**
 * Declines what a party asked for.
 *
 * @throws GraphQLError NOT_FOUND for an id that is none of the patient's requests, CONFLICT for one that is answered or
 *   lapsed
 */
export function declineGrant(
  database: Database,
  authority: Authority,
  id: string,
  now: number,
): GrantRow {
  return database.inTransaction((db) => {
    const { request } = openRequest(db, authority.permit.patient, id, now);
    const { grant, at } = moveGrant(db, request, { state: 'DECLINED' }, now);
    const changed = `CrossBorderGrant/${id}`;
    recordChange(
      db,
      { ...standingOf(authority), kind: 'GRANT_DECLINED', changed, scope: 'GRANT', at },
      request.organization,
    );
    return grant;
  });
}
