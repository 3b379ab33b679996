import type { Caller, Permit } from '@causeway/schema';
import { AT_HOME, refusedByAll } from '../enforcement/index.js';
import type { FactsSource } from '../facts/facts-source.js';
import type { Roles } from './roles.js';
import type { RootTarget } from './root-targets.js';

/** An operation before it is planned. */
export interface BeforePlanning {
  readonly caller: Caller;
  /** Every demand of the operation. */
  readonly demands: ReadonlySet<string>;
  readonly targets: ReadonlyMap<string, RootTarget>;
  readonly facts: Pick<FactsSource, 'provider'>;
}

/**
 * What can be known before planning: the demands that the caller's role, place or every permit refuses, so that fields
 * which make them are not planned.
 *
 * @throws FactsUnavailableError if the facts cannot be had
 */
export async function refusedBeforePlanning(
  roles: Roles,
  permits: readonly Permit[],
  { caller, demands, targets, facts }: BeforePlanning,
): Promise<ReadonlySet<string>> {
  const refused = new Set(roles.refused(demands));
  const mayMeetPatients = [...targets.values()].some(({ kind }) => kind === 'unnamed');
  if (!mayMeetPatients && permits.length > 0) {
    for (const demand of refusedByAll(demands, permits)) refused.add(demand);
  }
  if (mayMeetPatients && demands.has(AT_HOME) && !(await mayBeAtHome(caller, facts))) {
    refused.add(AT_HOME);
  }
  return refused;
}

/** Whether what does not leave Hong Kong may be shown to a caller: patients and offices are decided on one by one. */
async function mayBeAtHome(caller: Caller, facts: Pick<FactsSource, 'provider'>): Promise<boolean> {
  switch (caller.kind) {
    case 'professional':
    case 'system':
      return (await facts.provider(caller))?.organization?.jurisdiction === 'HK';
    case 'person':
    case 'office':
      return true;
  }
}
