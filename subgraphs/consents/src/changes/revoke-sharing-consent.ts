import type { Database } from '@causeway/kit';
import { consentInForce } from '../repository/consents.js';
import { changeConsent } from '../repository/put-consent.js';
import type { ConsentRow } from '../tables.js';
import { standingOf } from './authority.js';
import type { Authority } from './authority.js';
import { recordChange } from './record-change.js';
import { conflict, notFound } from './refusals.js';

/**
 * Revokes a patient's sharing consent; effective when this returns.
 *
 * @throws GraphQLError NOT_FOUND for an id that is none of the patient's sharing consents, CONFLICT for one that is not
 *   active or was made elsewhere
 */
export function revokeSharingConsent(
  database: Database,
  authority: Authority,
  id: string,
  now: number,
): ConsentRow {
  const { patient } = authority.permit;
  return database.inTransaction((db) => {
    const consent = consentInForce(db, patient, id);
    if (consent?.kind !== 'SHARING') throw notFound();
    if (consent.origin !== 'LAYER') {
      throw conflict('a sharing consent given through this layer', 'recorded by another source');
    }
    if (consent.status !== 'active') throw conflict('an active sharing consent', consent.status);
    // A clock that was set back must not keep a patient from revoking.
    const at = Math.max(now, consent.validFrom);
    changeConsent(db, consent, { status: 'inactive' }, { at, now: at });
    const changed = `Consent/${id}`;
    recordChange(
      db,
      { ...standingOf(authority), kind: 'CONSENT_REVOKED', changed, scope: 'CONSENT', at },
      consent.grantee.at(0) ?? null,
    );
    return consentInForce(db, patient, id) ?? consent;
  });
}
