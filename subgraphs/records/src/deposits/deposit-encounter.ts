import { objectOf, textOf, valuesAt } from '../fhir/elements.js';
import { ENCOUNTERS } from './deposit-references.js';
import type { DepositEncounter, PlacedEntry } from './deposit-references.js';
import type { DepositTerms } from './deposit-terms.js';
import { rejected } from './refusals.js';
import { REFERENCE } from './rejection-texts.js';

/**
 * The record of an encounter, null where there is none: abroad the one that was deposited under the same grant, at home
 * one of the depositing organisation and the patient. Of any other encounter nothing is looked up.
 */
export type EncounterLookup = (id: string) => string | null;

/**
 * The one encounter that a deposit is of: an entry of the bundle, or the one that its entries refer to.
 *
 * @throws GraphQLError DEPOSIT_REJECTED for several of them, and abroad for another than the one that is open
 */
export function encounterOf(
  entries: readonly PlacedEntry[],
  terms: DepositTerms,
  lookup: EncounterLookup,
): DepositEncounter {
  const [own, another] = entries.filter(({ resource }) => resource.resourceType === 'Encounter');
  if (another !== undefined) {
    throw rejected(another.place, REFERENCE.encounters);
  }
  if (terms.encounter !== null) return encounterAbroad(terms.encounter, own, lookup);
  if (own !== undefined) return { id: own.resource.id ?? null, record: own.id };
  const named = nameOfEncounter(entries);
  const record = named === null ? null : lookup(named);
  return { id: record === null ? null : named, record };
}

function encounterAbroad(
  id: string,
  own: PlacedEntry | undefined,
  lookup: EncounterLookup,
): DepositEncounter {
  const known = lookup(id);
  if (own === undefined) return { id, record: known };
  if (own.resource.id !== id) {
    throw rejected(`${own.place}.id`, REFERENCE.openEncounter);
  }
  if (known !== null) {
    throw rejected(own.place, REFERENCE.knownEncounter);
  }
  return { id, record: own.id };
}

/** The first encounter that an entry refers to by an id of this graph; whatever names another is refused for it. */
function nameOfEncounter(entries: readonly PlacedEntry[]): string | null {
  for (const { resource } of entries) {
    for (const path of ENCOUNTERS) {
      for (const value of valuesAt(resource, path)) {
        const literal = textOf(objectOf(value)?.['reference']) ?? '';
        const id = /^Encounter\/([A-Za-z0-9.-]{1,64})$/.exec(literal)?.[1];
        if (id !== undefined) return id;
      }
    }
  }
  return null;
}
