import { NO_METRICS, PrometheusMetrics, serveMetrics } from '@causeway/gateway';
import type { GatewayMetrics } from '@causeway/gateway';
import type { GatewayRole } from './process-messages.js';
import type { Settings } from './settings.js';

/** Where a gateway counts. */
export interface OpenMetrics {
  readonly metrics: GatewayMetrics;
  close(): Promise<void>;
}

/**
 * Counts, and serves the counts on loopback, where settings give a port for it; else counts nothing. A worker, which
 * counts by itself, takes any free port and says which.
 *
 * @throws Error of the system, such as EADDRINUSE, if the port is taken
 */
export async function openMetrics(
  { metricsPort }: Settings,
  role: GatewayRole,
  say: (line: string) => void,
): Promise<OpenMetrics> {
  if (metricsPort === undefined) return { metrics: NO_METRICS, close: () => Promise.resolve() };
  const metrics = new PrometheusMetrics();
  const served = await serveMetrics(metrics, role.kind === 'worker' ? 0 : metricsPort);
  say(`Metrics: ${served.url}`);
  return { metrics, close: () => served.close() };
}
