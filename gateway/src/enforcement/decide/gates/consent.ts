import { coversInstant, lastsAtMost } from '@causeway/schema';
import type { ConsentFact, GrantFact, PurposeOfUse } from '@causeway/schema';
import { isInForce, names, sharingConsents } from '../consents.js';
import type { Draft } from '../draft.js';
import { emergencyOf } from '../emergency.js';
import type { Pass } from '../gate.js';
import type { DecisionRequest } from '../request.js';

/**
 * Gate 7: the patient has agreed. At home by a sharing consent, or by joining where the law takes that as consent; an
 * emergency, once declared, stands in for it there. To deposit, joining is enough at home. Abroad by the redeemed grant
 * the token is bound to and the consent that materialises it, and for a deposit by the code that the patient presented
 * at the encounter; nothing stands in for those.
 */
export const passConsent: Pass = (request, draft) => {
  switch (draft.standing) {
    case 'SELF':
    case 'SUBSTITUTE_DECISION_MAKER':
    case 'CAREGIVER':
    case 'STRANGER':
    case 'OFFICE':
      return null;
    case 'DOMESTIC_PROVIDER':
      return request.action === 'DEPOSIT' ? passJoined(request, draft) : passAtHome(request, draft);
    case 'CROSS_BORDER_PROVIDER':
      return passGrant(request, draft);
  }
};

/** That the patient joined was asked at the gate of joining; the consent to it is what the deposit rests on. */
function passJoined({ consentFacts, now }: DecisionRequest, draft: Draft): string | null {
  if (consentFacts === null) return 'no consents known';
  const joining = consentFacts.consents.filter(
    (consent) =>
      consent.kind === 'JOINING' && consent.origin === 'LAYER' && isInForce(consent, now),
  );
  for (const { id } of joining) draft.basis.add(id);
  return null;
}

function passAtHome(request: DecisionRequest, draft: Draft): string | null {
  const emergency = emergencyOf(request);
  switch (emergency.kind) {
    case 'NONE':
      return passSharing(request, draft);
    case 'DECLARING':
      return null;
    case 'IN_FORCE':
      draft.basis.add(emergency.id);
      draft.ends.push(emergency.until);
      return null;
    case 'UNDECLARED':
      return 'no emergency declared';
  }
}

function passSharing(
  { caller, providerFacts, consentFacts, now }: DecisionRequest,
  draft: Draft,
): string | null {
  if (caller.kind !== 'professional') return 'not a professional';
  if (providerFacts?.organization?.deemedConsent === true) return null;
  const given = sharingConsents(consentFacts?.consents ?? [], caller.organization, now);
  if (given.length === 0) return 'no sharing consent';
  for (const consent of given) {
    draft.basis.add(consent.id);
    draft.ends.push(consent.period.end);
  }
  return null;
}

function passGrant(
  { caller, patient, action, consentFacts, now }: DecisionRequest,
  draft: Draft,
): string | null {
  if (caller.kind !== 'professional' && caller.kind !== 'system') return 'not a provider';
  const grant = consentFacts?.grant;
  if (grant == null || grant.id !== caller.grant) return 'no grant';
  const problem =
    grantProblem(grant, {
      patient,
      organization: caller.organization,
      role: caller.practitionerRole,
      purpose: caller.purpose,
      now,
    }) ??
    ((action === 'READ' || action === 'DEPOSIT') && grant.permissions.includes(action)
      ? null
      : `grant without ${action}`);
  if (problem !== null) return problem;
  if (action === 'DEPOSIT') {
    const until = grant.deposit?.until ?? null;
    if (until === null || !(now <= Date.parse(until))) return 'deposit not authorised';
    draft.ends.push(until);
  }
  // Without conditions nobody knows how long a grant may last.
  if (draft.conditions?.grantDurations.every((limit) => lastsAtMost(grant.period, limit)) !== true)
    return 'condition MAX_GRANT_DURATION';
  const consent = consentFacts?.consents.find(({ id }) => id === grant.consent);
  if (consent === undefined || !isMaterialised(consent, caller.organization, now))
    return 'consent of the grant not in force';
  draft.basis.add(consent.id).add(grant.id);
  draft.ends.push(grant.period.end, consent.period.end);
  return null;
}

function grantProblem(
  grant: GrantFact,
  bound: {
    readonly patient: string;
    readonly organization: string;
    readonly role: string;
    readonly purpose: PurposeOfUse;
    readonly now: number;
  },
): string | null {
  if (grant.patient !== bound.patient) return 'grant of another patient';
  if (grant.organization !== bound.organization) return 'grant to another organisation';
  if (grant.practitionerRole !== null && grant.practitionerRole !== bound.role)
    return 'grant to another practitioner';
  if (grant.purpose !== bound.purpose) return 'grant for another purpose';
  if (grant.state !== 'REDEEMED') return `grant ${grant.state.toLowerCase()}`;
  return coversInstant(grant.period, bound.now) ? null : 'grant not in its period';
}

function isMaterialised(consent: ConsentFact, organization: string, now: number): boolean {
  return (
    consent.kind === 'CROSS_BORDER' &&
    consent.origin === 'LAYER' &&
    consent.decision === 'permit' &&
    isInForce(consent, now) &&
    names(consent, organization)
  );
}
