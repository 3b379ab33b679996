import { PERSONAS, personaNamed } from '@causeway/seeds/personas';
import type { PersonaClaims } from '@causeway/seeds/personas';
import { nearest } from './nearest.js';
import { StartError } from './program.js';

/** Nobody of that name is known. */
export class UnknownPersonaError extends StartError {
  constructor(name: string) {
    const names = PERSONAS.map((persona) => persona.name);
    const near = nearest(name, names);
    const hint =
      near.length > 0 ? `Did you mean ${near.join(', ')}?` : `There are ${names.join(', ')}.`;
    super(
      `There is no persona ${JSON.stringify(name)}. ${hint}\nFor an imported patient: patient:ID`,
    );
    this.name = 'UnknownPersonaError';
  }
}

/** There is no such patient to speak for. */
export class UnknownPatientTokenError extends StartError {
  constructor(id: string) {
    super(
      `There is no patient with the id ${JSON.stringify(id)}. The report of an import lists the ids.`,
    );
    this.name = 'UnknownPatientTokenError';
  }
}

const PATIENT = 'patient:';

/**
 * The claims of a persona by name, or of any patient as `patient:ID`.
 *
 * @throws UnknownPersonaError or UnknownPatientTokenError if there is nobody of that name or id
 */
export async function claimsFor(
  name: string,
  isPatient: (id: string) => Promise<boolean>,
): Promise<PersonaClaims> {
  const persona = personaNamed(name);
  if (persona !== undefined) return persona.claims;
  if (!name.startsWith(PATIENT)) throw new UnknownPersonaError(name);
  const id = name.slice(PATIENT.length);
  if (!(await isPatient(id))) throw new UnknownPatientTokenError(id);
  return {
    sub: `patient-${id}`,
    client_id: 'ehealth-app',
    fhirUser: `Patient/${id}`,
    purpose_of_use: ['PATRQT'],
  };
}

/** The claims of somebody's own token, which is bound to no grant: sessions under grants are opened with it. */
export function claimsWithoutGrant(claims: PersonaClaims): PersonaClaims {
  const own: Omit<PersonaClaims, 'grant'> & { grant?: string } = { ...claims };
  delete own.grant;
  return own;
}
