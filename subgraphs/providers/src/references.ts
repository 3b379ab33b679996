import { callerOf } from '@causeway/kit';
import type { ReferenceResolver } from '@causeway/kit';
import type DataLoader from 'dataloader';
import type { ProvidersContext } from './context.js';
import type { ProviderLoaders } from './loaders.js';

/** Resolves references through a loader, for calls on behalf of a caller. */
function through(
  loaderOf: (loaders: ProviderLoaders) => DataLoader<string, object | null>,
): ReferenceResolver<ProvidersContext> {
  return async ({ id }, context) => {
    callerOf(context);
    return loaderOf(context.loaders).load(id);
  };
}

/** The entities of this subgraph by reference. */
export const references: Readonly<Record<string, ReferenceResolver<ProvidersContext>>> = {
  Organization: through((loaders) => loaders.organizations),
  PublicHealthRecordSystem: through((loaders) => loaders.systems),
  Practitioner: through((loaders) => loaders.practitioners),
  PractitionerRole: through((loaders) => loaders.practitionerRoles),
  Recognition: through((loaders) => loaders.recognitions),
  DepositDuty: through((loaders) => loaders.depositDuties),
};
