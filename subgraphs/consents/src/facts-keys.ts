import { instantOf, refused } from '@causeway/kit';
import type { ConsentFactsKey } from '@causeway/schema';

/** The keys to consents' facts that a list of JSON values is. @throws GraphQLError BAD_USER_INPUT for another shape */
export function consentFactsKeys(values: readonly unknown[]): ConsentFactsKey[] {
  return values.map((value) => {
    if (isConsentFactsKey(value)) {
      const { patient, organization, practitionerRole, grant } = value;
      return { patient, organization, practitionerRole, grant, ...instantOf(value) };
    }
    throw refused(
      'BAD_USER_INPUT',
      'Expected a key `{ patient: String, organization: String, practitionerRole: String, grant: String }`, got another shape',
    );
  });
}

function isConsentFactsKey(value: unknown): value is ConsentFactsKey {
  if (typeof value !== 'object' || value === null) return false;
  const { patient, organization, practitionerRole, grant } = value as Readonly<
    Record<string, unknown>
  >;
  return [patient, organization, practitionerRole, grant].every(
    (id) => typeof id === 'string' || id === null,
  );
}
