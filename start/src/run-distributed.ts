import { startDistributed } from './distribute.js';
import { welcome } from './running-graph.js';
import { readSettings } from './settings.js';
import { toldToEnd } from './told-to-end.js';

/**
 * Runs the graph in processes of its own until it is told to end, with so many gateways at one address; undefined for
 * one alone.
 *
 * @throws StartError or DatabaseError if it cannot
 */
export async function runDistributed(workers: number | undefined): Promise<void> {
  const settings = readSettings(process.env);
  const end = toldToEnd();
  const graph = await startDistributed(settings, {
    workers,
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
}
