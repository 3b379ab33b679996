/** How consents end: sharing consents are revoked, restrictions and objections lifted, and those of who leaves end. */
import type { Texts } from '@causeway/schema';
import type { Database } from '@causeway/kit';
import type { Standing } from '../audit/entry.js';
import { consentInForce } from '../repository/consents.js';
import { changeConsent } from '../repository/put-consent.js';
import type { ConsentRow } from '../tables.js';
import { standingOf } from './authority.js';
import type { Authority } from './authority.js';
import { recordChange } from './record-change.js';
import { conflict, notFound } from './refusals.js';
import { INSTEAD, STATE } from '../refusal-texts.js';

/** The kinds of consents that patients themselves end. */
export type EndableKind = Extract<
  ConsentRow['kind'],
  'SHARING' | 'RESTRICTION' | 'DEPOSIT_OBJECTION'
>;

/** What is expected where another was given, by kind. */
const EXPECTED: Readonly<Record<EndableKind, { readonly own: Texts; readonly active: Texts }>> = {
  SHARING: {
    own: STATE.sharingOfLayer,
    active: STATE.sharingActive,
  },
  RESTRICTION: {
    own: STATE.restrictionOfLayer,
    active: STATE.restrictionActive,
  },
  DEPOSIT_OBJECTION: {
    own: STATE.objectionOfLayer,
    active: STATE.objectionActive,
  },
};

/**
 * Ends a patient's consent of a kind, all of it; effective when this returns.
 *
 * @throws GraphQLError NOT_FOUND for an id that is none of the patient's consents of that kind, CONFLICT for one that is
 *   not active or was made elsewhere
 */
export function endConsent(
  database: Database,
  authority: Authority,
  kind: EndableKind,
  id: string,
  now: number,
): ConsentRow {
  const { patient } = authority.permit;
  return database.inTransaction((db) => {
    const consent = consentInForce(db, patient, id);
    if (consent?.kind !== kind) throw notFound();
    const { own, active } = EXPECTED[kind];
    if (consent.origin !== 'LAYER') throw conflict(own, INSTEAD.otherSource);
    if (consent.status !== 'active') throw conflict(active, consent.status);
    endByChange(db, consent, standingOf(authority), now);
    return consentInForce(db, patient, id) ?? consent;
  });
}

/** Makes a consent inactive, and tells the patient. Called in a transaction. */
export function endByChange(
  db: Database['db'],
  consent: ConsentRow,
  standing: Standing,
  now: number,
): void {
  // A clock that was set back must not keep a consent from ending.
  const at = Math.max(now, consent.validFrom);
  changeConsent(db, consent, { status: 'inactive' }, { at, now: at });
  const changed = `Consent/${consent.owner}`;
  recordChange(
    db,
    { ...standing, kind: 'CONSENT_REVOKED', changed, scope: 'CONSENT', at },
    consent.grantee.at(0) ?? null,
  );
}
