import type { FeedSource } from '@causeway/schema';

/** An event of a feed: what it tells is for the receiver to read, and passes through unread. */
export interface FeedEvent {
  /** From 1, growing by one. */
  readonly position: number;
}

/** What one subgraph tells another: the port to both ends. */
export interface Feed {
  readonly source: FeedSource;
  /** The position of the last event that the receiver has taken in; 0 before the first. */
  position(): Promise<number>;
  /** The events after a position, oldest first, so many at most. */
  after(position: number, first: number): Promise<readonly FeedEvent[]>;
  /** Hands events to the receiver, which takes each in once, together with its own position. */
  take(events: readonly FeedEvent[]): Promise<unknown>;
  /** Tells the source how far its receiver has come, where it has to know. */
  readonly acknowledge?: (position: number) => Promise<unknown>;
}

/** A feed that cannot be carried on: nothing of the batch was handed over. */
export class FeedError extends Error {
  constructor(source: FeedSource, problem: string) {
    super(`Expected the next events of the feed ${source}, got ${problem}`);
    this.name = 'FeedError';
  }
}

/** How a feed is carried. */
export interface CarryOptions {
  /** How many events go in one batch. */
  readonly batch: number;
  /** Aborted when there is no time for another batch. */
  readonly signal: AbortSignal;
}

/**
 * Carries a feed until nothing is left. Where the receiver stands is asked anew before each batch: another gateway may
 * carry the same feed, and only the receiver knows what it has taken in.
 *
 * @throws FeedError if an event is missing or the receiver does not move; what was taken in before stays
 */
export async function carry(feed: Feed, { batch, signal }: CarryOptions): Promise<void> {
  let before = -1;
  while (!signal.aborted) {
    const position = await feed.position();
    if (position <= before) throw new FeedError(feed.source, `a receiver that stays at ${before}`);
    // What was taken in before a failure is acknowledged too, so it is done before each batch and not after.
    if (position > 0) await feed.acknowledge?.(position);
    const events = await feed.after(position, batch);
    if (events.length === 0) return;
    requireNoGap(feed.source, position, events);
    await feed.take(events);
    before = position;
  }
}

function requireNoGap(source: FeedSource, after: number, events: readonly FeedEvent[]): void {
  events.forEach(({ position }, index) => {
    const expected = after + 1 + index;
    if (position !== expected) throw new FeedError(source, `${position} in place of ${expected}`);
  });
}
