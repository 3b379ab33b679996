import { filled } from '@causeway/schema';
import type { ClinicalScope } from '@causeway/schema';
import { categoryOf } from '../fhir/category-of.js';
import { objectOf, valuesAt } from '../fhir/elements.js';
import { CATEGORIES } from '../record-types.js';
import type { RecordType } from '../record-types.js';
import type { EntryIndex, PlacedEntry } from './deposit-references.js';
import type { DepositTerms } from './deposit-terms.js';
import { rejected } from './refusals.js';
import { REFERENCE, RESOURCE } from './rejection-texts.js';

/** An entry with the category that its record stands under. */
export interface CategorisedEntry extends PlacedEntry {
  readonly type: RecordType;
  readonly category: ClinicalScope;
}

/**
 * The entries with their categories: their own, for an observation without one that of the report that names it, and
 * for a Provenance the one of its targets.
 *
 * @throws GraphQLError DEPOSIT_REJECTED for one without a category, or of one that may not be deposited
 */
export function categorised(
  entries: readonly PlacedEntry[],
  index: EntryIndex,
  { depositable }: DepositTerms,
): readonly CategorisedEntry[] {
  const own = new Map<string, ClinicalScope>();
  for (const { id, resource } of entries) {
    const category = categoryOf(resource);
    if (category !== null) own.set(id, category);
  }
  addResults(entries, index, own);
  return entries.map((entry) => {
    const { id, place } = entry;
    const type = entry.resource.resourceType as RecordType;
    const category =
      type === 'Provenance' ? categoryOfTargets(entry, index, own) : (own.get(id) ?? null);
    if (category === null || !CATEGORIES[type].includes(category)) {
      throw rejected(place, RESOURCE.uncategorised);
    }
    if (!depositable.includes(category)) {
      throw rejected(place, filled(RESOURCE.otherCategory, { got: category }));
    }
    return { ...entry, type, category };
  });
}

function addResults(
  entries: readonly PlacedEntry[],
  index: EntryIndex,
  own: Map<string, ClinicalScope>,
): void {
  for (const { id, resource } of entries) {
    const category = own.get(id);
    if (resource.resourceType !== 'DiagnosticReport' || category === undefined) continue;
    for (const result of valuesAt(resource, 'result')) {
      const named = index.entryOf(objectOf(result) ?? {});
      const isObservation = named?.resource.resourceType === 'Observation';
      if (isObservation && !own.has(named.id)) own.set(named.id, category);
    }
  }
}

function categoryOfTargets(
  { resource, place }: PlacedEntry,
  index: EntryIndex,
  own: ReadonlyMap<string, ClinicalScope>,
): ClinicalScope {
  const categories = valuesAt(resource, 'target').map((target) => {
    const entry = index.entryOf(objectOf(target) ?? {});
    return entry === null ? undefined : own.get(entry.id);
  });
  const [category] = categories;
  if (category !== undefined && categories.every((each) => each === category)) return category;
  throw rejected(`${place}.target`, REFERENCE.targets);
}
