import type { Mutant } from './mutant.js';
import { RULES } from './rules.js';
import { replaceIn, sourceMutant } from './source-mutant.js';

/** One mutant for each rule: the sources without it. */
export function ruleMutants(): readonly Mutant[] {
  return RULES.map(({ name, file, text, by, tests }) =>
    sourceMutant({
      name,
      apply: (folder) => {
        replaceIn(folder, file, text, by);
      },
      tests,
    }),
  );
}
