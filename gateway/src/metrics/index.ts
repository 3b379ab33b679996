/** What the gateway counts of itself, for Prometheus. */
export { NO_METRICS } from './metrics.js';
export type {
  BatchName,
  CacheName,
  FetchOutcome,
  GatewayMetrics,
  OpenThing,
  OperationKind,
  PlanOutcome,
  RequestOutcome,
  ShedReason,
} from './metrics.js';
export { PrometheusMetrics } from './prometheus-metrics.js';
export { serveMetrics } from './serve-metrics.js';
export type { ServedMetrics } from './serve-metrics.js';
