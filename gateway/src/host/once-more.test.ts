import {
  SUBGRAPHS,
  SUBGRAPH_PATH,
  verifyRequest,
  CONTEXT_HEADER,
  ReplayGuard,
} from '@causeway/schema';
import type { FetchContext, SubgraphRequest } from '@causeway/schema';
import { describe, expect, it } from '@jest/globals';
import { outgoingRequest } from '../execution/index.js';
import { NO_METRICS } from '../metrics/index.js';
import { createDispatch } from './dispatch.js';
import type { SubgraphTransport } from './dispatch.js';
import { isRead } from './once-more.js';
import { TransportError } from './transport-error.js';
import type { TransportFailure } from './transport-error.js';

const NOW = Date.parse('2026-11-22T12:00:00+08:00');
const CONTEXT: FetchContext = { use: 'data', caller: null, permits: [], now: NOW };
const KEY = new Uint8Array(32).fill(7);

/** A dispatcher to subgraphs that fail so many times, and all that was given to the transport. */
function failing(failure: TransportFailure, times: number) {
  const sent: SubgraphRequest[] = [];
  const retried: string[] = [];
  const transport: SubgraphTransport = (request) => {
    sent.push(request);
    return sent.length <= times
      ? Promise.reject(new TransportError('records', failure))
      : Promise.resolve({ status: 200, body: '{"data":{"a":1}}' });
  };
  const ofEach = (value: unknown) =>
    Object.fromEntries(SUBGRAPHS.map((name) => [name, value])) as never;
  const dispatch = createDispatch({
    transports: ofEach(transport),
    keys: ofEach(KEY),
    clock: () => NOW,
    metrics: { ...NO_METRICS, fetchRetried: (subgraph) => retried.push(subgraph) },
  });
  return {
    sent,
    retried,
    ask: (query: string, signal?: AbortSignal) =>
      dispatch('records', outgoingRequest(query, {}), CONTEXT, signal),
  };
}

const READS = ['{ a }', 'query { a }', 'query($x: Int) { a(x: $x) }', 'query Mutation { a }'];
const CHANGES = [
  'mutation { a }',
  'mutation Query { a }',
  'subscription { a }',
  ' query { a }',
  '',
];

describe('what the gateway sends', () => {
  it.each(READS)('is a read: %s', (query) => expect(isRead(query)).toBe(true));
  it.each(CHANGES)('is taken to change something: %j', (query) =>
    expect(isRead(query)).toBe(false),
  );
});

describe('a read that was never sent, since there was no connection,', () => {
  it.each(READS)('is sent once more: %s', async (query) => {
    const { ask, sent, retried } = failing('unreachable', 1);
    expect(await ask(query)).toEqual({ data: { a: 1 } });
    expect(sent).toHaveLength(2);
    expect(retried).toEqual(['records']);
  });

  it('is signed anew, so that each is good once', async () => {
    const { ask, sent } = failing('unreachable', 1);
    await ask('{ a }');
    const replays = new ReplayGuard();
    for (const { method, body, headers } of sent) {
      const signed = { method, path: SUBGRAPH_PATH, subgraph: 'records', body };
      expect(() =>
        verifyRequest(signed, headers[CONTEXT_HEADER], [KEY], NOW, replays),
      ).not.toThrow();
    }
  });

  it('is sent no third time', async () => {
    const { ask, sent } = failing('unreachable', 2);
    await expect(ask('{ a }')).rejects.toMatchObject({ failure: 'unreachable' });
    expect(sent).toHaveLength(2);
  });

  it('is not sent again once nobody waits for it', async () => {
    const { ask, sent } = failing('unreachable', 1);
    const asking = ask('{ a }', AbortSignal.timeout(10));
    await expect(asking).rejects.toMatchObject({ name: 'AbortError' });
    expect(sent).toHaveLength(1);
  });
});

describe('sent once, whatever comes of it, is', () => {
  it.each(CHANGES)('what may change something: %j', async (query) => {
    const { ask, sent } = failing('unreachable', 1);
    await expect(ask(query)).rejects.toMatchObject({ failure: 'unreachable' });
    expect(sent).toHaveLength(1);
  });

  it.each<TransportFailure>([
    'broken',
    'overloaded',
    'timeout',
    'cancelled',
    'redirected',
    'encoded',
    'not JSON',
    'too large',
    'too deep',
  ])('a read that failed otherwise: %s', async (failure) => {
    const { ask, sent, retried } = failing(failure, 1);
    await expect(ask('{ a }')).rejects.toMatchObject({ failure });
    expect(sent).toHaveLength(1);
    expect(retried).toEqual([]);
  });
});
