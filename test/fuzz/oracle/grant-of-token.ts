import type { Situation } from '../world/situation.js';

/** The grant that a token is bound to. */
export function grantOfToken(patients: Situation['patients']) {
  return [...patients.values()].flatMap(({ consentFacts }) => consentFacts?.grant ?? [])[0] ?? null;
}
