import type { AudienceCaller, Holding } from '../audiences.js';
import type { Scope } from '../scopes.js';

/** What a scope takes of callers, the least first. */
export const TAKINGS = [
  'ALWAYS',
  'PARTY',
  'CONSENT',
  'STEP_UP_OF_SOME',
  'LISTED',
  'STEP_UP',
] as const satisfies readonly (Holding | 'STEP_UP_OF_SOME')[];

/** What a scope takes of callers: as one of them holds it, or consent of all and a step-up of some. */
export type Taking = (typeof TAKINGS)[number];

/** What a scope takes of those who can hold it: the least that one of them has to do. */
export function takingOf(scope: Scope, able: readonly AudienceCaller[]): Taking {
  const holdings = new Set(able.map(({ scopes }) => scopes[scope]));
  if (holdings.has('ALWAYS')) return 'ALWAYS';
  if (holdings.has('CONSENT')) return holdings.has('STEP_UP') ? 'STEP_UP_OF_SOME' : 'CONSENT';
  if (holdings.has('LISTED')) return 'LISTED';
  return holdings.has('STEP_UP') ? 'STEP_UP' : 'PARTY';
}
