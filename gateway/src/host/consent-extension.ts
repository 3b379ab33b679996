import type { Permit } from '@causeway/schema';

/** What a permit covers, as its holder may know it: by the permit alone. */
export interface ConsentCoverage {
  readonly patient: string;
  readonly scopes: readonly string[];
  /** The earliest clinical date (an instant) that is covered; null without a look-back. */
  readonly from: string | null;
  readonly until: string | null;
  readonly obligations: readonly string[];
}

/** What the caller's own permits cover, patient by patient: `extensions.consent`. */
export function consentExtension(permits: readonly Permit[]): readonly ConsentCoverage[] {
  return permits.map(({ patient, scopes, windowStart, until, obligations }) => ({
    patient,
    scopes,
    from: windowStart === null ? null : new Date(windowStart).toISOString(),
    until,
    obligations,
  }));
}
