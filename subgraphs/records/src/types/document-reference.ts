import type { CodeableConcept, Coding, Identifier, Period } from '@causeway/schema/datatypes';
import { ObjectType } from 'type-graphql';
import { attachment, reference, references } from './datatypes/index.js';
import type { Attachment, Reference } from './datatypes/index.js';
import {
  Element,
  Part,
  coding,
  concept,
  concepts,
  dateTime,
  identifiers,
  list,
  part,
  period,
  text,
} from './elements/index.js';
import type { Encounter } from './encounter.js';
import { KeptAtHome } from './labels.js';
import { EncounterOfRecord, Links, PatientOfRecord } from './links.js';
import type { LinkedRecord, LinkedRecords } from './links.js';
import type { Patient } from './patient.js';
import { RecordBase } from './record-base.js';
import { RecordResource } from './record-resource.js';

/** @see https://hl7.org/fhir/R4/documentreference.html */
@ObjectType({ description: 'The document in one form (FHIR DocumentReference.content).' })
export class DocumentReferenceContent extends Part {
  @Element(attachment, 'The document.')
  readonly attachment!: Attachment | null;

  @Element(coding, 'The rules its form follows.')
  readonly format!: Coding | null;
}

/** @see https://hl7.org/fhir/R4/documentreference.html */
@ObjectType({ description: 'What the document tells of (FHIR DocumentReference.context).' })
export class DocumentReferenceContext extends Part {
  @Element(concepts, 'The main acts it tells of.')
  readonly event!: readonly CodeableConcept[] | null;

  @Element(period, 'The time it tells of.')
  readonly period!: Period | null;

  @Element(concept, 'The kind of place where the patient was cared for.')
  readonly facilityType!: CodeableConcept | null;

  @Element(concept, 'The specialty of those who cared for the patient.')
  readonly practiceSetting!: CodeableConcept | null;
}

/** @see https://hl7.org/fhir/R4/documentreference.html */
@RecordResource('DocumentReference', {
  patient: 'subject',
  code: 'type',
  description:
    'A clinical note or summary, a birth record, a medical certificate or another document (FHIR DocumentReference).',
})
export class DocumentReference extends RecordBase {
  @PatientOfRecord()
  readonly subject!: Patient | null;

  @Element(identifiers, 'Business identifiers, as the source gives them.')
  readonly identifier!: readonly Identifier[] | null;

  @EncounterOfRecord()
  readonly encounter!: LinkedRecord<Encounter>;

  @Element(text, 'preliminary, final, amended or entered-in-error.')
  readonly docStatus!: string | null;

  @Element(concept, 'What kind of document it is.')
  readonly type!: CodeableConcept | null;

  @Element(concepts, 'FHIR `category`: the broad kind of document.', 'category')
  readonly sourceCategory!: readonly CodeableConcept[] | null;

  @Element(dateTime, 'When this reference to the document was made.')
  readonly date!: string | null;

  @KeptAtHome()
  @Element(references, 'FHIR `author`: who wrote it.', 'author')
  readonly writtenBy!: readonly Reference[] | null;

  @KeptAtHome()
  @Element(reference, 'Who vouches for it.')
  readonly authenticator!: Reference | null;

  @Element(reference, 'The organisation that keeps it.')
  readonly custodian!: Reference | null;

  @Links('DocumentReference', 'The documents it replaces, adds to or signs.', 'relatesTo.target')
  readonly relatesTo!: LinkedRecords<DocumentReference>;

  @Element(text, 'What the document is, in words.')
  readonly description!: string | null;

  @Element(list(part(() => DocumentReferenceContent)), 'The document, in each of its forms.')
  readonly content!: readonly DocumentReferenceContent[] | null;

  @Element(part(() => DocumentReferenceContext), 'What the document tells of.')
  readonly context!: DocumentReferenceContext | null;

  @Links('ClinicalRecord', 'Records that belong to the document.', 'context.related')
  readonly related!: LinkedRecords;
}
