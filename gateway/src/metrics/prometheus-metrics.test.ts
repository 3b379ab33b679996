import { describe, expect, it } from '@jest/globals';
import { PrometheusMetrics } from './prometheus-metrics.js';

describe('metrics for Prometheus', () => {
  it('count requests by what was asked and how it ended, in seconds', async () => {
    const metrics = new PrometheusMetrics();
    metrics.requestEnded('query', 'answered', 20);
    metrics.requestEnded('query', 'answered', 40);
    const labels = 'operation="query",outcome="answered"';
    expect(await linesOf(metrics, 'causeway_request_duration_seconds')).toEqual(
      expect.arrayContaining([
        `causeway_request_duration_seconds_bucket{le="0.025",${labels}} 1`,
        `causeway_request_duration_seconds_bucket{le="0.05",${labels}} 2`,
        `causeway_request_duration_seconds_sum{${labels}} 0.06`,
        `causeway_request_duration_seconds_count{${labels}} 2`,
      ]),
    );
  });

  it('count everything else that the gateway tells of itself', async () => {
    const metrics = new PrometheusMetrics();
    metrics.requestShed('event_loop');
    metrics.fetchEnded('records', 'data', 'timeout', 2_000);
    metrics.fetchRetried('patients');
    metrics.answerRejected();
    metrics.planEnded('planned', 3);
    metrics.cacheHit('plans');
    metrics.cacheMissed('plans');
    metrics.cacheHit('tokens');
    metrics.cacheSized('plans', 2, 4_096);
    metrics.batchSent('facts', 7);
    metrics.opened('subscriptions');
    metrics.opened('subscriptions');
    metrics.closed('subscriptions');
    expect(await linesOf(metrics, 'causeway_')).toEqual(
      expect.arrayContaining([
        'causeway_requests_shed_total{reason="event_loop"} 1',
        'causeway_fetch_duration_seconds_count{subgraph="records",use="data",outcome="timeout"} 1',
        'causeway_fetch_retries_total{subgraph="patients"} 1',
        'causeway_answers_rejected_total 1',
        'causeway_plan_duration_seconds_count{outcome="planned"} 1',
        'causeway_cache_hits_total{cache="plans"} 1',
        'causeway_cache_misses_total{cache="plans"} 1',
        'causeway_cache_hits_total{cache="tokens"} 1',
        'causeway_cache_entries{cache="plans"} 2',
        'causeway_cache_bytes{cache="plans"} 4096',
        'causeway_batch_size_sum{batch="facts"} 7',
        'causeway_open{thing="subscriptions"} 1',
      ]),
    );
  });

  it('are those of one gateway, beside those of its process', async () => {
    const [one, other] = [new PrometheusMetrics(), new PrometheusMetrics()];
    one.requestShed('requests');
    expect(await linesOf(other, 'causeway_requests_shed_total')).toEqual([]);
    expect(await linesOf(other, 'process_cpu_seconds_total')).toHaveLength(1);
  });
});

async function linesOf(metrics: PrometheusMetrics, prefix: string): Promise<readonly string[]> {
  return (await metrics.text()).split('\n').filter((line) => line.startsWith(prefix));
}
