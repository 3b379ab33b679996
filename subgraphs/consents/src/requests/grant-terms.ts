/** The terms of a grant held against what the recognition lets be asked for. */
import {
  CLINICAL_SCOPES,
  instantAfter,
  leavesHongKong,
  localDate,
  windowStart,
} from '@causeway/schema';
import type { Conditions, GrantFact, PurposeOfUse, SharableScope } from '@causeway/schema';
import { badInput } from '../changes/refusals.js';
import { intervalOf } from '../period.js';
import type { GrantTerms } from '../tables.js';
import type { GrantBounds } from './grant-bounds.js';

/** How long a grant may last where no condition of the recognition says so. */
export const DEFAULT_GRANT_DURATION = 'P90D';

const PERMISSIONS: readonly GrantFact['permissions'][number][] = ['READ', 'DEPOSIT'];

/** The terms in one form: categories in the order of the catalogue, each once. */
export function orderedTerms(terms: GrantTerms): GrantTerms {
  return {
    ...terms,
    scopes: CLINICAL_SCOPES.filter((scope) => terms.scopes.includes(scope)),
    permissions: PERMISSIONS.filter((permission) => terms.permissions.includes(permission)),
  };
}

/**
 * Refuses terms that nobody could ask for on these conditions, and says what can be asked for.
 *
 * @throws GraphQLError BAD_USER_INPUT
 */
export function requireWithin(
  terms: GrantTerms,
  purpose: PurposeOfUse,
  { conditions, end }: GrantBounds,
  now: number,
): void {
  if (conditions.purposes?.has(purpose) === false) {
    throw badInput(
      `Expected a purpose of ${[...conditions.purposes].join(', ') || 'none'}, got ${purpose}; the recognition is subject to that`,
    );
  }
  requireScopes(terms.scopes, conditions);
  requirePermissions(terms.permissions, conditions);
  if (terms.includesRestricted && !conditions.mayHoldRestricted) {
    throw badInput(
      'Expected a grant without restricted records, got one that includes them; the recognition is subject to that',
    );
  }
  requireLookBack(terms.lookBack, conditions.lookBacks, now);
  requireDuration(terms.duration, { conditions, end }, now);
}

/** When a grant of these terms ends that begins now, in epoch milliseconds: never after the recognition. */
export function endOfTerms(
  { duration }: Pick<GrantTerms, 'duration'>,
  { end }: Pick<GrantBounds, 'end'>,
  now: number,
): number {
  const after = instantAfter(now, duration) ?? now;
  return end === null ? after : Math.min(after, end);
}

function requireScopes(scopes: readonly SharableScope[], { scopes: listed }: Conditions): void {
  const allowed = CLINICAL_SCOPES.filter((scope) => leavesHongKong(scope, listed));
  const beyond = scopes.filter((scope) => !allowed.some((one) => one === scope));
  if (beyond.length === 0 && scopes.length > 0) return;
  throw badInput(
    `Expected categories among ${allowed.join(', ') || 'none'}, got ${beyond.join(', ') || 'none'}; ask for others`,
  );
}

function requirePermissions(
  permissions: GrantFact['permissions'],
  { mayRead, mayDeposit }: Conditions,
): void {
  const allowed = PERMISSIONS.filter((one) => (one === 'READ' ? mayRead : mayDeposit));
  const beyond = permissions.filter((one) => !allowed.includes(one));
  if (beyond.length === 0 && permissions.length > 0) return;
  throw badInput(
    `Expected permissions among ${allowed.join(', ') || 'none'}, got ${beyond.join(', ') || 'none'}; ask for others`,
  );
}

function requireLookBack(lookBack: string, limits: readonly string[], now: number): void {
  const start = windowStart(lookBack, now);
  const today = intervalOf({ start: localDate(now), end: null }).from ?? now;
  const limit = limits.toSorted((one, other) => startOf(other, now) - startOf(one, now)).at(0);
  const isWithin = start !== null && start < today && start >= startOf(limit, now);
  if (isWithin) return;
  throw badInput(
    `Expected a look-back of at least a day and at most ${limit ?? 'none'} (ISO 8601 duration), got ${quoted(lookBack)}`,
  );
}

function requireDuration(duration: string, { conditions, end }: GrantBounds, now: number): void {
  const { grantDurations } = conditions;
  const limits = grantDurations.length > 0 ? grantDurations : [DEFAULT_GRANT_DURATION];
  const limit = limits.toSorted((one, other) => afterNow(one, now) - afterNow(other, now)).at(0);
  const until = instantAfter(now, duration);
  const isWithin = until !== null && until > now && until <= afterNow(limit, now);
  if (!isWithin) {
    throw badInput(
      `Expected a duration longer than none and at most ${limit ?? 'none'} (ISO 8601 duration), got ${quoted(duration)}`,
    );
  }
  if (end !== null && until > end) {
    throw badInput(
      `Expected a duration that ends before the recognition does, at ${new Date(end).toISOString()}, got ${quoted(duration)}`,
    );
  }
}

function startOf(lookBack: string | undefined, now: number): number {
  return (lookBack === undefined ? null : windowStart(lookBack, now)) ?? Number.POSITIVE_INFINITY;
}

function afterNow(duration: string | undefined, now: number): number {
  return (duration === undefined ? null : instantAfter(now, duration)) ?? Number.NEGATIVE_INFINITY;
}

/** A text of the caller's, cut short. */
function quoted(text: string): string {
  return JSON.stringify(text.slice(0, 32));
}
