import type { ServerResponse } from 'node:http';

/** Sends a value as JSON. */
export function sendJson(
  response: ServerResponse,
  status: number,
  body: object,
  type = 'application/json; charset=utf-8',
): void {
  response.statusCode = status;
  response.setHeader('content-type', type);
  response.end(JSON.stringify(body));
}
