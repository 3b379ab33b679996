import { confidentialityOf, earliestInstant, isScope } from '@causeway/schema';
import type { Permit, RecordFacts } from '@causeway/schema';
import { isExcluded } from './exclusion.js';
import type { NamedFacets } from './exclusion.js';

/** What a record is to a permit. */
export type RecordStanding = 'RELEASED' | 'WITHHELD';

/**
 * Whether a permit releases a record, by what `@subject` names of it: the patient, the category, the clinical date,
 * the security labels and the deny provisions. The subgraph has filtered by the same permit; this is the check.
 */
export function standingOfRecord(
  record: RecordFacts,
  permit: Permit,
  names: NamedFacets,
): RecordStanding {
  const isReleased =
    record.patient === permit.patient &&
    isPermittedCategory(record, permit, names) &&
    isWithinWindow(record, permit, names) &&
    isPermittedLabel(record, permit, names) &&
    isOwnParty(record, permit, names) &&
    !isTakenAway(record, permit, names);
  return isReleased ? 'RELEASED' : 'WITHHELD';
}

function isTakenAway(record: RecordFacts, { exclusions }: Permit, names: NamedFacets): boolean {
  // Most permits have none, and every record is asked.
  return (
    exclusions.length > 0 && exclusions.some((exclusion) => isExcluded(record, exclusion, names))
  );
}

function isPermittedCategory(
  { category }: RecordFacts,
  permit: Permit,
  names: NamedFacets,
): boolean {
  if (names.category === undefined) return true;
  return category !== null && isScope(category) && permit.scopes.includes(category);
}

function isWithinWindow(
  { date }: RecordFacts,
  { windowStart }: Permit,
  names: NamedFacets,
): boolean {
  if (names.date === undefined || windowStart === null) return true;
  const instant = earliestInstant(date);
  return instant !== null && instant >= windowStart;
}

function isPermittedLabel(
  { security, author }: RecordFacts,
  permit: Permit,
  names: NamedFacets,
): boolean {
  if (names.security === undefined) return true;
  if (permit.confidentiality.includes(confidentialityOf(security))) return true;
  return permit.authorOrganization !== null && author?.includes(permit.authorOrganization) === true;
}

function isOwnParty(
  { party }: RecordFacts,
  { administrativeBasis, parties }: Permit,
  names: NamedFacets,
): boolean {
  if (names.party === undefined || administrativeBasis !== 'PARTY') return true;
  return party.some((id) => parties.includes(id));
}
