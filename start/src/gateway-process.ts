/** The gateway in a process of its own, which reaches the subgraphs over HTTP; started by `distributed.ts`. */
import './require-node-24.js';
import { createGateway, httpTransport, serveGateway } from '@causeway/gateway';
import { openDataFolder } from './data-folder.js';
import { openIssuer } from './issuer.js';
import { eachSubgraph } from './each-subgraph.js';
import { obey } from './obey.js';
import type { GatewayOrder } from './process-messages.js';
import { reportError } from './report-error.js';
import { readSupergraph } from './supergraph.js';

await obey(async (order) => {
  const { settings, subgraphs } = order as GatewayOrder;
  process.title = 'causeway gateway';
  const { identity, firstOperation } = await openIssuer(
    openDataFolder(settings.data),
    settings,
    Date.now,
  );
  const transports = eachSubgraph((subgraph) =>
    httpTransport({ subgraph, url: new URL(subgraphs[subgraph].url) }),
  );
  const gateway = createGateway({
    supergraphSdl: readSupergraph(),
    transports: eachSubgraph((name) => (request, signal) => transports[name].send(request, signal)),
    keys: eachSubgraph((name) => Buffer.from(subgraphs[name].key, 'base64url')),
    identity,
    clock: Date.now,
    onError: reportError,
    isProduction: settings.isProduction,
    firstOperation,
  });
  const served = await serveGateway(gateway, { port: settings.port });
  return {
    url: served.url,
    close: async () => {
      await served.close();
      await Promise.all(Object.values(transports).map((transport) => transport.close()));
    },
  };
});
