/** GraphQL over HTTP by the core alone: what a request says is read once, and its answer written once. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { goneSignal } from '@causeway/schema';
import type { Gateway } from '../host/gateway.js';
import type { GraphQLAnswer } from '../host/graphql-core.js';
import type { GraphQLRequest } from '../host/graphql-request.js';
import { readJson } from '../host/read-json.js';
import { languageOfRequest } from '../host/request-language.js';
import { notAcceptable, readAccept } from './accept.js';
import { refuseByEvent } from './answer-by-events.js';
import type { AnswerWriter } from './answer-writer.js';
import { refuseForgeable } from './csrf.js';
import type { DocumentSource } from './document-source.js';
import { findText } from './find-text.js';
import type { GraphQLHost } from './graphql-host.js';
import { NOT_REGISTERED } from './not-registered.js';
import { paramsOfBody, paramsOfSearch } from './request-params.js';
import type { RequestParams } from './request-params.js';
import type { Subscribe } from './subscribe.js';
import { writeAnswer } from './write-answer.js';

/** What the lean host is made of. */
export interface LeanHostOptions {
  readonly gateway: Gateway;
  readonly writer: AnswerWriter;
  readonly documents: DocumentSource;
  /** The largest body of a request, in bytes. */
  readonly bodyBytes: number;
  /** Answers operations by events; nobody is where it is not given. */
  readonly subscribe?: Subscribe | undefined;
}

/** The core as a host of its own. */
export function leanHost(options: LeanHostOptions): GraphQLHost {
  return new LeanHost(options);
}

class LeanHost implements GraphQLHost {
  readonly #options: LeanHostOptions;

  constructor(options: LeanHostOptions) {
    this.#options = options;
  }

  start(): Promise<void> {
    return Promise.resolve();
  }

  stop(): Promise<void> {
    return Promise.resolve();
  }

  async answer(request: IncomingMessage, response: ServerResponse, address: URL): Promise<void> {
    const { writer } = this.#options;
    const answer = await this.#answerTo(request, response, address);
    // Who took events has them already.
    if (answer !== null) await writeAnswer(writer, request, response, answer);
  }

  async #answerTo(
    incoming: IncomingMessage,
    response: ServerResponse,
    address: URL,
  ): Promise<GraphQLAnswer | null> {
    const { gateway, documents, subscribe } = this.#options;
    const { core } = gateway;
    const { method } = incoming;
    const language = languageOfRequest(incoming.headers);
    if (method !== 'POST' && method !== 'GET')
      return core.refuse(
        { status: 405, headers: { allow: 'GET, POST' } },
        ['Expected a request by GET or POST'],
        language,
      );
    const { answer: type, isForEvents } = readAccept(incoming.headers.accept ?? '');
    const takesEvents = isForEvents && subscribe !== undefined;
    if (type === null && !takesEvents) throw notAcceptable();

    const params = await this.#read(incoming, address);
    const found = findText(params, documents);
    if (found.kind === 'unknown') return core.refuse({ status: 200 }, [NOT_FOUND], language);
    if (found.kind === 'unregistered')
      return core.refuse({ status: 400 }, [NOT_REGISTERED], language);
    const { query, newHash } = found;
    const request: GraphQLRequest = { ...params, query, mayChange: method === 'POST' };
    const prepared = core.prepare(request);
    if (prepared.kind === 'refused') {
      const refusal = core.refuse(prepared.head, prepared.errors, language);
      if (!takesEvents) return refusal;
      return refuseByEvent(refusal, response, this.#options.writer.headersFor(incoming));
    }
    if (newHash !== undefined) documents.remember(newHash, query);

    const { operation } = prepared;
    const context = {
      identified: await gateway.identify({ method, url: address, headers: incoming.headers }),
      clientGone: goneSignal(response),
      language,
    };
    if (!takesEvents) return core.answerPrepared(operation, request, context);
    const headers = this.#options.writer.headersFor(incoming);
    return subscribe({ operation, request, context, incoming, response, headers });
  }

  async #read(incoming: IncomingMessage, address: URL): Promise<RequestParams> {
    if (incoming.method === 'POST')
      return paramsOfBody(await readJson(incoming, this.#options.bodyBytes));
    refuseForgeable(incoming.headers);
    return paramsOfSearch(address.searchParams);
  }
}

/** What a client is told that asks by a hash alone: it sends hash and text next, as the protocol has it. */
const NOT_FOUND = {
  message: 'PersistedQueryNotFound',
  extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' },
};
