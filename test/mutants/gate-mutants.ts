import { GATES } from '@causeway/schema';
import type { Mutant } from './mutant.js';
import { readSource, replaceIn, sourceMutant } from './source-mutant.js';

const DECIDE = 'gateway/src/enforcement/decide/decide.ts';

/** The gate that is kept where the answer is released, not by `decide`. */
const KEPT_AT_RELEASE = 'AUDIT';

/** One mutant for each gate of the decision: a gate that lets everybody pass. */
export function gateMutants(): readonly Mutant[] {
  const source = readSource(DECIDE);
  return GATES.filter((gate) => gate !== KEPT_AT_RELEASE).map((gate) => {
    const [entry, name] = new RegExp(`gate: '${gate}', pass: (\\w+)`).exec(source) ?? [];
    if (entry === undefined || name === undefined) {
      throw new Error(`Expected the gate ${gate} in ${DECIDE}, got none`);
    }
    return sourceMutant({
      name: `decide: the gate ${gate} lets everybody pass`,
      apply: (folder) => {
        replaceIn(folder, DECIDE, entry, entry.replace(name, '() => null'));
      },
      tests: ['gateway/src/enforcement/decide'],
    });
  });
}
