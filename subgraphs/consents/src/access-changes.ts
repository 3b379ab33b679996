/** How records come to be opened, and closed again: links, encounters, step-ups, emergencies, and time. */
import type { Database } from '@causeway/kit';
import type { Authority } from './changes/authority.js';
import type { ClinicalAuthority } from './changes/clinical-authority.js';
import { declareEmergency } from './emergencies/declare-emergency.js';
import type { DeclaredEmergency } from './emergencies/declare-emergency.js';
import { closeEncounter } from './encounters/close-encounter.js';
import type { ProviderCaller } from './encounters/provider.js';
import { issueLink } from './links/issue-link.js';
import type { IssuedLink } from './links/issue-link.js';
import type { LinkTerms } from './links/link-terms.js';
import { redeemLink } from './links/redeem-link.js';
import type { Redemption, RedemptionRequest } from './links/redeem-link.js';
import { confirmStepUp } from './step-up/confirm-step-up.js';
import type { Confirmation, StepUpAnswer } from './step-up/confirm-step-up.js';
import { requestStepUp } from './step-up/request-step-up.js';
import type { StepUpChallenge } from './step-up/request-step-up.js';
import type { GrantRow } from './tables.js';
import { settleTime } from './time/settle-time.js';

/** The changes by which records are opened and closed. */
export interface AccessChanges {
  /** Issues the link of a grant, in place of a former one. */
  issueLink(authority: Authority, grant: string): IssuedLink;
  /** Redeems a link, once. An attempt that was made stays counted. */
  redeemLink(caller: ProviderCaller | null, request: RedemptionRequest): Redemption;
  /** Closes the encounter of a grant. */
  closeEncounter(caller: ProviderCaller | null, grant: string): GrantRow;
  /** Asks a patient to agree to a step-up. */
  requestStepUp(authority: ClinicalAuthority, reason: string): StepUpChallenge;
  /** Gives back the code that the patient told. An attempt that was made stays counted. */
  confirmStepUp(authority: ClinicalAuthority, answer: StepUpAnswer): Confirmation;
  /** Declares an emergency. */
  declareEmergency(authority: ClinicalAuthority, reason: string): DeclaredEmergency;
  /** Records what time has done, a bounded number at once; returns how many, 0 when nothing is left. */
  settleTime(): number;
}

/** The changes over a database, by a clock that gives epoch milliseconds. */
export function accessChanges(
  database: Database,
  clock: () => number,
  { linkBase, maxEncounterDuration }: LinkTerms,
): AccessChanges {
  return {
    issueLink: (authority, grant) => issueLink(database, authority, grant, linkBase, clock()),
    redeemLink: (caller, request) =>
      redeemLink(database, caller, request, maxEncounterDuration, clock()),
    closeEncounter: (caller, grant) => closeEncounter(database, caller, grant, clock()),
    requestStepUp: (authority, reason) => requestStepUp(database, authority, reason, clock()),
    confirmStepUp: (authority, answer) => confirmStepUp(database, authority, answer, clock()),
    declareEmergency: (authority, reason) => declareEmergency(database, authority, reason, clock()),
    settleTime: () => settleTime(database, clock()),
  };
}
