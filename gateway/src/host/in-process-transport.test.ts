import type { SubgraphHandler } from '@causeway/schema';
import { describe, expect, it } from '@jest/globals';
import { inProcessTransport } from './in-process-transport.js';

const REQUEST = { method: 'POST', path: '/graphql', headers: {}, body: '{}' };

const answering =
  (body: string): SubgraphHandler =>
  () =>
    Promise.resolve({ status: 200, body });

const silent: SubgraphHandler = () => new Promise(() => undefined);

const failing = (failure: string): unknown =>
  expect.objectContaining({ name: 'TransportError', subgraph: 'records', failure });

describe('inProcessTransport', () => {
  it('gives the very answer', async () => {
    const send = inProcessTransport({ subgraph: 'records', handle: answering('{"a":1}') });
    expect(await send(REQUEST)).toEqual({ status: 200, body: '{"a":1}' });
  });

  it('tells the handler whose signal ends it', async () => {
    const told: unknown[] = [];
    const { signal } = new AbortController();
    const send = inProcessTransport({
      subgraph: 'records',
      handle: (request, given) => {
        told.push(given);
        return answering('{}')(request);
      },
    });
    await send(REQUEST, signal);
    expect(told).toEqual([signal]);
  });

  it('waits so long and no longer', async () => {
    const send = inProcessTransport({ subgraph: 'records', handle: silent, timeout: 20 });
    await expect(send(REQUEST)).rejects.toEqual(failing('timeout'));
  });

  it('waits no longer than whoever asked', async () => {
    const send = inProcessTransport({ subgraph: 'records', handle: silent, timeout: 500 });
    const going = new AbortController();
    const sent = send(REQUEST, going.signal);
    going.abort();
    await expect(sent).rejects.toEqual(failing('cancelled'));
  });

  it('asks nothing for who has gone already', async () => {
    const handle: SubgraphHandler = () => Promise.reject(new Error('asked'));
    const send = inProcessTransport({ subgraph: 'records', handle });
    await expect(send(REQUEST, AbortSignal.abort())).rejects.toEqual(failing('cancelled'));
  });

  it.each([
    ['as large as it may be', '"12345678"', true],
    ['larger', '"123456789"', false],
    ['larger in bytes than in characters', '"陳陳陳"', false],
  ])('takes an answer that is %s: %s', async (_what, body, isTaken) => {
    const send = inProcessTransport({
      subgraph: 'records',
      handle: answering(body),
      maxAnswerSize: 10,
    });
    if (isTaken) expect(await send(REQUEST)).toEqual({ status: 200, body });
    else await expect(send(REQUEST)).rejects.toEqual(failing('too large'));
  });

  it('passes on what the handler fails with', async () => {
    const handle: SubgraphHandler = () => Promise.reject(new Error('broken'));
    await expect(inProcessTransport({ subgraph: 'records', handle })(REQUEST)).rejects.toThrow(
      'broken',
    );
  });
});
