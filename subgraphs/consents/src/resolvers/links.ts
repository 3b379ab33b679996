import { Consent as Labelled, Open, PatientId, RequiresScopes } from '@causeway/schema/decorators';
import type { ProviderRole } from '@causeway/schema';
import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { authorityOver } from '../changes/authority.js';
import type { ConsentsContext } from '../context.js';
import { providerOf } from '../encounters/provider.js';
import type { RedeemedGrantNode } from '../links/redeemed-grant.js';
import { redeemedGrant } from '../links/redeemed-grant.js';
import type { Redemption } from '../links/redeem-link.js';
import { codeInvalid, linkLocked, linkNotFound } from '../links/refusals.js';
import { qrCode } from '../qr-code.js';
import { IssuedLink } from '../types/issued-link.js';
import { RedeemLinkInput, RedeemedGrant } from '../types/redeemed-grant.js';

const CROSS_BORDER: ProviderRole = 'provider:cross-border';

/** How a patient's grant comes to be used: the link that the patient shows, and the encounter that it opens. */
@Resolver()
export class LinksResolver {
  @Labelled('GRANT')
  @Mutation(() => IssuedLink, {
    nullable: true,
    description:
      'Issues the secure link of an authorised cross-border grant, in place of a former one, which is dead at once. It is shown once; the passcode that goes with it is sent to the patient.',
  })
  issueLink(
    @PatientId('AUTHORISE')
    @Arg('patient', () => ID, { description: "The patient's id." })
    patient: string,
    @Arg('grant', () => ID, { description: 'The id of the grant.' }) grant: string,
    @Ctx() context: ConsentsContext,
  ): IssuedLink {
    const authority = authorityOver(context, patient, 'GRANT');
    const { link, expiresAt } = context.repository.issueLink(authority, grant);
    context.forget();
    return { link, qrCode: qrCode(link), expiresAt: new Date(expiresAt).toISOString() };
  }

  @Open()
  @RequiresScopes([CROSS_BORDER])
  @Mutation(() => RedeemedGrant, {
    nullable: true,
    description:
      'Redeems a secure link with its passcode, once: the encounter is open from now on. Only for the organisation that the grant names; for any other the link does not exist.',
  })
  redeemLink(
    @Arg('input', () => RedeemLinkInput, { description: 'The link and its passcode.' })
    input: RedeemLinkInput,
    @Ctx() context: ConsentsContext,
  ): RedeemedGrantNode {
    return answerOf(context.repository.redeemLink(providerOf(context), input));
  }

  @Open()
  @RequiresScopes([CROSS_BORDER])
  @Mutation(() => RedeemedGrant, {
    nullable: true,
    description:
      'Closes the encounter of a redeemed grant: nothing can be read under it any more. Only for the organisation where the encounter is.',
  })
  closeEncounter(
    @Arg('grant', () => ID, { description: 'The id of the grant.' }) grant: string,
    @Ctx() context: ConsentsContext,
  ): RedeemedGrantNode {
    return redeemedGrant(context.repository.closeEncounter(providerOf(context), grant));
  }
}

function answerOf(redemption: Redemption): RedeemedGrantNode {
  switch (redemption.outcome) {
    case 'REDEEMED':
      return redeemedGrant(redemption.grant);
    case 'NOT_FOUND':
      throw linkNotFound();
    case 'WRONG':
      throw codeInvalid(redemption.remainingAttempts);
    case 'LOCKED':
      throw linkLocked();
  }
}
