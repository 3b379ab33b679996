import type { ConsentFact, GrantFact } from '@causeway/schema';
import { isInForce, names, sharingConsents } from '../consents.js';
import type { Draft } from '../draft.js';
import type { Pass } from '../gate.js';
import { covers } from '../period.js';
import type { DecisionRequest } from '../request.js';

/**
 * Gate 7: the patient has agreed. At home by a sharing consent, or by joining where the law takes that as consent;
 * abroad by the redeemed grant the token is bound to and the consent that materialises it. Nothing stands in for it.
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
      return passSharing(request, draft);
    case 'CROSS_BORDER_PROVIDER':
      return passGrant(request, draft);
  }
};

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
  if (caller.grant === null || grant == null || grant.id !== caller.grant) return 'no grant';
  const problem =
    grantProblem(grant, {
      patient,
      organization: caller.organization,
      role: caller.practitionerRole,
      now,
    }) ??
    ((action === 'READ' || action === 'DEPOSIT') && grant.permissions.includes(action)
      ? null
      : `grant without ${action}`);
  if (problem !== null) return problem;
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
    readonly now: number;
  },
): string | null {
  if (grant.patient !== bound.patient) return 'grant of another patient';
  if (grant.organization !== bound.organization) return 'grant to another organisation';
  if (grant.practitionerRole !== null && grant.practitionerRole !== bound.role)
    return 'grant to another practitioner';
  if (grant.state !== 'REDEEMED') return `grant ${grant.state.toLowerCase()}`;
  return covers(grant.period, bound.now) ? null : 'grant not in its period';
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
