/** How much a bounded map holds, and how much of that each entry takes; without sizes, each entry takes one. */
export interface Bounds<Key, Value> {
  readonly capacity: number;
  readonly sizeOf?: (value: Value, key: Key) => number;
}

interface Entry<Value> {
  readonly value: Value;
  size: number;
}

/**
 * A map that never holds more than its capacity: the oldest entry makes room. An entry is as old as its last `set` or
 * `use`; `get` does not make it younger.
 */
export class BoundedMap<Key, Value> {
  readonly #entries = new Map<Key, Entry<Value>>();
  readonly #capacity: number;
  readonly #sizeOf: (value: Value, key: Key) => number;
  #held = 0;

  constructor({ capacity, sizeOf = () => 1 }: Bounds<Key, Value>) {
    this.#capacity = capacity;
    this.#sizeOf = sizeOf;
  }

  /** How many entries there are. */
  get size(): number {
    return this.#entries.size;
  }

  /** The sum of the entries' sizes. */
  get held(): number {
    return this.#held;
  }

  /** The value of a key, which grows older; undefined where there is none. */
  get(key: Key): Value | undefined {
    return this.#entries.get(key)?.value;
  }

  /** The value of a key, which becomes the youngest; undefined where there is none. */
  use(key: Key): Value | undefined {
    const entry = this.#entries.get(key);
    if (entry === undefined) return undefined;
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    return entry.value;
  }

  /** Holds a value, as the youngest, unless it is larger than the whole map may be. */
  set(key: Key, value: Value): void {
    this.delete(key);
    const size = this.#sizeOf(value, key);
    if (size > this.#capacity) return;
    this.#makeRoom(size);
    this.#entries.set(key, { value, size });
    this.#held += size;
  }

  /** Tells that the value of a key has grown, which may cost it its place; a key that is not held is no error. */
  grow(key: Key, by: number): void {
    const entry = this.#entries.get(key);
    if (entry === undefined) return;
    entry.size += by;
    this.#held += by;
    this.#makeRoom(0);
  }

  /** Drops a key. */
  delete(key: Key): void {
    const entry = this.#entries.get(key);
    if (entry === undefined) return;
    this.#entries.delete(key);
    this.#held -= entry.size;
  }

  #makeRoom(size: number): void {
    for (const oldest of this.#entries.keys()) {
      if (this.#held + size <= this.#capacity) return;
      this.delete(oldest);
    }
  }
}
