import type { Permit } from '@causeway/schema';
import { purposeCoding } from '../audit/codes.js';
import type { GrantRow } from '../tables.js';
import { periodNode } from './period-node.js';

/** A grant as a permit lets it be seen: who of the requester's staff it is for is not told abroad. */
export function grantNode(row: GrantRow, permit: Permit) {
  const { owner: id, patient, scopes, lookBack, permissions, includesRestricted } = row;
  const { encounter, link, state, stateHistory, consent, organization, practitionerRole } = row;
  return {
    id,
    patient,
    requester: { id: organization },
    practitionerRole: practitionerRole === null || permit.abroad ? null : { id: practitionerRole },
    purpose: purposeCoding(row.purpose),
    scopes,
    lookBack,
    permissions,
    includesRestricted,
    period: periodNode(row.period),
    encounter: encounter === null ? null : encounterNode(encounter),
    link,
    state,
    stateHistory,
    consent,
    // What the explanation is made of; no fields of their own.
    asked: row.asked,
    reason: row.askedBy?.reason ?? null,
  };
}

/** A grant with the ids of what it is related to, as its resolvers take it. */
export type GrantNode = ReturnType<typeof grantNode>;

function encounterNode({ id, organization, open }: NonNullable<GrantRow['encounter']>) {
  return { id, organization: { id: organization }, status: open ? 'OPEN' : 'CLOSED' };
}
