/** `npm start`: the whole graph in one process. */
import './require-node-24.js';
import { startInProcess } from './in-process.js';
import { runProgram } from './program.js';
import { welcome } from './running-graph.js';
import { readSettings } from './settings.js';
import { toldToEnd } from './told-to-end.js';

await runProgram(async () => {
  const settings = readSettings(process.env);
  const end = toldToEnd();
  const graph = await startInProcess(settings, { clock: Date.now, say: console.error });
  console.log(welcome(graph, settings));
  await end;
  await graph.close();
});
