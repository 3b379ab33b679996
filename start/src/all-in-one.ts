/** `npm start`: the whole graph in one process, or with gateways that share its address in processes of their own. */
import './require-node-24.js';
import { startInProcess } from './in-process.js';
import { runProgram } from './program.js';
import { runDistributed } from './run-distributed.js';
import { welcome } from './running-graph.js';
import { readSettings } from './settings.js';
import { toldToEnd } from './told-to-end.js';
import { workersAsked } from './workers/workers-option.js';

const workers = workersAsked('start', 'Start the whole graph in one process.');
await runProgram(async () => {
  if (workers !== undefined) {
    await runDistributed(workers);
    return;
  }
  const settings = readSettings(process.env);
  const end = toldToEnd();
  const graph = await startInProcess(settings, { clock: Date.now, say: console.error });
  console.log(welcome(graph, settings));
  await end;
  await graph.close();
});
