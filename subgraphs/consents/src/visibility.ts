import type { AdministrativeScope, Permit } from '@causeway/schema';

/**
 * Whose administrative records of one scope a fetch may see, as its permits say. What is not named here is not
 * there: no permits, no records.
 */
export interface Visibility {
  /** Patients all of whose records may be seen. */
  readonly patients: readonly string[];
  /** Patient and party: only the patient's records to which the party is one. */
  readonly parties: readonly (readonly [patient: string, party: string])[];
}

/** What permits let be seen of a scope; a permit that does not hold the scope lets nothing be seen. */
export function visibilityOf(permits: readonly Permit[], scope: AdministrativeScope): Visibility {
  const holding = permits.filter((permit) => permit.scopes.includes(scope));
  return {
    patients: holding.filter((permit) => seesAll(permit)).map((permit) => permit.patient),
    parties: holding
      .filter((permit) => !seesAll(permit))
      .flatMap(({ patient, parties }) => parties.map((party) => [patient, party] as const)),
  };
}

/** Whether a permit is for all of the patient's administrative records rather than for those of a party to them. */
export function seesAll({ administrativeBasis }: Permit): boolean {
  switch (administrativeBasis) {
    case 'SUBJECT':
    case 'OFFICE':
      return true;
    case 'PARTY':
      return false;
  }
}
