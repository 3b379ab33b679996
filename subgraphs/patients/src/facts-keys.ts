import { instantOf, refused } from '@causeway/kit';
import type { PatientFactsKey } from '@causeway/schema';

/** The keys to patients' facts that a list of JSON values is. @throws GraphQLError BAD_USER_INPUT for another shape */
export function patientFactsKeys(values: readonly unknown[]): PatientFactsKey[] {
  return values.map((value) => {
    if (isPatientFactsKey(value))
      return { patient: value.patient, person: value.person, ...instantOf(value) };
    throw refused(
      'BAD_USER_INPUT',
      'Expected a key `{ patient: String!, person: String }`, got another shape',
    );
  });
}

function isPatientFactsKey(value: unknown): value is PatientFactsKey {
  if (typeof value !== 'object' || value === null) return false;
  const { patient, person } = value as Readonly<Record<string, unknown>>;
  return typeof patient === 'string' && (typeof person === 'string' || person === null);
}
