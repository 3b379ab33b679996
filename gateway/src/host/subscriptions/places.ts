import type { Caller } from '@causeway/schema';

/** How many subscriptions may be open. */
export interface PlaceLimits {
  /** Of one caller. */
  readonly perCaller: number;
  /** In this process. */
  readonly inAll: number;
}

/** The places for subscriptions of a process: so many for each caller, and so many in all. */
export class Places {
  readonly #limits: PlaceLimits;
  readonly #taken = new Map<string, number>();
  #inAll = 0;

  constructor(limits: PlaceLimits) {
    this.#limits = limits;
  }

  /** Takes a place for a caller, and returns what gives it back; null where there is none left. */
  take(caller: Caller): (() => void) | null {
    const key = callerKey(caller);
    const taken = this.#taken.get(key) ?? 0;
    if (taken >= this.#limits.perCaller || this.#inAll >= this.#limits.inAll) return null;
    this.#taken.set(key, taken + 1);
    this.#inAll += 1;
    let isGivenBack = false;
    return () => {
      if (isGivenBack) return;
      isGivenBack = true;
      this.#inAll -= 1;
      const left = (this.#taken.get(key) ?? 1) - 1;
      if (left === 0) this.#taken.delete(key);
      else this.#taken.set(key, left);
    };
  }

  /** How many are taken. */
  get taken(): number {
    return this.#inAll;
  }
}

/** Who a caller is, whichever token shows it. */
function callerKey(caller: Caller): string {
  switch (caller.kind) {
    case 'person':
      return `person ${caller.person}`;
    case 'professional':
    case 'system':
      return `${caller.kind} ${caller.organization} ${caller.practitionerRole} ${caller.subject}`;
    case 'office':
      return `office ${caller.office} ${caller.subject}`;
  }
}
