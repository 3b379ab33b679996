import type { ClinicalScope } from '@causeway/schema';
import type { SeedRecord } from '../model.js';
import type { About } from './record.js';
import { authorOf, encounterOf, organizationOf, patientOf, record, referenceTo } from './record.js';
import type { Concept } from './terminology.js';
import { hl7, loinc } from './terminology.js';

/** A document in words. No code speaks for words: unless the source labels it, it is unclassified. */
export interface Words {
  readonly title: string;
  readonly text: string;
  /** FHIR instant. */
  readonly date: string | undefined;
}

/** Kinds of notes, by LOINC. */
export const NOTES = {
  consultation: loinc('11488-4', 'Consult note'),
  discharge: loinc('18842-5', 'Discharge summary'),
  progress: loinc('11506-3', 'Progress note'),
  summary: loinc('34133-9', 'Summary of episode note'),
} as const;

/** A clinical note or summary. */
export function clinicalNote(about: About, kind: keyof typeof NOTES, words: Words): SeedRecord {
  return document('CLINICAL_NOTE', about, NOTES[kind], words);
}

/** A record of a birth, in the child's or the mother's record. */
export function birthRecord(about: About, words: Words): SeedRecord {
  return document('BIRTH', about, loinc('57075-4', 'Newborn delivery information'), words);
}

/** A certificate of sick leave. */
export function medicalCertificate(about: About, words: Words): SeedRecord {
  return document('MED_CERT', about, MEDICAL_CERTIFICATE, words);
}

/** No LOINC code is known to us for a certificate of sick leave; SNOMED CT has one for certificates in general. */
const MEDICAL_CERTIFICATE: Concept = {
  coding: [{ system: 'http://snomed.info/sct', code: '772786005', display: 'Medical certificate' }],
  text: 'Sick leave certificate',
};

/** A DocumentReference of a category. @see https://hl7.org/fhir/R4/documentreference.html */
function document(scope: ClinicalScope, about: About, type: Concept, words: Words): SeedRecord {
  const encounter = encounterOf(about);
  return record(about, scope, 'DocumentReference', {
    status: 'current',
    docStatus: 'final',
    type,
    subject: patientOf(about),
    date: words.date,
    author: [authorOf(about)],
    custodian: organizationOf(about),
    description: words.title,
    content: [
      {
        attachment: {
          contentType: 'text/plain; charset=utf-8',
          language: 'en',
          title: words.title,
          data: Buffer.from(words.text, 'utf8').toString('base64'),
        },
      },
    ],
    context: encounter === undefined ? undefined : { encounter: [encounter] },
  });
}

/**
 * Who made another record, and when: for what was deposited from elsewhere.
 *
 * @see https://hl7.org/fhir/R4/provenance.html
 */
export function provenance(about: About, target: SeedRecord, recorded: string): SeedRecord {
  return record(about, target.category, 'Provenance', {
    target: [referenceTo(target.resource.resourceType, target.id)],
    recorded,
    activity: hl7('v3-DataOperation', 'CREATE'),
    agent: [
      {
        type: hl7('provenance-participant-type', 'author'),
        who: authorOf(about),
        onBehalfOf: organizationOf(about),
      },
    ],
  });
}
