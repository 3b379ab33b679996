import { instantAfter } from '@causeway/schema';

/** What links and encounters are like here. */
export interface LinkTerms {
  /** Where people reach the layer: `https://causeway.example`. */
  readonly linkBase: string;
  /** When an encounter ends by itself: an ISO 8601 duration. */
  readonly maxEncounterDuration: string;
}

const USUAL: LinkTerms = { linkBase: 'http://localhost:4000', maxEncounterDuration: 'PT12H' };

/**
 * The terms that are given, the usual ones where none are.
 *
 * @throws Error if an encounter would never end, or end at once
 */
export function linkTerms({
  linkBase = USUAL.linkBase,
  maxEncounterDuration = USUAL.maxEncounterDuration,
}: Partial<LinkTerms>): LinkTerms {
  const end = instantAfter(0, maxEncounterDuration);
  if (end === null || end <= 0) {
    throw new Error(
      `Expected an ISO 8601 duration for maxEncounterDuration, such as PT12H, got ${JSON.stringify(maxEncounterDuration)}`,
    );
  }
  return { linkBase: linkBase.replace(/\/+$/, ''), maxEncounterDuration };
}
