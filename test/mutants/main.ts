/**
 * `npm run test:mutants [-- TEXT]`: puts one fault after the other into the system and prints those that no test
 * notices; with a text, only faults whose name contains it.
 */
import { committedSubgraphs } from '@causeway/schema/compose-files';
import { gateMutants } from './gate-mutants.js';
import { labelMutants } from './label-mutants.js';
import type { Mutant } from './mutant.js';
import { ruleMutants } from './rule-mutants.js';

const [wanted = ''] = process.argv.slice(2);
const mutants: readonly Mutant[] = [
  ...labelMutants(committedSubgraphs()),
  ...gateMutants(),
  ...ruleMutants(),
].filter(({ name }) => name.includes(wanted));

const survivors: string[] = [];
for (const mutant of mutants) {
  const noticed = await mutant.notice();
  if (noticed === null) survivors.push(mutant.name);
  process.stdout.write(
    `${noticed === null ? 'SURVIVED' : 'noticed '}  ${mutant.name}${noticed === null ? '' : `  (${noticed})`}\n`,
  );
}
process.stdout.write(`${String(mutants.length)} mutants, ${String(survivors.length)} survivors\n`);
for (const name of survivors) process.stdout.write(`survived: ${name}\n`);
process.exitCode = survivors.length > 0 || mutants.length === 0 ? 1 : 0;
