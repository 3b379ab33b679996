import type { SharableCategory } from '@causeway/client';
import type { SeenPatient } from './read-record.js';

/** A part of the record that consent is given to by itself. */
export interface Section {
  readonly title: string;
  readonly scope: SharableCategory;
  /** The field of the patient that it stands in. */
  readonly field: keyof SeenPatient;
  /** A line for each entry; null where it is refused. */
  readonly lines: (patient: SeenPatient) => readonly string[] | null;
}

/** Every section, in the order of the page. */
export const SECTIONS: readonly Section[] = [
  {
    title: 'Allergies',
    scope: 'ALLERGY_ADR',
    field: 'allergyIntolerances',
    lines: ({ allergyIntolerances }) =>
      linesOf(allergyIntolerances, ({ code, recordedDate }) => [code?.text, recordedDate]),
  },
  {
    title: 'Medication',
    scope: 'MEDICATION',
    field: 'medicationRequests',
    lines: ({ medicationRequests }) =>
      linesOf(medicationRequests, (one) => [one.medicationCodeableConcept?.text, one.authoredOn]),
  },
  {
    title: 'Laboratory reports',
    scope: 'LAB_REPORT',
    field: 'laboratoryReports',
    lines: ({ laboratoryReports }) =>
      linesOf(laboratoryReports, (one) => [one.code?.text, one.clinicalDate, one.conclusion]),
  },
  {
    title: 'Diagnoses',
    scope: 'DIAGNOSIS',
    field: 'conditions',
    lines: ({ conditions }) =>
      linesOf(conditions, ({ code, recordedDate }) => [code?.text, recordedDate]),
  },
  {
    title: 'Images',
    scope: 'RAD_IMAGE',
    field: 'imagingStudies',
    lines: ({ imagingStudies }) =>
      linesOf(imagingStudies, ({ description, started }) => [description, started]),
  },
];

interface Connection<Node> {
  readonly edges: readonly { readonly node: Node | null }[];
}

function linesOf<Node>(
  connection: Connection<Node> | null,
  partsOf: (node: Node) => readonly (string | null | undefined)[],
): readonly string[] | null {
  if (connection === null) return null;
  return connection.edges.flatMap(({ node }) =>
    node === null
      ? []
      : [
          partsOf(node)
            .filter((part) => part != null)
            .join(' · '),
        ],
  );
}
