import { FhirDateTime } from '@causeway/schema/datatypes';
import { Field, ObjectType } from 'type-graphql';

/** The secure link of a grant as it is shown, once. */
@ObjectType({
  description:
    'The secure link of a cross-border grant. It is shown once; its passcode goes to the patient by a notice of its own.',
})
export class IssuedLink {
  @Field(() => String, {
    description: 'The link, in the shape of a SMART Health Link; the secret stands behind the `#`.',
  })
  link!: string;

  @Field(() => String, { description: 'The link as a QR code: an SVG document.' })
  qrCode!: string;

  @Field(() => FhirDateTime, {
    description:
      'From when on it cannot be redeemed any more: a day from now, or the end of the grant.',
  })
  expiresAt!: string;
}
