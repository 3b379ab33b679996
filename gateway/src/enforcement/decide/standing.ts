import { coversInstant } from '@causeway/schema';
import type { Caller, ProviderFacts, RelationFact } from '@causeway/schema';
import { isUnder } from './period.js';
import type { DecisionRequest } from './request.js';

/**
 * What the caller is to the patient at this moment. It follows from facts: a token names a person, a role at an
 * organisation or an office, and never what they are.
 */
export type Standing =
  'SELF' | 'SUBSTITUTE_DECISION_MAKER' | 'CAREGIVER' | 'STRANGER' | ProviderStanding | 'OFFICE';

/** What a caller who acts for a provider is, to any patient. */
export type ProviderStanding = 'DOMESTIC_PROVIDER' | 'CROSS_BORDER_PROVIDER';

/** The age from which a person decides for themself. */
export const AGE_OF_DECISION = 16;

/** What the caller is to the patient. */
export function standingOf(request: DecisionRequest): Standing {
  const { caller } = request;
  switch (caller.kind) {
    case 'office':
      return 'OFFICE';
    case 'professional':
    case 'system':
      return providerStanding(caller, request.providerFacts);
    case 'person':
      return caller.person === request.patient ? 'SELF' : personStanding(request);
  }
}

/**
 * What a caller who acts for a provider is. A public health record system is recognised, hence never domestic, wherever
 * its member stands.
 */
export function providerStanding(
  { kind }: Extract<Caller, { kind: 'professional' | 'system' }>,
  facts: ProviderFacts | null,
): ProviderStanding {
  const isAtHome = kind === 'professional' && facts?.organization?.jurisdiction === 'HK';
  return isAtHome ? 'DOMESTIC_PROVIDER' : 'CROSS_BORDER_PROVIDER';
}

function personStanding({ patientFacts, now }: DecisionRequest): Standing {
  if (patientFacts === null) return 'STRANGER';
  const relations = patientFacts.relations.filter(
    ({ active, period }) => active && coversInstant(period, now),
  );
  const isMinor = isUnder(AGE_OF_DECISION, patientFacts.birthDate, now);
  const mayDecide = ({ role, basis }: RelationFact): boolean => {
    if (role !== 'SDM') return false;
    // A parent decides for a minor only.
    return isMinor || (patientFacts.incapable && basis !== 'PARENT');
  };
  if (relations.some(mayDecide)) return 'SUBSTITUTE_DECISION_MAKER';
  return relations.some(({ role }) => role === 'CAREGIVER') ? 'CAREGIVER' : 'STRANGER';
}
