import type { Database } from '@causeway/kit';
import type { Party } from '@causeway/schema';
import { entryOfAct } from '../audit/entry.js';
import { standingOf } from '../changes/authority.js';
import type { Authority } from '../changes/authority.js';
import { badInput, notFound } from '../changes/refusals.js';
import { appendEntries } from '../repository/append-events.js';
import { partyById } from '../repository/parties.js';
import { addRequestCode } from '../repository/request-codes.js';
import type { RequestCodeUse } from '../tables.js';
import { REQUEST_CODE_LIFETIME, digestOfRequestCode, newRequestCode } from './request-code.js';
import { INPUT, PARTS } from '../refusal-texts.js';

/** A code that lets one organisation ask once; it is shown to the patient and kept nowhere. */
export interface IssuedCode {
  readonly code: string;
  /** Epoch milliseconds. */
  readonly expiresAt: number;
}

/**
 * A new code by which one organisation may ask the patient once, in place of the former one for the same organisation
 * and use. That it was issued is audited.
 *
 * @throws GraphQLError BAD_USER_INPUT for an organisation that is unknown here, or on the wrong side of the boundary;
 *   NOT_FOUND for one who may answer for grants alone and lets a sharing consent be asked for
 */
export function issueRequestCode(
  database: Database,
  authority: Authority,
  { organization, use }: { readonly organization: string; readonly use: RequestCodeUse },
  now: number,
): IssuedCode {
  const { permit } = authority;
  // Caregivers answer for grants, and let nobody ask for anything else.
  if (use === 'SHARING' && permit.administrativeBasis !== 'SUBJECT') throw notFound();
  const { patient } = permit;
  const code = newRequestCode();
  const expiresAt = now + REQUEST_CODE_LIFETIME;
  database.inTransaction((db) => {
    requirePlace(partyById(db, organization), use);
    const digest = digestOfRequestCode(code);
    addRequestCode(db, { digest, use, patient, organization, issuedAt: now, expiresAt });
    // Nothing is agreed to yet, so there is nothing to be told; who let the patient be asked is on record.
    appendEntries(db, [entryOfAct({ ...standingOf(authority), scope: 'GRANT', at: now })]);
  });
  return { code, expiresAt };
}

function requirePlace(party: Party | undefined, use: RequestCodeUse): void {
  const isAtHome = party?.jurisdiction === 'HK';
  const isPlaced = party?.kind === 'Organization' && isAtHome === (use === 'SHARING');
  if (isPlaced) return;
  const place = use === 'SHARING' ? PARTS.atHome : PARTS.abroad;
  throw badInput(INPUT.organizationElsewhere, { place, use });
}
