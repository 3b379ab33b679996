import { randomUUID } from 'node:crypto';
import { newCode, newKey } from '@causeway/kit';
import type { Database } from '@causeway/kit';
import type { GrantState } from '@causeway/schema';
import { standingOf } from '../changes/authority.js';
import type { Authority } from '../changes/authority.js';
import { recordChange } from '../changes/record-change.js';
import { conflict, notFound } from '../changes/refusals.js';
import { endOf } from '../grants/grant-at.js';
import { moveGrant } from '../grants/move-grant.js';
import { settleGrant } from '../grants/settle-grant.js';
import { grantInForce } from '../repository/grants.js';
import { linkText } from './link-text.js';
import { forgetLinkSecrets, keepLinkSecret } from '../repository/link-secrets.js';
import { STATE } from '../refusal-texts.js';

/** How often a passcode may be tried, for the whole life of a link. */
export const PASSCODE_ATTEMPTS = 5;

/** How long a link can be redeemed, in milliseconds, unless the grant ends before. */
export const LINK_LIFETIME = 24 * 3_600_000;

/** A link as it is shown, once: nobody can ask for it again. */
export interface IssuedLink {
  /** The whole text, which is to stand in a QR code. */
  readonly link: string;
  /** Epoch milliseconds. */
  readonly expiresAt: number;
}

/**
 * Issues the secure link of a patient's authorised grant, in place of a former one, which is dead when this returns. Its
 * passcode goes to the patient by a notice of its own, and nowhere else.
 *
 * @throws GraphQLError NOT_FOUND for an id that is none of the patient's grants, CONFLICT for a grant that is not
 *   authorised, or redeemed already
 */
export function issueLink(
  database: Database,
  authority: Authority,
  id: string,
  base: string,
  now: number,
): IssuedLink {
  const { patient } = authority.permit;
  const [link, key, passcode] = [randomUUID(), newKey(), newCode()];
  return database.inTransaction((db) => {
    const found = grantInForce(db, patient, id);
    if (found === undefined) throw notFound();
    const grant = settleGrant(db, found, now);
    if (!takesLink(grant.state)) {
      throw conflict(STATE.grantNotRedeemed, grant.state.toLowerCase());
    }
    forgetLinkSecrets(db, grant);
    const expiresAt = Math.min(now + LINK_LIFETIME, endOf(grant.period) ?? Infinity);
    const { at } = moveGrant(
      db,
      grant,
      {
        state: 'LINK_ISSUED',
        link: {
          id: link,
          status: 'ACTIVE',
          expiresAt: new Date(expiresAt).toISOString(),
          remainingAttempts: PASSCODE_ATTEMPTS,
        },
      },
      now,
    );
    keepLinkSecret(db, { id: link, grant: id, key, passcode, issuedAt: at });
    recordChange(
      db,
      {
        ...standingOf(authority),
        kind: 'LINK_ISSUED',
        changed: `CrossBorderGrant/${id}`,
        scope: 'GRANT',
        at,
      },
      grant.organization,
      { kind: 'PASSCODE', text: passcode, until: expiresAt },
    );
    return { link: linkText({ base, key, expiresAt }), expiresAt };
  });
}

function takesLink(state: GrantState): boolean {
  switch (state) {
    case 'AUTHORISED':
    case 'LINK_ISSUED':
      return true;
    case 'REQUESTED':
    case 'REDEEMED':
    case 'COMPLETED':
    case 'EXPIRED':
    case 'REVOKED':
    case 'DECLINED':
    case 'LAPSED':
    case 'LOCKED':
    case 'SUSPENDED':
      return false;
  }
}
