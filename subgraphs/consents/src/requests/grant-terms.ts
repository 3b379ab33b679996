/** The terms of a grant held against what the recognition lets be asked for. */
import {
  CLINICAL_SCOPES,
  instantAfter,
  leavesHongKong,
  localDate,
  windowStart,
} from '@causeway/schema';
import type { Conditions, GrantFact, PurposeOfUse, SharableScope, Texts } from '@causeway/schema';
import { badInput } from '../changes/refusals.js';
import { intervalOf } from '../period.js';
import type { GrantTerms } from '../tables.js';
import type { GrantBounds } from './grant-bounds.js';
import { INPUT, PARTS } from '../refusal-texts.js';

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
    throw badInput(INPUT.purposeNotAllowed, {
      allowed: namesIn([...conditions.purposes]),
      got: purpose,
    });
  }
  requireScopes(terms.scopes, conditions);
  requirePermissions(terms.permissions, conditions);
  if (terms.includesRestricted && !conditions.mayHoldRestricted) {
    throw badInput(INPUT.restrictedNotAllowed);
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
  throw badInput(INPUT.notAmong, {
    what: PARTS.categories,
    allowed: namesIn(allowed),
    got: namesIn(beyond),
  });
}

function requirePermissions(
  permissions: GrantFact['permissions'],
  { mayRead, mayDeposit }: Conditions,
): void {
  const allowed = PERMISSIONS.filter((one) => (one === 'READ' ? mayRead : mayDeposit));
  const beyond = permissions.filter((one) => !allowed.includes(one));
  if (beyond.length === 0 && permissions.length > 0) return;
  throw badInput(INPUT.notAmong, {
    what: PARTS.permissions,
    allowed: namesIn(allowed),
    got: namesIn(beyond),
  });
}

function requireLookBack(lookBack: string, limits: readonly string[], now: number): void {
  const start = windowStart(lookBack, now);
  const today = intervalOf({ start: localDate(now), end: null }).from ?? now;
  const limit = limits.toSorted((one, other) => startOf(other, now) - startOf(one, now)).at(0);
  const isWithin = start !== null && start < today && start >= startOf(limit, now);
  if (isWithin) return;
  throw badInput(INPUT.lookBack, { most: limit ?? PARTS.none, got: quoted(lookBack) });
}

function requireDuration(duration: string, { conditions, end }: GrantBounds, now: number): void {
  const { grantDurations } = conditions;
  const limits = grantDurations.length > 0 ? grantDurations : [DEFAULT_GRANT_DURATION];
  const limit = limits.toSorted((one, other) => afterNow(one, now) - afterNow(other, now)).at(0);
  const until = instantAfter(now, duration);
  const isWithin = until !== null && until > now && until <= afterNow(limit, now);
  if (!isWithin) {
    throw badInput(INPUT.duration, { most: limit ?? PARTS.none, got: quoted(duration) });
  }
  if (end !== null && until > end) {
    throw badInput(INPUT.durationBeyondRecognition, {
      end: new Date(end).toISOString(),
      got: quoted(duration),
    });
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

function namesIn(words: readonly string[]): string | Texts {
  return words.length === 0 ? PARTS.none : words.join(', ');
}
