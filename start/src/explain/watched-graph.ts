/** A graph on a data folder for one question: no server, nothing changed, nothing put on record. */
import { NO_METRICS, createGateway, inProcessTransport } from '@causeway/gateway';
import type { Gateway } from '@causeway/gateway';
import type { RecordRepository } from '@causeway/records';
import { accessGraphOf } from '@causeway/schema/consumers';
import type { AccessGraph } from '@causeway/schema/consumers';
import type { DataFolder } from '../data-folder.js';
import { eachSubgraph } from '../each-subgraph.js';
import { openIssuers } from '../issuers.js';
import { newKeys } from '../keys.js';
import { reportError } from '../report-error.js';
import type { Settings } from '../settings.js';
import { closeSubgraphs, openSubgraphs } from '../subgraphs.js';
import { readSupergraph } from '../supergraph.js';
import { watchedHandler } from './watched-handler.js';
import type { Watch } from './watched-handler.js';

/** The graph, and what is learnt as it is asked. */
export interface WatchedGraph {
  readonly gateway: Gateway;
  readonly watch: Watch;
  /** What the labels of the graph ask for. */
  readonly access: AccessGraph;
  /** Every record there is: to tell what is withheld. */
  readonly records: Pick<RecordRepository, 'statedOfPatient'>;
  close(): void;
}

/** When a question is asked. */
export interface WatchedTime {
  /** What the clock says, in epoch milliseconds. */
  readonly now: number;
  /** As of which instant facts are read; null for as they stand. */
  readonly at: number | null;
}

/**
 * Opens the graph on a data folder, beside one that may be running on it.
 *
 * @throws StartError or DatabaseError if it cannot
 */
export async function openWatchedGraph(
  folder: DataFolder,
  settings: Settings,
  { now, at }: WatchedTime,
): Promise<WatchedGraph> {
  const clock = (): number => now;
  const keys = newKeys();
  const { identity } = await openIssuers(folder, settings, { metrics: NO_METRICS });
  const subgraphs = await openSubgraphs(folder, {
    clock,
    onError: reportError,
    keysOf: (name) => [keys[name]],
  });
  const watch: Watch = { asked: [], events: [] };
  const supergraphSdl = readSupergraph();
  const gateway = createGateway({
    supergraphSdl,
    transports: eachSubgraph((subgraph) =>
      inProcessTransport({
        subgraph,
        handle: watchedHandler(
          { subgraph, handle: subgraphs[subgraph].handle, key: keys[subgraph], at },
          watch,
        ),
      }),
    ),
    keys,
    identity,
    clock,
    onError: reportError,
    isProduction: settings.isProduction,
  });
  return {
    gateway,
    watch,
    access: accessGraphOf(supergraphSdl),
    records: subgraphs.records.repository,
    close: () => closeSubgraphs(subgraphs),
  };
}
