/**
 * Hands messages to a service of the operator's over HTTP, signed as Standard Webhooks has it, so that the service knows
 * whose they are and that none was changed or is an old one sent again.
 *
 * @see https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 */
import { createHmac } from 'node:crypto';
import { Agent, request } from 'undici';
import { DeliveryError } from './channel.js';
import type { Channel } from './channel.js';
import type { Message } from './message.js';

/** Where messages go, and what they are signed with. */
export interface WebhookOptions {
  readonly url: URL;
  /** The secret that both sides know: 24 to 64 bytes. */
  readonly secret: Uint8Array;
  /** The time in epoch milliseconds. */
  readonly clock: () => number;
}

/** A channel to close when it is no longer needed. */
export interface WebhookChannel extends Channel {
  close(): Promise<void>;
}

/** A channel over HTTP: any 2xx takes a message on, a redirect is not followed. */
export function webhookChannel({ url, secret, clock }: WebhookOptions): WebhookChannel {
  const dispatcher = new Agent({ connections: CONNECTIONS });
  return {
    async send(message, signal) {
      const body = JSON.stringify(message);
      const headers = {
        'content-type': 'application/json',
        'idempotency-key': message.key,
        ...signatureOf(message, body, secret, clock()),
      };
      const status = await statusOf(signal, async () => {
        const answer = await request(url, { method: 'POST', headers, body, signal, dispatcher });
        await answer.body.dump({ limit: MAX_ANSWER, signal });
        return answer.statusCode;
      });
      if (status < 200 || status > 299) throw new DeliveryError('turned away', `status ${status}`);
    },
    close: () => dispatcher.close(),
  };
}

const CONNECTIONS = 8;

/** How much of an answer is read before its connection is given up, in bytes: nothing in it is of interest. */
const MAX_ANSWER = 65_536;

function signatureOf(
  { key }: Message,
  body: string,
  secret: Uint8Array,
  now: number,
): Readonly<Record<string, string>> {
  const timestamp = String(Math.floor(now / 1000));
  const signature = createHmac('sha256', secret)
    .update(`${key}.${timestamp}.${body}`)
    .digest('base64');
  return {
    'webhook-id': key,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${signature}`,
  };
}

async function statusOf(signal: AbortSignal, exchange: () => Promise<number>): Promise<number> {
  try {
    return await exchange();
  } catch {
    // What went wrong may quote the address or the answer; that it did is enough.
    throw new DeliveryError(signal.aborted ? 'timeout' : 'unreachable');
  }
}
