/** The gateway with everything beside it, over subgraphs that are in this process or in others. */
import { randomBytes } from 'node:crypto';
import {
  createGateway,
  imagesRoute,
  serveGateway,
  tokenEndpoint,
  uploadRoutes,
} from '@causeway/gateway';
import type { Background, ServedGateway, SubgraphTransport } from '@causeway/gateway';
import { selfCarryRoutes } from '@causeway/gateway/self-carry';
import type { DataFolder } from './data-folder.js';
import type { OfEachSubgraph } from './each-subgraph.js';
import { openIssuers } from './issuers.js';
import { openBackground } from './notify/background.js';
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
  /** Told what the person at the terminal should know. */
  readonly say: (line: string) => void;
}

/**
 * Serves the gateway.
 *
 * @throws StartError, or an error of the system, such as EADDRINUSE, if it cannot
 */
export async function serveGraph(options: ServeGraphOptions): Promise<ServedGateway> {
  const { folder, settings, transports, keys, clock, say } = options;
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
    afterMutation: (subgraphs) => background.afterMutation(subgraphs),
  });
  const background = openBackground({ gateway, folder, settings, clock, say });
  const { port, publicUrl } = settings;
  const url = (): string => served.url;
  const ofImages = { gateway, clock, onError: reportError };
  const served = await servedBeside(background, async () =>
    serveGateway(gateway, {
      port,
      ...(publicUrl !== undefined && { publicUrl: new URL(publicUrl) }),
      routes: [
        tokenEndpoint({
          subjects: identity,
          sessions,
          grant: (key) => gateway.grant(key),
          clock,
          onError: reportError,
        }),
        ...uploadRoutes(ofImages),
        // A key of this start: links are good for minutes, and asked for again at no cost.
        imagesRoute({ ...ofImages, key: randomBytes(32) }),
        ...selfCarryRoutes({ gateway, clock }),
        ...(await pagesWithSignIn({ gateway, folder, settings, clock, url })),
      ],
    }),
  );
  return served;
}

/** Serves once the background has begun, so that nobody is answered by what is out of date; ends both together. */
async function servedBeside(
  background: Background,
  serve: () => Promise<ServedGateway>,
): Promise<ServedGateway> {
  try {
    await background.start();
    const served = await serve();
    return {
      url: served.url,
      close: async () => {
        await served.close();
        await background.close();
      },
    };
  } catch (error) {
    await background.close();
    throw error;
  }
}
