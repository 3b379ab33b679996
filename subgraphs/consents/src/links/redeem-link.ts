import { randomUUID } from 'node:crypto';
import { codeIn, isCodeOf } from '@causeway/kit';
import type { Database } from '@causeway/kit';
import { instantAfter } from '@causeway/schema';
import { recordChange } from '../changes/record-change.js';
import { badInput } from '../changes/refusals.js';
import { standingUnder } from '../encounters/provider.js';
import type { ProviderCaller } from '../encounters/provider.js';
import { moveGrant } from '../grants/move-grant.js';
import { settleGrant } from '../grants/settle-grant.js';
import { intervalOf } from '../period.js';
import { grantOf } from '../repository/grants.js';
import type { GrantRow, LinkSecretRow, SecureLinkStatus } from '../tables.js';
import { keyIn } from './link-text.js';
import { forgetLinkSecrets, linkSecretOf } from '../repository/link-secrets.js';
import { INPUT } from '../refusal-texts.js';

/** What staff enter to redeem a link. */
export interface RedemptionRequest {
  /** The link, its `shlink:/…` part or its bare key. */
  readonly link: string;
  readonly passcode: string;
}

/** What came of a redemption. Only a refusal that changes nothing is thrown: an attempt that was made stays counted. */
export type Redemption =
  | { readonly outcome: 'REDEEMED'; readonly grant: GrantRow }
  /** The link opens nothing for this caller, whatever the passcode. */
  | { readonly outcome: 'NOT_FOUND' }
  | { readonly outcome: 'WRONG'; readonly remainingAttempts: number }
  | { readonly outcome: 'LOCKED' };

/**
 * Redeems a link with its passcode for an organisation, once: the encounter is open when this returns. Whose link it is
 * not, to them it does not exist, and nothing is counted. All of it is one transaction that holds the write lock from
 * its beginning, so that no two attempts are ever made on the same count.
 *
 * @throws GraphQLError BAD_USER_INPUT for a passcode that is not eight digits; that counts as no attempt
 */
export function redeemLink(
  database: Database,
  caller: ProviderCaller | null,
  { link, passcode }: RedemptionRequest,
  maxEncounter: string,
  now: number,
): Redemption {
  const code = codeIn(passcode);
  if (code === null) throw badInput(INPUT.passcodeNotDigits);
  const key = keyIn(link);
  if (key === null || caller === null) return { outcome: 'NOT_FOUND' };
  return database.inTransaction((db) => {
    const secret = linkSecretOf(db, key);
    const found = secret === undefined ? undefined : grantOf(db, secret.grant);
    if (secret === undefined || found?.organization !== caller.organization) {
      return { outcome: 'NOT_FOUND' };
    }
    const grant = settleGrant(db, found, now);
    const active = activeLink(grant, secret, now);
    if (active === null) return { outcome: 'NOT_FOUND' };
    const passcodeDigest = { digest: secret.passcodeDigest, salt: secret.passcodeSalt };
    return isCodeOf(passcodeDigest, key, code)
      ? opened(db, grant, active, caller, maxEncounter, now)
      : missed(db, grant, active, caller, now);
  });
}

function activeLink(grant: GrantRow, { id }: LinkSecretRow, now: number): SecureLinkStatus | null {
  const { state, link, period } = grant;
  const { from } = intervalOf(period);
  const isActive = state === 'LINK_ISSUED' && link?.id === id && link.status === 'ACTIVE';
  return isActive && (from === null || from <= now) ? link : null;
}

function opened(
  db: Database['db'],
  grant: GrantRow,
  link: SecureLinkStatus,
  caller: ProviderCaller,
  maxEncounter: string,
  now: number,
): Redemption {
  const moved = moveGrant(
    db,
    grant,
    {
      state: 'REDEEMED',
      link: { ...link, status: 'USED' },
      encounter: { id: randomUUID(), organization: grant.organization, open: true },
      encounterEndsAt: instantAfter(now, maxEncounter) ?? now,
    },
    now,
  );
  forgetLinkSecrets(db, grant);
  recordUse(db, grant, caller, 'GRANT_REDEEMED', moved.at);
  return { outcome: 'REDEEMED', grant: moved.grant };
}

function missed(
  db: Database['db'],
  grant: GrantRow,
  link: SecureLinkStatus,
  caller: ProviderCaller,
  now: number,
): Redemption {
  const remainingAttempts = link.remainingAttempts - 1;
  if (remainingAttempts > 0) {
    moveGrant(
      db,
      grant,
      {
        state: grant.state,
        stateHistory: grant.stateHistory,
        link: { ...link, remainingAttempts },
      },
      now,
    );
    return { outcome: 'WRONG', remainingAttempts };
  }
  const { at } = moveGrant(
    db,
    grant,
    { state: 'LOCKED', link: { ...link, status: 'LOCKED', remainingAttempts: 0 } },
    now,
  );
  recordUse(db, grant, caller, 'LINK_LOCKED', at);
  return { outcome: 'LOCKED' };
}

function recordUse(
  db: Database['db'],
  grant: GrantRow,
  caller: ProviderCaller,
  kind: 'GRANT_REDEEMED' | 'LINK_LOCKED',
  at: number,
): void {
  const changed = `CrossBorderGrant/${grant.owner}`;
  recordChange(
    db,
    { ...standingUnder(grant, caller), kind, changed, scope: 'GRANT', at },
    grant.organization,
  );
}
