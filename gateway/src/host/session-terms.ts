import { coversInstant, latestInstant } from '@causeway/schema';
import type { GrantFact } from '@causeway/schema';
import { SESSION_ISSUER } from '../identity/index.js';
import type { SessionCaller, SessionTerms, Subject } from '../identity/index.js';

/** The longest that a session token is good for, in seconds; then it is asked for again. */
export const LONGEST_SESSION = 600;

/** What a session may be for: treatment, and the trial of a channel with invented patients. */
const PURPOSES: ReadonlySet<string> = new Set(['TREAT', 'HTEST']);

/**
 * The terms of a session token that a subject may have for a grant at an instant (epoch milliseconds); null where it
 * may have none. They are no permit: what the token may read is decided at each use.
 */
export function sessionTerms(
  subject: Subject,
  grant: GrantFact | null,
  now: number,
): SessionTerms | null {
  const { caller, thumbprint } = subject;
  if (caller.kind !== 'professional' && caller.kind !== 'system') return null;
  if (grant === null || !mayAskFor(subject, caller, grant) || !isOpen(grant, caller, now))
    return null;
  const expires = endOf(subject, grant, now);
  const { id, purpose } = grant;
  return expires > now / 1000 ? { caller, grant: id, purpose, thumbprint, expires } : null;
}

/** A session is renewed with the practitioner's own token: one session token must not lead to the next. */
function mayAskFor(
  { issuer, purposes }: Subject,
  caller: SessionCaller,
  grant: GrantFact,
): boolean {
  return (
    issuer !== SESSION_ISSUER &&
    purposes.includes(grant.purpose) &&
    (caller.grant === null || caller.grant === grant.id)
  );
}

function isOpen(grant: GrantFact, caller: SessionCaller, now: number): boolean {
  return (
    grant.organization === caller.organization &&
    (grant.practitionerRole === null || grant.practitionerRole === caller.practitionerRole) &&
    PURPOSES.has(grant.purpose) &&
    grant.state === 'REDEEMED' &&
    coversInstant(grant.period, now) &&
    grant.encounter?.open === true &&
    grant.encounter.organization === caller.organization
  );
}

/** In epoch seconds: no later than the subject's own token, the grant, or the encounter where its end is known. */
function endOf({ expires }: Subject, { period, encounter }: GrantFact, now: number): number {
  const ends = [latestInstant(period.end), encounter?.endsAt ?? null].filter((end) => end !== null);
  const soonest = Math.min(now + LONGEST_SESSION * 1000, ...ends);
  return Math.min(Math.floor(soonest / 1000), expires);
}
