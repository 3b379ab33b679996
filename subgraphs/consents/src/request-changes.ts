/**
 * How patients come to be asked, and what they answer; what they restrict; what is deposited; what other subgraphs tell
 * of.
 */
import { feedPosition, takeIn } from '@causeway/kit';
import type { Database } from '@causeway/kit';
import type {
  FeedSource,
  JoiningEvent,
  Party,
  PartyEvent,
  ProfessionalCaller,
} from '@causeway/schema';
import type { Authority } from './changes/authority.js';
import { endConsent } from './changes/end-consent.js';
import { depositChanges } from './deposit-changes.js';
import type { DepositChanges } from './deposit-changes.js';
import type { ProviderCaller } from './encounters/provider.js';
import { takeJoining } from './feeds/take-joining.js';
import { takeParty } from './feeds/take-party.js';
import { requestsBy, requestsTo } from './repository/grants.js';
import type { Asker } from './repository/grants.js';
import { partiesById } from './repository/parties.js';
import { answerSharing } from './requests/answer-sharing.js';
import type { SharingAnswer } from './requests/answer-sharing.js';
import { authoriseGrant } from './requests/authorise-grant.js';
import type { Authorisation } from './requests/authorise-grant.js';
import { declineGrant } from './requests/decline-grant.js';
import { GuessLimit } from './requests/guess-limit.js';
import { issueRequestCode } from './requests/issue-request-code.js';
import type { IssuedCode } from './requests/issue-request-code.js';
import { requestGrant } from './requests/request-grant.js';
import type { GrantAsk } from './requests/request-grant.js';
import { requestSharing } from './requests/request-sharing.js';
import type { SharingAsk } from './requests/request-sharing.js';
import { restrictAccess } from './restrictions/restrict-access.js';
import type { Restriction } from './restrictions/restrict-access.js';
import { feedPositions } from './tables.js';
import type { ConsentRow, GrantRow, RequestCodeUse } from './tables.js';

/** What is asked, answered, restricted and told. */
export interface RequestChanges extends DepositChanges {
  /** A new code by which one organisation may ask once. */
  issueRequestCode(
    authority: Authority,
    wanted: { readonly organization: string; readonly use: RequestCodeUse },
  ): IssuedCode;
  /** Asks the patient whom a code names for a grant. */
  requestGrant(caller: ProviderCaller, ask: GrantAsk): GrantRow;
  /** What an asker has asked for, newest first; of one id alone where it is given. */
  requestsBy(asker: Asker, wanted: { readonly id?: string; readonly first: number }): GrantRow[];
  /** What a patient was asked for, newest first. */
  requestsTo(patient: string, first: number): GrantRow[];
  /** Authorises what was asked for, or less. */
  authoriseGrant(authority: Authority, authorisation: Authorisation): GrantRow;
  /** Declines what was asked for. */
  declineGrant(authority: Authority, request: string): GrantRow;
  /** Asks the patient whom a code names for a sharing consent. */
  requestSharing(caller: ProfessionalCaller, ask: SharingAsk): ConsentRow;
  /** Accepts or declines a request for a sharing consent. */
  answerSharing(authority: Authority, answer: SharingAnswer): ConsentRow;
  /** Restricts what an organisation, or everybody, may see. */
  restrictAccess(authority: Authority, restriction: Restriction): ConsentRow;
  /** Lifts a restriction. */
  liftRestriction(authority: Authority, id: string): ConsentRow;
  /** Parties by their ids, as last told of. */
  partiesById(ids: readonly string[]): Party[];
  /** The position of the last event taken in from a source. */
  feedPosition(source: FeedSource): number;
  /** Takes in what the providers subgraph told; returns the position after. */
  takeParties(events: readonly PartyEvent[]): number;
  /** Takes in what the patients subgraph told; returns the position after. */
  takeJoinings(events: readonly JoiningEvent[]): number;
}

/** The changes over a database, by a clock that gives epoch milliseconds. */
export function requestChanges(database: Database, clock: () => number): RequestChanges {
  const guesses = new GuessLimit();
  return {
    ...depositChanges(database, guesses, clock),
    issueRequestCode: (authority, wanted) => issueRequestCode(database, authority, wanted, clock()),
    requestGrant: (caller, ask) => requestGrant(database, guesses, caller, ask, clock()),
    requestsBy: (asker, wanted) => requestsBy(database.db, asker, wanted),
    requestsTo: (patient, first) => requestsTo(database.db, patient, first),
    authoriseGrant: (authority, authorisation) =>
      authoriseGrant(database, authority, authorisation, clock()),
    declineGrant: (authority, request) => declineGrant(database, authority, request, clock()),
    requestSharing: (caller, ask) => requestSharing(database, guesses, caller, ask, clock()),
    answerSharing: (authority, answer) => answerSharing(database, authority, answer, clock()),
    restrictAccess: (authority, restriction) =>
      restrictAccess(database, authority, restriction, clock()),
    liftRestriction: (authority, id) => endConsent(database, authority, 'RESTRICTION', id, clock()),
    partiesById: (ids) => partiesById(database.db, ids),
    feedPosition: (source) => feedPosition(database.db, feedPositions, source),
    takeParties: (events) =>
      takeIn(database, feedPositions, 'providers', events, (db, event) =>
        takeParty(db, event, clock()),
      ),
    takeJoinings: (events) =>
      takeIn(database, feedPositions, 'patients', events, (db, event) =>
        takeJoining(database, db, event, clock()),
      ),
  };
}
