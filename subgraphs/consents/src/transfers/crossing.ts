/** What of the events of the trail crossed the boundary, with what the register says of it. */
import { SHARABLE_SCOPES } from '@causeway/schema';
import type { DepositEvent } from '@causeway/schema';
import type { AuditEntry } from '../audit/chain.js';
import type { TransferRow } from '../tables.js';

/** A crossing by the ids of its parties. */
export type Crossing = Pick<
  TransferRow,
  'at' | 'direction' | 'counts' | 'organization' | 'system' | 'purpose' | 'grant' | 'event'
>;

/**
 * The crossing that an access was; null where no record crossed: at home, denied or not released, of the layer's own
 * records alone. What is deposited crosses the other way, and the records subgraph tells of it.
 */
export function crossingOfAccess(entry: AuditEntry): Crossing | null {
  const { id: event, recordedAt: at, caller, action, outcome, release, purpose, abroad } = entry;
  if (!abroad || outcome !== 'PERMIT' || release !== 'RELEASED' || action === 'DEPOSIT')
    return null;
  if (caller.kind !== 'professional' && caller.kind !== 'system') return null;
  const counts = countsOf(entry);
  if (Object.keys(counts).length === 0) return null;
  return {
    at,
    direction: 'HK_TO_MAINLAND',
    counts,
    organization: caller.organization,
    system: caller.kind === 'system' ? caller.system : null,
    purpose,
    grant: caller.grant,
    event,
  };
}

/** The crossing that a deposit from abroad was; its grant and trail tell the system and the event. */
export function crossingOfDeposit(
  { at, counts, organization, purpose, grant }: DepositEvent,
  known: Pick<Crossing, 'system' | 'event'>,
): Crossing {
  return { at, direction: 'MAINLAND_TO_HK', counts, organization, purpose, grant, ...known };
}

function countsOf({ scopes, counts }: AuditEntry): Crossing['counts'] {
  const released = SHARABLE_SCOPES.filter((scope) => scopes.includes(scope));
  return Object.fromEntries(released.map((scope) => [scope, counts[scope] ?? 0]));
}
