/** The gateway with everything beside it, over subgraphs that are in this process or in others. */
import { createGateway, serveGateway, tokenEndpoint } from '@causeway/gateway';
import type { ServedGateway, SubgraphTransport } from '@causeway/gateway';
import type { DataFolder } from './data-folder.js';
import type { OfEachSubgraph } from './each-subgraph.js';
import { openIssuers } from './issuers.js';
import { pagesWithSignIn } from './openid/pages.js';
import { reportError } from './report-error.js';
import type { Settings } from './settings.js';
import { readSupergraph } from './supergraph.js';

/** What the gateway is served over. */
export interface ServeGraphOptions {
  readonly folder: DataFolder;
  readonly settings: Settings;
  readonly transports: OfEachSubgraph<SubgraphTransport>;
  /** The key that each subgraph trusts. */
  readonly keys: OfEachSubgraph<Uint8Array>;
  /** The time in epoch milliseconds. */
  readonly clock: () => number;
}

/**
 * Serves the gateway.
 *
 * @throws StartError, or an error of the system, such as EADDRINUSE, if it cannot
 */
export async function serveGraph(options: ServeGraphOptions): Promise<ServedGateway> {
  const { folder, settings, transports, keys, clock } = options;
  const { identity, sessions, firstOperation } = await openIssuers(folder, settings, clock);
  const gateway = createGateway({
    supergraphSdl: readSupergraph(),
    transports,
    keys,
    identity,
    clock,
    onError: reportError,
    isProduction: settings.isProduction,
    firstOperation,
  });
  const { port, publicUrl } = settings;
  const url = (): string => served.url;
  const pages = await pagesWithSignIn({ gateway, folder, settings, clock, url });
  const served = await serveGateway(gateway, {
    port,
    ...(publicUrl && { publicUrl }),
    routes: [
      tokenEndpoint({
        subjects: identity,
        sessions,
        grant: (key) => gateway.grant(key),
        clock,
        onError: reportError,
      }),
      ...pages,
    ],
  });
  return served;
}
