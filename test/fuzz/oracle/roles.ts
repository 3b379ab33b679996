import type { Situation } from '../world/situation.js';
import { partyStanding } from './party.js';

/** The roles that a caller holds: an office's own, or that of a provider in good standing. */
export function rolesOf(situation: Situation): readonly string[] {
  const { caller } = situation;
  switch (caller.kind) {
    case 'person':
      return [];
    case 'office':
      return [`office:${caller.office.toLowerCase().replaceAll('_', '-')}`];
    case 'professional':
    case 'system': {
      const party = partyStanding(situation, caller, 'to be known');
      if (party.kind === 'denied') return [];
      return [party.isAtHome ? 'provider:domestic' : 'provider:cross-border'];
    }
  }
}
