import type { CodeableConcept, Period } from '@causeway/schema/datatypes';
import { ObjectType } from 'type-graphql';
import { reference } from './datatypes/index.js';
import type { Reference } from './datatypes/index.js';
import {
  Element,
  Part,
  concept,
  concepts,
  dateTime,
  list,
  part,
  period,
  text,
} from './elements/index.js';
import { KeptAtHome } from './labels.js';
import { Links, PatientOfRecord } from './links.js';
import type { LinkedRecords } from './links.js';
import type { Patient } from './patient.js';
import { RecordBase } from './record-base.js';
import { RecordResource } from './record-resource.js';

/** @see https://hl7.org/fhir/R4/provenance.html */
@ObjectType({ description: 'Somebody who took part (FHIR Provenance.agent).' })
export class ProvenanceAgent extends Part {
  @Element(concept, 'How they took part: author, verifier, transmitter.')
  readonly type!: CodeableConcept | null;

  @Element(concepts, 'In which role.')
  readonly role!: readonly CodeableConcept[] | null;

  @Element(reference, 'Who it was.')
  readonly who!: Reference | null;

  @Element(reference, 'For whom they acted.')
  readonly onBehalfOf!: Reference | null;
}

/** @see https://hl7.org/fhir/R4/provenance.html */
@RecordResource('Provenance', {
  patient: 'patient',
  description:
    'Who made or changed records, when and why; of the category of the records it is about (FHIR Provenance).',
})
export class Provenance extends RecordBase {
  @PatientOfRecord()
  readonly patient!: Patient | null;

  @Links('ClinicalRecord', 'The records it is about.')
  readonly target!: LinkedRecords;

  @Element(dateTime, 'When it happened.')
  readonly occurredDateTime!: string | null;

  @Element(period, 'From when until when it happened.')
  readonly occurredPeriod!: Period | null;

  @Element(list(text), 'The policies it followed, as URIs.')
  readonly policy!: readonly string[] | null;

  @Element(reference, 'Where it happened.')
  readonly location!: Reference | null;

  @Element(concepts, 'Why it happened.')
  readonly reason!: readonly CodeableConcept[] | null;

  @Element(concept, 'What happened: the record was made, changed, signed.')
  readonly activity!: CodeableConcept | null;

  @KeptAtHome()
  @Element(list(part(() => ProvenanceAgent)), 'Who took part.')
  readonly agent!: readonly ProvenanceAgent[] | null;
}
