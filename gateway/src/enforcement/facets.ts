/** What of a record is fetched only for permits that judge by it: the check of every other permit does without. */
import type { Exclusion, Permit } from '@causeway/schema';

/** Facets that few permits judge by, with the demand that lets each of them be fetched. */
export const RARE_FACETS = { code: '@subject(code)', author: '@subject(author)' } as const;

/** The name of a facet that few permits judge by. */
export type RareFacet = keyof typeof RARE_FACETS;

/** The demand of a facet that few permits judge by. */
export type FacetDemand = (typeof RARE_FACETS)[RareFacet];

const demands: ReadonlySet<string> = new Set(Object.values(RARE_FACETS));

/** Whether a demand is that of a facet. */
export function isFacetDemand(demand: string): demand is FacetDemand {
  return demands.has(demand);
}

/** Whether a permit judges records by the facet. */
export function judgesBy(permit: Permit, demand: FacetDemand): boolean {
  switch (demand) {
    case RARE_FACETS.code:
      return permit.exclusions.some((exclusion) => sets(exclusion, 'code'));
    case RARE_FACETS.author:
      return (
        permit.authorOrganization !== null ||
        permit.exclusions.some((exclusion) => sets(exclusion, 'authoredBy'))
      );
  }
}

function sets(exclusion: Exclusion, condition: 'code' | 'authoredBy'): boolean {
  return (
    exclusion[condition] !== undefined ||
    exclusion.except?.some((exception) => sets(exception, condition)) === true
  );
}
