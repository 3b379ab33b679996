/** What an invented visit brings: a report on a chest X-ray, and the study it reports on. */

/** Whom and what the visit is of, by the ids of the graph. */
export interface Visit {
  readonly patient: string;
  readonly organization: string;
  readonly encounter: string;
}

const STUDY = 'urn:uuid:6f1c7f0e-4a53-4f3b-9d0b-0f6f5f2d9a01';
const REPORT = 'urn:uuid:6f1c7f0e-4a53-4f3b-9d0b-0f6f5f2d9a02';

/** A FHIR R4 bundle with the records of a visit that takes place now: newer than all that the invented world holds. */
export function visitBundle({ patient, organization, encounter }: Visit): object {
  const performed = new Date().toISOString();
  const ofVisit = {
    subject: { reference: `Patient/${patient}` },
    encounter: { reference: `Encounter/${encounter}` },
  };
  return {
    resourceType: 'Bundle',
    type: 'collection',
    entry: [
      {
        fullUrl: STUDY,
        resource: {
          resourceType: 'ImagingStudy',
          status: 'available',
          ...ofVisit,
          started: performed,
          modality: [{ system: 'http://dicom.nema.org/resources/ontology/DCM', code: 'DX' }],
          procedureCode: [CHEST_XRAY],
          numberOfSeries: 1,
          numberOfInstances: 1,
          series: [
            {
              uid: '2.25.144730281237283742837428374283742',
              modality: { system: 'http://dicom.nema.org/resources/ontology/DCM', code: 'DX' },
              instance: [
                {
                  uid: '2.25.144730281237283742837428374283743',
                  sopClass: {
                    system: 'urn:ietf:rfc:3986',
                    code: 'urn:oid:1.2.840.10008.5.1.4.1.1.1.1',
                  },
                },
              ],
            },
          ],
        },
      },
      {
        fullUrl: REPORT,
        resource: {
          resourceType: 'DiagnosticReport',
          status: 'final',
          ...ofVisit,
          category: [
            {
              coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v2-0074', code: 'RAD' }],
            },
          ],
          code: CHEST_XRAY,
          effectiveDateTime: performed,
          performer: [{ reference: `Organization/${organization}` }],
          imagingStudy: [{ reference: STUDY }],
          conclusion: 'No acute findings (invented).',
        },
      },
    ],
  };
}

const CHEST_XRAY = {
  coding: [{ system: 'http://loinc.org', code: '36643-5', display: 'XR Chest 2 Views' }],
  text: 'Chest X-ray',
};
