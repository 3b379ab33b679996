import { HeaderMap } from '@apollo/server';
import type { Gateway } from '../host/gateway.js';
import { goneSignal } from '../host/gone-signal.js';
import { RequestError } from '../host/read-body.js';
import { readJson } from '../host/read-json.js';
import { apolloServer } from './apollo-server.js';
import type { GraphQLHost } from './graphql-host.js';

/** Apollo Server as a host. */
export function apolloHost(gateway: Gateway): GraphQLHost {
  const server = apolloServer(gateway);
  return {
    start: () => server.start(),
    stop: () => server.stop(),
    answer: async (request, response, url) => {
      const headers = new HeaderMap();
      for (const [name, value] of Object.entries(request.headers)) {
        if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
      }
      const { method = 'GET' } = request;
      const body = method === 'POST' ? await readJson(request) : undefined;
      const result = await server.executeHTTPGraphQLRequest({
        httpGraphQLRequest: { method, headers, search: url.search, body },
        context: async () => ({
          identified: await gateway.identify({ method, url, headers: request.headers }),
          clientGone: goneSignal(response),
        }),
      });
      for (const [name, value] of result.headers) response.setHeader(name, value);
      // Nothing that is answered to one caller may be kept for another.
      response.setHeader('cache-control', 'no-store');
      if (result.body.kind !== 'complete')
        throw new RequestError(500, 'The gateway failed to answer');
      response.statusCode = result.status ?? 200;
      response.end(result.body.string);
    },
  };
}
