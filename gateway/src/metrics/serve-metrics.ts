import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { PrometheusMetrics } from './prometheus-metrics.js';

/** Where metrics are read. */
export interface ServedMetrics {
  readonly url: string;
  close(): Promise<void>;
}

const LOOPBACK = '127.0.0.1';

/** Names by which this machine alone is meant. */
const LOCAL_NAMES: ReadonlySet<string> = new Set([LOOPBACK, 'localhost']);

/**
 * Serves `GET /metrics` on a port of loopback (zero for any free one), never beside the graph: what stands before the
 * gateway cannot lead there, and it answers while the gateway turns requests away.
 *
 * @throws Error if the port is taken
 */
export async function serveMetrics(
  metrics: PrometheusMetrics,
  port: number,
): Promise<ServedMetrics> {
  const server = createServer((request, response) => {
    answer(metrics, request, response).catch(() => response.destroy());
  });
  server.requestTimeout = 10_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    // Workers of one address count each by itself.
    server.listen({ port, host: LOOPBACK, exclusive: true }, resolve);
  });
  // It is there as long as there is something to count.
  server.unref();
  const { port: bound } = server.address() as AddressInfo;
  return {
    url: `http://${LOOPBACK}:${bound}/metrics`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(
  metrics: PrometheusMetrics,
  { method, url, headers }: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  response.setHeader('cache-control', 'no-store');
  response.setHeader('x-content-type-options', 'nosniff');
  // A page whose name is led to this machine is not this machine.
  const [name = ''] = (headers.host ?? '').split(':');
  if (!LOCAL_NAMES.has(name)) end(response, 421, 'Expected the host 127.0.0.1\n');
  else if (url !== '/metrics') end(response, 404, 'Expected the path /metrics\n');
  else if (method !== 'GET') end(response, 405, 'Expected GET\n');
  else {
    const text = await metrics.text();
    response.setHeader('content-type', metrics.contentType);
    end(response, 200, text);
  }
}

function end(response: ServerResponse, status: number, text: string): void {
  response.statusCode = status;
  response.end(text);
}
