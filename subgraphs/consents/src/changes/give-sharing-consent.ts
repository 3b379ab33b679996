import { randomUUID } from 'node:crypto';
import type { Database } from '@causeway/kit';
import { consentInForce } from '../repository/consents.js';
import { activeConsentsLike, granteeKeyOf, putConsent } from '../repository/put-consent.js';
import type { ConsentRow } from '../tables.js';
import { standingOf } from './authority.js';
import type { Authority } from './authority.js';
import { recordChange } from './record-change.js';
import { INFORMATION_DISCLOSURE } from './sharing-category.js';
import { sharingTerms } from './sharing-request.js';
import type { SharingRequest } from './sharing-request.js';

/**
 * Gives an organisation a patient's sharing consent, which takes the place of a former one; effective when this returns.
 *
 * @throws GraphQLError BAD_USER_INPUT for a request that cannot be taken
 */
export function giveSharingConsent(
  database: Database,
  authority: Authority,
  request: SharingRequest,
  now: number,
): ConsentRow {
  const terms = sharingTerms(request, now);
  const { caller, permit } = authority;
  const { patient } = permit;
  const { organization } = request;
  const id = randomUUID();
  return database.inTransaction((db) => {
    const granteeKey = granteeKeyOf([organization]);
    const former = activeConsentsLike(db, id, { patient, kind: 'SHARING', granteeKey });
    // A clock that was set back must not keep a patient from changing their mind.
    const at = Math.max(now, ...former.map(({ validFrom }) => validFrom));
    putConsent(
      database,
      {
        id,
        patient,
        kind: 'SHARING',
        status: 'active',
        origin: 'LAYER',
        category: [INFORMATION_DISCLOSURE],
        grantor: `Patient/${caller.person}`,
        grantee: [organization],
        dateTime: new Date(at).toISOString(),
        ...terms,
      },
      { at, now: at },
    );
    const changed = `Consent/${id}`;
    recordChange(
      db,
      { ...standingOf(authority), kind: 'CONSENT_GIVEN', changed, scope: 'CONSENT', at },
      organization,
    );
    return present(consentInForce(db, patient, id));
  });
}

function present(row: ConsentRow | undefined): ConsentRow {
  if (row === undefined) throw new Error('Expected the consent that was just written, found none');
  return row;
}
