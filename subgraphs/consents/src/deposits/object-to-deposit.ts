import { randomUUID } from 'node:crypto';
import type { Database } from '@causeway/kit';
import { standingOf } from '../changes/authority.js';
import type { Authority } from '../changes/authority.js';
import { recordChange } from '../changes/record-change.js';
import { badInput } from '../changes/refusals.js';
import { INFORMATION_DISCLOSURE } from '../changes/sharing-category.js';
import { consentInForce } from '../repository/consents.js';
import { partyById } from '../repository/parties.js';
import { activeConsentsLike, granteeKeyOf, putConsent } from '../repository/put-consent.js';
import type { ConsentRow } from '../tables.js';

/**
 * Objects to deposits by an organisation, at home or abroad, in place of a former objection; effective when this returns.
 *
 * @throws GraphQLError BAD_USER_INPUT for an organisation that is unknown here
 */
export function objectToDeposit(
  database: Database,
  authority: Authority,
  organization: string,
  now: number,
): ConsentRow {
  const { patient } = authority.permit;
  const id = randomUUID();
  return database.inTransaction((db) => {
    if (partyById(db, organization)?.kind !== 'Organization') {
      throw badInput(
        'Expected the id of an organisation, got another; look the organisation up for its id',
      );
    }
    const granteeKey = granteeKeyOf([organization]);
    const former = activeConsentsLike(db, id, { patient, kind: 'DEPOSIT_OBJECTION', granteeKey });
    // A clock that was set back must not keep a patient from objecting.
    const at = Math.max(now, ...former.map(({ validFrom }) => validFrom));
    putConsent(
      database,
      {
        id,
        patient,
        kind: 'DEPOSIT_OBJECTION',
        status: 'active',
        origin: 'LAYER',
        category: [INFORMATION_DISCLOSURE],
        grantor: `Patient/${authority.caller.person}`,
        grantee: [organization],
        dateTime: new Date(at).toISOString(),
        period: { start: null, end: null },
        // Nothing within permits anything, so that it denies deposit as a whole.
        decision: 'deny',
        provision: [],
      },
      { at, now: at },
    );
    const changed = `Consent/${id}`;
    recordChange(
      db,
      { ...standingOf(authority), kind: 'CONSENT_GIVEN', changed, scope: 'CONSENT', at },
      organization,
    );
    const row = consentInForce(db, patient, id);
    if (row === undefined) throw new Error('Expected the objection just written, found none');
    return row;
  });
}
