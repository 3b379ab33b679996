/** Seeded choices: the same seed draws the same, on any machine. */

/** A stream of choices. */
export class Draw {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** A number from 0 up to, but not including, another. */
  below(end: number): number {
    return Math.floor(this.#next() * end);
  }

  /** Whether something comes about that does so in a share of all cases, from 0 to 1. */
  chance(share: number): boolean {
    return this.#next() < share;
  }

  /**
   * One of a list.
   *
   * @throws Error if the list is empty
   */
  one<Value>(list: readonly Value[]): Value {
    const [value] = list.slice(this.below(list.length));
    if (value === undefined) throw new Error('Expected something to choose from, got nothing');
    return value;
  }

  /** Those of a list that come about, each in a share of all cases. */
  some<Value>(list: readonly Value[], share = 0.5): readonly Value[] {
    return list.filter(() => this.chance(share));
  }

  /** So many values, made one after the other. */
  times<Value>(count: number, make: (position: number) => Value): readonly Value[] {
    return Array.from({ length: count }, (_none, position) => make(position));
  }

  /** What one of several ways leads to, each as often as its weight says. */
  weighed<Value>(ways: readonly (readonly [weight: number, make: () => Value])[]): Value {
    let left = this.#next() * ways.reduce((sum, [weight]) => sum + weight, 0);
    for (const [weight, make] of ways) {
      left -= weight;
      if (left < 0) return make();
    }
    throw new Error('Expected ways with weights, got none');
  }

  /** SplitMix32: every seed, however close to another, begins a stream of its own. */
  #next(): number {
    this.#state = (this.#state + 0x9e3779b9) >>> 0;
    let mixed = this.#state ^ (this.#state >>> 16);
    mixed = Math.imul(mixed, 0x21f0aaad);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
  }
}

/** A seed that follows from others, in their order. */
export function seedOf(...parts: readonly number[]): number {
  return parts.reduce((seed, part) => {
    const mixed = Math.imul(seed ^ (part >>> 0), 0x85ebca6b);
    return ((mixed ^ (mixed >>> 13)) + 0x9e3779b9) >>> 0;
  }, 0x2545f491);
}
