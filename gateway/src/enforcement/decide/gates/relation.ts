import type { Pass } from '../gate.js';
import { covers, isUnder } from '../period.js';
import { AGE_OF_DECISION } from '../standing.js';

/**
 * Gate 6: the caller has to do with this patient now. At home the patient is under the organisation's care; abroad
 * an encounter tied to the grant is open at the organisation; a person is the patient or decides for them.
 */
export const passRelation: Pass = ({ caller, action, patientFacts, consentFacts, now }, draft) => {
  switch (draft.standing) {
    case 'SELF':
      // A minor reads the own record; somebody else decides.
      if (action === 'READ') return null;
      return patientFacts === null || isUnder(AGE_OF_DECISION, patientFacts.birthDate, now)
        ? 'a minor does not authorise'
        : null;
    case 'SUBSTITUTE_DECISION_MAKER':
      return null;
    case 'OFFICE':
      return action === 'READ' ? null : 'an office only reads';
    case 'CAREGIVER':
      return action === 'AUTHORISE' ? null : 'a caregiver reads no record';
    case 'STRANGER':
      return 'no relation to the patient';
    case 'DOMESTIC_PROVIDER': {
      if (action === 'AUTHORISE') return 'a provider does not authorise';
      const relation = consentFacts?.careRelation;
      return relation != null && covers(relation.period, now) ? null : 'patient not under care';
    }
    case 'CROSS_BORDER_PROVIDER': {
      if (action === 'AUTHORISE') return 'a provider does not authorise';
      const encounter = consentFacts?.grant?.encounter;
      if (encounter == null) return 'no encounter';
      const isHere =
        caller.kind !== 'person' &&
        caller.kind !== 'office' &&
        encounter.organization === caller.organization;
      if (!isHere) return 'encounter of another organisation';
      return encounter.open ? null : 'encounter closed';
    }
  }
};
