/** Whose an item is: bound to its own subject, never to the patient of its file. */
import { objectOf, textOf, valuesAt } from '@causeway/records/fhir';
import type { Element, Resource } from '@causeway/records/fhir';
import { refusal } from '../refusal.js';
import type { Refusal } from '../refusal.js';
import type { LinkItem, LinkRun } from './link-run.js';
import { relativeOf } from './reference-index.js';

/** Whose an item is. */
export type Subject =
  | { readonly kind: 'patient'; readonly patient: string }
  /** It names somebody who is not in this graph. */
  | { readonly kind: 'unknown'; readonly reason: string }
  | { readonly kind: 'none'; readonly refusal: Refusal };

const SUBJECT_PATHS: Readonly<Record<string, string>> = {
  AllergyIntolerance: 'patient',
  Appointment: 'participant.actor',
  Immunization: 'patient',
  RelatedPerson: 'patient',
};

function subjectPathOf(resource: Resource): string {
  // R5 names the subject of a consent as that of a record.
  if (resource.resourceType === 'Consent' && resource['patient'] !== undefined) return 'patient';
  return SUBJECT_PATHS[resource.resourceType] ?? 'subject';
}

/** The patient that a resource names as its subject. */
export function subjectOf(run: LinkRun, resource: Resource, item: LinkItem): Subject {
  const path = subjectPathOf(resource);
  const references = valuesAt(resource, path)
    .map(objectOf)
    .filter((reference): reference is Element => reference !== null);
  const patients = new Set<string>();
  let isOpen = false;
  for (const reference of references) {
    const target = run.targets.resolve(reference, item, null);
    if (target?.type === 'Patient') patients.add(target.id);
    else if (target === null && mayBePatient(reference)) isOpen = true;
  }
  const [patient, ...others] = patients;
  if (others.length > 0) {
    return none('AMBIGUOUS_SUBJECT', `Expected one patient, got ${patients.size} at ${path}`);
  }
  if (patient !== undefined) return { kind: 'patient', patient };
  if (isOpen) {
    return {
      kind: 'unknown',
      reason: `The patient that ${path} names is not in this graph; import them, and it is taken`,
    };
  }
  return references.length === 0
    ? none('NO_SUBJECT', `Expected a patient at ${path}, got nothing: it belongs to nobody`)
    : none('SUBJECT_NOT_A_PATIENT', `Expected a patient at ${path}, got something else`);
}

/** Whether a reference that does not resolve may be one to a patient: it does not say that it is to something else. */
function mayBePatient(reference: Element): boolean {
  const literal = textOf(reference['reference']);
  const relative = literal === null ? null : relativeOf(literal);
  const type =
    textOf(reference['type']) ?? relative?.split('/')[0] ?? /^(\w+)\?/.exec(literal ?? '')?.[1];
  return type === undefined || type === 'Patient';
}

function none(code: Refusal['code'], reason: string): Subject {
  return { kind: 'none', refusal: refusal(code, reason) };
}
