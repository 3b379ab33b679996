import type { Database } from '@causeway/kit';
import { standingOf } from '../changes/authority.js';
import type { Authority } from '../changes/authority.js';
import { recordChange } from '../changes/record-change.js';
import { conflict, notFound } from '../changes/refusals.js';
import { consentInForce } from '../repository/consents.js';
import { changeConsent } from '../repository/put-consent.js';
import type { ConsentRow } from '../tables.js';

/**
 * Lifts a restriction, all of it; effective when this returns.
 *
 * @throws GraphQLError NOT_FOUND for an id that is none of the patient's restrictions, CONFLICT for one that is not
 *   active or was made elsewhere
 */
export function liftRestriction(
  database: Database,
  authority: Authority,
  id: string,
  now: number,
): ConsentRow {
  const { patient } = authority.permit;
  return database.inTransaction((db) => {
    const restriction = consentInForce(db, patient, id);
    if (restriction?.kind !== 'RESTRICTION') throw notFound();
    if (restriction.origin !== 'LAYER') {
      throw conflict('a restriction made through this layer', 'recorded by another source');
    }
    if (restriction.status !== 'active') {
      throw conflict('an active restriction', restriction.status);
    }
    // A clock that was set back must not keep a patient from changing their mind.
    const at = Math.max(now, restriction.validFrom);
    changeConsent(db, restriction, { status: 'inactive' }, { at, now: at });
    recordChange(
      db,
      {
        ...standingOf(authority),
        kind: 'CONSENT_REVOKED',
        changed: `Consent/${id}`,
        scope: 'CONSENT',
        at,
      },
      restriction.grantee.at(0) ?? null,
    );
    return consentInForce(db, patient, id) ?? restriction;
  });
}
