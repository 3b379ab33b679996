import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PrometheusMetrics } from './prometheus-metrics.js';
import { serveMetrics } from './serve-metrics.js';
import type { ServedMetrics } from './serve-metrics.js';

describe('the metrics', () => {
  let served: ServedMetrics;
  beforeAll(async () => {
    const metrics = new PrometheusMetrics();
    metrics.requestShed('requests');
    served = await serveMetrics(metrics, 0);
  });
  afterAll(() => served.close());

  it('are read on loopback, in the text format of Prometheus', async () => {
    expect(served.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/metrics$/);
    const response = await fetch(served.url);
    expect([response.status, response.headers.get('content-type')]).toEqual([
      200,
      'text/plain; version=0.0.4; charset=utf-8',
    ]);
    expect(await response.text()).toContain('causeway_requests_shed_total{reason="requests"} 1');
  });

  it.each([
    ['GET', '/', {}, 404],
    ['POST', '/metrics', {}, 405],
    ['GET', '/metrics', { host: 'metrics.example.org' }, 421],
    ['GET', '/metrics', { host: 'localhost:9464' }, 200],
  ])('answer %s %s with %j by %d', async (method, path, headers, status) => {
    const { port } = new URL(served.url);
    const got = await new Promise((resolve, reject) => {
      request({ host: '127.0.0.1', port, method, path, headers }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .on('error', reject)
        .end();
    });
    expect(got).toBe(status);
  });
});
