import type { CodeableConcept, Identifier, Period } from '@causeway/schema/datatypes';
import { annotations, quantity, reference, references } from './datatypes/index.js';
import type { Annotation, Quantity, Reference } from './datatypes/index.js';
import {
  Element,
  concept,
  concepts,
  dateTime,
  flag,
  identifier,
  identifiers,
  period,
  text,
} from './elements/index.js';
import type { Encounter } from './encounter.js';
import { KeptAtHome, TellsOf } from './labels.js';
import { EncounterOfRecord, Links, PatientOfRecord } from './links.js';
import type { LinkedRecord, LinkedRecords } from './links.js';
import type { Patient } from './patient.js';
import { RecordBase } from './record-base.js';
import { RecordResource } from './record-resource.js';

/** @see https://hl7.org/fhir/R4/servicerequest.html */
@RecordResource('ServiceRequest', {
  patient: 'subject',
  code: 'code',
  description: 'A referral or another request for a service (FHIR ServiceRequest).',
})
export class ServiceRequest extends RecordBase {
  @PatientOfRecord()
  readonly subject!: Patient | null;

  @Element(identifiers, 'Business identifiers, as the source gives them.')
  readonly identifier!: readonly Identifier[] | null;

  @EncounterOfRecord()
  readonly encounter!: LinkedRecord<Encounter>;

  @Links('ClinicalRecord', 'The requests it follows from.')
  readonly basedOn!: LinkedRecords;

  @Links('ServiceRequest', 'The requests it replaces.')
  readonly replaces!: LinkedRecords<ServiceRequest>;

  @Element(identifier, 'The identifier of the group of requests it belongs to.')
  readonly requisition!: Identifier | null;

  @Element(
    text,
    'proposal, plan, directive, order, original-order, reflex-order or another intent.',
  )
  readonly intent!: string | null;

  @Element(concepts, 'FHIR `category`: the kind of service.', 'category')
  readonly sourceCategory!: readonly CodeableConcept[] | null;

  @Element(text, 'routine, urgent, asap or stat.')
  readonly priority!: string | null;

  @Element(flag, 'True where the service is not to be given.')
  readonly doNotPerform!: boolean | null;

  @Element(concept, 'What is asked for.')
  readonly code!: CodeableConcept | null;

  @Element(concepts, 'More about what is asked for.')
  readonly orderDetail!: readonly CodeableConcept[] | null;

  @Element(quantity, 'How much is asked for.')
  readonly quantityQuantity!: Quantity | null;

  @Element(dateTime, 'When it is to happen.')
  readonly occurrenceDateTime!: string | null;

  @Element(period, 'From when until when it is to happen.')
  readonly occurrencePeriod!: Period | null;

  @Element(dateTime, 'When it was written.')
  readonly authoredOn!: string | null;

  @KeptAtHome()
  @Element(reference, 'Who asks.')
  readonly requester!: Reference | null;

  @Element(concept, 'The profession or specialty that is asked.')
  readonly performerType!: CodeableConcept | null;

  @KeptAtHome()
  @Element(references, 'Who is asked.')
  readonly performer!: readonly Reference[] | null;

  @Element(concepts, 'Where it is to happen.')
  readonly locationCode!: readonly CodeableConcept[] | null;

  @TellsOf('DIAGNOSIS')
  @Element(concepts, 'Why it is asked for. A diagnosis by another door, so labelled as one.')
  readonly reasonCode!: readonly CodeableConcept[] | null;

  @Links('ClinicalRecord', 'The records that say why it is asked for.')
  readonly reasonReference!: LinkedRecords;

  @Links('ClinicalRecord', 'Records that help those who are asked.')
  readonly supportingInfo!: LinkedRecords;

  @Element(references, 'The specimens.')
  readonly specimen!: readonly Reference[] | null;

  @Element(concepts, 'Where on the body.')
  readonly bodySite!: readonly CodeableConcept[] | null;

  @KeptAtHome()
  @Element(annotations, 'Notes.')
  readonly note!: readonly Annotation[] | null;

  @KeptAtHome()
  @Element(text, 'What the patient is told, in words.')
  readonly patientInstruction!: string | null;
}
