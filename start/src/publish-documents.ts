/**
 * `npm run documents:publish [-- --to FOLDER]`: writes the operations that teams have registered, for gateways to serve by
 * their ids and for clients to be built with. Ends with 1 where one of them is not as its team has agreed.
 */
import './require-node-24.js';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { CONSUMERS_PATH } from '@causeway/schema/compose-files';
import { ConsumerCheck, describeProblem } from '@causeway/schema/consumers';
import { Command } from 'commander';
import { keptNeeds } from './consumers/kept-needs.js';
import { registeredIn } from './consumers/registered-in.js';
import { workingTree } from './contract/graph-files.js';
import { versionOf } from './contract/graph-version.js';
import { clientDocuments } from './documents/client-documents.js';
import { publication } from './documents/publication.js';
import { StartError, runProgram } from './program.js';

await runProgram(() => {
  const { to } = new Command('npm run documents:publish --')
    .description('Publishes the operations that teams have registered.')
    .option('--to <folder>', 'where to write them', 'dist/documents')
    .parse()
    .opts<{ readonly to: string }>();
  const consumers = registeredIn(CONSUMERS_PATH);
  const check = new ConsumerCheck(versionOf(workingTree()));
  const problems = consumers.flatMap((one) => check.check(one, keptNeeds(one)).problems);
  if (problems.length > 0) {
    const told = problems.map(describeProblem).join('\n  ');
    throw new StartError(`Nothing is published of what its team has not agreed to:\n  ${told}`);
  }
  const files = publication(consumers, clientDocuments());
  mkdirSync(to, { recursive: true });
  for (const { name, text } of files) {
    const path = join(to, name);
    writeFileSync(path, text);
    console.log(relative('.', path));
  }
  return Promise.resolve();
});
