import { webhookChannel } from '@causeway/gateway';
import type { OwnCall } from '@causeway/gateway';
import { Courier } from '../../gateway/src/courier/courier.js';
import { ownContacts, ownOutbox } from '../../gateway/src/host/own-notices.js';

/** What a courier needs. */
export interface CourierRoundOptions {
  readonly call: OwnCall;
  /** The address of the service that takes messages. */
  readonly webhook: string;
  readonly clock: () => number;
  readonly onError: (error: unknown) => void;
}

/** Delivers what waits to a webhook, as the courier of a gateway does. */
export async function courierRound({
  call,
  webhook,
  clock,
  onError,
}: CourierRoundOptions): Promise<void> {
  const channel = webhookChannel({ url: new URL(webhook), secret: Buffer.alloc(32), clock });
  const courier = new Courier({
    outbox: ownOutbox(call),
    readContacts: ownContacts(call),
    channels: { APP: channel, SMS: channel, EMAIL: channel, POST: channel },
    onError,
  });
  await courier.deliver(new AbortController().signal);
  await channel.close();
}
