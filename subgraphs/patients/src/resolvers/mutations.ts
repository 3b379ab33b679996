import { callerOf } from '@causeway/kit';
import { PatientId } from '@causeway/schema/decorators';
import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import type { PatientsContext } from '../context.js';
import { patientById } from '../references.js';
import { notFound, orRefusal } from '../refusals.js';
import type { PatientRecord } from '../repository/reads.js';
import { NotificationPreferenceInput } from '../inputs.js';
import { Patient } from '../types.js';

const PATIENT = { description: "The patient's id." } as const;

/** What patients, and those who decide for them, change of how they stand in the eHealth system. */
@Resolver()
export class PatientMutations {
  @Mutation(() => Patient, {
    nullable: true,
    description:
      'Joins the eHealth system. Who withdrew may join again once the consents of then have ended, which takes moments.',
  })
  async joinEHealth(
    @PatientId('AUTHORISE') @Arg('patient', () => ID, PATIENT) patient: string,
    @Ctx() context: PatientsContext,
  ): Promise<PatientRecord | null> {
    return change(context, patient, () => {
      context.repository.joinEHealth(patient);
    });
  }

  @Mutation(() => Patient, {
    nullable: true,
    description:
      'Withdraws from the eHealth system: no provider reads or deposits any more, and all consents, grants and links end.',
  })
  async withdrawFromEHealth(
    @PatientId('AUTHORISE') @Arg('patient', () => ID, PATIENT) patient: string,
    @Ctx() context: PatientsContext,
  ): Promise<PatientRecord | null> {
    return change(context, patient, () => {
      context.repository.withdrawFromEHealth(patient);
    });
  }

  @Mutation(() => Patient, {
    nullable: true,
    description: 'Says how the patient wishes to be told of accesses.',
  })
  async setNotificationPreference(
    @PatientId('AUTHORISE') @Arg('patient', () => ID, PATIENT) patient: string,
    @Arg('input', () => NotificationPreferenceInput, { description: 'The wish, all of it.' })
    input: NotificationPreferenceInput,
    @Ctx() context: PatientsContext,
  ): Promise<PatientRecord | null> {
    return change(context, patient, () => {
      const { channel, language, refusesAccessNotices } = input;
      const preference = { channel, language, refusesAccessNotices };
      context.repository.setNotificationPreference(patient, preference);
    });
  }
}

async function change(
  context: PatientsContext,
  patient: string,
  work: () => void,
): Promise<PatientRecord | null> {
  requireAuthority(context, patient);
  orRefusal(work);
  context.forget();
  return patientById(patient, context);
}

/**
 * Lets only a person pass whom the gateway has permitted to authorise for the patient, in this very fetch. A caregiver,
 * who only applies for grants, has no such permit.
 *
 * @throws GraphQLError NOT_FOUND, as for a patient who does not exist
 */
function requireAuthority(context: PatientsContext, patient: string): void {
  const isPermitted = context.fetch.permits.some(
    (permit) =>
      permit.patient === patient &&
      permit.action === 'AUTHORISE' &&
      permit.scopes.includes('PERSON'),
  );
  if (callerOf(context).kind !== 'person' || !isPermitted) throw notFound();
}
