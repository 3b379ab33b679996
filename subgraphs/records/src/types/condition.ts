import type { CodeableConcept, Identifier, Period } from '@causeway/schema/datatypes';
import { ObjectType } from 'type-graphql';
import { annotations, quantity, range, reference } from './datatypes/index.js';
import type { Annotation, Quantity, Range, Reference } from './datatypes/index.js';
import {
  Element,
  Part,
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

/** @see https://hl7.org/fhir/R4/condition.html */
@ObjectType({ description: 'A stage or grade of the condition (FHIR Condition.stage).' })
export class ConditionStage extends Part {
  @Element(concept, 'The stage: `Stage 3`.')
  readonly summary!: CodeableConcept | null;

  @Element(concept, 'The kind of staging: pathological or clinical.')
  readonly type!: CodeableConcept | null;
}

/** @see https://hl7.org/fhir/R4/condition.html */
@ObjectType({ description: 'What the condition was concluded from (FHIR Condition.evidence).' })
export class ConditionEvidence extends Part {
  @Element(concepts, 'Signs and symptoms.')
  readonly code!: readonly CodeableConcept[] | null;
}

/** @see https://hl7.org/fhir/R4/condition.html */
@RecordResource('Condition', {
  patient: 'subject',
  code: 'code',
  description:
    'A diagnosis or another problem, of Western or of Chinese medicine (FHIR Condition).',
})
export class Condition extends RecordBase {
  @PatientOfRecord()
  readonly subject!: Patient | null;

  @Element(identifiers, 'Business identifiers, as the source gives them.')
  readonly identifier!: readonly Identifier[] | null;

  @EncounterOfRecord()
  readonly encounter!: LinkedRecord<Encounter>;

  @Element(concept, 'active, recurrence, relapse, inactive, remission or resolved.')
  readonly clinicalStatus!: CodeableConcept | null;

  @Element(
    concept,
    'unconfirmed, provisional, differential, confirmed, refuted or entered-in-error.',
  )
  readonly verificationStatus!: CodeableConcept | null;

  @Element(concepts, 'FHIR `category`: problem-list-item or encounter-diagnosis.', 'category')
  readonly sourceCategory!: readonly CodeableConcept[] | null;

  @Element(concept, 'How severe it is, as judged by a clinician.')
  readonly severity!: CodeableConcept | null;

  @Element(concept, 'The condition.')
  readonly code!: CodeableConcept | null;

  @Element(concepts, 'Where in the body.')
  readonly bodySite!: readonly CodeableConcept[] | null;

  @Element(dateTime, 'When it began.')
  readonly onsetDateTime!: string | null;

  @Element(quantity, 'The age at which it began.')
  readonly onsetAge!: Quantity | null;

  @Element(period, 'The time in which it began.')
  readonly onsetPeriod!: Period | null;

  @Element(range, 'The ages between which it began.')
  readonly onsetRange!: Range | null;

  @Element(text, 'When it began, in words.')
  readonly onsetString!: string | null;

  @Element(dateTime, 'When it ended.')
  readonly abatementDateTime!: string | null;

  @Element(quantity, 'The age at which it ended.')
  readonly abatementAge!: Quantity | null;

  @Element(period, 'The time in which it ended.')
  readonly abatementPeriod!: Period | null;

  @Element(range, 'The ages between which it ended.')
  readonly abatementRange!: Range | null;

  @Element(text, 'When it ended, in words.')
  readonly abatementString!: string | null;

  @KeptAtHome()
  @Element(reference, 'Who recorded it.')
  readonly recorder!: Reference | null;

  @KeptAtHome()
  @Element(reference, 'Who told of it.')
  readonly asserter!: Reference | null;

  @Element(list(part(() => ConditionStage)), 'Stages and grades.')
  readonly stage!: readonly ConditionStage[] | null;

  @Element(list(part(() => ConditionEvidence)), 'The signs and symptoms it was concluded from.')
  readonly evidence!: readonly ConditionEvidence[] | null;

  @Links('ClinicalRecord', 'The records it was concluded from.', 'evidence.detail')
  readonly evidenceDetail!: LinkedRecords;

  @KeptAtHome()
  @Element(annotations, 'Notes.')
  readonly note!: readonly Annotation[] | null;
}
