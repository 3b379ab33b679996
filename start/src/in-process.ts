/** The whole graph in one process: the same signed requests between gateway and subgraphs, without the sockets. */
import { randomBytes } from 'node:crypto';
import { inProcessTransport } from '@causeway/gateway';
import type { SubgraphHandler } from '@causeway/schema';
import { openDataFolder } from './data-folder.js';
import type { DataFolder } from './data-folder.js';
import { eachSubgraph } from './each-subgraph.js';
import type { OfEachSubgraph } from './each-subgraph.js';
import { newKeys } from './keys.js';
import { linkTermsOf } from './link-terms.js';
import { reportError } from './report-error.js';
import type { RunningGraph } from './running-graph.js';
import { seedOnFirstUse } from './seed.js';
import { serveGraph } from './serve-graph.js';
import type { Settings } from './settings.js';
import { closeSubgraphs, openSubgraphs } from './subgraphs.js';

/** How to run beside the settings. */
export interface RunOptions {
  /** The time in epoch milliseconds. */
  readonly clock: () => number;
  /** Told of progress that takes its time. */
  readonly say: (line: string) => void;
}

/**
 * Starts gateway and subgraphs in this process, with the invented world in new databases.
 *
 * @throws StartError, DatabaseError or an error of the system, such as EADDRINUSE, if it cannot
 */
export async function startInProcess(
  settings: Settings,
  { clock, say }: RunOptions,
): Promise<RunningGraph> {
  const folder = openDataFolder(settings.data);
  await seedOnFirstUse(folder, { clock, say });
  const keys = newKeys();
  const subgraphs = await openSubgraphs(folder, {
    clock,
    onError: reportError,
    keysOf: (name) => [keys[name]],
    ...linkTermsOf(settings),
  });
  return serveInProcess(settings, {
    folder,
    keys,
    handlers: eachSubgraph((name) => subgraphs[name].handle),
    close: () => closeSubgraphs(subgraphs),
    clock,
    say,
  });
}

/** Subgraphs in this process, whatever they answer from. */
export interface InProcessSubgraphs extends RunOptions {
  readonly folder: DataFolder;
  /** The key that each subgraph trusts. */
  readonly keys: OfEachSubgraph<Uint8Array>;
  readonly handlers: OfEachSubgraph<SubgraphHandler>;
  /** Closes what the subgraphs answer from. */
  readonly close: () => void;
}

/**
 * Serves the gateway over subgraphs in this process; closes them if it cannot.
 *
 * @throws StartError, or an error of the system, such as EADDRINUSE, if it cannot
 */
export async function serveInProcess(
  settings: Settings,
  { folder, keys, handlers, close, clock, say }: InProcessSubgraphs,
): Promise<RunningGraph> {
  try {
    const served = await serveGraph({
      folder,
      settings,
      role: { kind: 'alone' },
      imageKey: randomBytes(32),
      transports: eachSubgraph((subgraph) =>
        inProcessTransport({
          subgraph,
          handle: handlers[subgraph],
          ...settings.limits.exchanges[subgraph],
        }),
      ),
      exchanges: 'single',
      keys,
      clock,
      say,
    });
    return {
      url: served.url,
      processes: [{ name: 'gateway and subgraphs', pid: process.pid }],
      close: async () => {
        await served.close();
        close();
      },
    };
  } catch (error) {
    close();
    throw error;
  }
}
