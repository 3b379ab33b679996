/**
 * The unit tests of the floor that decides as one file, for `npm run mutate` and `npm run check:branches`: what they
 * all import is loaded once for each fault. The laws stay out: they try a thousand cases where an example ought to state the rule.
 */
import { globSync } from 'node:fs';

const FLOOR = new URL('../../gateway/src/enforcement/', import.meta.url);

for (const file of globSync('**/*.test.ts', { cwd: FLOOR })) {
  if (file !== 'laws.test.ts') await import(new URL(file, FLOOR).pathname);
}
