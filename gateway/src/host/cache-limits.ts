/** What a gateway keeps between requests may take so much, in bytes, by estimates from texts. */
export interface CacheLimits {
  /** Valid documents. */
  readonly documents: number;
  /** Compiled operations. */
  readonly operations: number;
  /** Compiled plans. */
  readonly plans: number;
}

/** Limits that leave room for the operations of many front ends. */
export const DEFAULT_CACHE_LIMITS: CacheLimits = {
  documents: 32 * 2 ** 20,
  operations: 64 * 2 ** 20,
  plans: 64 * 2 ** 20,
};
