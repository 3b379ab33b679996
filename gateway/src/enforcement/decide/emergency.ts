/** Break-glass, at home only: a professional declares an emergency, and reads under it without relation or consent. */
import type { DecisionRequest } from './request.js';

/** Under what emergency a request is made. */
export type Emergency =
  /** The purpose is another one. */
  | { readonly kind: 'NONE' }
  /** The request is the declaration. */
  | { readonly kind: 'DECLARING' }
  /** It was declared before, and holds until an instant. */
  | { readonly kind: 'IN_FORCE'; readonly id: string; readonly until: string }
  /** Nobody has declared it, or it is over. */
  | { readonly kind: 'UNDECLARED' };

/** Under what emergency a request is made, by its purpose, the facts and the clock. */
export function emergencyOf({ caller, action, consentFacts, now }: DecisionRequest): Emergency {
  if (caller.purpose !== 'ETREAT') return { kind: 'NONE' };
  if (action === 'EMERGENCY') return { kind: 'DECLARING' };
  const declared = consentFacts?.emergency;
  return declared != null && now <= Date.parse(declared.until)
    ? { kind: 'IN_FORCE', id: declared.id, until: declared.until }
    : { kind: 'UNDECLARED' };
}
