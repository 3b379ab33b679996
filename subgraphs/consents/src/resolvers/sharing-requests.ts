import { callerOf } from '@causeway/kit';
import { Open, PatientId, RequiresScopes } from '@causeway/schema/decorators';
import type { ProviderRole } from '@causeway/schema';
import type { PeriodInput } from '@causeway/schema/datatypes';
import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { authorityOver } from '../changes/authority.js';
import { forbidden } from '../changes/refusals.js';
import type { ConsentsContext } from '../context.js';
import type { ConsentNode } from '../nodes/consent-node.js';
import { sharingRequestNode } from '../nodes/sharing-request-node.js';
import { consentById } from '../references.js';
import type { SharingAnswer } from '../requests/answer-sharing.js';
import { Consent } from '../types/consent.js';
import {
  AnswerSharingRequestInput,
  RequestSharingConsentInput,
  SharingConsentRequest,
} from '../types/sharing-consent-request.js';

const DOMESTIC: ProviderRole = 'provider:domestic';

/** How an organisation in Hong Kong asks a patient, and what the patient answers. */
@Resolver()
export class SharingRequestsResolver {
  @Open()
  @RequiresScopes([DOMESTIC])
  @Mutation(() => SharingConsentRequest, {
    nullable: true,
    description:
      'Asks the patient whose code was told for a sharing consent, in place of a former request. The patient is told. Codes that are unknown, used, expired or for another organisation are answered alike.',
  })
  requestSharingConsent(
    @Arg('input', () => RequestSharingConsentInput, {
      description: 'The code, and what is asked for.',
    })
    input: RequestSharingConsentInput,
    @Ctx() context: ConsentsContext,
  ): SharingConsentRequest {
    const caller = callerOf(context);
    if (caller.kind !== 'professional') throw forbidden('a professional in Hong Kong');
    const { code, scopes = null } = input;
    const period = periodOf(input.period);
    const row = context.repository.requestSharing(caller, { code, scopes, period });
    return sharingRequestNode(row);
  }

  @Mutation(() => Consent, {
    nullable: true,
    description:
      'Answers a request for a sharing consent. Accepted, it is in force at once, in place of a former one to the organisation.',
  })
  async answerSharingRequest(
    @PatientId('AUTHORISE')
    @Arg('patient', () => ID, { description: "The patient's id." })
    patient: string,
    @Arg('input', () => AnswerSharingRequestInput, { description: 'The request, and the answer.' })
    input: AnswerSharingRequestInput,
    @Ctx() context: ConsentsContext,
  ): Promise<ConsentNode | null> {
    const authority = authorityOver(context, patient, 'CONSENT');
    const { owner } = context.repository.answerSharing(authority, answerOf(input));
    context.forget();
    return consentById(owner, context);
  }
}

function answerOf(input: AnswerSharingRequestInput): SharingAnswer {
  const { request, answer, scopes = null, period } = input;
  switch (answer) {
    case 'ACCEPT':
      return { request, answer, scopes, period: period == null ? null : periodOf(period) };
    case 'DECLINE':
      return { request, answer };
  }
}

function periodOf(period: PeriodInput | null | undefined) {
  return { start: period?.start ?? null, end: period?.end ?? null };
}
