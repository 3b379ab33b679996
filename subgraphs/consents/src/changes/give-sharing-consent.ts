import { randomUUID } from 'node:crypto';
import type { Database } from '@causeway/kit';
import { activeConsentsLike, granteeKeyOf } from '../repository/put-consent.js';
import type { ConsentRow } from '../tables.js';
import type { Authority } from './authority.js';
import { putGiven } from './put-given.js';
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
  const { patient } = authority.permit;
  const { organization } = request;
  const id = randomUUID();
  return database.inTransaction((db) => {
    const granteeKey = granteeKeyOf([organization]);
    const former = activeConsentsLike(db, id, { patient, kind: 'SHARING', granteeKey });
    // A clock that was set back must not keep a patient from changing their mind.
    const at = Math.max(now, ...former.map(({ validFrom }) => validFrom));
    return putGiven(database, authority, { ...terms, id, kind: 'SHARING', organization }, at);
  });
}
