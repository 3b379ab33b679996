/** `npm run mock`: the whole graph without databases, in memory and the same at every start, with enforcement on. */
import './require-node-24.js';
import { SUBGRAPHS } from '@causeway/schema';
import type { SubgraphName } from '@causeway/schema';
import { Command, InvalidArgumentError } from 'commander';
import { startMock } from './mock/start-mock.js';
import { runProgram } from './program.js';
import { welcome } from './running-graph.js';
import { readSettings } from './settings.js';
import { toldToEnd } from './told-to-end.js';

const { real = [] } = new Command('npm run mock --')
  .description('Starts the whole graph without databases: made-up answers, enforced as real ones.')
  .option(
    '--real <subgraphs>',
    `those that answer from their databases, with commas between: ${SUBGRAPHS.join(',')}`,
    readSubgraphs,
  )
  .parse()
  .opts<{ real?: readonly SubgraphName[] }>();

await runProgram(async () => {
  const settings = readSettings(process.env);
  const end = toldToEnd();
  const graph = await startMock(settings, { clock: Date.now, say: console.error, real });
  console.log(welcome(graph, settings));
  await end;
  await graph.close();
});

function readSubgraphs(text: string): readonly SubgraphName[] {
  const names = text.split(',').map((name) => name.trim());
  return names.map((name) => {
    const subgraph = SUBGRAPHS.find((one) => one === name);
    if (subgraph !== undefined) return subgraph;
    throw new InvalidArgumentError(
      `Expected some of ${SUBGRAPHS.join(', ')}, got ${JSON.stringify(name)}.`,
    );
  });
}
