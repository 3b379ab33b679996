/** What a trial deposits: an allergy of nobody, in the shape of a real one. */
import type { Visit } from '../story/visit-bundle.js';

/** A FHIR R4 bundle of test data. */
export function bundleOfTrial({ patient, organization, encounter }: Visit): object {
  return {
    resourceType: 'Bundle',
    type: 'collection',
    entry: [
      {
        fullUrl: 'urn:uuid:7d3f3c52-5f0e-4c25-9b55-8d1d2a8f0b01',
        resource: {
          resourceType: 'AllergyIntolerance',
          clinicalStatus: {
            coding: [
              {
                system: 'http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical',
                code: 'active',
              },
            ],
          },
          code: {
            coding: [
              {
                system: 'http://snomed.info/sct',
                code: '91936005',
                display: 'Allergy to penicillin',
              },
            ],
          },
          patient: { reference: `Patient/${patient}` },
          encounter: { reference: `Encounter/${encounter}` },
          recordedDate: new Date().toISOString(),
          recorder: { reference: `Organization/${organization}` },
        },
      },
    ],
  };
}
