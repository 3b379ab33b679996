import type { PrometheusMetrics } from '@causeway/gateway';

/** What the gateway has counted, by series, save what the clock of the machine makes of it. */
export async function metricCounts(
  metrics: PrometheusMetrics,
): Promise<ReadonlyMap<string, number>> {
  const lines = (await metrics.text()).split('\n').filter((line) => line.startsWith('causeway_'));
  return new Map(
    lines
      .filter((line) => !/^\w+_seconds_(?:bucket|sum)\b/.test(line))
      .map((line) => {
        const end = line.lastIndexOf(' ');
        return [line.slice(0, end), Number(line.slice(end + 1))];
      }),
  );
}
