/** One subgraph in a process of its own, on loopback; started by `distributed.ts`. */
import './require-node-24.js';
import { serveSubgraph } from '@causeway/kit';
import { openDataFolder } from './data-folder.js';
import { obey } from './obey.js';
import type { SubgraphOrder } from './process-messages.js';
import { reportError } from './report-error.js';
import { openSubgraph } from './open-subgraph.js';

await obey(async (order) => {
  const { name, data, key, links, limits } = order as SubgraphOrder;
  process.title = `causeway ${name}`;
  const subgraph = await openSubgraph(name, openDataFolder(data), {
    keys: [Buffer.from(key, 'base64url')],
    clock: Date.now,
    onError: reportError,
    ...links,
  });
  const { handle } = subgraph;
  const server = await serveSubgraph({ handle, port: 0, limits, onError: reportError });
  return {
    url: server.url,
    close: async () => {
      await server.close();
      subgraph.close();
    },
  };
});
