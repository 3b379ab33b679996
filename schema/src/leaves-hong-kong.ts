import { CLINICAL_SCOPES } from './scopes.js';
import type { SharableScope } from './scopes.js';

/** Whether a category may leave Hong Kong: some never do, and some only where a condition lists them. */
export function leavesHongKong(scope: SharableScope, listed: ReadonlySet<string> | null): boolean {
  if (scope === 'MED_CERT') return false;
  if (scope === 'BIRTH') return listed?.has('BIRTH') ?? false;
  // A redeemed grant implies the minimal demographics.
  if (scope === 'PERSON') return true;
  return CLINICAL_SCOPES.includes(scope) && (listed?.has(scope) ?? true);
}
