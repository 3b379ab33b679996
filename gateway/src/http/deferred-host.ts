import type { GraphQLHost } from './graphql-host.js';

/** A host that is loaded as it starts, so that who does not start it need not have it in memory. */
export function deferredHost(load: () => Promise<GraphQLHost>): GraphQLHost {
  let loaded: GraphQLHost | null = null;
  return {
    start: async () => {
      loaded = await load();
      await loaded.start();
    },
    answer: (request, response, address) => {
      if (loaded === null) return Promise.reject(new Error('Expected a host that has started'));
      return loaded.answer(request, response, address);
    },
    stop: () => loaded?.stop() ?? Promise.resolve(),
  };
}
