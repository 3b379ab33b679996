/**
 * What the gateway does of its own accord: carries what subgraphs tell each other, has time do what it does, anchors the
 * audit trail, and delivers notices. Any number of gateways may do so over the same subgraphs.
 */
import { setTimeout } from 'node:timers/promises';
import { Courier } from '../courier/courier.js';
import type { Channels } from '../courier/channel.js';
import { Relay } from '../relay/relay.js';
import type { AfterMutation } from './after-mutation.js';
import type { OwnCall } from './own-calls.js';
import { ownFeeds, ownUpkeep } from './own-feeds.js';
import { ownContacts, ownOutbox } from './own-notices.js';
import { Periodic } from './periodic.js';

/** How long the pauses are between one time and the next, in milliseconds. */
export interface Pauses {
  readonly relay: number;
  readonly anchor: number;
  readonly courier: number;
}

/** What the background needs. */
export interface BackgroundOptions {
  readonly call: OwnCall;
  /** The ways out to patients; null for none, so that notices wait. */
  readonly channels: Channels | null;
  /** Told of failures; what failed is tried again the next time. */
  readonly onError: (error: unknown) => void;
  readonly pauses?: Partial<Pauses>;
}

/** What goes on beside the answering of requests. */
export interface Background {
  /** Carries what there is to be carried, then goes on by itself. A failure is reported, and not thrown. */
  start(): Promise<void>;
  /** Carries what these subgraphs have to tell, and has notices delivered; waits for the former, two seconds at most. */
  readonly afterMutation: AfterMutation;
  /** Ends it; resolves once what is under way has come to its end. */
  close(): Promise<void>;
}

const PAUSES: Pauses = { relay: 5_000, anchor: 60_000, courier: 2_000 };

/** The longest that an answer waits for the relay, in milliseconds. */
const PATIENCE = 2_000;

/** The background of a gateway, to be started. */
export function createBackground({
  call,
  channels,
  onError,
  pauses,
}: BackgroundOptions): Background {
  const { relay: relayPause, anchor, courier: courierPause } = { ...PAUSES, ...pauses };
  const relay = new Relay({ feeds: ownFeeds(call), onError });
  const upkeep = ownUpkeep(call);
  const carrying = new Periodic({
    task: async (signal) => {
      await relay.carry();
      await upkeep.settleTime(signal);
    },
    pause: relayPause,
    onError,
  });
  const anchoring = new Periodic({ task: () => upkeep.anchorAudit(), pause: anchor, onError });
  const delivering =
    channels &&
    new Periodic({ task: delivery(call, channels, onError), pause: courierPause, onError });
  const works = [carrying, anchoring, ...(delivering === null ? [] : [delivering])];
  return {
    start: async () => {
      await relay.carry();
      for (const work of works) work.start();
    },
    afterMutation: async (subgraphs) => {
      await Promise.race([relay.carry(subgraphs), setTimeout(PATIENCE, undefined, { ref: false })]);
      delivering?.wake();
    },
    close: async () => {
      await relay.close();
      await Promise.all(works.map((work) => work.close()));
    },
  };
}

function delivery(call: OwnCall, channels: Channels, onError: (error: unknown) => void) {
  const courier = new Courier({
    outbox: ownOutbox(call),
    readContacts: ownContacts(call),
    channels,
    onError,
  });
  return (signal: AbortSignal): Promise<void> => courier.deliver(signal);
}
