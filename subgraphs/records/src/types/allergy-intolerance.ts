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
import { EncounterOfRecord, PatientOfRecord } from './links.js';
import type { LinkedRecord } from './links.js';
import type { Patient } from './patient.js';
import { RecordBase } from './record-base.js';
import { RecordResource } from './record-resource.js';

/** @see https://hl7.org/fhir/R4/allergyintolerance.html */
@ObjectType({ description: 'One reaction to the substance (FHIR AllergyIntolerance.reaction).' })
export class AllergyIntoleranceReaction extends Part {
  @Element(concept, 'The substance or product that caused this reaction.')
  readonly substance!: CodeableConcept | null;

  @Element(concepts, 'What was seen: hives, wheezing.')
  readonly manifestation!: readonly CodeableConcept[] | null;

  @Element(dateTime, 'When it began.')
  readonly onset!: string | null;

  @Element(text, 'mild, moderate or severe.')
  readonly severity!: string | null;

  @Element(concept, 'How the substance was taken in.')
  readonly exposureRoute!: CodeableConcept | null;
}

/** @see https://hl7.org/fhir/R4/allergyintolerance.html */
@RecordResource('AllergyIntolerance', {
  patient: 'patient',
  code: 'code',
  description:
    'An allergy, an intolerance or an adverse drug reaction, or the statement that none is known (FHIR AllergyIntolerance).',
})
export class AllergyIntolerance extends RecordBase {
  @PatientOfRecord()
  readonly patient!: Patient | null;

  @Element(identifiers, 'Business identifiers, as the source gives them.')
  readonly identifier!: readonly Identifier[] | null;

  @EncounterOfRecord()
  readonly encounter!: LinkedRecord<Encounter>;

  @Element(concept, 'active, inactive or resolved.')
  readonly clinicalStatus!: CodeableConcept | null;

  @Element(concept, 'unconfirmed, confirmed, refuted or entered-in-error.')
  readonly verificationStatus!: CodeableConcept | null;

  @Element(text, 'allergy or intolerance.')
  readonly type!: string | null;

  @Element(list(text), 'FHIR `category`: food, medication, environment or biologic.', 'category')
  readonly sourceCategory!: readonly string[] | null;

  @Element(text, 'The potential harm: low, high or unable-to-assess.')
  readonly criticality!: string | null;

  @Element(concept, 'The substance or product, or the statement that no allergy is known.')
  readonly code!: CodeableConcept | null;

  @Element(dateTime, 'When it was first noticed.')
  readonly onsetDateTime!: string | null;

  @Element(quantity, 'The age at which it was first noticed.')
  readonly onsetAge!: Quantity | null;

  @Element(period, 'The time in which it was first noticed.')
  readonly onsetPeriod!: Period | null;

  @Element(range, 'The ages between which it was first noticed.')
  readonly onsetRange!: Range | null;

  @Element(text, 'When it was first noticed, in words.')
  readonly onsetString!: string | null;

  @Element(dateTime, 'When a reaction last occurred.')
  readonly lastOccurrence!: string | null;

  @KeptAtHome()
  @Element(reference, 'Who recorded it.')
  readonly recorder!: Reference | null;

  @KeptAtHome()
  @Element(reference, 'Who told of it.')
  readonly asserter!: Reference | null;

  @Element(list(part(() => AllergyIntoleranceReaction)), 'The reactions that occurred.')
  readonly reaction!: readonly AllergyIntoleranceReaction[] | null;

  @KeptAtHome()
  @Element(annotations, 'Notes.')
  readonly note!: readonly Annotation[] | null;
}
