import { objectOf, valuesAt } from './elements.js';
import type { Element } from './elements.js';
import type { Resource } from './resource.js';
import type { Resolve } from './target.js';

/** Per type, the elements that name who made a record, the one that speaks for it most first. */
const AUTHORS: Readonly<Record<string, readonly string[]>> = {
  AllergyIntolerance: ['recorder', 'asserter'],
  Appointment: ['participant.actor'],
  Condition: ['recorder', 'asserter'],
  DiagnosticReport: ['performer', 'resultsInterpreter'],
  DocumentReference: ['author', 'custodian', 'authenticator'],
  Encounter: ['serviceProvider', 'participant.individual'],
  ImagingStudy: ['series.performer.actor', 'interpreter'],
  Immunization: ['performer.actor'],
  MedicationDispense: ['performer.actor'],
  MedicationRequest: ['requester', 'recorder'],
  Observation: ['performer'],
  Procedure: ['performer.onBehalfOf', 'performer.actor', 'recorder', 'asserter'],
  Provenance: ['agent.onBehalfOf', 'agent.who'],
  ServiceRequest: ['requester'],
};

/** Who made a record, as far as this graph knows them. */
export interface Author {
  /** Organization id. */
  readonly organization: string | null;
  /** PractitionerRole id. */
  readonly role: string | null;
}

/** The references that name who made a record, the one that speaks for it most first. */
export function authorsOf(resource: Resource): readonly Element[] {
  return (AUTHORS[resource.resourceType] ?? [])
    .flatMap((path) => valuesAt(resource, path))
    .map(objectOf)
    .filter((reference) => reference !== null);
}

/** The author of a record; an organisation that only its practitioner role names counts. */
export function authorOf(resource: Resource, resolve: Resolve): Author {
  const targets = authorsOf(resource)
    .map(resolve)
    .filter((target) => target !== null);
  const role = targets.find((target) => target.type === 'PractitionerRole') ?? null;
  const organization = targets.find((target) => target.type === 'Organization') ?? null;
  return { organization: organization?.id ?? role?.organization ?? null, role: role?.id ?? null };
}
