import type { Action, PurposeOfUse } from '@causeway/schema';
import type { PartyPass } from '../gate.js';
import type { Standing } from '../standing.js';

/** The purposes for which each standing may ask. Break-glass is at home only; a channel is tried with test data on either side. */
const PURPOSES: Readonly<Record<Standing, ReadonlySet<PurposeOfUse>>> = {
  SELF: new Set(['PATRQT']),
  SUBSTITUTE_DECISION_MAKER: new Set(['PATRQT']),
  CAREGIVER: new Set(['PATRQT']),
  STRANGER: new Set(['PATRQT']),
  DOMESTIC_PROVIDER: new Set(['TREAT', 'CAREMGT', 'ETREAT', 'HTEST']),
  CROSS_BORDER_PROVIDER: new Set(['TREAT', 'HTEST']),
  OFFICE: new Set(['HOPERAT']),
};

/** Gate 4: the declared purpose is one for this class of callers, for what they want, and within the conditions. */
export const passPurpose: PartyPass = ({ caller, action }, draft) => {
  const { purpose } = caller;
  const isFitting = PURPOSES[draft.standing].has(purpose) && fits(purpose, action);
  if (!isFitting) return `purpose ${purpose}`;
  return draft.conditions?.purposes?.has(purpose) === false ? 'condition ALLOWED_PURPOSES' : null;
};

/** An emergency is declared for its own purpose, and nothing but reading is done under it. */
function fits(purpose: PurposeOfUse, action: Action | null): boolean {
  switch (action) {
    case 'EMERGENCY':
      return purpose === 'ETREAT';
    case 'DEPOSIT':
    case 'AUTHORISE':
      return purpose !== 'ETREAT';
    case 'READ':
    case null:
      return true;
  }
}
