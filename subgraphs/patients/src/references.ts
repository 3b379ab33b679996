import type { ReferenceResolver } from '@causeway/kit';
import { mayReadDomestic, presenceOf } from './context.js';
import type { PatientsContext } from './context.js';
import type { PatientRecord, RelatedPersonRecord } from './repository/reads.js';

/** The patient of an id, null without a permit or where nobody has that id. */
export async function patientById(
  id: string,
  context: PatientsContext,
): Promise<PatientRecord | null> {
  return presenceOf(context, id) === undefined ? null : context.loaders.patients.load(id);
}

/** The related person of an id, null where the patient's permit does not cover them, or nobody has that id. */
export async function relatedPersonById(
  id: string,
  context: PatientsContext,
): Promise<RelatedPersonRecord | null> {
  const person = await context.loaders.relatedPersons.load(id);
  return person !== null && mayReadDomestic(context, person.patient) ? person : null;
}

/** The entities of this subgraph by reference. */
export const references: Readonly<Record<string, ReferenceResolver<PatientsContext>>> = {
  Patient: ({ id }, context) => patientById(id, context),
  RelatedPerson: ({ id }, context) => relatedPersonById(id, context),
};
