import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { messageTo } from './testing/notices.js';
import { webhookChannel } from './webhook-channel.js';
import type { WebhookChannel } from './webhook-channel.js';

const SECRET = Buffer.from('a secret that both sides know of');
const NOW = Date.parse('2026-11-22T12:00:00+08:00');

interface Received {
  readonly path: string | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

const server = createServer();
let received: Received[];
let answer: (response: ServerResponse) => void;
let channel: WebhookChannel;

server.on('request', (request, response) => {
  void text(request).then((body) => {
    received.push({ path: request.url, headers: request.headers, body });
    answer(response);
  });
});

const answered = (status: number, headers: Record<string, string> = {}) => {
  answer = (response) => response.writeHead(status, headers).end('{"ok":true}');
};

beforeEach(async () => {
  received = [];
  answered(200);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const url = new URL(`http://127.0.0.1:${port}/notices`);
  channel = webhookChannel({ url, secret: SECRET, clock: () => NOW });
});

afterEach(async () => {
  await channel.close();
  server.closeAllConnections();
  if (server.listening) await new Promise((resolve) => server.close(resolve));
});

const send = (given = {}, signal = AbortSignal.timeout(20_000)) =>
  channel.send(messageTo(given), signal);

describe('the webhook', () => {
  it('gets the message as JSON, under its key', async () => {
    await send();
    expect(received).toHaveLength(1);
    expect(received[0]?.path).toBe('/notices');
    expect(received[0]?.headers).toMatchObject({
      'content-type': 'application/json',
      'idempotency-key': 'n-1',
      'webhook-id': 'n-1',
    });
    expect(JSON.parse(received[0]?.body ?? '')).toEqual(messageTo());
  });

  it('gets the same key for every delivery of the same notice', async () => {
    await send();
    await send();
    const keys = received.map(({ headers }) => headers['idempotency-key']);
    expect(keys).toEqual(['n-1', 'n-1']);
  });

  it('can tell whose the message is, and when it was sent', async () => {
    await send({ text: '你的健康紀錄' });
    const { headers, body } = received[0] ?? { headers: null, body: '' };
    const timestamp = String(headers?.['webhook-timestamp']);
    expect(Number(timestamp)).toBe(NOW / 1000);
    const expected = createHmac('sha256', SECRET)
      .update(`n-1.${timestamp}.${body}`)
      .digest('base64');
    expect(headers?.['webhook-signature']).toBe(`v1,${expected}`);
  });

  it.each([200, 201, 202, 204])(
    'has taken a message on that it answers with %d',
    async (status) => {
      answered(status);
      await expect(send()).resolves.toBeUndefined();
    },
  );

  it.each([400, 401, 404, 409, 410, 429, 500, 503])(
    'has turned a message away that it answers with %d',
    async (status) => {
      answered(status);
      await expect(send()).rejects.toMatchObject({ failure: 'turned away' });
    },
  );

  it.each([301, 302, 307, 308])('is not followed elsewhere by %d', async (status) => {
    answered(status, { location: '/elsewhere' });
    await expect(send()).rejects.toMatchObject({ failure: 'turned away' });
    expect(received).toHaveLength(1);
  });

  it('is given up where it is slow to answer', async () => {
    answer = () => undefined;
    await expect(send({}, AbortSignal.timeout(50))).rejects.toMatchObject({ failure: 'timeout' });
  });

  it('is given up where its answer does not end', async () => {
    answer = (response) => {
      response.writeHead(200).write('{');
    };
    await expect(send({}, AbortSignal.timeout(50))).rejects.toMatchObject({ failure: 'timeout' });
  });

  it('is unreachable where it hangs up, and where nobody listens', async () => {
    answer = (response) => response.destroy();
    await expect(send()).rejects.toMatchObject({ failure: 'unreachable' });
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await expect(send()).rejects.toMatchObject({ failure: 'unreachable' });
  });

  it('leaves nothing of address and answer in an error', async () => {
    answer = (response) => response.writeHead(500).end('no such patient: p-1');
    const error = await send().catch((thrown: unknown) => thrown);
    expect(String(error)).toBe(
      'DeliveryError: Expected a notice to be taken on, got none that was: turned away (status 500)',
    );
    expect((error as Error).cause).toBeUndefined();
  });
});
