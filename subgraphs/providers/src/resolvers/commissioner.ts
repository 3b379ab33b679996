import { FhirDateTime, PeriodInput } from '@causeway/schema/datatypes';
import { Open, RequiresScopes } from '@causeway/schema/decorators';
import { OFFICE_ROLES } from '@causeway/schema';
import type { Period } from '@causeway/schema';
import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import type { ProvidersContext } from '../context.js';
import type { RecognitionStep } from '../recognition-steps.js';
import type { RecognitionRecord } from '../repository/recognitions.js';
import {
  RecognitionApplicationInput,
  RecognitionConditionInput,
} from '../types/recognition-input.js';
import { Recognition } from '../types/recognition.js';
import { orRefusal } from './refusals.js';
import { stepRecord } from './step-record.js';

const COMMISSIONER = [OFFICE_ROLES.COMMISSIONER];

const ID_OF_RECOGNITION = { description: "The recognition's id." } as const;

const REASON = {
  description: 'Why, in 1 to 1,000 characters; it is kept in the history.',
} as const;

/** The steps in the life of a recognition, taken by the Commissioner. Each is in force when it is answered. */
@Resolver()
export class CommissionerMutations {
  @Open()
  @RequiresScopes(COMMISSIONER)
  @Mutation(() => Recognition, {
    nullable: true,
    description: 'Enters an application of a party outside Hong Kong to be recognised.',
  })
  async applyForRecognition(
    @Arg('input', () => RecognitionApplicationInput, { description: 'What is applied for.' })
    input: RecognitionApplicationInput,
    @Ctx() context: ProvidersContext,
  ): Promise<RecognitionRecord | null> {
    const { reason, period, instrument, ...application } = input;
    const record = stepRecord(context, 'COMMISSIONER', reason);
    const id = orRefusal(() =>
      context.repository.applyForRecognition(
        { ...application, period: periodOf(period), instrument: instrument ?? null },
        record,
      ),
    );
    return read(context, id);
  }

  @Open()
  @RequiresScopes(COMMISSIONER)
  @Mutation(() => Recognition, {
    nullable: true,
    description: 'Recognises a party that has applied.',
  })
  async recogniseParty(
    @Arg('id', () => ID, ID_OF_RECOGNITION) id: string,
    @Arg('reason', () => String, REASON) reason: string,
    @Arg('period', () => PeriodInput, {
      nullable: true,
      description:
        'From when until when, as applied for if left out; it has an end, which is not in the past.',
    })
    period: PeriodInput | null,
    @Arg('conditions', () => [RecognitionConditionInput], {
      nullable: true,
      description: 'The conditions, as applied for if left out.',
    })
    conditions: RecognitionConditionInput[] | null,
    @Ctx() context: ProvidersContext,
  ): Promise<RecognitionRecord | null> {
    const step = {
      kind: 'RECOGNISE',
      period: period == null ? null : periodOf(period),
      conditions: conditions ?? null,
    } as const;
    return take(context, id, step, reason);
  }

  @Open()
  @RequiresScopes(COMMISSIONER)
  @Mutation(() => Recognition, { nullable: true, description: 'Refuses an application.' })
  async refuseRecognition(
    @Arg('id', () => ID, ID_OF_RECOGNITION) id: string,
    @Arg('reason', () => String, REASON) reason: string,
    @Ctx() context: ProvidersContext,
  ): Promise<RecognitionRecord | null> {
    return take(context, id, { kind: 'REFUSE' }, reason);
  }

  @Open()
  @RequiresScopes(COMMISSIONER)
  @Mutation(() => Recognition, {
    nullable: true,
    description: 'Suspends a recognition from now on, for 28 days at most.',
  })
  async suspendRecognition(
    @Arg('id', () => ID, ID_OF_RECOGNITION) id: string,
    @Arg('reason', () => String, REASON) reason: string,
    @Arg('until', () => FhirDateTime, {
      description: 'The end of the suspension; a date includes its whole day, local to Hong Kong.',
    })
    until: string,
    @Ctx() context: ProvidersContext,
  ): Promise<RecognitionRecord | null> {
    return take(context, id, { kind: 'SUSPEND', until }, reason);
  }

  @Open()
  @RequiresScopes(COMMISSIONER)
  @Mutation(() => Recognition, {
    nullable: true,
    description: 'Extends a suspension, once, by 28 days at most.',
  })
  async extendSuspension(
    @Arg('id', () => ID, ID_OF_RECOGNITION) id: string,
    @Arg('reason', () => String, REASON) reason: string,
    @Arg('until', () => FhirDateTime, {
      description: 'The new end, after the former; a date includes its whole day.',
    })
    until: string,
    @Ctx() context: ProvidersContext,
  ): Promise<RecognitionRecord | null> {
    return take(context, id, { kind: 'EXTEND_SUSPENSION', until }, reason);
  }

  @Open()
  @RequiresScopes(COMMISSIONER)
  @Mutation(() => Recognition, {
    nullable: true,
    description: 'Lifts a suspension: the recognition is in force again.',
  })
  async liftSuspension(
    @Arg('id', () => ID, ID_OF_RECOGNITION) id: string,
    @Arg('reason', () => String, REASON) reason: string,
    @Ctx() context: ProvidersContext,
  ): Promise<RecognitionRecord | null> {
    return take(context, id, { kind: 'LIFT_SUSPENSION' }, reason);
  }

  @Open()
  @RequiresScopes(COMMISSIONER)
  @Mutation(() => Recognition, {
    nullable: true,
    description: 'Cancels a recognition, for good: to be recognised again, the party applies anew.',
  })
  async cancelRecognition(
    @Arg('id', () => ID, ID_OF_RECOGNITION) id: string,
    @Arg('reason', () => String, REASON) reason: string,
    @Ctx() context: ProvidersContext,
  ): Promise<RecognitionRecord | null> {
    return take(context, id, { kind: 'CANCEL' }, reason);
  }

  @Open()
  @RequiresScopes(COMMISSIONER)
  @Mutation(() => Recognition, {
    nullable: true,
    description:
      'Puts a recognition under other conditions, in place of all that it was subject to.',
  })
  async changeRecognitionConditions(
    @Arg('id', () => ID, ID_OF_RECOGNITION) id: string,
    @Arg('conditions', () => [RecognitionConditionInput], { description: 'All the conditions.' })
    conditions: RecognitionConditionInput[],
    @Arg('reason', () => String, REASON) reason: string,
    @Ctx() context: ProvidersContext,
  ): Promise<RecognitionRecord | null> {
    return take(context, id, { kind: 'CHANGE_CONDITIONS', conditions }, reason);
  }
}

async function take(
  context: ProvidersContext,
  id: string,
  step: RecognitionStep,
  reason: string,
): Promise<RecognitionRecord | null> {
  const record = stepRecord(context, 'COMMISSIONER', reason);
  orRefusal(() => {
    context.repository.takeRecognitionStep(id, step, record);
  });
  return read(context, id);
}

async function read(context: ProvidersContext, id: string): Promise<RecognitionRecord | null> {
  context.forget();
  return context.loaders.recognitions.load(id);
}

function periodOf({ start, end }: PeriodInput): Period {
  return { start: start ?? null, end: end ?? null };
}
