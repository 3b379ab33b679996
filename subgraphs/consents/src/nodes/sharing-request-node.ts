import { scopesOf } from '../changes/sharing-request.js';
import type { ConsentRow } from '../tables.js';
import { dateTimeNode, periodNode } from './period-node.js';

/** A proposed sharing consent as its asker sees it. Nothing in it says who the patient is. */
export function sharingRequestNode(row: ConsentRow) {
  const { owner: id, status, grantee, period, dateTime } = row;
  const organization = grantee.at(0);
  return {
    id,
    status,
    requester: organization === undefined ? null : { id: organization },
    scopes: scopesOf(row),
    period: periodNode(period),
    requestedAt: dateTimeNode(dateTime),
  };
}
