import { ID_DESCRIPTION, Identifier } from '@causeway/schema/datatypes';
import { Key, Open } from '@causeway/schema/decorators';
import { Field, ID, ObjectType } from 'type-graphql';
import { LocalisedText } from './localised-text.js';
import { Organization } from './organization.js';
import { Recognition } from './recognition.js';

/** A public health record system outside Hong Kong. */
@Key('id')
@Open()
@ObjectType('PublicHealthRecordSystem', {
  description:
    'A public health record system outside Hong Kong, which acts for its member organisations.',
})
export class PublicHealthRecordSystem {
  @Field(() => ID, { description: ID_DESCRIPTION })
  id!: string;

  @Field(() => [Identifier], { description: 'Business identifiers.' })
  identifier!: Identifier[];

  @Field(() => [LocalisedText], {
    description: 'Its names, one for each script they are written in.',
  })
  names!: LocalisedText[];

  @Field(() => Organization, { nullable: true, description: 'The organisation that operates it.' })
  operator?: Organization | null;

  @Field(() => String, { description: 'Its jurisdiction (ISO 3166-2): `CN-GD`.' })
  jurisdiction!: string;

  @Field(() => String, { nullable: true, description: 'The URL at which it is reached.' })
  endpoint?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The URL at which the keys are published that it signs with.',
  })
  trustAnchor?: string | null;

  @Field(() => [Organization], { description: 'The organisations it acts for.' })
  members!: Organization[];

  @Field(() => Recognition, {
    nullable: true,
    description: 'Its recognition, or the last one; null for one that never applied.',
  })
  recognition?: Recognition | null;
}
