import { describe, expect, it } from '@jest/globals';
import type { FeedSource } from '@causeway/schema';
import { FeedError } from './feed.js';
import type { Feed, FeedEvent } from './feed.js';
import { Relay, RelayError } from './relay.js';

/** A source and a receiver in memory; the receiver keeps its position with what it takes in, as the real ones do. */
class Line implements Feed {
  readonly told: FeedEvent[] = [];
  readonly taken: number[] = [];
  readonly acknowledged: number[] = [];
  readonly batches: number[] = [];
  /** What happens in place of the hand-over; resolves to hand it over after all. */
  beforeTaking: () => Promise<void> = () => Promise.resolve();
  /** What happens once it is taken in, before the relay hears of it. */
  afterTaking: () => Promise<void> = () => Promise.resolve();
  #position = 0;

  constructor(readonly source: FeedSource = 'providers') {}

  tell(count: number): void {
    for (let left = count; left > 0; left -= 1) this.told.push({ position: this.told.length + 1 });
  }

  position(): Promise<number> {
    return Promise.resolve(this.#position);
  }

  after(position: number, first: number): Promise<readonly FeedEvent[]> {
    return Promise.resolve(this.told.filter((event) => event.position > position).slice(0, first));
  }

  async take(events: readonly FeedEvent[]): Promise<void> {
    await this.beforeTaking();
    this.batches.push(events.length);
    for (const { position } of events) {
      if (position <= this.#position) continue;
      this.taken.push(position);
      this.#position = position;
    }
    await this.afterTaking();
  }

  readonly acknowledge = (position: number): Promise<void> => {
    this.acknowledged.push(position);
    return Promise.resolve();
  };
}

const upTo = (last: number): number[] => Array.from({ length: last }, (_, index) => index + 1);

function relayOver(feeds: readonly Feed[], batch?: number) {
  const errors: unknown[] = [];
  const relay = new Relay({
    feeds,
    onError: (error) => errors.push(error),
    ...(batch !== undefined && { batch }),
  });
  return { relay, errors };
}

describe('the relay', () => {
  it('carries everything, in batches, and tells the source how far the receiver has come', async () => {
    const line = new Line();
    line.tell(7);
    const { relay, errors } = relayOver([line], 3);
    await relay.carry();
    expect(line.taken).toEqual(upTo(7));
    expect(line.batches).toEqual([3, 3, 1]);
    expect(line.acknowledged).toEqual([3, 6, 7]);
    expect(errors).toEqual([]);
  });

  it('asks for nothing to be taken in where nothing is told', async () => {
    const line = new Line();
    await relayOver([line]).relay.carry();
    expect([line.batches, line.acknowledged]).toEqual([[], []]);
  });

  it('reports a failure, and carries what is left the next time, once', async () => {
    const line = new Line();
    line.tell(5);
    const { relay, errors } = relayOver([line], 2);
    line.afterTaking = () => {
      line.beforeTaking = () => Promise.reject(new Error('down'));
      return Promise.resolve();
    };
    await relay.carry();
    expect(line.taken).toEqual([1, 2]);
    expect(errors).toEqual([expect.any(RelayError)]);
    line.beforeTaking = line.afterTaking = () => Promise.resolve();
    await relay.carry();
    expect(line.taken).toEqual(upTo(5));
  });

  it('loses and doubles nothing where it does not hear that events were taken in', async () => {
    const line = new Line();
    line.tell(4);
    const { relay } = relayOver([line], 2);
    line.afterTaking = () => Promise.reject(new Error('the connection was reset'));
    await relay.carry();
    line.afterTaking = () => Promise.resolve();
    await relay.carry();
    expect(line.taken).toEqual(upTo(4));
  });

  it('hands nothing over from a gap on', async () => {
    const line = new Line();
    line.tell(3);
    line.told.splice(1, 1);
    const { relay, errors } = relayOver([line]);
    await relay.carry();
    expect(line.taken).toEqual([]);
    expect(errors).toEqual([
      expect.objectContaining({
        cause: new FeedError('providers', '3 in place of 2'),
      }),
    ]);
  });

  it('does not go round in circles with a receiver that takes nothing in', async () => {
    const line = new Line();
    line.tell(1);
    const { relay, errors } = relayOver([
      {
        source: 'patients',
        position: () => line.position(),
        after: (p, f) => line.after(p, f),
        take: () => Promise.resolve(),
      },
    ]);
    await relay.carry();
    expect(errors).toHaveLength(1);
  });

  it('carries the other feeds where one fails', async () => {
    const [broken, whole] = [new Line('providers'), new Line('patients')];
    broken.tell(1);
    whole.tell(1);
    broken.beforeTaking = () => Promise.reject(new Error('down'));
    await relayOver([broken, whole]).relay.carry();
    expect([broken.taken, whole.taken]).toEqual([[], [1]]);
  });

  it('carries the feeds of the subgraphs that are named alone', async () => {
    const lines = [new Line('providers'), new Line('providers/duties'), new Line('patients')];
    for (const line of lines) line.tell(1);
    await relayOver(lines).relay.carry(new Set(['providers']));
    expect(lines.map(({ taken }) => taken)).toEqual([[1], [1], []]);
  });

  it('carries what was told while it was under way before it answers', async () => {
    const line = new Line();
    line.tell(1);
    const { relay } = relayOver([line]);
    line.beforeTaking = () => {
      line.beforeTaking = () => Promise.resolve();
      line.tell(1);
      return Promise.resolve();
    };
    const first = relay.carry();
    const second = relay.carry();
    await Promise.all([first, second]);
    expect(line.taken).toEqual([1, 2]);
  });

  it('is harmless beside others', async () => {
    const line = new Line();
    line.tell(50);
    const relays = Array.from({ length: 5 }, () => relayOver([line], 3));
    await Promise.all(relays.map(({ relay }) => relay.carry()));
    expect(line.taken).toEqual(upTo(50));
    expect(relays.flatMap(({ errors }) => errors)).toEqual([]);
  });

  it('brings the batch under way to its end when it is closed, and begins no other', async () => {
    const line = new Line();
    line.tell(5);
    const { relay } = relayOver([line], 2);
    const begun = Promise.withResolvers<undefined>();
    const gate = Promise.withResolvers<undefined>();
    line.beforeTaking = () => {
      begun.resolve(undefined);
      return gate.promise;
    };
    const carried = relay.carry();
    await begun.promise;
    const closed = relay.close();
    gate.resolve(undefined);
    await Promise.all([carried, closed]);
    expect(line.taken).toEqual([1, 2]);
    await relay.carry();
    expect(line.taken).toEqual([1, 2]);
  });
});
