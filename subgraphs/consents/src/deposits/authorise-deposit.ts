import type { Database } from '@causeway/kit';
import { entryOfChange } from '../audit/entry.js';
import { noticeOf } from '../audit/notice.js';
import { badInput, conflict, notFound } from '../changes/refusals.js';
import { standingUnder } from '../encounters/provider.js';
import type { ProviderCaller } from '../encounters/provider.js';
import { nextTurn } from '../grants/grant-at.js';
import { settleGrant } from '../grants/settle-grant.js';
import { addNotices, appendEntries } from '../repository/append-events.js';
import { grantInForce, grantOf } from '../repository/grants.js';
import { changeGrant } from '../repository/put-grant.js';
import type { GuessLimit } from '../requests/guess-limit.js';
import { withRequestCode } from '../requests/redeem-request-code.js';
import type { GrantRow } from '../tables.js';
import { INPUT, INSTEAD, STATE } from '../refusal-texts.js';

/** The documents by which a patient's identity is checked; which one is kept, its number is not. */
export type IdentityDocument = 'HKID_CARD' | 'HOME_RETURN_PERMIT' | 'PASSPORT';

/** What a provider abroad shows to deposit: the code the patient told, and that it checked who the patient is. */
export interface DepositCode {
  /** CrossBorderGrant id. */
  readonly grant: string;
  readonly code: string;
  readonly identityCheck: { readonly document: IdentityDocument; readonly attested: boolean };
}

/** An authorisation to deposit what an encounter brings. */
export interface DepositAuthorisation {
  readonly grant: GrantRow;
  /** When it ends: with the encounter, in epoch milliseconds. */
  readonly until: number;
}

/**
 * Authorises the deposit of what the open encounter of a grant brings, until it ends, by a code that the patient told
 * the organisation for that. The patient is told.
 *
 * @throws GraphQLError BAD_USER_INPUT where nobody attests that the patient's identity was checked; NOT_FOUND for an id
 *   that is no grant of the caller's organisation, and for the code; CONFLICT for a grant whose encounter is not open,
 *   or that permits no deposit
 */
export function authoriseDeposit(
  database: Database,
  guesses: GuessLimit,
  caller: ProviderCaller,
  { grant: id, code, identityCheck }: DepositCode,
  now: number,
): DepositAuthorisation {
  const { document, attested } = identityCheck;
  if (!attested) {
    throw badInput(INPUT.identityUnattested);
  }
  return database.inTransaction((db) => {
    const { patient, grant, until } = depositable(db, caller, id, now);
    const told = { code, use: 'DEPOSIT', guesser: caller, patient } as const;
    return withRequestCode(database, guesses, told, now, () => {
      // A clock that was set back must not move the grant's history.
      const at = Math.max(now, grant.validFrom);
      changeGrant(db, grant, { depositUntil: until }, { at, now: at });
      tell(db, grant, caller, document, at);
      const authorised = grantInForce(db, patient, id);
      if (authorised === undefined) throw new Error('Expected the grant just changed, found none');
      return { grant: authorised, until };
    });
  });
}

interface Depositable {
  readonly patient: string;
  readonly grant: GrantRow;
  /** When its encounter ends, in epoch milliseconds. */
  readonly until: number;
}

function depositable(
  db: Database['db'],
  caller: ProviderCaller,
  id: string,
  now: number,
): Depositable {
  const found = grantOf(db, id);
  if (found?.organization !== caller.organization) throw notFound();
  const grant = settleGrant(db, found, now);
  if (grant.state !== 'REDEEMED' || grant.encounter?.open !== true) {
    throw conflict(STATE.grantEncounterOpen, grant.state.toLowerCase().replace('_', ' '));
  }
  if (!grant.permissions.includes('DEPOSIT')) {
    throw conflict(STATE.grantDeposit, INSTEAD.readOnly);
  }
  const until = nextTurn(grant)?.at;
  if (until === undefined) throw conflict(STATE.encounterEnds, INSTEAD.endless);
  return { patient: grant.patient, grant, until };
}

/** Which document was checked is for those who oversee the trail: nobody else is shown why. */
function tell(
  db: Database['db'],
  grant: GrantRow,
  caller: ProviderCaller,
  document: IdentityDocument,
  at: number,
): void {
  const entry = {
    ...entryOfChange({
      ...standingUnder(grant, caller),
      action: 'DEPOSIT',
      kind: 'DEPOSIT_AUTHORISED',
      changed: `CrossBorderGrant/${grant.owner}`,
      scope: 'GRANT',
      at,
    }),
    reason: `identity checked by ${document}`,
  };
  appendEntries(db, [entry]);
  const notice = noticeOf(entry, 'DEPOSIT_AUTHORISED', grant.organization);
  addNotices(db, [{ notice, secret: null }]);
}
