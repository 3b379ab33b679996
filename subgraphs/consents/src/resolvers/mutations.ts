import type { Scope } from '@causeway/schema';
import { ConsentScope, PeriodInput } from '@causeway/schema/datatypes';
import { PatientId } from '@causeway/schema/decorators';
import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { authorityOver } from '../changes/authority.js';
import type { ConsentsContext } from '../context.js';
import type { ConsentNode } from '../nodes/consent-node.js';
import type { GrantNode } from '../nodes/grant-node.js';
import { consentById, grantById } from '../references.js';
import { Consent } from '../types/consent.js';
import { CrossBorderGrant } from '../types/cross-border-grant.js';

const PATIENT = "The patient's id.";

/** What patients, and those who stand for them, change of their consents. */
@Resolver()
export class ConsentsMutations {
  @Mutation(() => Consent, {
    nullable: true,
    description:
      'Gives an organisation in Hong Kong a sharing consent, in place of a former one to it. In force at once.',
  })
  async giveSharingConsent(
    @PatientId('AUTHORISE')
    @Arg('patient', () => ID, { description: PATIENT })
    patient: string,
    @Arg('organization', () => ID, { description: 'The id of the organisation.' })
    organization: string,
    @Arg('period', () => PeriodInput, {
      nullable: true,
      description: 'When it is in force; from now until it is revoked, if left out.',
    })
    period: PeriodInput | null,
    @Arg('scopes', () => [ConsentScope], {
      nullable: true,
      description:
        'The categories it covers, all if left out. Whose records they are goes with any of them.',
    })
    scopes: Scope[] | null,
    @Ctx() context: ConsentsContext,
  ): Promise<ConsentNode | null> {
    const { owner } = context.repository.giveSharingConsent(
      authorityOver(context, patient, 'CONSENT'),
      {
        organization,
        period: { start: period?.start ?? null, end: period?.end ?? null },
        scopes: scopes ?? null,
      },
    );
    context.forget();
    return consentById(owner, context);
  }

  @Mutation(() => Consent, {
    nullable: true,
    description: 'Revokes a sharing consent. In force at once.',
  })
  async revokeSharingConsent(
    @PatientId('AUTHORISE')
    @Arg('patient', () => ID, { description: PATIENT })
    patient: string,
    @Arg('id', () => ID, { description: 'The id of the consent.' })
    id: string,
    @Ctx() context: ConsentsContext,
  ): Promise<ConsentNode | null> {
    context.repository.revokeSharingConsent(authorityOver(context, patient, 'CONSENT'), id);
    context.forget();
    return consentById(id, context);
  }

  @Mutation(() => CrossBorderGrant, {
    nullable: true,
    description:
      'Revokes a cross-border grant, with its consent and its link, and closes its encounter. In force at once.',
  })
  async revokeGrant(
    @PatientId('AUTHORISE')
    @Arg('patient', () => ID, { description: PATIENT })
    patient: string,
    @Arg('id', () => ID, { description: 'The id of the grant.' })
    id: string,
    @Ctx() context: ConsentsContext,
  ): Promise<GrantNode | null> {
    context.repository.revokeGrant(authorityOver(context, patient, 'GRANT'), id);
    context.forget();
    return grantById(id, context);
  }
}
