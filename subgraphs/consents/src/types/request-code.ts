import { FhirDateTime } from '@causeway/schema/datatypes';
import { wordEnum } from '@causeway/schema/datatypes';
import { Field, ObjectType } from 'type-graphql';
import type { RequestCodeUse as RequestCodeUseWord } from '../tables.js';

/** What a code lets be asked for. */
export const RequestCodeUse = wordEnum<RequestCodeUseWord>(
  'RequestCodeUse',
  'What a code from the patient lets an organisation ask for or do.',
  {
    GRANT: 'A cross-border grant, for an organisation outside Hong Kong.',
    SHARING: 'A sharing consent, for an organisation in Hong Kong.',
    DEPOSIT:
      'To deposit the records of the encounter that is going on, for an organisation outside Hong Kong.',
  },
);

/** A code as it is shown to the patient, once. */
@ObjectType({
  description:
    'A code by which one organisation may ask the patient, once, within ten minutes. It is shown once and kept nowhere.',
})
export class RequestCode {
  @Field(() => String, { description: 'The code, to be read out or typed: `7KQ2-9XTM-4HVD`.' })
  code!: string;

  @Field(() => String, { description: 'The code as a QR code: an SVG document.' })
  qrCode!: string;

  @Field(() => FhirDateTime, { description: 'From when on it is of no use.' })
  expiresAt!: string;
}
