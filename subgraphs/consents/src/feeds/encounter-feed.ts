/**
 * Encounters abroad, as the records subgraph is told of them: they open when a link is redeemed, and close when they are
 * closed, by hand or by time, or with their grant. Tests of a channel are nobody's encounters and are not told.
 */
import { earliestInstant, isClinicalScope } from '@causeway/schema';
import type { EncounterAbroad } from '@causeway/schema';
import type { GrantRow } from '../tables.js';

/** The encounter of a grant as others are told of it; null for a grant without one. */
export function encounterAbroad(grant: GrantRow): EncounterAbroad | null {
  const { encounter, purpose, stateHistory, scopes, owner, patient, organization } = grant;
  if (encounter === null || purpose === 'HTEST') return null;
  const redeemed = stateHistory.find(({ state }) => state === 'REDEEMED')?.since;
  const ended = earliestInstant(stateHistory.at(-1)?.since) ?? grant.validFrom;
  return {
    id: encounter.id,
    grant: owner,
    patient,
    organization,
    mayDeposit: mayDeposit(grant),
    scopes: scopes.filter((scope) => isClinicalScope(scope)),
    openedAt: earliestInstant(redeemed) ?? grant.validFrom,
    closedAt: encounter.open ? null : ended,
  };
}

/** What the patient allowed and did not take back; an encounter elsewhere brings nothing under the grant. */
function mayDeposit({ permissions, state, encounter, organization }: GrantRow): boolean {
  return (
    permissions.includes('DEPOSIT') &&
    state !== 'REVOKED' &&
    encounter?.organization === organization
  );
}
