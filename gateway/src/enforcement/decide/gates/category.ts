import { CLINICAL_SCOPES, leavesHongKong } from '@causeway/schema';
import { permitsScope, sharingConsents } from '../consents.js';
import type { Reading } from '../provision-conditions.js';
import { GATED_SCOPES, refuse } from '../draft.js';
import type { Draft } from '../draft.js';
import { emergencyOf } from '../emergency.js';
import type { Pass } from '../gate.js';
import type { DecisionRequest } from '../request.js';
import { depositableBy } from '../depositable.js';
import { readingOf } from '../reading.js';
import { stepUpInForce } from '../step-up.js';
import { roleAccess } from '../role-access.js';

/**
 * Gate 8: sharable list, conditions, grant or consent, and profession together; a scope outside any of them is refused,
 * and no record of it deposited.
 */
export const passCategory: Pass = (request, draft) => {
  const reading = readingOf(request);
  if (reading === null) return null;
  if (request.action === 'DEPOSIT') {
    draft.depositable = depositableBy(request, draft, reading);
    return draft.depositable.size > 0 ? null : 'no category to deposit';
  }
  if (draft.standing === 'DOMESTIC_PROVIDER') narrowAtHome(request, draft, reading);
  else narrowAbroad(request, draft, reading);
  if (request.action === 'EMERGENCY') narrowToDeclaration(draft);
  return null;
};

/** A declaration shows whom it is about. What is read under it is asked for, and decided on, by itself. */
function narrowToDeclaration(draft: Draft): void {
  for (const scope of CLINICAL_SCOPES) refuse(draft, scope, 'CONSENT_REQUIRED');
  draft.scopes = draft.scopes.filter((scope) => scope === 'PERSON');
}

function narrowAtHome(request: DecisionRequest, draft: Draft, reading: Reading): void {
  const { providerFacts, consentFacts, now } = request;
  const profession = providerFacts?.practitionerRole?.profession ?? '';
  const isShared = sharesEverything(request);
  const hasSteppedUp = stepUpInForce(consentFacts, now) !== null;
  const sharing = sharingConsents(consentFacts?.consents ?? [], reading.organization, now);
  for (const scope of GATED_SCOPES) {
    if (!isShared && !sharing.some((consent) => permitsScope(consent, scope, reading))) {
      refuse(draft, scope, 'CONSENT_REQUIRED');
    }
    const access = roleAccess(profession, scope);
    if (access === 'NONE') refuse(draft, scope, 'ROLE_NOT_PERMITTED');
    if (access === 'RESTRICTED' && !hasSteppedUp) refuse(draft, scope, 'STEP_UP_REQUIRED');
  }
}

/** Whether no consent need name the categories: joining counts as one by law, or an emergency stands in for it. */
function sharesEverything(request: DecisionRequest): boolean {
  const { kind } = emergencyOf(request);
  if (kind === 'DECLARING' || kind === 'IN_FORCE') return true;
  return request.providerFacts?.organization?.deemedConsent === true;
}

function narrowAbroad(
  { providerFacts, consentFacts }: DecisionRequest,
  draft: Draft,
  reading: Reading,
): void {
  const grant = consentFacts?.grant;
  const consent = consentFacts?.consents.find(({ id }) => id === grant?.consent);
  const profession = providerFacts?.practitionerRole?.profession ?? '';
  for (const scope of GATED_SCOPES) {
    const listed = draft.conditions?.scopes ?? null;
    // A redeemed grant implies the minimal demographics.
    const isGranted =
      scope === 'PERSON' ||
      (grant?.scopes.includes(scope) === true &&
        consent !== undefined &&
        permitsScope(consent, scope, reading));
    if (!isGranted || !leavesHongKong(scope, listed)) refuse(draft, scope, 'CONSENT_REQUIRED');
    // There is no step-up abroad: what takes one at home is not for the role there.
    if (roleAccess(profession, scope) !== 'GENERAL') refuse(draft, scope, 'ROLE_NOT_PERMITTED');
  }
}
