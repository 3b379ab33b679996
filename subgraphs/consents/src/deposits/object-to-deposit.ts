import { randomUUID } from 'node:crypto';
import type { Database } from '@causeway/kit';
import type { Authority } from '../changes/authority.js';
import { putGiven } from '../changes/put-given.js';
import { badInput } from '../changes/refusals.js';
import { partyById } from '../repository/parties.js';
import { activeConsentsLike, granteeKeyOf } from '../repository/put-consent.js';
import type { ConsentRow } from '../tables.js';
import { INPUT } from '../refusal-texts.js';

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
      throw badInput(INPUT.organizationUnknown);
    }
    const granteeKey = granteeKeyOf([organization]);
    const former = activeConsentsLike(db, id, { patient, kind: 'DEPOSIT_OBJECTION', granteeKey });
    // A clock that was set back must not keep a patient from objecting.
    const at = Math.max(now, ...former.map(({ validFrom }) => validFrom));
    return putGiven(
      database,
      authority,
      {
        id,
        kind: 'DEPOSIT_OBJECTION',
        organization,
        period: { start: null, end: null },
        // Nothing within permits anything, so that it denies deposit as a whole.
        decision: 'deny',
        provision: [],
      },
      at,
    );
  });
}
