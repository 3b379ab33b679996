import { SHARABLE_SCOPES } from '@causeway/schema';
import { purposeCoding } from '../audit/codes.js';
import type { TransferRow } from '../tables.js';

/** An entry of the register of transfers, as the graph and the report tell it. */
export function transferNode(row: TransferRow) {
  const { id, direction, instrumentType, instrumentReference, counts } = row;
  const { organization, organizationNames, system, systemNames, purpose, grant, event } = row;
  return {
    id,
    at: new Date(row.at).toISOString(),
    direction,
    instrument:
      instrumentType === null || instrumentReference === null
        ? null
        : { type: instrumentType, reference: instrumentReference },
    categories: SHARABLE_SCOPES.flatMap((category) => {
      const count = counts[category];
      return count === undefined ? [] : [{ category, count }];
    }),
    organization: { id: organization },
    organizationNames,
    system,
    systemNames,
    purpose: purposeCoding(purpose),
    grant,
    event,
  };
}

/** An entry of the register of transfers, as the graph and the report tell it. */
export type TransferNode = ReturnType<typeof transferNode>;
