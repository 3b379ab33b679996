import { coversInstant } from '@causeway/schema';
import type { PartyPass } from '../gate.js';

/** Gate 2: the practitioner's role is active at the organisation on the clock. */
export const passPractitionerRole: PartyPass = ({ caller, providerFacts, now }) => {
  if (caller.kind === 'person' || caller.kind === 'office') return null;
  const role = providerFacts?.practitionerRole;
  if (role == null || role.id !== caller.practitionerRole)
    return 'practitioner role not in the registry';
  if (role.organization !== caller.organization) return 'practitioner role of another organisation';
  return role.active && coversInstant(role.period, now) ? null : 'practitioner role not active';
};
