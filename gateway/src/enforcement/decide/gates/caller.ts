import type { PartyPass } from '../gate.js';

/** Gate 1: the token is bound to the organisation, and a system to the member, that the registry knows. */
export const passCaller: PartyPass = ({ caller, providerFacts }) => {
  switch (caller.kind) {
    case 'person':
    case 'office':
      return null;
    case 'professional':
      return providerFacts?.organization?.id === caller.organization
        ? null
        : 'organisation not in the registry';
    case 'system': {
      if (providerFacts?.organization?.id !== caller.organization)
        return 'organisation not in the registry';
      const isMember = providerFacts.system?.members.includes(caller.organization) ?? false;
      return isMember ? null : 'organisation not a member of the system';
    }
  }
};
