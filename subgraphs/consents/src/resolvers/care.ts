import type { ProviderRole } from '@causeway/schema';
import {
  Consent as Labelled,
  Domestic,
  PatientId,
  RequiresScopes,
} from '@causeway/schema/decorators';
import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { clinicalAuthority } from '../changes/clinical-authority.js';
import { notFound } from '../changes/refusals.js';
import type { ConsentsContext } from '../context.js';
import { codeInvalid } from '../links/refusals.js';
import type { Confirmation } from '../step-up/confirm-step-up.js';
import { EmergencyAccess } from '../types/emergency-access.js';
import { StepUp, StepUpChallenge } from '../types/step-up.js';

const AT_HOME: ProviderRole = 'provider:domestic';
const PATIENT = "The patient's id.";
const REASON = 'Why it is needed, in 5 to 500 characters.';

/** What professionals at home ask for beyond the usual: restricted records, and access in an emergency. */
@Resolver()
export class CareResolver {
  @Domestic()
  @Labelled('PERSON')
  @RequiresScopes([AT_HOME])
  @Mutation(() => StepUpChallenge, {
    nullable: true,
    description:
      'Asks the patient to let the caller see restricted records: the patient is sent a code to tell. In Hong Kong only. A former challenge is dead at once.',
  })
  requestStepUp(
    @PatientId('READ')
    @Arg('patient', () => ID, { description: PATIENT })
    patient: string,
    @Arg('reason', () => String, { description: REASON }) reason: string,
    @Ctx() context: ConsentsContext,
  ): StepUpChallenge {
    const authority = clinicalAuthority(context, patient, 'READ');
    const { id, expiresAt } = context.repository.requestStepUp(authority, reason);
    return { id, expiresAt: dateTime(expiresAt) };
  }

  @Domestic()
  @Labelled('PERSON')
  @RequiresScopes([AT_HOME])
  @Mutation(() => StepUp, {
    nullable: true,
    description:
      'Gives back the code that the patient has told: the caller may see restricted records for an hour. A code can be tried three times.',
  })
  confirmStepUp(
    @PatientId('READ')
    @Arg('patient', () => ID, { description: PATIENT })
    patient: string,
    @Arg('challenge', () => ID, { description: 'The id of the challenge.' }) challenge: string,
    @Arg('code', () => String, { description: 'The code: eight digits.' }) code: string,
    @Ctx() context: ConsentsContext,
  ): StepUp {
    const authority = clinicalAuthority(context, patient, 'READ');
    return answerOf(context.repository.confirmStepUp(authority, { challenge, code }));
  }

  @Domestic()
  @Labelled('PERSON')
  @Mutation(() => EmergencyAccess, {
    nullable: true,
    description:
      'Declares an emergency of a patient: the caller may see the record without a sharing consent for four hours. In Hong Kong only; the patient is told in any case.',
  })
  declareEmergency(
    @PatientId('EMERGENCY')
    @Arg('patient', () => ID, { description: PATIENT })
    patient: string,
    @Arg('reason', () => String, { description: REASON }) reason: string,
    @Ctx() context: ConsentsContext,
  ): EmergencyAccess {
    const authority = clinicalAuthority(context, patient, 'EMERGENCY');
    const { id, until } = context.repository.declareEmergency(authority, reason);
    return { id, until: dateTime(until) };
  }
}

function answerOf(confirmation: Confirmation): StepUp {
  switch (confirmation.outcome) {
    case 'CONFIRMED':
      return { id: confirmation.id, until: dateTime(confirmation.until) };
    case 'NOT_FOUND':
      throw notFound();
    case 'WRONG':
      throw codeInvalid(confirmation.remainingAttempts);
  }
}

function dateTime(instant: number): string {
  return new Date(instant).toISOString();
}
