import type { Caller, ProviderFacts, ProviderRole } from '@causeway/schema';
import type { PartyDraft } from './gate.js';
import { PARTY_GATES } from './party-gates.js';
import type { PartyRequest } from './request.js';
import { providerStanding } from './standing.js';
import type { ProviderStanding } from './standing.js';

const ROLES: Readonly<Record<ProviderStanding, ProviderRole>> = {
  DOMESTIC_PROVIDER: 'provider:domestic',
  CROSS_BORDER_PROVIDER: 'provider:cross-border',
};

/**
 * The role of a caller who acts for a provider in good standing: the gates of the decision that ask of no patient let
 * it pass. Null for everybody else. Whom it treats, and whether a patient has agreed, is no part of it.
 */
export function providerRole(
  caller: Caller,
  providerFacts: ProviderFacts | null,
  now: number,
): ProviderRole | null {
  if (caller.kind === 'person' || caller.kind === 'office') return null;
  const standing = providerStanding(caller, providerFacts);
  const request: PartyRequest = { caller, providerFacts, action: null, now };
  const draft: PartyDraft = { standing, conditions: null, ends: [] };
  const isInGoodStanding = PARTY_GATES.every(({ pass }) => pass(request, draft) === null);
  return isInGoodStanding ? ROLES[standing] : null;
}
