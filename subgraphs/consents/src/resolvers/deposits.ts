import type { ProviderRole } from '@causeway/schema';
import { Open, PatientId, RequiresScopes } from '@causeway/schema/decorators';
import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { authorityOver } from '../changes/authority.js';
import { forbidden } from '../changes/refusals.js';
import type { ConsentsContext } from '../context.js';
import { providerOf } from '../encounters/provider.js';
import type { ConsentNode } from '../nodes/consent-node.js';
import { consentById } from '../references.js';
import { Consent } from '../types/consent.js';
import { DepositAuthorisation, PresentDepositCodeInput } from '../types/deposit-authorisation.js';

const CROSS_BORDER: ProviderRole = 'provider:cross-border';

const PATIENT = "The patient's id.";

/** Who may bring records into patients' accounts, and who may not. */
@Resolver()
export class DepositsResolver {
  @Open()
  @RequiresScopes([CROSS_BORDER])
  @Mutation(() => DepositAuthorisation, {
    nullable: true,
    description:
      "Authorises the deposit of the records of the encounter that is open under a grant, until it ends, by a code that the patient told for that and an attested check of the patient's identity. The patient is told. Codes that are unknown, used, expired, another patient's or for another organisation are answered alike.",
  })
  presentDepositCode(
    @Arg('input', () => PresentDepositCodeInput, {
      description: "The grant, the code, and the check of the patient's identity.",
    })
    { grant, code, identityCheck }: PresentDepositCodeInput,
    @Ctx() context: ConsentsContext,
  ): DepositAuthorisation {
    const provider = providerOf(context);
    if (provider === null) throw forbidden('a professional or a system outside Hong Kong');
    const { repository } = context;
    const authorised = repository.authoriseDeposit(provider, { grant, code, identityCheck });
    context.forget();
    return {
      grant,
      encounter: authorised.grant.encounter?.id ?? null,
      until: new Date(authorised.until).toISOString(),
    };
  }

  @Mutation(() => Consent, {
    nullable: true,
    description:
      'Objects to deposits by an organisation into the patient’s account, at home or abroad. In force at once.',
  })
  async objectToDeposit(
    @PatientId('AUTHORISE')
    @Arg('patient', () => ID, { description: PATIENT })
    patient: string,
    @Arg('organization', () => ID, {
      description: 'The id of the organisation that is not to deposit.',
    })
    organization: string,
    @Ctx() context: ConsentsContext,
  ): Promise<ConsentNode | null> {
    const authority = authorityOver(context, patient, 'CONSENT');
    const { owner } = context.repository.objectToDeposit(authority, organization);
    context.forget();
    return consentById(owner, context);
  }

  @Mutation(() => Consent, {
    nullable: true,
    description: 'Lifts an objection to deposit. In force at once.',
  })
  async liftDepositObjection(
    @PatientId('AUTHORISE')
    @Arg('patient', () => ID, { description: PATIENT })
    patient: string,
    @Arg('id', () => ID, { description: 'The id of the objection.' }) id: string,
    @Ctx() context: ConsentsContext,
  ): Promise<ConsentNode | null> {
    context.repository.liftDepositObjection(authorityOver(context, patient, 'CONSENT'), id);
    context.forget();
    return consentById(id, context);
  }
}
