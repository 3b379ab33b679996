import { GATES } from '@causeway/schema';
import type { Mutant } from './mutant.js';
import { readSource, replaceIn, sourceMutant } from './source-mutant.js';

/** Where the gates are listed: those that ask of no patient, and those that do. */
const LISTS = ['party-gates.ts', 'decide.ts'].map(
  (file) => `gateway/src/enforcement/decide/${file}`,
);

/** The gate that is kept where the answer is released, not by `decide`. */
const KEPT_AT_RELEASE = 'AUDIT';

/** One mutant for each gate of the decision: a gate that lets everybody pass. */
export function gateMutants(): readonly Mutant[] {
  return GATES.filter((gate) => gate !== KEPT_AT_RELEASE).map((gate) => {
    const { file, entry, name } = entryOf(gate);
    return sourceMutant({
      name: `decide: the gate ${gate} lets everybody pass`,
      apply: (folder) => {
        replaceIn(folder, file, entry, entry.replace(name, '() => null'));
      },
      tests: ['gateway/src/enforcement/decide'],
    });
  });
}

function entryOf(gate: string): {
  readonly file: string;
  readonly entry: string;
  readonly name: string;
} {
  for (const file of LISTS) {
    const [entry, name] = new RegExp(`gate: '${gate}', pass: (\\w+)`).exec(readSource(file)) ?? [];
    if (entry !== undefined && name !== undefined) return { file, entry, name };
  }
  throw new Error(`Expected the gate ${gate} in ${LISTS.join(' or ')}, got none`);
}
