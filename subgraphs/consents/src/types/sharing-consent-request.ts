import type { ClinicalScope, ConsentFact, Scope } from '@causeway/schema';
import {
  ConsentScope,
  FhirDateTime,
  OrganizationKey,
  Period,
  PeriodInput,
  SharableCategory,
  wordEnum,
} from '@causeway/schema/datatypes';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { ConsentStatus } from './enums.js';

/** A request for a sharing consent, as the asker sees it. */
@ObjectType({
  description:
    'What an organisation in Hong Kong has asked a patient for. Who the patient is does not stand in it.',
})
export class SharingConsentRequest {
  @Field(() => ID, { description: 'The id of the request, and of the consent it may become.' })
  id!: string;

  @Field(() => ConsentStatus, { description: 'Where it stands now.' })
  status!: ConsentFact['status'];

  @Field(() => OrganizationKey, { nullable: true, description: 'The organisation that asked.' })
  requester?: OrganizationKey | null;

  @Field(() => [ConsentScope], {
    nullable: true,
    description: 'The categories that were asked for; null for all.',
  })
  scopes?: readonly Scope[] | null;

  @Field(() => Period, {
    nullable: true,
    description: 'When the consent is to be in force; open where nothing is said.',
  })
  period?: Period | null;

  @Field(() => FhirDateTime, { nullable: true, description: 'When it was asked for.' })
  requestedAt?: string | null;
}

/** What a professional in Hong Kong asks for. */
@InputType({ description: 'What an organisation in Hong Kong asks a patient for.' })
export class RequestSharingConsentInput {
  @Field(() => String, { description: 'The code that the patient told; it can be used once.' })
  code!: string;

  @Field(() => [SharableCategory], {
    nullable: true,
    description: 'The categories, all if left out. Whose records they are goes with any of them.',
  })
  scopes?: ClinicalScope[] | null;

  @Field(() => PeriodInput, {
    nullable: true,
    description: 'When the consent is to be in force; until it is revoked, if left out.',
  })
  period?: PeriodInput | null;
}

/** What a patient may answer. */
export const SharingConsentAnswer = wordEnum<'ACCEPT' | 'DECLINE'>(
  'SharingConsentAnswer',
  'What a patient answers to a request for a sharing consent.',
  { ACCEPT: 'The patient agrees, to as much as asked or less.', DECLINE: 'The patient refuses.' },
);

/** A patient's answer to a request for a sharing consent. */
@InputType({ description: "A patient's answer to a request for a sharing consent." })
export class AnswerSharingRequestInput {
  @Field(() => ID, { description: 'The id of the request.' })
  request!: string;

  @Field(() => SharingConsentAnswer, { description: 'The answer.' })
  answer!: 'ACCEPT' | 'DECLINE';

  @Field(() => [SharableCategory], {
    nullable: true,
    description: 'The categories, among those asked for; as asked, if left out.',
  })
  scopes?: ClinicalScope[] | null;

  @Field(() => PeriodInput, {
    nullable: true,
    description: 'When the consent is in force; as asked, if left out.',
  })
  period?: PeriodInput | null;
}
