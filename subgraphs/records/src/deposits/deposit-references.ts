/**
 * What the references of a deposit mean: an entry of the bundle, the patient, the depositor, the encounter. Any other
 * is kept as text and never looked up, so that no answer tells what is there. One that could only mean a record of
 * this graph, or another patient, is refused by its form alone, whether there is one or not.
 */
import { authorsOf } from '../fhir/author-of.js';
import { objectOf, textOf, valuesAt } from '../fhir/elements.js';
import type { Element } from '../fhir/elements.js';
import { referencesOf } from '../fhir/references.js';
import type { PlacedReference } from '../fhir/references.js';
import type { Resource } from '../fhir/resource.js';
import type { Resolve, Target } from '../fhir/target.js';
import { RECORD_TYPES } from '../record-types.js';
import type { BundleEntry } from './deposit-bundle.js';
import type { DepositTerms } from './deposit-terms.js';
import { rejected } from './refusals.js';
import { REFERENCE } from './rejection-texts.js';

/** An entry with the id that its record gets. */
export interface PlacedEntry extends BundleEntry {
  /** Record id. */
  readonly id: string;
}

/** The encounter that a deposit is of. */
export interface DepositEncounter {
  /** Its id in the grant, or at home its record id; null for a deposit that is of none. */
  readonly id: string | null;
  /** Its record id; null where it has no record. */
  readonly record: string | null;
}

const RECORDS: ReadonlySet<string> = new Set(RECORD_TYPES);

const LITERAL = /(?:^|\/)([A-Z][A-Za-z]+)\/[A-Za-z0-9.-]{1,64}(?:\/_history\/[A-Za-z0-9.-]+)?$/;

const RELATIVE = /^[A-Z][A-Za-z]+\//;

/** Entries by what references call them: their full URL, and their type and id. */
export class EntryIndex {
  readonly #byName = new Map<string, PlacedEntry>();

  /** @throws GraphQLError DEPOSIT_REJECTED for two entries of one name */
  constructor(entries: readonly PlacedEntry[]) {
    for (const entry of entries) {
      const { fullUrl, resource } = entry;
      const own = resource.id === undefined ? null : `${resource.resourceType}/${resource.id}`;
      for (const name of new Set([fullUrl, own])) {
        if (name === null) continue;
        if (this.#byName.has(name)) {
          throw rejected(entry.place, REFERENCE.twice);
        }
        this.#byName.set(name, entry);
      }
    }
  }

  /** The entry that a reference leads to, null where it leads to none. */
  entryOf(reference: Element): PlacedEntry | null {
    const literal = textOf(reference['reference'])?.replace(/\/_history\/[^/]+$/, '');
    return literal === undefined ? null : (this.#byName.get(literal) ?? null);
  }
}

/** What each reference of a deposit means in this graph. */
export function depositResolver(
  terms: DepositTerms,
  index: EntryIndex,
  encounter: DepositEncounter,
): Resolve {
  const { patient, organization, practitionerRole } = terms;
  const known = new Map<string, Target>([
    [`Patient/${patient}`, { type: 'Patient', id: patient }],
    [`Organization/${organization}`, { type: 'Organization', id: organization }],
    [
      `PractitionerRole/${practitionerRole}`,
      { type: 'PractitionerRole', id: practitionerRole, organization },
    ],
  ]);
  if (encounter.id !== null && encounter.record !== null) {
    known.set(`Encounter/${encounter.id}`, { type: 'Encounter', id: encounter.record });
  }
  return (reference) => {
    const entry = index.entryOf(reference);
    if (entry !== null) return { type: entry.resource.resourceType, id: entry.id };
    return known.get(textOf(reference['reference']) ?? '') ?? null;
  };
}

/** Refuses a resource that is about, by or of anything else than the deposit is. @throws GraphQLError DEPOSIT_REJECTED */
export function refuseForeignReferences(
  { resource, place }: PlacedEntry,
  { patient, organization }: DepositTerms,
  encounter: DepositEncounter,
  resolve: Resolve,
): void {
  refuseOtherSubject(resource, place, patient);
  const authors = authorsOf(resource);
  for (const placed of referencesOf(resource)) {
    const at = `${place}.${placed.path}`;
    const target = resolve(placed.reference);
    if (ENCOUNTERS.has(placed.path)) refuseOtherEncounter(placed, target, encounter, at);
    else if (target === null) refuseUnresolved(placed.reference, at);
    const isOrganization = typeOf(placed.reference) === 'Organization';
    if (authors.includes(placed.reference) && isOrganization && target?.id !== organization) {
      throw rejected(at, REFERENCE.author);
    }
  }
}

/** The elements that name the encounter. */
export const ENCOUNTERS: ReadonlySet<string> = new Set([
  'encounter',
  'context',
  'context.encounter',
]);

const SUBJECTS: Readonly<Record<string, string>> = {
  AllergyIntolerance: 'patient',
  Immunization: 'patient',
  Appointment: 'participant.actor',
};

function refuseOtherSubject(resource: Resource, place: string, patient: string): void {
  if (resource.resourceType === 'Provenance') return;
  const path = SUBJECTS[resource.resourceType] ?? 'subject';
  const subjects = valuesAt(resource, path).map((each) => textOf(objectOf(each)?.['reference']));
  if (subjects.includes(`Patient/${patient}`)) return;
  throw rejected(`${place}.${path}`, REFERENCE.subject);
}

function refuseOtherEncounter(
  { reference }: PlacedReference,
  target: Target | null,
  encounter: DepositEncounter,
  at: string,
): void {
  const literal = textOf(reference['reference']);
  const isNamed = encounter.id !== null && literal === `Encounter/${encounter.id}`;
  if (isNamed || (target !== null && target.id === encounter.record)) return;
  throw rejected(at, REFERENCE.encounter);
}

function refuseUnresolved(reference: Element, at: string): void {
  const literal = textOf(reference['reference']) ?? '';
  if (typeOf(reference) === 'Patient') {
    throw rejected(at, REFERENCE.patient);
  }
  if (literal.startsWith('#')) {
    throw rejected(at, REFERENCE.contained);
  }
  if (RELATIVE.test(literal) && RECORDS.has(typeOf(reference) ?? '')) {
    throw rejected(at, REFERENCE.unresolved);
  }
}

/** The type of what a reference names, as far as it says. */
function typeOf(reference: Element): string | null {
  const literal = textOf(reference['reference']) ?? '';
  return LITERAL.exec(literal)?.[1] ?? textOf(reference['type']);
}
