import { createHash } from 'node:crypto';

/** Reproducible choices: the same name makes the same choices on every machine. */
export interface Random {
  /** A number from 0 (inclusive) to 1 (exclusive). */
  readonly next: () => number;
  /** A whole number between two bounds, both included. */
  readonly between: (least: number, most: number) => number;
  /** One item of a list that is not empty. */
  readonly pick: <Item>(items: readonly Item[]) => Item;
  /** Whether something of this probability happens. */
  readonly chance: (probability: number) => boolean;
}

/** Choices that depend on a name alone, so that adding one person to the world changes no other. */
export function randomOf(name: string): Random {
  // Mulberry32: 32 bits of state are plenty for choices that only have to look varied.
  let state = createHash('sha256').update(name).digest().readUInt32LE(0);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const between = (least: number, most: number): number =>
    least + Math.floor(next() * (most - least + 1));
  return {
    next,
    between,
    pick: <Item>(items: readonly Item[]): Item => {
      const item = items[between(0, items.length - 1)];
      if (item === undefined)
        throw new RangeError('Expected a list with items to pick from, got an empty one');
      return item;
    },
    chance: (probability) => next() < probability,
  };
}
