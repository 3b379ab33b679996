import type { PurposeOfUse } from '@causeway/schema';
import type { Pass } from '../gate.js';
import type { Standing } from '../standing.js';

/** The purposes for which each standing may ask. Break-glass has a gate of its own, at home only. */
const PURPOSES: Readonly<Record<Standing, ReadonlySet<PurposeOfUse>>> = {
  SELF: new Set(['PATRQT']),
  SUBSTITUTE_DECISION_MAKER: new Set(['PATRQT']),
  CAREGIVER: new Set(['PATRQT']),
  STRANGER: new Set(['PATRQT']),
  DOMESTIC_PROVIDER: new Set(['TREAT', 'CAREMGT']),
  CROSS_BORDER_PROVIDER: new Set(['TREAT']),
  OFFICE: new Set(['HOPERAT']),
};

/** Gate 4: the declared purpose is one for this class of callers, and within the conditions and the grant. */
export const passPurpose: Pass = ({ caller, consentFacts }, draft) => {
  const { purpose } = caller;
  if (!PURPOSES[draft.standing].has(purpose)) return `purpose ${purpose}`;
  if (draft.conditions?.purposes?.has(purpose) === false) return 'condition ALLOWED_PURPOSES';
  const granted = consentFacts?.grant?.purpose;
  const isOther =
    draft.standing === 'CROSS_BORDER_PROVIDER' && granted !== undefined && granted !== purpose;
  return isOther ? 'purpose other than the grant’s' : null;
};
