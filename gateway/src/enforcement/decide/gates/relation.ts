import { coversInstant } from '@causeway/schema';
import { emergencyOf } from '../emergency.js';
import type { Pass } from '../gate.js';
import { isUnder } from '../period.js';
import type { DecisionRequest } from '../request.js';
import { AGE_OF_DECISION } from '../standing.js';

/**
 * Gate 6: the caller has to do with this patient now. At home the patient is under the organisation's care, or in
 * an emergency; abroad an encounter tied to the grant is open at the organisation; a person is the patient or decides
 * for them.
 */
export const passRelation: Pass = (request, draft) => {
  const { caller, action, patientFacts, consentFacts, now } = request;
  switch (draft.standing) {
    case 'SELF':
      // A minor reads the own record; somebody else decides.
      if (action === 'READ') return null;
      if (action === 'DEPOSIT') return 'a person deposits no record';
      return patientFacts === null || isUnder(AGE_OF_DECISION, patientFacts.birthDate, now)
        ? 'a minor does not authorise'
        : null;
    case 'SUBSTITUTE_DECISION_MAKER':
      return action === 'DEPOSIT' ? 'a person deposits no record' : null;
    case 'OFFICE':
      return action === 'READ' ? null : 'an office only reads';
    case 'CAREGIVER':
      return action === 'AUTHORISE' ? null : 'a caregiver reads no record';
    case 'STRANGER':
      return 'no relation to the patient';
    case 'DOMESTIC_PROVIDER':
      return action === 'AUTHORISE' ? 'a provider does not authorise' : passCare(request);
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

function passCare(request: DecisionRequest): string | null {
  const emergency = emergencyOf(request);
  switch (emergency.kind) {
    case 'NONE': {
      const relation = request.consentFacts?.careRelation;
      return relation != null && coversInstant(relation.period, request.now)
        ? null
        : 'patient not under care';
    }
    case 'DECLARING':
    case 'IN_FORCE':
      return null;
    case 'UNDECLARED':
      return 'no emergency declared';
  }
}
