import type { Reading } from './provision-conditions.js';
import type { DecisionRequest } from './request.js';

/** For whom the patient's consents are read; null for callers whom consents do not bind. */
export function readingOf({ caller, action, now }: DecisionRequest): Reading | null {
  if (caller.kind === 'person' || caller.kind === 'office') return null;
  const { organization, practitionerRole, purpose } = caller;
  return { organization, practitionerRole, action, purpose, now };
}
