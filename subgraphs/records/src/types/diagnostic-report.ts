import type { CodeableConcept, Identifier, Period } from '@causeway/schema/datatypes';
import { attachment, references } from './datatypes/index.js';
import type { Attachment, Reference } from './datatypes/index.js';
import {
  Element,
  concept,
  concepts,
  dateTime,
  identifiers,
  list,
  period,
  text,
} from './elements/index.js';
import type { Encounter } from './encounter.js';
import type { ImagingStudy } from './imaging-study.js';
import { KeptAtHome } from './labels.js';
import { EncounterOfRecord, Links, PatientOfRecord } from './links.js';
import type { LinkedRecord, LinkedRecords } from './links.js';
import type { Observation } from './observation.js';
import type { Patient } from './patient.js';
import { RecordBase } from './record-base.js';
import { RecordResource } from './record-resource.js';

/** @see https://hl7.org/fhir/R4/diagnosticreport.html */
@RecordResource('DiagnosticReport', {
  patient: 'subject',
  code: 'code',
  description:
    'A report of a laboratory, of radiology or of another investigation (FHIR DiagnosticReport).',
})
export class DiagnosticReport extends RecordBase {
  @PatientOfRecord()
  readonly subject!: Patient | null;

  @Element(identifiers, 'Business identifiers, as the source gives them.')
  readonly identifier!: readonly Identifier[] | null;

  @EncounterOfRecord()
  readonly encounter!: LinkedRecord<Encounter>;

  @Links('ClinicalRecord', 'The requests it answers.')
  readonly basedOn!: LinkedRecords;

  @Element(concepts, 'FHIR `category`: the service that made it: LAB, RAD.', 'category')
  readonly sourceCategory!: readonly CodeableConcept[] | null;

  @Element(concept, 'What was investigated.')
  readonly code!: CodeableConcept | null;

  @Element(dateTime, 'When the specimen was taken or the patient investigated.')
  readonly effectiveDateTime!: string | null;

  @Element(period, 'From when until when the patient was investigated.')
  readonly effectivePeriod!: Period | null;

  @Element(dateTime, 'When this version was made available.')
  readonly issued!: string | null;

  @KeptAtHome()
  @Element(references, 'Who is responsible for it.')
  readonly performer!: readonly Reference[] | null;

  @KeptAtHome()
  @Element(references, 'Who drew its conclusions.')
  readonly resultsInterpreter!: readonly Reference[] | null;

  @Element(references, 'The specimens.')
  readonly specimen!: readonly Reference[] | null;

  @Links('Observation', 'The results.')
  readonly result!: LinkedRecords<Observation>;

  @Links('ImagingStudy', 'The images it reports on.')
  readonly imagingStudy!: LinkedRecords<ImagingStudy>;

  @Element(text, 'The conclusion, in words.')
  readonly conclusion!: string | null;

  @Element(concepts, 'The conclusion, in codes.')
  readonly conclusionCode!: readonly CodeableConcept[] | null;

  @KeptAtHome()
  @Element(list(attachment), 'The whole report as issued. It may repeat what other records say.')
  readonly presentedForm!: readonly Attachment[] | null;
}
