import type { Pass } from '../gate.js';
import { stepUpInForce } from '../step-up.js';

/**
 * Gate 11: confidentiality. Restricted records take a step-up at home and the patient's own choice abroad; very
 * restricted ones are for the patient and, after a step-up, for the organisation that wrote them. A permit to deposit
 * shows none of them.
 */
export const passLabel: Pass = ({ caller, action, consentFacts, now }, draft) => {
  if (action === 'DEPOSIT') {
    draft.confidentiality = ['N'];
    return null;
  }
  switch (draft.standing) {
    case 'SELF':
    case 'SUBSTITUTE_DECISION_MAKER':
    case 'CAREGIVER':
    case 'STRANGER':
    case 'OFFICE':
      return null;
    case 'DOMESTIC_PROVIDER': {
      const steppedUpUntil = stepUpInForce(consentFacts, now);
      const hasSteppedUp = steppedUpUntil !== null;
      draft.confidentiality = hasSteppedUp ? ['N', 'R'] : ['N'];
      draft.authorOrganization =
        hasSteppedUp && caller.kind === 'professional' ? caller.organization : null;
      draft.ends.push(steppedUpUntil);
      return null;
    }
    case 'CROSS_BORDER_PROVIDER': {
      const isChosen =
        consentFacts?.grant?.includesRestricted === true &&
        draft.conditions?.mayHoldRestricted === true;
      draft.confidentiality = isChosen ? ['N', 'R'] : ['N'];
      return null;
    }
  }
};
