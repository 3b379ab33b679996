/** The whole graph in one process without databases, but for the subgraphs that are asked to be real. */
import type { SubgraphHandler, SubgraphName } from '@causeway/schema';
import { society } from '@causeway/seeds/stage';
import { openDataFolder } from '../data-folder.js';
import { eachSubgraph } from '../each-subgraph.js';
import { serveInProcess } from '../in-process.js';
import type { RunOptions } from '../in-process.js';
import { newKeys } from '../keys.js';
import { linkTermsOf } from '../link-terms.js';
import { openSubgraph } from '../open-subgraph.js';
import { StartError } from '../program.js';
import { reportError } from '../report-error.js';
import type { RunningGraph } from '../running-graph.js';
import { seedOnFirstUse } from '../seed.js';
import type { Settings } from '../settings.js';
import { mockSubgraph } from './mock-subgraph.js';
import { MockSociety } from './society-facts.js';

/** How a mock is run. */
export interface MockOptions extends RunOptions {
  /** The subgraphs that answer from their databases, as in `npm start`. */
  readonly real: readonly SubgraphName[];
}

/**
 * Starts the gateway over mock subgraphs. The data folder holds the keys of persona tokens, and databases where a
 * subgraph is real.
 *
 * @throws StartError in production, and StartError, DatabaseError or an error of the system, such as EADDRINUSE, if it cannot
 */
export async function startMock(
  settings: Settings,
  { clock, say, real }: MockOptions,
): Promise<RunningGraph> {
  if (settings.isProduction) {
    throw new StartError(
      'Expected to run for trying out, got NODE_ENV=production: a mock records no access, so nobody may be served by it. Use `npm start`.',
    );
  }
  const folder = openDataFolder(settings.data);
  if (real.length > 0) await seedOnFirstUse(folder, { clock, say });
  const keys = newKeys();
  const people = new MockSociety(society(new Date(clock())));
  const common = { clock, onError: reportError };
  const mocks = eachSubgraph((name) =>
    real.includes(name)
      ? null
      : mockSubgraph({ ...common, name, society: people, keys: [keys[name]] }),
  );
  const opened = new Map<SubgraphName, RealSubgraph>();
  const close = (): void => opened.forEach((subgraph) => subgraph.close());
  try {
    for (const name of real) {
      const options = { ...common, keys: [keys[name]], ...linkTermsOf(settings) };
      opened.set(name, await openSubgraph(name, folder, options));
    }
  } catch (error) {
    close();
    throw error;
  }
  const handlers = eachSubgraph((name) => mocks[name] ?? handlerOf(name, opened));
  return serveInProcess(settings, { folder, keys, handlers, close, clock, say });
}

/** A subgraph over its database. */
interface RealSubgraph {
  readonly handle: SubgraphHandler;
  close(): void;
}

function handlerOf(
  name: SubgraphName,
  opened: ReadonlyMap<SubgraphName, RealSubgraph>,
): SubgraphHandler {
  const subgraph = opened.get(name);
  if (subgraph === undefined) throw new StartError(`Expected ${name} to be open, got a mock of it`);
  return subgraph.handle;
}
