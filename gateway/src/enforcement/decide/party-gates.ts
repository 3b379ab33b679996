import type { PartyGate } from './gate.js';
import { passCaller } from './gates/caller.js';
import { passOrganization } from './gates/organization.js';
import { passPractitionerRole } from './gates/practitioner-role.js';
import { passPurpose } from './gates/purpose.js';

/** The first gates, in their order: they ask who wants something, of no patient. */
export const PARTY_GATES: readonly PartyGate[] = [
  { gate: 'CALLER', pass: passCaller },
  { gate: 'PRACTITIONER_ROLE', pass: passPractitionerRole },
  { gate: 'ORGANIZATION', pass: passOrganization },
  { gate: 'PURPOSE', pass: passPurpose },
];
