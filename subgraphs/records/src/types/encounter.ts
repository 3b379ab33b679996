import type { CodeableConcept, Coding, Identifier, Period } from '@causeway/schema/datatypes';
import { Consent } from '@causeway/schema/decorators';
import { Ctx, Field } from 'type-graphql';
import type { RecordsContext } from '../context.js';
import { objectsOf } from '../fhir/elements.js';
import type { Appointment } from './appointment.js';
import { quantity, reference } from './datatypes/index.js';
import type { Quantity, Reference } from './datatypes/index.js';
import {
  EncounterDiagnosis,
  EncounterHospitalization,
  EncounterLocation,
  EncounterParticipant,
  EncounterStatusHistory,
} from './encounter-parts.js';
import {
  Element,
  coding,
  concept,
  concepts,
  identifiers,
  list,
  part,
  period,
} from './elements/index.js';
import { KeptAtHome, TellsOf } from './labels.js';
import { Link, Links, PatientOfRecord } from './links.js';
import type { LinkedRecord, LinkedRecords } from './links.js';
import type { Patient } from './patient.js';
import { RecordBase } from './record-base.js';
import { RecordResource } from './record-resource.js';
import { recordOf } from './registry.js';

/** @see https://hl7.org/fhir/R4/encounter.html */
@RecordResource('Encounter', {
  patient: 'subject',
  code: 'type',
  description: 'A stay, a visit or another contact with a healthcare provider (FHIR Encounter).',
})
export class Encounter extends RecordBase {
  @PatientOfRecord()
  readonly subject!: Patient | null;

  @Element(identifiers, 'Business identifiers, as the source gives them.')
  readonly identifier!: readonly Identifier[] | null;

  @Element(list(part(() => EncounterStatusHistory)), 'The statuses it had before.')
  readonly statusHistory!: readonly EncounterStatusHistory[] | null;

  @Element(coding, 'The class: `AMB`, ambulatory; `IMP`, inpatient; `EMER`, emergency.')
  readonly class!: Coding | null;

  @Element(concepts, 'What kind of encounter it was.')
  readonly type!: readonly CodeableConcept[] | null;

  @Element(concept, 'The service: cardiology.')
  readonly serviceType!: CodeableConcept | null;

  @Element(concept, 'How urgent it was.')
  readonly priority!: CodeableConcept | null;

  @Links('ClinicalRecord', 'The requests it was made for.')
  readonly basedOn!: LinkedRecords;

  @KeptAtHome()
  @Element(list(part(() => EncounterParticipant)), 'Who took part besides the patient.')
  readonly participant!: readonly EncounterParticipant[] | null;

  @Links('Appointment', 'The appointments that led to it.')
  readonly appointment!: LinkedRecords<Appointment>;

  @Element(period, 'From when until when.')
  readonly period!: Period | null;

  @Element(quantity, 'How long it was, less the time the patient was away.')
  readonly length!: Quantity | null;

  @TellsOf('DIAGNOSIS')
  @Element(concepts, 'Why the patient came. A diagnosis by another door, so labelled as one.')
  readonly reasonCode!: readonly CodeableConcept[] | null;

  @Links('ClinicalRecord', 'The records that say why the patient came.')
  readonly reasonReference!: LinkedRecords;

  @Element(part(() => EncounterHospitalization), 'Admission and discharge.')
  readonly hospitalization!: EncounterHospitalization | null;

  @Element(list(part(() => EncounterLocation)), 'Where the patient was.')
  readonly location!: readonly EncounterLocation[] | null;

  @Element(reference, 'The organisation responsible for it.')
  readonly serviceProvider!: Reference | null;

  @Link('Encounter', 'The longer encounter it is a part of.')
  readonly partOf!: LinkedRecord<Encounter>;

  @Consent('DIAGNOSIS')
  @Field(() => [EncounterDiagnosis], {
    nullable: true,
    description: 'The diagnoses of the encounter: those whose Condition is there for the caller.',
  })
  async diagnosis(@Ctx() context: RecordsContext): Promise<readonly EncounterDiagnosis[]> {
    const stated = objectsOf(this.elements['diagnosis']);
    const links = await context.loaders.linkedBy('diagnosis.condition').load(this.id);
    return links
      .filter(({ row }) => row.type === 'Condition')
      .map(
        ({ row, position }) =>
          new EncounterDiagnosis(stated[position] ?? {}, recordOf(row, context)),
      );
  }
}
