import type { GrantChange } from '@causeway/schema';
import { Periodic } from '../periodic.js';
import type { GrantChanges } from './grant-changes.js';

/** Whose changes are waited for: those of all grants of a patient, or of one grant. */
export type Watched =
  | { readonly kind: 'patient'; readonly patient: string }
  | { readonly kind: 'grant'; readonly grant: string };

/** What watching needs. */
export interface GrantWatchOptions {
  readonly changes: GrantChanges;
  /** How long the pauses between readings are, in milliseconds. */
  readonly pause: number;
  /** Told of readings that failed; they are tried again. */
  readonly onError: (error: unknown) => void;
}

const BATCH = 500;

/** One reader of changes for all who wait in this process, while there are any; it wakes those whom a change concerns. */
export class GrantWatch {
  readonly #options: GrantWatchOptions;
  readonly #watchers = new Map<string, Set<() => void>>();
  #reader: Reader | null = null;

  constructor(options: GrantWatchOptions) {
    this.#options = options;
  }

  /**
   * Has somebody woken at each change from now on; returns what ends it.
   *
   * @throws SubgraphUnavailableError if it cannot be told from where on
   */
  async add(watched: Watched, wake: () => void): Promise<() => void> {
    const key = keyOf(watched);
    const waiting = this.#watchers.get(key) ?? new Set();
    waiting.add(wake);
    this.#watchers.set(key, waiting);
    const end = (): void => {
      waiting.delete(wake);
      if (waiting.size === 0 && this.#watchers.get(key) === waiting) this.#watchers.delete(key);
      if (this.#watchers.size === 0) this.#stop();
    };
    this.#reader ??= new Reader(this.#options, (change) => this.#tell(change));
    try {
      await this.#reader.hasBegun;
    } catch (error) {
      end();
      throw error;
    }
    return end;
  }

  /** Reads at once what there is to be read. */
  wake(): void {
    this.#reader?.wake();
  }

  /** How many wait. */
  get size(): number {
    return [...this.#watchers.values()].reduce((sum, { size }) => sum + size, 0);
  }

  #stop(): void {
    const reader = this.#reader;
    this.#reader = null;
    void reader?.close();
  }

  #tell({ grant, patient }: GrantChange): void {
    for (const watched of [
      { kind: 'grant', grant },
      { kind: 'patient', patient },
    ] as const) {
      for (const wake of this.#watchers.get(keyOf(watched)) ?? []) wake();
    }
  }
}

function keyOf(watched: Watched): string {
  switch (watched.kind) {
    case 'patient':
      return `patient ${watched.patient}`;
    case 'grant':
      return `grant ${watched.grant}`;
  }
}

/** Reads changes from the moment on at which it was made. */
class Reader {
  /** Resolves once it knows from where on it reads, so that no later change is missed. */
  readonly hasBegun: Promise<void>;
  readonly #changes: GrantChanges;
  readonly #tell: (change: GrantChange) => void;
  readonly #reading: Periodic;
  #position = 0;

  constructor({ changes, pause, onError }: GrantWatchOptions, tell: (change: GrantChange) => void) {
    this.#changes = changes;
    this.#tell = tell;
    this.#reading = new Periodic({ task: (signal) => this.#read(signal), pause, onError });
    this.hasBegun = this.#begin();
  }

  wake(): void {
    this.#reading.wake();
  }

  close(): Promise<void> {
    return this.#reading.close();
  }

  async #begin(): Promise<void> {
    this.#position = await this.#changes.last();
    this.#reading.start();
  }

  async #read(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const changes = await this.#changes.after(this.#position, BATCH);
      for (const change of changes) this.#tell(change);
      this.#position = changes.at(-1)?.position ?? this.#position;
      if (changes.length < BATCH) return;
    }
  }
}
