import type { Pass } from '../gate.js';

/** Gate 5: the patient takes part; for providers only, since one's own data does not depend on taking part. */
export const passJoining: Pass = ({ patientFacts }, draft) => {
  switch (draft.standing) {
    case 'SELF':
    case 'SUBSTITUTE_DECISION_MAKER':
    case 'CAREGIVER':
    case 'STRANGER':
      return patientFacts === null ? 'no such patient' : null;
    case 'OFFICE':
      return null;
    case 'DOMESTIC_PROVIDER':
    case 'CROSS_BORDER_PROVIDER':
      if (patientFacts === null) return 'no such patient';
      return patientFacts.joining === 'ACTIVE'
        ? null
        : `patient ${patientFacts.joining.toLowerCase()}`;
  }
};
