/** The gateway with everything beside it, over subgraphs that are in this process or in others. */
import {
  DEFAULT_LIMITS,
  createBackground,
  createGateway,
  imagesRoute,
  serveGateway,
  tokenEndpoint,
  uploadRoutes,
} from '@causeway/gateway';
import type {
  Background,
  Exchanges,
  Gateway,
  HttpRoute,
  ServedGateway,
  SubgraphTransport,
  TakenProofs,
} from '@causeway/gateway';
import { selfCarryRoutes } from '@causeway/gateway/self-carry';
import type { DataFolder } from './data-folder.js';
import { openDocuments } from './documents/open-documents.js';
import type { OfEachSubgraph } from './each-subgraph.js';
import { openExplorer } from './explorer/open-explorer.js';
import { openIssuers } from './issuers.js';
import { openBackground } from './notify/background.js';
import { openMetrics } from './open-metrics.js';
import { pagesWithSignIn } from './openid/pages.js';
import type { GatewayRole } from './process-messages.js';
import { reportError } from './report-error.js';
import type { Settings } from './settings.js';
import { readSupergraph } from './supergraph.js';
import { forwarded } from './workers/forward.js';

/** What the gateway is served over. */
export interface ServeGraphOptions {
  readonly folder: DataFolder;
  readonly settings: Settings;
  readonly role: GatewayRole;
  /** The key that links to images are signed with: links are good for minutes, and asked for again at no cost. */
  readonly imageKey: Uint8Array;
  /** The proofs that other gateways of the same address took too; its own alone where nothing is said. */
  readonly takenProofs?: TakenProofs;
  readonly transports: OfEachSubgraph<SubgraphTransport>;
  /** Whether fetches share exchanges. */
  readonly exchanges: Exchanges;
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
  const { folder, settings, role, imageKey, takenProofs, transports, exchanges, keys, clock, say } =
    options;
  const counted = await openMetrics(settings, role, say);
  const issuers = await openIssuers(folder, settings, { metrics: counted.metrics, takenProofs });
  const { identity, sessions } = issuers;
  const explorer = await openExplorer(folder, settings, clock);
  const documents = openDocuments(settings);
  const gateway = createGateway({
    supergraphSdl: readSupergraph(),
    transports,
    exchanges,
    keys,
    identity,
    clock,
    onError: reportError,
    isProduction: settings.isProduction,
    limits: { ...DEFAULT_LIMITS, ...settings.limits.operations },
    ...settings.limits.requests,
    caches: settings.limits.caches,
    planning: settings.limits.planning,
    subscriptions: settings.limits.subscriptions,
    afterMutation: (subgraphs) => background.afterMutation(subgraphs),
    metrics: counted.metrics,
  });
  const background =
    role.kind === 'worker'
      ? relayAlone(gateway)
      : openBackground({ gateway, folder, settings, clock, say });
  const { port, publicUrl } = settings;
  const { kind, origins } = settings.host;
  const url = (): string => served.url;
  const ofImages = { gateway, clock, onError: reportError };
  const served = await servedBeside(background, async () =>
    serveGateway(gateway, {
      metrics: counted.metrics,
      port: role.kind === 'home' ? 0 : port,
      ...(publicUrl !== undefined && { publicUrl: new URL(publicUrl) }),
      ...(origins !== undefined && { origins }),
      kind,
      documents,
      limits: settings.limits.http,
      onError: reportError,
      ...(explorer !== null && { landing: explorer.landing }),
      routes: [
        ...(explorer?.routes ?? []),
        tokenEndpoint({
          subjects: identity,
          sessions,
          grant: (key) => gateway.grant(key),
          clock,
          onError: reportError,
        }),
        ...uploadRoutes(ofImages),
        imagesRoute({ ...ofImages, key: imageKey }),
        ...selfCarryRoutes({ gateway, clock }),
        ...pagesFor(role, await pagesWithSignIn({ gateway, folder, settings, clock, url })),
      ],
    }),
  );
  return {
    url: served.url,
    close: async () => {
      await served.close();
      await counted.close();
    },
  };
}

/** Carries on what this gateway's own mutations changed; all that is done by the clock is done at home. */
function relayAlone({ call }: Gateway): Background {
  const background = createBackground({ call, channels: null, onError: reportError });
  return { ...background, start: () => Promise.resolve() };
}

/** Who has signed in is known at home. */
function pagesFor(role: GatewayRole, routes: readonly HttpRoute[]): readonly HttpRoute[] {
  switch (role.kind) {
    case 'alone':
    case 'home':
      return routes;
    case 'worker':
      return routes.map((route) => forwarded(route, role.home));
  }
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
