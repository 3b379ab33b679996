import { purposeCoding } from '../audit/codes.js';
import { grantAt } from '../grants/grant-at.js';
import type { GrantRow } from '../tables.js';
import { periodNode } from './period-node.js';

/** A request as it stands at an instant (epoch milliseconds). Nothing in it says who the patient is. */
export function grantRequestNode(row: GrantRow, now: number) {
  const grant = grantAt(row, now);
  const { owner: id, organization, purpose, asked, askedBy, state, encounter } = grant;
  const { scopes, lookBack, permissions, includesRestricted, consent, period, answerBy } = grant;
  return {
    id,
    state,
    requester: { id: organization },
    purpose: purposeCoding(purpose),
    asked,
    duration: asked?.duration ?? null,
    authorised: consent === null ? null : { scopes, lookBack, permissions, includesRestricted },
    period: consent === null ? null : periodNode(period),
    reason: askedBy?.reason ?? null,
    requestedAt: new Date(grant.instant).toISOString(),
    answerBy: answerBy === null ? null : new Date(answerBy).toISOString(),
    encounter: encounter === null ? null : encounter.open ? 'OPEN' : 'CLOSED',
  };
}

/** A request as its resolvers take it. */
export type GrantRequestNode = ReturnType<typeof grantRequestNode>;
