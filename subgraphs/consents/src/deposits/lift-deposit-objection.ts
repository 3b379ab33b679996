import type { Database } from '@causeway/kit';
import { standingOf } from '../changes/authority.js';
import type { Authority } from '../changes/authority.js';
import { recordChange } from '../changes/record-change.js';
import { conflict, notFound } from '../changes/refusals.js';
import { consentInForce } from '../repository/consents.js';
import { changeConsent } from '../repository/put-consent.js';
import type { ConsentRow } from '../tables.js';

/**
 * Lifts an objection to deposit; effective when this returns.
 *
 * @throws GraphQLError NOT_FOUND for an id that is none of the patient's objections, CONFLICT for one that is not active
 *   or was made elsewhere
 */
export function liftDepositObjection(
  database: Database,
  authority: Authority,
  id: string,
  now: number,
): ConsentRow {
  const { patient } = authority.permit;
  return database.inTransaction((db) => {
    const objection = consentInForce(db, patient, id);
    if (objection?.kind !== 'DEPOSIT_OBJECTION') throw notFound();
    if (objection.origin !== 'LAYER') {
      throw conflict('an objection made through this layer', 'recorded by another source');
    }
    if (objection.status !== 'active') throw conflict('an active objection', objection.status);
    // A clock that was set back must not keep a patient from changing their mind.
    const at = Math.max(now, objection.validFrom);
    changeConsent(db, objection, { status: 'inactive' }, { at, now: at });
    const changed = `Consent/${id}`;
    recordChange(
      db,
      { ...standingOf(authority), kind: 'CONSENT_REVOKED', changed, scope: 'CONSENT', at },
      objection.grantee.at(0) ?? null,
    );
    return consentInForce(db, patient, id) ?? objection;
  });
}
