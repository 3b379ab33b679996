import type { ClinicalScope } from '@causeway/schema';
import { idOf } from '../identifiers.js';
import type { Author, SeedRecord } from '../model.js';
import type { Labels } from './labels.js';

/** The circumstances of a record. */
export interface About {
  /** The patient by id and slug. */
  readonly patient: { readonly id: string; readonly slug: string };
  /** A stable name, unique among the patient's records. */
  readonly name: string;
  readonly author: Author;
  /** The record id of its Encounter. */
  readonly encounter?: string | undefined;
  /** The source's own labels; without any the record is classified by its codes. */
  readonly security?: Labels | undefined;
}

/** Elements of a resource; what is undefined is left out. */
export type Elements = Readonly<Record<string, unknown>>;

/** A FHIR Reference. */
export interface Reference {
  readonly reference: string;
}

/** Marks test data: nobody is to take it for a real record. */
const TEST_DATA = { system: 'http://terminology.hl7.org/CodeSystem/v3-ActReason', code: 'HTEST' };

/** The id of a record by its patient's slug and its name. */
export function recordId(slug: string, name: string): string {
  return idOf(`record/${slug}/${name}`);
}

/** A record of a category: its resource, marked as test data, with its labels. */
export function record(
  about: About,
  category: ClinicalScope,
  resourceType: string,
  elements: Elements,
): SeedRecord {
  const id = recordId(about.patient.slug, about.name);
  const { security = [] } = about;
  const meta = { tag: [TEST_DATA], ...(security.length > 0 ? { security } : {}) };
  // As it will be stored: what is undefined is not there, however deep.
  const stored = JSON.parse(JSON.stringify({ meta, ...elements })) as Elements;
  return {
    id,
    patient: about.patient.id,
    category,
    author: about.author,
    resource: { resourceType, id, ...stored },
  };
}

/** A reference to something of a type. */
export function referenceTo(type: string, id: string): Reference {
  return { reference: `${type}/${id}` };
}

/** A reference to the record's patient. */
export function patientOf(about: About): Reference {
  return referenceTo('Patient', about.patient.id);
}

/** A reference to the record's encounter, if it has one. */
export function encounterOf(about: About): Reference | undefined {
  return about.encounter === undefined ? undefined : referenceTo('Encounter', about.encounter);
}

/** A reference to the authoring organisation. */
export function organizationOf({ author }: About): Reference {
  return referenceTo('Organization', author.organization);
}

/** A reference to the authoring professional, or to the organisation where none is named. */
export function authorOf(about: About): Reference {
  const { role } = about.author;
  return role === null ? organizationOf(about) : referenceTo('PractitionerRole', role);
}

/** References to the authoring organisation and, where one is named, the professional. */
export function performersOf(about: About): readonly Reference[] {
  return about.author.role === null
    ? [organizationOf(about)]
    : [organizationOf(about), authorOf(about)];
}
