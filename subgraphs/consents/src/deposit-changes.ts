/** What comes into patients' accounts: who may bring it, who may not, and what was brought. */
import { takeIn } from '@causeway/kit';
import type { Database } from '@causeway/kit';
import type { DepositEvent } from '@causeway/schema';
import type { Authority } from './changes/authority.js';
import { endConsent } from './changes/end-consent.js';
import { authoriseDeposit } from './deposits/authorise-deposit.js';
import type { DepositAuthorisation, DepositCode } from './deposits/authorise-deposit.js';
import { objectToDeposit } from './deposits/object-to-deposit.js';
import { takeDeposit } from './deposits/take-deposit.js';
import type { ProviderCaller } from './encounters/provider.js';
import type { GuessLimit } from './requests/guess-limit.js';
import { feedPositions } from './tables.js';
import type { ConsentRow } from './tables.js';

/** The changes of what may come into patients' accounts. */
export interface DepositChanges {
  /** Authorises the deposit of what an open encounter abroad brings, by the patient's code. */
  authoriseDeposit(caller: ProviderCaller, shown: DepositCode): DepositAuthorisation;
  /** Objects to deposits by an organisation. */
  objectToDeposit(authority: Authority, organization: string): ConsentRow;
  /** Lifts an objection to deposit. */
  liftDepositObjection(authority: Authority, id: string): ConsentRow;
  /** Takes in what the records subgraph told; returns the position after. */
  takeDeposits(events: readonly DepositEvent[]): number;
}

/** The changes over a database, by a clock that gives epoch milliseconds; wrong codes count towards the limit. */
export function depositChanges(
  database: Database,
  guesses: GuessLimit,
  clock: () => number,
): DepositChanges {
  return {
    authoriseDeposit: (caller, shown) =>
      authoriseDeposit(database, guesses, caller, shown, clock()),
    objectToDeposit: (authority, organization) =>
      objectToDeposit(database, authority, organization, clock()),
    liftDepositObjection: (authority, id) =>
      endConsent(database, authority, 'DEPOSIT_OBJECTION', id, clock()),
    takeDeposits: (events) =>
      takeIn(database, feedPositions, 'records', events, (db, event) =>
        takeDeposit(db, event, clock()),
      ),
  };
}
