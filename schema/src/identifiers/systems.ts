/**
 * The namespaces (FHIR `Identifier.system`) under which this layer keeps business identifiers that no published
 * URI names.
 */
export const IDENTIFIER_SYSTEMS = {
  /** Hong Kong identity card number. */
  hkid: 'https://specs.causeway.health/sid/hkid',
  /** The patient's number in the eHealth system; its format is not published. */
  patientNumber: 'https://specs.causeway.health/sid/patient-number',
  /** Citizen identity number of the Mainland (GB 11643-1999). */
  mainlandId: 'https://specs.causeway.health/sid/mainland-id',
  /** Residence permit for Hong Kong, Macao and Taiwan residents in the Mainland. */
  residencePermit: 'https://specs.causeway.health/sid/residence-permit',
  /** Mainland travel permit for Hong Kong and Macao residents, the Home Return Permit. */
  homeReturnPermit: 'https://specs.causeway.health/sid/home-return-permit',
  /** Number of a Hong Kong healthcare provider in the eHealth system. */
  hcpNumber: 'https://specs.causeway.health/sid/hcp-number',
  /** Number of a Mainland healthcare provider. */
  mainlandProviderNumber: 'https://specs.causeway.health/sid/mainland-provider-number',
  /** Licence or registration of a healthcare professional. */
  licence: 'https://specs.causeway.health/sid/licence',
} as const;
