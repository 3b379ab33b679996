/** Asks a gateway over a number of connections, as fast as it answers. */
import { Pool } from 'undici';
import type { Asking } from './gateways.js';

/** What asking for a while came to. */
export interface Load {
  readonly requests: number;
  readonly seconds: number;
  /** How long each answer took, in milliseconds, in no order. */
  readonly latencies: readonly number[];
}

/** What is asked, and for how long. */
export interface LoadOptions {
  /** Bodies of requests, sent in turn. */
  readonly bodies: readonly string[];
  readonly connections: number;
  readonly seconds: number;
  /** The length of the answer to each body, in bytes: what differs from what was compared is no answer. */
  readonly lengths: readonly number[];
}

/**
 * Asks again and again.
 *
 * @throws Error if any answer is not as long as it was when it was compared
 */
export async function load(address: Asking, options: LoadOptions): Promise<Load> {
  const { bodies, connections, seconds, lengths } = options;
  const { origin, pathname } = new URL(address.url);
  const pool = new Pool(origin, { connections, pipelining: 1 });
  const latencies: number[] = [];
  let turn = 0;
  const begun = performance.now();
  const end = begun + seconds * 1_000;
  const ask = async (): Promise<void> => {
    for (let now = performance.now(); now < end;) {
      const which = turn++ % bodies.length;
      const headers = await address.headersOf();
      const { statusCode, body } = await pool.request({
        method: 'POST',
        path: pathname,
        headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
        body: bodies[which] ?? '',
      });
      const { byteLength } = await body.arrayBuffer();
      if (statusCode !== 200 || byteLength !== lengths[which])
        throw new Error(
          `Expected status 200 and ${lengths[which]} bytes, got ${statusCode} and ${byteLength}`,
        );
      const after = performance.now();
      latencies.push(after - now);
      now = after;
    }
  };
  try {
    await Promise.all(Array.from({ length: connections }, ask));
    return { requests: latencies.length, seconds: (performance.now() - begun) / 1_000, latencies };
  } finally {
    await pool.close();
  }
}
