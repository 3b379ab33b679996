import type { PatientFacts, PurposeOfUse } from '@causeway/schema';
import type { Pass } from '../gate.js';

/**
 * Gate 5: the patient takes part, for real or as an invented patient of a test; for providers only, since one's own
 * data does not depend on taking part.
 */
export const passJoining: Pass = ({ caller, patientFacts }, draft) => {
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
      if (patientFacts.joining !== 'ACTIVE') return `patient ${patientFacts.joining.toLowerCase()}`;
      return kindProblem(caller.purpose, patientFacts);
  }
};

/** Test data and real records never meet: a test is run on invented patients, and only a test is. */
function kindProblem(purpose: PurposeOfUse, { isTest }: PatientFacts): string | null {
  if (isTest) return purpose === 'HTEST' ? null : 'test patient';
  return purpose === 'HTEST' ? 'no test patient' : null;
}
