import type { Database } from '@causeway/kit';
import { consentInForce } from '../repository/consents.js';
import { putConsent } from '../repository/put-consent.js';
import type { NewConsent } from '../repository/put-consent.js';
import type { ConsentRow } from '../tables.js';
import { standingOf } from './authority.js';
import type { Authority } from './authority.js';
import type { EndableKind } from './end-consent.js';
import { recordChange } from './record-change.js';
import { INFORMATION_DISCLOSURE } from './sharing-category.js';

/** What a patient gives: a permission, a restriction or an objection. */
export interface Given extends Pick<NewConsent, 'id' | 'period' | 'decision' | 'provision'> {
  readonly kind: EndableKind;
  /** Organization id; null for everybody. */
  readonly organization: string | null;
}

/**
 * Puts what a patient gives in place of a former consent of the kind for the same organisation, and tells them; in force
 * from an instant on (epoch milliseconds). Called in a transaction.
 */
export function putGiven(
  database: Database,
  authority: Authority,
  { organization, ...stated }: Given,
  at: number,
): ConsentRow {
  const { caller, permit } = authority;
  const { patient } = permit;
  putConsent(
    database,
    {
      ...stated,
      patient,
      status: 'active',
      origin: 'LAYER',
      category: [INFORMATION_DISCLOSURE],
      grantor: `Patient/${caller.person}`,
      grantee: organization === null ? [] : [organization],
      dateTime: new Date(at).toISOString(),
    },
    { at, now: at },
  );
  const changed = `Consent/${stated.id}`;
  recordChange(
    database.db,
    { ...standingOf(authority), kind: 'CONSENT_GIVEN', changed, scope: 'CONSENT', at },
    organization,
  );
  const row = consentInForce(database.db, patient, stated.id);
  if (row === undefined) throw new Error('Expected the consent just written, found none');
  return row;
}
