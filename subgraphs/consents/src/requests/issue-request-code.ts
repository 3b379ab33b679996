import type { Database } from '@causeway/kit';
import type { Party } from '@causeway/schema';
import type { Authority } from '../changes/authority.js';
import { badInput } from '../changes/refusals.js';
import { partyById } from '../repository/parties.js';
import { addRequestCode } from '../repository/request-codes.js';
import type { RequestCodeUse } from '../tables.js';
import { REQUEST_CODE_LIFETIME, digestOfRequestCode, newRequestCode } from './request-code.js';

/** A code that lets one organisation ask once; it is shown to the patient and kept nowhere. */
export interface IssuedCode {
  readonly code: string;
  /** Epoch milliseconds. */
  readonly expiresAt: number;
}

/**
 * A new code by which one organisation may ask the patient once, in place of the former one for the same organisation
 * and use.
 *
 * @throws GraphQLError BAD_USER_INPUT for an organisation that is unknown here, or on the wrong side of the boundary
 */
export function issueRequestCode(
  database: Database,
  { permit: { patient } }: Authority,
  { organization, use }: { readonly organization: string; readonly use: RequestCodeUse },
  now: number,
): IssuedCode {
  const code = newRequestCode();
  const expiresAt = now + REQUEST_CODE_LIFETIME;
  database.inTransaction((db) => {
    requirePlace(partyById(db, organization), use);
    const digest = digestOfRequestCode(code);
    addRequestCode(db, { digest, use, patient, organization, issuedAt: now, expiresAt });
  });
  return { code, expiresAt };
}

function requirePlace(party: Party | undefined, use: RequestCodeUse): void {
  const isAtHome = party?.jurisdiction === 'HK';
  const isPlaced = party?.kind === 'Organization' && isAtHome === (use === 'SHARING');
  if (isPlaced) return;
  const place = use === 'SHARING' ? 'in Hong Kong' : 'outside Hong Kong';
  throw badInput(
    `Expected the id of an organisation ${place} for a code of use ${use}, got another; look the organisation up for its id`,
  );
}
