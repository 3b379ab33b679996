import { callerOf } from '@causeway/kit';
import type { SubgraphContext } from '@causeway/kit';
import type { AdministrativeScope, Permit, PersonCaller } from '@causeway/schema';
import { standingBy } from '../audit/entry.js';
import type { Standing } from '../audit/entry.js';
import { notFound } from './refusals.js';

/** Who may change a patient's consents, and by which permit. */
export interface Authority {
  readonly caller: PersonCaller;
  readonly permit: Permit;
}

/**
 * The authority of the caller over a patient's records of a scope: a person whom the gateway has permitted to authorise
 * for that patient, in the signed context of this very fetch.
 *
 * @throws GraphQLError NOT_FOUND without one, as for a patient who does not exist
 */
export function authorityOver(
  context: SubgraphContext,
  patient: string,
  scope: AdministrativeScope,
): Authority {
  const caller = callerOf(context);
  const permit = context.fetch.permits.find(
    (one) => one.patient === patient && one.action === 'AUTHORISE' && one.scopes.includes(scope),
  );
  if (caller.kind !== 'person' || permit === undefined) throw notFound();
  return { caller, permit };
}

/** What the trail says of one who changes by an authority. */
export function standingOf({ caller, permit }: Authority): Standing {
  return standingBy(caller, permit);
}
