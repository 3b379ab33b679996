/** Writes answers: status and headers at once, the body compressed where that is worth it and the client takes it. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { languageOfRequest } from '../host/request-language.js';
import { compress, readEncoding } from './compress.js';
import type { HeaderList, OriginHeaders } from './cors.js';

/** An answer that is ready to be written. */
export interface WrittenAnswer {
  readonly status: number;
  /** The value of `Content-Type`. */
  readonly type: string;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly body: string;
}

/** How answers are written. */
export interface AnswerWriterOptions {
  readonly origins: OriginHeaders;
  /** From how many bytes on a body is compressed. */
  readonly compressFrom: number;
  /** Whether connections are to be closed after their answers. */
  readonly isClosing: () => boolean;
}

/** Writes answers. */
export class AnswerWriter {
  readonly #options: AnswerWriterOptions;

  constructor(options: AnswerWriterOptions) {
    this.#options = options;
  }

  /** The headers that every answer to a request carries, whatever it speaks. */
  commonHeaders({ headers }: IncomingMessage): HeaderList {
    return this.#options.origins.of(headers.origin);
  }

  /** The headers that answers carry which speak the language that the request asks for. */
  headersFor(request: IncomingMessage): HeaderList {
    const language = languageOfRequest(request.headers);
    return [...this.commonHeaders(request), 'content-language', language];
  }

  /** Writes an answer to a request; one whose client has gone is written to nobody. */
  async write(
    request: IncomingMessage,
    response: ServerResponse,
    { status, type, headers, body }: WrittenAnswer,
  ): Promise<void> {
    const { compressFrom, isClosing } = this.#options;
    const bytes = Buffer.byteLength(body);
    const encoding = bytes < compressFrom ? 'identity' : encodingFor(request);
    const sent = encoding === 'identity' ? body : await compress(body, encoding);
    const list = [...this.headersFor(request), 'content-type', type];
    list.push('content-length', String(typeof sent === 'string' ? bytes : sent.length));
    if (encoding !== 'identity') list.push('content-encoding', encoding, 'vary', 'accept-encoding');
    if (isClosing()) list.push('connection', 'close');
    if (headers !== undefined) for (const name in headers) list.push(name, headers[name] ?? '');
    if (response.destroyed) return;
    response.writeHead(status, list);
    response.end(sent);
  }
}

function encodingFor({ headers }: IncomingMessage): ReturnType<typeof readEncoding> {
  const accepted = headers['accept-encoding'];
  if (accepted === undefined) return 'identity';
  return readEncoding(typeof accepted === 'string' ? accepted : '');
}
