import type {
  OrganizationEntry,
  PractitionerEntry,
  PractitionerRoleEntry,
} from '@causeway/providers';
import { objectOf, textOf, valuesAt } from '@causeway/records/fhir';
import type { Element, Resolve } from '@causeway/records/fhir';
import { jurisdictionOf } from './jurisdiction.js';
import type { PersonContext } from './patient.js';
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

/** Professions give access, so an import gives none: what a role may see is registered. */
const NO_PROFESSION = 'UNSPECIFIED';

/** Chinese characters without a hint whether they are traditional or simplified. */
const HAN = /\p{Script=Han}/u;

/** A FHIR Organization as the providers subgraph keeps it: neither registered nor recognised. */
export function organizationEntry(resource: Element, context: PersonContext): OrganizationEntry {
  const { id, source, identifier, resolve } = context;
  const address = addressesOf(resource);
  return {
    id,
    source,
    identifier,
    name: organizationNamesOf(resource).map((text) => ({
      language: HAN.test(text) ? 'zh' : 'en',
      text,
    })),
    active: activeOf(resource),
    type: conceptsOf(resource['type']),
    telecom: telecomOf(resource),
    address,
    partOf: idAt(resource, 'partOf', 'Organization', resolve),
    jurisdiction: jurisdictionOf(resource),
    city: address.find(({ city }) => city != null)?.city ?? null,
    content: contentOf(resource),
  };
}

/** A FHIR Practitioner as the providers subgraph keeps it. */
export function practitionerEntry(resource: Element, context: PersonContext): PractitionerEntry {
  const { id, source, identifier } = context;
  return {
    id,
    source,
    identifier,
    name: humanNamesOf(resource),
    active: activeOf(resource),
    gender: genderOf(resource),
    telecom: telecomOf(resource),
    content: contentOf(resource),
  };
}

/** A FHIR PractitionerRole as the providers subgraph keeps it: of no profession that could give access. */
export function practitionerRoleEntry(
  resource: Element,
  context: PersonContext,
): PractitionerRoleEntry {
  const { id, source, identifier, resolve } = context;
  return {
    id,
    source,
    identifier,
    practitioner: idAt(resource, 'practitioner', 'Practitioner', resolve),
    organization: idAt(resource, 'organization', 'Organization', resolve),
    profession: NO_PROFESSION,
    code: conceptsOf(resource['code']),
    specialty: conceptsOf(resource['specialty']),
    licenceRef: null,
    active: activeOf(resource) ?? false,
    period: periodOf(resource['period']),
    content: contentOf(resource),
  };
}

/** The names of an organisation, its own first. */
export function organizationNamesOf(resource: Element): readonly string[] {
  return [resource['name'], ...valuesAt(resource, 'alias')]
    .map(textOf)
    .filter((name) => name !== null);
}

/** The id of what a reference at a path means, if it is of a type. */
export function idAt(
  resource: Element,
  path: string,
  type: string,
  resolve: Resolve,
): string | null {
  const reference = objectOf(resource[path]);
  const target = reference === null ? null : resolve(reference);
  return target?.type === type ? target.id : null;
}
