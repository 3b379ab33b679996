import { registerEnumType } from 'type-graphql';

/** A FHIR code of administrative gender. */
export type Gender = 'male' | 'female' | 'other' | 'unknown';

/**
 * FHIR's administrative genders as a GraphQL enum; inside, its values are the FHIR codes.
 *
 * @see https://hl7.org/fhir/R4/valueset-administrative-gender.html
 */
export const AdministrativeGender: Readonly<Record<Uppercase<Gender>, Gender>> = {
  MALE: 'male',
  FEMALE: 'female',
  OTHER: 'other',
  UNKNOWN: 'unknown',
};

registerEnumType(AdministrativeGender, {
  name: 'AdministrativeGender',
  description: 'The gender a person has for administrative purposes (FHIR AdministrativeGender).',
  valuesConfig: {
    MALE: { description: 'Male.' },
    FEMALE: { description: 'Female.' },
    OTHER: { description: 'Another gender than male or female.' },
    UNKNOWN: { description: 'Asked for, and not known.' },
  },
});
