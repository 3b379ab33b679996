import { AsyncLocalStorage } from 'node:async_hooks';
import type { IncomingMessage } from 'node:http';
import { HeaderMap } from '@apollo/server';
import { goneSignal } from '@causeway/schema';
import type { Language } from '@causeway/schema';
import type { Gateway } from '../host/gateway.js';
import { RequestError } from '../host/read-body.js';
import { readJson } from '../host/read-json.js';
import { languageOfRequest } from '../host/request-language.js';
import { PLAIN_JSON, notAcceptable, readAccept } from './accept.js';
import type { AnswerWriter } from './answer-writer.js';
import { apolloServer } from './apollo-server.js';
import { refuseForgeable } from './csrf.js';
import type { DocumentSource } from './document-source.js';
import { findText } from './find-text.js';
import type { GraphQLHost } from './graphql-host.js';
import { NOT_REGISTERED } from './not-registered.js';
import { paramsOfBody, paramsOfSearch } from './request-params.js';
import { withText } from './with-text.js';
import type { TextRequest } from './with-text.js';
import { writeAnswer } from './write-answer.js';

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
  // Apollo Server formats errors of requests that have no context either.
  const spoken = new AsyncLocalStorage<Language>();
  const server = apolloServer(gateway, documents, (formatted, error) =>
    gateway.core.format(formatted, error, spoken.getStore()),
  );
  // What is refused is refused as every host does, before Apollo Server does in words and with codes of its own.
  const read = async (request: IncomingMessage, url: URL): Promise<TextRequest | null> => {
    const { method } = request;
    if (method !== 'GET' && method !== 'POST') return { search: '', body: undefined };
    if (method === 'GET') refuseForgeable(request.headers);
    const body = method === 'POST' ? await readJson(request, bodyBytes) : undefined;
    const params = method === 'POST' ? paramsOfBody(body) : paramsOfSearch(url.searchParams);
    const found = findText(params, documents);
    if (found.kind === 'unregistered') return null;
    // Apollo Server knows no ids of documents, and is asked for no text that was not found here.
    return found.kind === 'text' && params.query === undefined
      ? withText(method, params, found.query)
      : { search: url.search, body };
  };
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
      const language = languageOfRequest(request.headers);
      const asked = await read(request, url);
      if (asked === null) {
        const refusal = gateway.core.refuse({ status: 400 }, [NOT_REGISTERED], language);
        return writeAnswer(writer, request, response, refusal);
      }
      const result = await spoken.run(language, () =>
        server.executeHTTPGraphQLRequest({
          httpGraphQLRequest: { method, headers, ...asked },
          context: async () => ({
            identified: await gateway.identify({ method, url, headers: request.headers }),
            clientGone: goneSignal(response),
            language,
          }),
        }),
      );
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
