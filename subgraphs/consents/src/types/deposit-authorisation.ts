import { FhirDateTime, wordEnum } from '@causeway/schema/datatypes';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import type { IdentityDocument as IdentityDocumentWord } from '../deposits/authorise-deposit.js';

/** Documents by which a patient's identity is checked. */
export const IdentityDocument = wordEnum<IdentityDocumentWord>(
  'IdentityDocument',
  "A document by which a patient's identity is checked.",
  {
    HKID_CARD: 'The Hong Kong identity card.',
    HOME_RETURN_PERMIT:
      'The Mainland Travel Permit for Hong Kong and Macao Residents (Home Return Permit).',
    PASSPORT: 'A passport.',
  },
);

/** That a patient's identity was checked. */
@InputType({
  description:
    "That the patient's identity was checked against a document. Which document it was is kept, its number is not asked for.",
})
export class IdentityCheckInput {
  @Field(() => IdentityDocument, { description: 'The document that was checked.' })
  document!: IdentityDocumentWord;

  @Field(() => Boolean, {
    description:
      'Whether you attest that the document is that of the patient before you; nothing is authorised without.',
  })
  attested!: boolean;
}

/** What a provider shows to deposit. */
@InputType({
  description: 'The code that the patient told for a deposit, and the check of who the patient is.',
})
export class PresentDepositCodeInput {
  @Field(() => ID, { description: 'The id of the grant whose encounter is open.' })
  grant!: string;

  @Field(() => String, { description: 'The code that the patient told; it can be used once.' })
  code!: string;

  @Field(() => IdentityCheckInput, { description: "The check of the patient's identity." })
  identityCheck!: IdentityCheckInput;
}

/** An authorisation to deposit. */
@ObjectType({
  description:
    'That the records of an encounter may be deposited while it lasts. Whose records they are is not said here.',
})
export class DepositAuthorisation {
  @Field(() => ID, { description: 'The id of the grant.' })
  grant!: string;

  @Field(() => ID, { nullable: true, description: 'The id of the encounter.' })
  encounter?: string | null;

  @Field(() => FhirDateTime, {
    description: 'When it ends by itself, unless the encounter is closed before.',
  })
  until!: string;
}
