/** A code to look for. */
export interface CodeFilter {
  /** Null looks in every system. */
  readonly system: string | null;
  readonly code: string;
}

/** What a client narrows a list of records by; null narrows nothing. */
export interface RecordFilter {
  /** Epoch milliseconds, both included; null is open. */
  readonly period: { readonly start: number | null; readonly end: number | null } | null;
  /** Any of these. */
  readonly status: readonly string[] | null;
  /** Any of these, as any coding of the concept that says what the record is. */
  readonly code: readonly CodeFilter[] | null;
}
