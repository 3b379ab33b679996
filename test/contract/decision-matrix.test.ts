/** What the decision matrix says is held elsewhere is held there: the file is there, and has the test. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { HELD_ELSEWHERE } from '../../gateway/src/enforcement/matrix/held-elsewhere.js';
import type { HeldElsewhere } from '../../gateway/src/enforcement/matrix/held-elsewhere.js';
import { decisionMatrixPage } from '../../gateway/src/enforcement/matrix/page.js';
import { ROOT, textOf } from '../support/documents.js';

/** Whether a test file has a test, or a case of a table of tests, of this name. */
function isHeld({ file, test }: Pick<HeldElsewhere, 'file' | 'test'>): boolean {
  if (!file.endsWith('.test.ts') || !existsSync(join(ROOT, file))) return false;
  const text = textOf(file);
  return [`'${test}'`, `"${test}"`, `\`${test}\``].some((name) => text.includes(name));
}

describe('the decision matrix', () => {
  it.each(Object.entries(HELD_ELSEWHERE))(
    'names tests that are there, under %s',
    (_letter, scenarios) => {
      expect(scenarios.filter((scenario) => !isHeld(scenario))).toEqual([]);
    },
  );

  it.each([
    ['a file that is not there', 'test/e2e/no-such.test.ts', 'is released'],
    ['a test that is not there', 'test/e2e/faults.test.ts', 'is released at midnight'],
    ['a part of a name', 'test/e2e/faults.test.ts', 'nothing is released'],
    ['no test file', 'test/support/documents.ts', 'utf8'],
  ])('would be seen to name %s', (_what, file, test) => {
    expect(isHeld({ file, test })).toBe(false);
  });

  it('is as it is printed', () => {
    expect(textOf('docs/decision-matrix.md')).toBe(decisionMatrixPage());
  });
});
