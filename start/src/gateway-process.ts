/** The gateway in a process of its own, which reaches the subgraphs over HTTP; started by `distributed.ts`. */
import './require-node-24.js';
import { httpTransport } from '@causeway/gateway';
import { openDataFolder } from './data-folder.js';
import { eachSubgraph } from './each-subgraph.js';
import { obey } from './obey.js';
import type { GatewayOrder } from './process-messages.js';
import { serveGraph } from './serve-graph.js';
import { sharedProofs } from './workers/shared-proofs.js';

await obey(async (order) => {
  const { settings, subgraphs, role, imageKey } = order as GatewayOrder;
  process.title = role.kind === 'alone' ? 'causeway gateway' : `causeway gateway ${role.kind}`;
  const transports = eachSubgraph((subgraph) =>
    httpTransport({
      subgraph,
      url: new URL(subgraphs[subgraph].url),
      ...settings.limits.exchanges[subgraph],
    }),
  );
  const served = await serveGraph({
    folder: openDataFolder(settings.data),
    settings,
    role,
    imageKey: Buffer.from(imageKey, 'base64url'),
    ...(role.kind !== 'alone' && { takenProofs: sharedProofs() }),
    transports: eachSubgraph((name) => (request, signal) => transports[name].send(request, signal)),
    exchanges: 'shared',
    keys: eachSubgraph((name) => Buffer.from(subgraphs[name].key, 'base64url')),
    clock: Date.now,
    say: console.error,
  });
  return {
    url: served.url,
    close: async () => {
      await served.close();
      await Promise.all(Object.values(transports).map((transport) => transport.close()));
    },
  };
});
