/** `npm run start:distributed`: the whole graph in five processes. */
import './require-node-24.js';
import { startDistributed } from './distribute.js';
import { runProgram } from './program.js';
import { welcome } from './running-graph.js';
import { readSettings } from './settings.js';
import { toldToEnd } from './told-to-end.js';

await runProgram(async () => {
  const settings = readSettings(process.env);
  const end = toldToEnd();
  const graph = await startDistributed(settings, {
    say: console.error,
    onLost: (name, why) => {
      console.error(
        `The process of ${name} has ended (${why}). It is not started again: end all and start anew.`,
      );
    },
  });
  console.log(welcome(graph, settings));
  await end;
  await graph.close();
});
