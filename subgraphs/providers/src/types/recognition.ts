import { OFFICE_ROLES } from '@causeway/schema';
import type { RecognitionFact } from '@causeway/schema';
import { FhirDateTime, ID_DESCRIPTION, Period } from '@causeway/schema/datatypes';
import { Key, Open, RequiresScopes } from '@causeway/schema/decorators';
import { Field, ID, ObjectType, createUnionType } from 'type-graphql';
import { InstrumentType, RecognitionCategory, RecognitionStatus } from '../enums.js';
import type {
  InstrumentType as InstrumentWord,
  RecognitionCategory as CategoryWord,
} from '../tables.js';
import { Organization } from './organization.js';
import { PublicHealthRecordSystem } from './public-health-record-system.js';

/** What can be recognised. Its members resolve to rows with a `__typename`. */
export const RecognitionSubject = createUnionType({
  name: 'RecognitionSubject',
  description:
    'What can be recognised: a healthcare provider or a public health record system outside Hong Kong.',
  types: () => [Organization, PublicHealthRecordSystem] as const,
  resolveType: (value: object) => ('__typename' in value ? String(value.__typename) : undefined),
});

/** A condition of a recognition. */
@ObjectType({
  description: 'A condition that a recognition is subject to, evaluated at every access.',
})
export class RecognitionCondition {
  @Field(() => String, {
    description:
      'The kind of condition: `ALLOWED_SCOPES`, `MAX_LOOKBACK`. Kinds that are not known here are shown too.',
  })
  kind!: string;

  @Field(() => String, { description: 'The value, in the form its kind asks for.' })
  value!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'What conditions of the kind say; null for a kind that is not known here, which denies every access.',
  })
  meaning?: string | null;
}

/** What a recognition rests on. */
@ObjectType({ description: 'The instrument a recognition rests on.' })
export class RecognitionInstrument {
  @Field(() => InstrumentType, { description: 'The kind of instrument.' })
  type!: InstrumentWord;

  @Field(() => String, {
    description: 'The filing number of the contract, or the reference of the memorandum.',
  })
  reference!: string;
}

/** A state of a recognition. */
@ObjectType({ description: 'How a recognition stood from one moment until the next.' })
export class RecognitionState {
  @Field(() => RecognitionStatus, { description: 'The status.' })
  status!: RecognitionFact['status'];

  @Field(() => String, { nullable: true, description: 'Why the step to this state was taken.' })
  reason?: string | null;

  @RequiresScopes([OFFICE_ROLES.COMMISSIONER], [OFFICE_ROLES.AUDITOR])
  @Field(() => String, {
    nullable: true,
    description:
      'The subject of the office that recorded it, for the offices alone; null for what time made or a source stated.',
  })
  recordedBy?: string | null;

  @Field(() => Period, { nullable: true, description: 'The period the recognition had.' })
  period?: Period | null;

  @Field(() => Period, { nullable: true, description: 'The suspension, while suspended.' })
  suspension?: Period | null;

  @Field(() => [RecognitionCondition], { description: 'The conditions it was subject to.' })
  conditions!: RecognitionCondition[];

  @Field(() => FhirDateTime, { description: 'From this moment.' })
  since!: string;

  @Field(() => FhirDateTime, {
    nullable: true,
    description: 'Until before this moment; null for the present state.',
  })
  until?: string | null;
}

/** A recognition by the Commissioner. */
@Key('id')
@Open()
@ObjectType('Recognition', {
  description:
    'The recognition of a healthcare provider or public health record system outside Hong Kong by the Commissioner.',
})
export class Recognition {
  @Field(() => ID, { description: ID_DESCRIPTION })
  id!: string;

  @Field(() => RecognitionSubject, { nullable: true, description: 'Who is recognised.' })
  subject?: Organization | PublicHealthRecordSystem | null;

  @Field(() => RecognitionStatus, { description: 'The present status.' })
  status!: RecognitionFact['status'];

  @Field(() => Period, {
    nullable: true,
    description:
      'From when until when it is recognised. A recognition whose period is over permits nothing.',
  })
  period?: Period | null;

  @Field(() => Period, { nullable: true, description: 'The suspension, while suspended.' })
  suspension?: Period | null;

  @Field(() => [RecognitionCondition], { description: 'The conditions it is subject to.' })
  conditions!: RecognitionCondition[];

  @Field(() => [RecognitionCategory], { description: 'What sets it apart from others.' })
  categories!: CategoryWord[];

  @Field(() => [RecognitionState], { description: 'Its states, oldest first.' })
  statusHistory!: RecognitionState[];

  @Field(() => RecognitionInstrument, {
    nullable: true,
    description: 'What it rests on.',
  })
  instrument?: RecognitionInstrument | null;
}
