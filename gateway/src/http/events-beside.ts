import { readAccept } from './accept.js';
import type { GraphQLHost } from './graphql-host.js';

/** A host that leaves it to another one to answer who would rather have events. */
export function eventsBeside(host: GraphQLHost, byEvents: GraphQLHost): GraphQLHost {
  return {
    start: async () => {
      await Promise.all([host.start(), byEvents.start()]);
    },
    answer: (request, response, address) => {
      const { isForEvents } = readAccept(request.headers.accept ?? '');
      return (isForEvents ? byEvents : host).answer(request, response, address);
    },
    stop: async () => {
      await Promise.all([host.stop(), byEvents.stop()]);
    },
  };
}
