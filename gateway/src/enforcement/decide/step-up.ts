import type { ConsentFacts } from '@causeway/schema';

/** Until when the practitioner's step-up for this patient holds (an instant), or null without one in force. */
export function stepUpInForce(facts: ConsentFacts | null, now: number): string | null {
  const until = facts?.stepUp?.until;
  return until !== undefined && now <= Date.parse(until) ? until : null;
}
