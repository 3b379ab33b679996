import { HeaderMap } from '@apollo/server';
import type { Gateway } from '../host/gateway.js';
import { goneSignal } from '../host/gone-signal.js';
import { RequestError } from '../host/read-body.js';
import { readJson } from '../host/read-json.js';
import { PLAIN_JSON, notAcceptable, readAccept } from './accept.js';
import type { AnswerWriter } from './answer-writer.js';
import { apolloServer } from './apollo-server.js';
import type { DocumentSource } from './document-source.js';
import type { GraphQLHost } from './graphql-host.js';

/** What the host is made of. */
export interface ApolloHostOptions {
  readonly gateway: Gateway;
  readonly writer: AnswerWriter;
  readonly documents: DocumentSource;
  /** The largest body of a request, in bytes. */
  readonly bodyBytes: number;
}

/** Apollo Server as a host. */
export function apolloHost(options: ApolloHostOptions): GraphQLHost {
  const { gateway, writer, documents, bodyBytes } = options;
  const server = apolloServer(gateway, documents);
  return {
    start: () => server.start(),
    stop: () => server.stop(),
    answer: async (request, response, url) => {
      const accepted = readAccept(request.headers.accept ?? '');
      // Apollo Server finds out once it has run the operation.
      if (accepted.answer === null && !accepted.isForPage) throw notAcceptable();
      const headers = new HeaderMap();
      for (const [name, value] of Object.entries(request.headers)) {
        if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
      }
      const { method = 'GET' } = request;
      const body = method === 'POST' ? await readJson(request, bodyBytes) : undefined;
      const result = await server.executeHTTPGraphQLRequest({
        httpGraphQLRequest: { method, headers, search: url.search, body },
        context: async () => ({
          identified: await gateway.identify({ method, url, headers: request.headers }),
          clientGone: goneSignal(response),
        }),
      });
      if (result.body.kind !== 'complete')
        throw new RequestError(500, 'The gateway failed to answer');
      const own = new Map(result.headers);
      const type = own.get('content-type') ?? PLAIN_JSON;
      // Written for all hosts alike: nothing that is answered to one caller may be kept for another.
      for (const name of ['content-type', 'content-length', 'cache-control']) own.delete(name);
      await writer.write(request, response, {
        status: result.status ?? 200,
        type,
        headers: Object.fromEntries(own),
        body: result.body.string,
      });
    },
  };
}
