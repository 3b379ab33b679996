import type { Database } from '@causeway/kit';
import { recordChange } from '../changes/record-change.js';
import { conflict, notFound } from '../changes/refusals.js';
import { moveGrant } from '../grants/move-grant.js';
import { settleGrant } from '../grants/settle-grant.js';
import { grantOf } from '../repository/grants.js';
import type { GrantRow } from '../tables.js';
import { standingUnder } from './provider.js';
import type { ProviderCaller } from './provider.js';
import { STATE } from '../refusal-texts.js';

/**
 * Closes the encounter of a grant for the organisation where it is: nothing can be read under the grant any more when
 * this returns.
 *
 * @throws GraphQLError NOT_FOUND for an id that is no grant of the caller's organisation, CONFLICT for a grant whose
 *   encounter is not open
 */
export function closeEncounter(
  database: Database,
  caller: ProviderCaller | null,
  id: string,
  now: number,
): GrantRow {
  return database.inTransaction((db) => {
    const found = grantOf(db, id);
    if (caller === null || found?.organization !== caller.organization) throw notFound();
    const grant = settleGrant(db, found, now);
    if (grant.state !== 'REDEEMED' || grant.encounter === null) {
      throw conflict(STATE.grantEncounterOpen, grant.state.toLowerCase());
    }
    const encounter = { ...grant.encounter, open: false };
    const moved = moveGrant(db, grant, { state: 'COMPLETED', encounter }, now);
    recordChange(
      db,
      {
        ...standingUnder(grant, caller),
        kind: 'GRANT_COMPLETED',
        changed: `CrossBorderGrant/${id}`,
        scope: 'GRANT',
        at: moved.at,
      },
      grant.organization,
    );
    return moved.grant;
  });
}
