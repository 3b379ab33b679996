import type { IncomingMessage, ServerResponse } from 'node:http';
import { printBody } from '../host/answer-body.js';
import type { GraphQLAnswer } from '../host/graphql-core.js';
import { PLAIN_JSON, readAccept } from './accept.js';
import type { AnswerWriter } from './answer-writer.js';
import { statusFor } from './json-status.js';

/** Writes what the core answers, in the type and with the status that the client takes. */
export function writeAnswer(
  writer: AnswerWriter,
  request: IncomingMessage,
  response: ServerResponse,
  { status, headers, body }: GraphQLAnswer,
): Promise<void> {
  const { accept = '' } = request.headers;
  return writer.write(request, response, {
    status: statusFor(accept, status, body.errors),
    type: readAccept(accept).answer ?? PLAIN_JSON,
    headers,
    body: printBody(body),
  });
}
