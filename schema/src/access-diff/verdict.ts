import { implies } from '../access/access.js';
import type { Access } from '../access/access.js';

/** What a change does to who gets something. */
export type Verdict = 'WIDENS' | 'NARROWS' | 'EQUAL';

/** Widening is what lets anybody get it who did not before, whoever else may have lost it. */
export function verdictOf(before: Access, after: Access): Verdict {
  if (!implies(after, before)) return 'WIDENS';
  return implies(before, after) ? 'EQUAL' : 'NARROWS';
}
