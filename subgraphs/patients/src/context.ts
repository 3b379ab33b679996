import { subgraphContext } from '@causeway/kit';
import type { SubgraphContext } from '@causeway/kit';
import type { FetchContext, Permit } from '@causeway/schema';
import { patientLoaders } from './loaders.js';
import type { PatientLoaders } from './loaders.js';
import type { PatientRepository } from './repository.js';

/** What the resolvers of the patients subgraph know of a fetch. */
export interface PatientsContext extends SubgraphContext {
  readonly repository: PatientRepository;
  readonly loaders: PatientLoaders;
  /** Forgets what was loaded, after a change. */
  forget(): void;
}

/** The context of one fetch. */
export function patientsContext(
  fetch: FetchContext,
  repository: PatientRepository,
): PatientsContext {
  let loaders = patientLoaders(repository);
  return {
    ...subgraphContext(fetch),
    repository,
    get loaders() {
      return loaders;
    },
    forget: () => {
      loaders = patientLoaders(repository);
    },
  };
}

/** The permit under which a patient is there: one for `PERSON`. */
export function presenceOf(context: PatientsContext, patient: string): Permit | undefined {
  const permit = context.permitFor(patient);
  return permit?.scopes.includes('PERSON') === true ? permit : undefined;
}

/** Whether `@domestic` values of a patient may be read: the patient is there, and the caller in Hong Kong. */
export function mayReadDomestic(context: PatientsContext, patient: string): boolean {
  return presenceOf(context, patient)?.abroad === false;
}
