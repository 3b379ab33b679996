import type { Permit, ProvisionFact } from '@causeway/schema';
import type { ConsentRow } from '../tables.js';
import { seesAll } from '../visibility.js';
import { dateTimeNode, periodNode } from './period-node.js';

/**
 * A consent as a permit lets it be seen. To a party it says that it exists and when it is in force; what the patient
 * chose, who gave it and whom else it speaks of are the patient's (`domain.md` 4.8).
 */
export function consentNode(row: ConsentRow, permit: Permit) {
  const { owner: id, version, status, kind, patient, supersededBy } = row;
  const shared = {
    id,
    version,
    status,
    kind,
    patient,
    dateTime: dateTimeNode(row.dateTime),
    period: periodNode(row.period),
    supersededBy,
  };
  if (!seesAll(permit)) {
    const own = row.grantee.filter((organization) => permit.parties.includes(organization));
    return { ...shared, grantee: own.map((organization) => ({ id: organization })) };
  }
  const { category, grantor, grantee, decision } = row;
  const { provision, sourceReference, policyBasis, verification } = row;
  return {
    ...shared,
    grantee: grantee.map((organization) => ({ id: organization })),
    category,
    grantor,
    decision,
    provision: provision.map(provisionNode),
    sourceReference,
    policyBasis,
    verification,
  };
}

/** A consent with the ids of what it is related to, as its resolvers take it. */
export type ConsentNode = ReturnType<typeof consentNode>;

function provisionNode({
  period,
  dataPeriod,
  provision,
  ...conditions
}: ProvisionFact): Record<string, unknown> {
  return {
    ...conditions,
    period: periodNode(period),
    dataPeriod: periodNode(dataPeriod),
    provision: provision?.map(provisionNode),
  };
}
