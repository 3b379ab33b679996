import { wordEnum } from '@causeway/schema/datatypes';
import type { CodeableConcept, Coding, Identifier } from '@causeway/schema/datatypes';
import { Field, ObjectType } from 'type-graphql';
import { annotations, reference, references } from './datatypes/index.js';
import type { Annotation, Reference } from './datatypes/index.js';
import {
  Element,
  Part,
  coding,
  concepts,
  dateTime,
  identifiers,
  integer,
  list,
  part,
  text,
} from './elements/index.js';
import type { Encounter } from './encounter.js';
import { KeptAtHome, TellsOf } from './labels.js';
import { EncounterOfRecord, Link, Links, PatientOfRecord } from './links.js';
import type { LinkedRecord, LinkedRecords } from './links.js';
import type { Patient } from './patient.js';
import type { Procedure } from './procedure.js';
import { RecordBase } from './record-base.js';
import { RecordResource } from './record-resource.js';

/** What may be done with images. */
export const ImageAction = wordEnum('ImageAction', 'What the caller may do with images.', {
  VIEW: 'Look at them where they are kept.',
  DOWNLOAD: 'Take them away.',
});

/** @see https://hl7.org/fhir/R4/imagingstudy.html */
@ObjectType({ description: 'One image or other object (FHIR ImagingStudy.series.instance).' })
export class ImagingStudySeriesInstance extends Part {
  @Element(text, 'The DICOM SOP instance UID.')
  readonly uid!: string | null;

  @Element(coding, 'The DICOM SOP class.')
  readonly sopClass!: Coding | null;

  @Element(integer, 'Its number within the series.')
  readonly number!: number | null;

  @Element(text, 'What it is.')
  readonly title!: string | null;
}

/** @see https://hl7.org/fhir/R4/imagingstudy.html */
@ObjectType({ description: 'Images made in one go (FHIR ImagingStudy.series).' })
export class ImagingStudySeries extends Part {
  @Element(text, 'The DICOM series instance UID.')
  readonly uid!: string | null;

  @Element(integer, 'Its number within the study.')
  readonly number!: number | null;

  @Element(coding, 'How the images were made: `CT`, `MR`, `DX`.')
  readonly modality!: Coding | null;

  @Element(integer, 'How many instances there are.')
  readonly numberOfInstances!: number | null;

  @Element(coding, 'What part of the body was examined.')
  readonly bodySite!: Coding | null;

  @Element(coding, 'Which side of the body.')
  readonly laterality!: Coding | null;

  @Element(dateTime, 'When it was begun.')
  readonly started!: string | null;

  @Element(list(part(() => ImagingStudySeriesInstance)), 'The images.')
  readonly instance!: readonly ImagingStudySeriesInstance[] | null;
}

/** @see https://hl7.org/fhir/R4/imagingstudy.html */
@RecordResource('ImagingStudy', {
  patient: 'subject',
  code: 'procedureCode',
  description: 'The images of one examination (FHIR ImagingStudy).',
})
export class ImagingStudy extends RecordBase {
  @PatientOfRecord()
  readonly subject!: Patient | null;

  @Element(identifiers, 'Business identifiers, as the source gives them.')
  readonly identifier!: readonly Identifier[] | null;

  @EncounterOfRecord()
  readonly encounter!: LinkedRecord<Encounter>;

  @Element(list(coding), 'How the images were made: `CT`, `MR`, `DX`.')
  readonly modality!: readonly Coding[] | null;

  @Element(dateTime, 'When it was begun.')
  readonly started!: string | null;

  @Links('ClinicalRecord', 'The requests it was made for.')
  readonly basedOn!: LinkedRecords;

  @KeptAtHome()
  @Element(reference, 'Who asked for it.')
  readonly referrer!: Reference | null;

  @KeptAtHome()
  @Element(references, 'Who read the images.')
  readonly interpreter!: readonly Reference[] | null;

  @Element(integer, 'How many series there are.')
  readonly numberOfSeries!: number | null;

  @Element(integer, 'How many images there are.')
  readonly numberOfInstances!: number | null;

  @Link('Procedure', 'The procedure by which the images were made.')
  readonly procedureReference!: LinkedRecord<Procedure>;

  @Element(concepts, 'What was examined and how.')
  readonly procedureCode!: readonly CodeableConcept[] | null;

  @Element(reference, 'Where it was done.')
  readonly location!: Reference | null;

  @TellsOf('DIAGNOSIS')
  @Element(concepts, 'Why it was done. A diagnosis by another door, so labelled as one.')
  readonly reasonCode!: readonly CodeableConcept[] | null;

  @Links('ClinicalRecord', 'The records that say why it was done.')
  readonly reasonReference!: LinkedRecords;

  @KeptAtHome()
  @Element(text, 'What the study is, in words.')
  readonly description!: string | null;

  @Element(list(part(() => ImagingStudySeries)), 'The series of images.')
  readonly series!: readonly ImagingStudySeries[] | null;

  @KeptAtHome()
  @Element(annotations, 'Notes.')
  readonly note!: readonly Annotation[] | null;

  @Field(() => [ImageAction], {
    description: 'What the caller may do with the images under the permit of this request.',
  })
  get permittedActions(): readonly (keyof typeof ImageAction)[] {
    const isViewOnly = this.permit.obligations.includes('NO_IMAGE_DOWNLOAD');
    return isViewOnly ? ['VIEW'] : ['VIEW', 'DOWNLOAD'];
  }
}
