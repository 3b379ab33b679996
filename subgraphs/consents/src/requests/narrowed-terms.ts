/** What a patient agrees to of what was asked for: as much or less, never more. */
import { instantAfter, windowStart } from '@causeway/schema';
import type { ClinicalScope, Texts } from '@causeway/schema';
import { badInput } from '../changes/refusals.js';
import type { GrantTerms } from '../tables.js';
import { orderedTerms } from './grant-terms.js';
import { INPUT, PARTS } from '../refusal-texts.js';

/** Less than was asked for, where it says so; null leaves it as asked. */
export interface Narrowing {
  readonly scopes: readonly ClinicalScope[] | null;
  readonly lookBack: string | null;
  readonly permissions: GrantTerms['permissions'] | null;
  /** Restricted records go with it only where the patient says so. */
  readonly includesRestricted: boolean;
  readonly duration: string | null;
}

/**
 * The terms that a patient agrees to at an instant (epoch milliseconds).
 *
 * @throws GraphQLError BAD_USER_INPUT for terms that are wider than those asked for
 */
export function narrowed(asked: GrantTerms, narrowing: Narrowing, now: number): GrantTerms {
  const {
    scopes = asked.scopes,
    lookBack = asked.lookBack,
    permissions = asked.permissions,
    duration = asked.duration,
  } = given(narrowing);
  requireAmong(PARTS.categories, scopes, asked.scopes);
  requireAmong(PARTS.permissions, permissions, asked.permissions);
  requireNoLonger(PARTS.lookBack, lookBack, asked.lookBack, (text) => {
    const start = windowStart(text, now);
    return start === null ? null : now - start;
  });
  requireNoLonger(PARTS.duration, duration, asked.duration, (text) => instantAfter(now, text));
  const { includesRestricted } = narrowing;
  if (includesRestricted && !asked.includesRestricted) {
    throw badInput(INPUT.restrictedNotAsked);
  }
  return orderedTerms({ scopes, lookBack, permissions, includesRestricted, duration });
}

function given({ scopes, lookBack, permissions, duration }: Narrowing) {
  return {
    ...(scopes && { scopes }),
    ...(lookBack !== null && { lookBack }),
    ...(permissions && { permissions }),
    ...(duration !== null && { duration }),
  };
}

function requireAmong(what: Texts, chosen: readonly string[], asked: readonly string[]): void {
  const beyond = chosen.filter((one) => !asked.includes(one));
  if (beyond.length === 0) return;
  throw badInput(INPUT.beyondAsked, { what, asked: asked.join(', '), got: beyond.join(', ') });
}

function requireNoLonger(
  what: Texts,
  chosen: string,
  asked: string,
  lengthOf: (duration: string) => number | null,
): void {
  const [length, limit] = [lengthOf(chosen), lengthOf(asked)];
  if (length !== null && limit !== null && length <= limit) return;
  throw badInput(INPUT.longerThanAsked, { what, asked, got: JSON.stringify(chosen.slice(0, 32)) });
}
