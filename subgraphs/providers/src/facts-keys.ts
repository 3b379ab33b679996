import { instantOf, refused } from '@causeway/kit';
import type { ProviderFactsKey } from '@causeway/schema';

/** The keys to providers' facts that a list of JSON values is. @throws GraphQLError BAD_USER_INPUT for another shape */
export function providerFactsKeys(values: readonly unknown[]): ProviderFactsKey[] {
  return values.map((value) => {
    if (isProviderFactsKey(value)) {
      const { practitionerRole, organization, system } = value;
      return { practitionerRole, organization, system, ...instantOf(value) };
    }
    throw refused(
      'BAD_USER_INPUT',
      'Expected a key `{ practitionerRole: String!, organization: String!, system: String }`, got another shape',
    );
  });
}

function isProviderFactsKey(value: unknown): value is ProviderFactsKey {
  if (typeof value !== 'object' || value === null) return false;
  const { practitionerRole, organization, system } = value as Readonly<Record<string, unknown>>;
  return (
    typeof practitionerRole === 'string' &&
    typeof organization === 'string' &&
    (typeof system === 'string' || system === null)
  );
}
