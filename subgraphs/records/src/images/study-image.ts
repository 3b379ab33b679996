import { ID_DESCRIPTION } from '@causeway/schema/datatypes';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { ImageMediaType } from './media-types.js';
import type { PatientImage } from '../repository/images.js';

/** An image of an ImagingStudy. */
@ObjectType({
  description:
    'An image in full resolution. `POST /images/links` gives short-lived links to look at it and to take it away.',
})
export class StudyImage {
  readonly #image: PatientImage;
  readonly #abroad: boolean;

  constructor(image: PatientImage, abroad: boolean) {
    this.#image = image;
    this.#abroad = abroad;
  }

  @Field(() => ID, { description: ID_DESCRIPTION })
  get id(): string {
    return this.#image.id;
  }

  @Field(() => String, {
    nullable: true,
    description: 'The DICOM SOP instance UID of the instance that it is, where the study lists it.',
  })
  get instance(): string | null {
    return this.#image.instance;
  }

  @Field(() => String, {
    description: 'What it was deposited as: `application/dicom`, `image/png` or `image/jpeg`.',
  })
  get mediaType(): ImageMediaType {
    return this.#image.mediaType;
  }

  @Field(() => Int, { description: 'How many frames can be looked at.' })
  get frames(): number {
    return this.#image.frames;
  }

  @Field(() => Int, { description: 'How large the deposited file is, in bytes.' })
  get size(): number {
    return this.#image.size;
  }

  @Field(() => String, {
    nullable: true,
    description:
      'SHA-256 of the deposited file, in hex; null abroad, since another file leaves Hong Kong, without what names persons.',
  })
  get digest(): string | null {
    return this.#abroad ? null : this.#image.digest;
  }
}
