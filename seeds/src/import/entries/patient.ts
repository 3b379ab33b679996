import type { Source } from '@causeway/kit';
import type { PatientEntry, RelatedPersonEntry } from '@causeway/patients';
import { codingsAt, objectsOf, textAt, textOf, valuesAt, objectOf } from '@causeway/records/fhir';
import type { Element, Resolve } from '@causeway/records/fhir';
import type { Identifier } from '@causeway/schema/datatypes';
import {
  activeOf,
  addressesOf,
  conceptsOf,
  contentOf,
  genderOf,
  humanNamesOf,
  periodOf,
  telecomOf,
} from './read.js';

/** What a resource alone does not tell of the person it becomes. */
export interface PersonContext {
  readonly id: string;
  readonly source: Source;
  /** All that the person is known by, from every resource of them. */
  readonly identifier: readonly Identifier[];
  readonly resolve: Resolve;
}

/** A FHIR Patient as the patients subgraph keeps it. An import joins nobody. */
export function patientEntry(resource: Element, context: PersonContext): PatientEntry {
  const deceased = textOf(resource['deceasedDateTime']);
  return {
    ...personOf(resource, context),
    isDeceased:
      deceased !== null ||
      (typeof resource['deceasedBoolean'] === 'boolean' ? resource['deceasedBoolean'] : null),
    deceased,
    preferredLanguage: preferredLanguageOf(resource),
    notificationPreference: null,
    generalPractitioner: organizationAt(resource, 'generalPractitioner', context.resolve),
  };
}

/**
 * A FHIR RelatedPerson as the patients subgraph keeps it: a contact, whatever it says of itself. Who may decide for a
 * patient is registered, never imported.
 */
export function relatedPersonEntry(
  resource: Element,
  patient: string,
  context: PersonContext,
): RelatedPersonEntry {
  return {
    ...personOf(resource, context),
    patient,
    person: null,
    relationship: conceptsOf(resource['relationship']),
    role: 'CONTACT',
    basis: null,
    active: activeOf(resource) ?? true,
    period: periodOf(resource['period']),
  };
}

function personOf(resource: Element, { id, source, identifier }: PersonContext) {
  return {
    id,
    source,
    identifier,
    name: humanNamesOf(resource),
    gender: genderOf(resource),
    birthDate: textOf(resource['birthDate']),
    address: addressesOf(resource),
    telecom: telecomOf(resource),
    content: contentOf(resource),
  };
}

function preferredLanguageOf(resource: Element): string | null {
  const all = resource['communication'] === undefined ? [] : objectsOf(resource['communication']);
  const preferred = all.find((each) => each['preferred'] === true) ?? all[0];
  if (preferred === undefined) return null;
  return codingsAt(preferred, 'language')[0]?.code ?? textAt(preferred, 'language.text');
}

function organizationAt(resource: Element, path: string, resolve: Resolve): string | null {
  for (const value of valuesAt(resource, path)) {
    const reference = objectOf(value);
    const target = reference === null ? null : resolve(reference);
    if (target?.type === 'Organization') return target.id;
  }
  return null;
}
