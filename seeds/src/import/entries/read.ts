/** Reading the FHIR data types that people and providers are made of. */
import { objectOf, objectsOf, textAt, textOf } from '@causeway/records/fhir';
import type { Element } from '@causeway/records/fhir';
import type { Period } from '@causeway/schema';
import type {
  Address,
  CodeableConcept,
  ContactPoint,
  Gender,
  HumanName,
  Identifier,
} from '@causeway/schema/datatypes';

const LANGUAGE = 'http://hl7.org/fhir/StructureDefinition/language';

const GENDERS: ReadonlySet<string> = new Set(['male', 'female', 'other', 'unknown']);

/** The business identifiers of a resource; those without a value say nothing. */
export function identifiersOf(resource: Element): readonly Identifier[] {
  return listOf(resource['identifier']).flatMap((identifier) => {
    const value = textOf(identifier['value']);
    if (value === null) return [];
    return [
      {
        use: textOf(identifier['use']),
        type: objectOf(identifier['type']),
        system: textOf(identifier['system']),
        value,
      },
    ];
  });
}

/** The names of a person. */
export function humanNamesOf(resource: Element): readonly HumanName[] {
  return listOf(resource['name']).map((name) => ({
    ...defined({
      use: textOf(name['use']),
      text: textOf(name['text']),
      family: textOf(name['family']),
      language: languageOf(name),
      period: objectOf(name['period']) === null ? null : periodOf(name['period']),
    }),
    ...(textsOf(name['given']).length > 0 && { given: textsOf(name['given']) }),
    ...(textsOf(name['prefix']).length > 0 && { prefix: textsOf(name['prefix']) }),
  }));
}

/** The ways to reach somebody. */
export function telecomOf(resource: Element): readonly ContactPoint[] {
  return listOf(resource['telecom']).map((contact) =>
    defined({
      system: textOf(contact['system']),
      value: textOf(contact['value']),
      use: textOf(contact['use']),
    }),
  );
}

/** The postal addresses, in the words of the source. */
export function addressesOf(resource: Element): readonly Address[] {
  return listOf(resource['address']).map((address) => ({
    ...defined({
      use: textOf(address['use']),
      text: textOf(address['text']),
      city: textOf(address['city']),
      district: textOf(address['district']),
      state: textOf(address['state']),
      postalCode: textOf(address['postalCode']) ?? extendedText(address['_postalCode']),
      country: textOf(address['country']),
    }),
    ...(textsOf(address['line']).length > 0 && { line: textsOf(address['line']) }),
  }));
}

/** The concepts of an element, one or many. */
export function conceptsOf(value: unknown): readonly CodeableConcept[] {
  return listOf(value);
}

/** The administrative gender. */
export function genderOf(resource: Element): Gender | null {
  const gender = textOf(resource['gender']);
  return gender !== null && GENDERS.has(gender) ? (gender as Gender) : null;
}

/** A period; open where nothing is said. */
export function periodOf(value: unknown): Period {
  return { start: textAt(value, 'start'), end: textAt(value, 'end') };
}

/** Whether something is active, null where nothing is said of it. */
export function activeOf(resource: Element): boolean | null {
  return typeof resource['active'] === 'boolean' ? resource['active'] : null;
}

/** The resource to keep beside the columns: without its narrative, which repeats it. */
export function contentOf(resource: Element): Element {
  return Object.fromEntries(Object.entries(resource).filter(([name]) => name !== 'text'));
}

function listOf(value: unknown): readonly Element[] {
  return value === undefined ? [] : objectsOf(value);
}

function textsOf(value: unknown): string[] {
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return values.map(textOf).filter((text) => text !== null);
}

/** Some profiles put a text into an extension of an element that has no value, as in Taiwan's postal codes. */
function extendedText(value: unknown): string | null {
  return (
    textAt(value, 'extension.valueCodeableConcept.coding.code') ??
    textAt(value, 'extension.valueString')
  );
}

function languageOf(name: Element): string | null {
  const extension = listOf(name['extension']).find((each) => each['url'] === LANGUAGE);
  return textOf(extension?.['valueCode']);
}

/** An object without the members that are null. */
function defined<Members extends Readonly<Record<string, unknown>>>(
  members: Members,
): { [Name in keyof Members]?: NonNullable<Members[Name]> } {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== null)) as never;
}
