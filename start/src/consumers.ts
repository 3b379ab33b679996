/**
 * `npm run consumers [-- --write]`: holds the operations that teams have registered against the graph. Ends with 1 where
 * one is broken, takes more consent than its team has agreed to, or differs from what is committed.
 */
import './require-node-24.js';
import { CONSUMERS_PATH } from '@causeway/schema/compose-files';
import { ConsumerCheck, describeProblem } from '@causeway/schema/consumers';
import type { ConsumerProblem } from '@causeway/schema/consumers';
import { Command } from 'commander';
import { keptNeeds, keepNeeds } from './consumers/kept-needs.js';
import { registeredIn } from './consumers/registered-in.js';
import { folder, workingTree } from './contract/graph-files.js';
import { versionOf } from './contract/graph-version.js';
import { runProgram } from './program.js';

interface Options {
  readonly write?: true;
  readonly graph?: string;
  readonly registry: string;
}

await runProgram(() => {
  process.exitCode = run();
  return Promise.resolve();
});

/** The exit code. */
function run(): number {
  const { write, graph, registry } = new Command('npm run consumers --')
    .description('Holds the operations that teams have registered against the graph.')
    .option('--check', 'change nothing (the usual)')
    .option('--write', 'write what each operation takes now')
    .option('--graph <folder>', 'a folder of SDL files; this checkout if left out')
    .option('--registry <folder>', 'the folder of the teams', CONSUMERS_PATH)
    .parse()
    .opts<Options>();
  const check = new ConsumerCheck(versionOf(graph === undefined ? workingTree() : folder(graph)));
  const problems = registeredIn(registry).flatMap((consumer) => {
    const found = check.check(consumer, keptNeeds(consumer));
    // What a team has to mend first is not agreed to by writing it down.
    if (write === true && !found.problems.some(isLeft)) keepNeeds(consumer, found.needs);
    return found.problems;
  });
  for (const problem of problems) console.error(describeProblem(problem));
  const left = write === true ? problems.filter(isLeft) : problems;
  if (left.length === 0) return 0;
  console.error(adviceOn(left));
  return 1;
}

/** Whether to write what is taken leaves the problem as it is. */
function isLeft({ kind }: ConsumerProblem): boolean {
  switch (kind) {
    case 'BROKEN':
    case 'UNDECLARED':
    case 'UNUSED':
      return true;
    case 'MORE_CONSENT':
    case 'STALE':
      return false;
  }
}

function adviceOn(problems: readonly ConsumerProblem[]): string {
  const isMore = problems.some(({ kind }) => kind === 'MORE_CONSENT');
  if (isMore)
    return 'Take the change back, or agree with the team that its operation takes more, and run `npm run consumers -- --write`.';
  return problems.every(({ kind }) => kind === 'STALE')
    ? 'Run `npm run consumers -- --write`.'
    : 'Take the change back, or mend the operation or its manifest with the team.';
}
