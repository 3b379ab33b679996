import { PatientId } from '@causeway/schema/decorators';
import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { authorityOver } from '../changes/authority.js';
import type { ConsentsContext } from '../context.js';
import type { ConsentNode } from '../nodes/consent-node.js';
import { consentById } from '../references.js';
import { Consent } from '../types/consent.js';
import { RestrictAccessInput } from '../types/restrict-access-input.js';

const PATIENT = "The patient's id.";

/** What patients do not want to be seen. */
@Resolver()
export class RestrictionsResolver {
  @Mutation(() => Consent, {
    nullable: true,
    description:
      'Restricts what an organisation, or everybody, may see of the patient, beside what is restricted already. It overrides every consent, in force at once.',
  })
  async restrictAccess(
    @PatientId('AUTHORISE')
    @Arg('patient', () => ID, { description: PATIENT })
    patient: string,
    @Arg('input', () => RestrictAccessInput, {
      description: 'What is not to be seen, and by whom.',
    })
    input: RestrictAccessInput,
    @Ctx() context: ConsentsContext,
  ): Promise<ConsentNode | null> {
    const { organization = null, scopes = null } = input;
    const authority = authorityOver(context, patient, 'CONSENT');
    const { owner } = context.repository.restrictAccess(authority, { organization, scopes });
    context.forget();
    return consentById(owner, context);
  }

  @Mutation(() => Consent, {
    nullable: true,
    description: 'Lifts a restriction, all of it. In force at once.',
  })
  async liftRestriction(
    @PatientId('AUTHORISE')
    @Arg('patient', () => ID, { description: PATIENT })
    patient: string,
    @Arg('id', () => ID, { description: 'The id of the restriction.' }) id: string,
    @Ctx() context: ConsentsContext,
  ): Promise<ConsentNode | null> {
    context.repository.liftRestriction(authorityOver(context, patient, 'CONSENT'), id);
    context.forget();
    return consentById(id, context);
  }
}
