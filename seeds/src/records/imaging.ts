import { createHash } from 'node:crypto';
import type { SeedRecord } from '../model.js';
import type { About } from './record.js';
import { encounterOf, organizationOf, patientOf, record, recordId, authorOf } from './record.js';
import type { Concept } from './terminology.js';
import { SYSTEMS } from './terminology.js';

const MODALITIES = {
  DX: 'Digital Radiography',
  CT: 'Computed Tomography',
  MR: 'Magnetic Resonance',
  US: 'Ultrasound',
  MG: 'Mammography',
} as const;

/** What an imaging study states. */
export interface Study {
  readonly modality: keyof typeof MODALITIES;
  readonly what: Concept;
  /** FHIR dateTime. */
  readonly started: string | undefined;
  readonly images?: number;
}

/**
 * An imaging study; the images themselves are nowhere.
 *
 * @see https://hl7.org/fhir/R4/imagingstudy.html
 */
export function imagingStudy(
  about: About,
  { modality, what, started, images = 2 }: Study,
): SeedRecord {
  const id = recordId(about.patient.slug, about.name);
  const coded = { system: SYSTEMS.dicom, code: modality, display: MODALITIES[modality] };
  return record(about, 'RAD_IMAGE', 'ImagingStudy', {
    identifier: [{ system: 'urn:dicom:uid', value: `urn:oid:${uid(id, 'study')}` }],
    status: 'available',
    modality: [coded],
    subject: patientOf(about),
    encounter: encounterOf(about),
    started,
    interpreter: [authorOf(about)],
    numberOfSeries: 1,
    numberOfInstances: images,
    procedureCode: [what],
    description: what.text,
    series: [
      {
        uid: uid(id, 'series'),
        number: 1,
        modality: coded,
        description: what.text,
        numberOfInstances: images,
        started,
        performer: [{ actor: organizationOf(about) }],
      },
    ],
  });
}

/** A DICOM UID below 2.25, where those derived from UUIDs live. */
function uid(id: string, part: string): string {
  const digest = createHash('sha256').update(`${id}/${part}`).digest('hex').slice(0, 30);
  return `2.25.${BigInt(`0x${digest}`).toString()}`;
}
