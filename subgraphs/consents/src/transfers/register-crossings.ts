import { randomUUID } from 'node:crypto';
import type { Database } from '@causeway/kit';
import type { Party } from '@causeway/schema';
import { partiesById } from '../repository/parties.js';
import { addTransfers } from '../repository/transfers.js';
import type { TransferRow } from '../tables.js';
import type { Crossing } from './crossing.js';

/**
 * Registers crossings with what is known of their parties at that moment. Called in the transaction of what crosses, so
 * that nothing crosses that the register does not have.
 */
export function registerCrossings(db: Database['db'], crossings: readonly Crossing[]): void {
  if (crossings.length === 0) return;
  const ids = crossings.flatMap(({ organization, system }) => [organization, system ?? []].flat());
  const parties = new Map(partiesById(db, [...new Set(ids)]).map((party) => [party.id, party]));
  addTransfers(
    db,
    crossings.map((crossing) => transferOf(crossing, parties)),
  );
}

/** The instrument is the organisation's own; that of the system where it has none of its own. */
function transferOf(crossing: Crossing, parties: ReadonlyMap<string, Party>): TransferRow {
  const organization = parties.get(crossing.organization);
  const system = crossing.system === null ? undefined : parties.get(crossing.system);
  const instrument = organization?.instrument ?? system?.instrument ?? null;
  return {
    ...crossing,
    id: randomUUID(),
    instrumentType: instrument?.type ?? null,
    instrumentReference: instrument?.reference ?? null,
    organizationNames: organization?.names ?? [],
    systemNames: system?.names ?? [],
  };
}
