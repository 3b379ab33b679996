import { once } from 'node:events';
import { createServer, get } from 'node:http';
import type { Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { goneSignal } from './gone-signal.js';

let server: Server;

beforeEach(async () => {
  server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
});

afterEach(() => {
  server.closeAllConnections();
  server.close();
});

/** A request's response, and how its client goes. */
async function asked(): Promise<{ response: ServerResponse; go: () => Promise<void> }> {
  const { port } = server.address() as AddressInfo;
  const request = get({ port, host: '127.0.0.1', agent: false });
  request.on('error', () => undefined);
  request.on('response', (answer) => answer.resume());
  const [, response] = (await once(server, 'request')) as [unknown, ServerResponse];
  const closed = once(response, 'close');
  const go = async (): Promise<void> => {
    request.destroy();
    await closed;
  };
  return { response, go };
}

describe('goneSignal', () => {
  it('is aborted once the client has gone', async () => {
    const { response, go } = await asked();
    const signal = goneSignal(response);
    expect(signal.aborted).toBe(false);
    await go();
    expect(signal.aborted).toBe(true);
  });

  it('is aborted from the start where the client has gone by then', async () => {
    const { response, go } = await asked();
    await go();
    expect(goneSignal(response).aborted).toBe(true);
  });

  it('is not aborted by the end of an answer', async () => {
    const { response } = await asked();
    const [before, closed] = [goneSignal(response), once(response, 'close')];
    response.end('answered');
    await closed;
    expect([before.aborted, goneSignal(response).aborted]).toEqual([false, false]);
  });
});
