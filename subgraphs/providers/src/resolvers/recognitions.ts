import { callerOf } from '@causeway/kit';
import type { ConditionFact, Period } from '@causeway/schema';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { meaningOf } from '../condition-kinds.js';
import type { ProvidersContext } from '../context.js';
import { suspensionOf } from '../repository/recognitions.js';
import type { RecognitionRecord } from '../repository/recognitions.js';
import type { RecognitionCategory, RecognitionStandingRow } from '../tables.js';
import { Recognition, RecognitionCondition } from '../types/recognition.js';
import type { RecognitionInstrument, RecognitionState } from '../types/recognition.js';
import { periodOf } from './period.js';

/** What a recognition's row alone does not answer. */
@Resolver(() => Recognition)
export class RecognitionResolver {
  @FieldResolver()
  async subject(
    @Root() { subjectType, subject }: RecognitionRecord,
    @Ctx() { loaders }: ProvidersContext,
  ): Promise<object | null> {
    const loader = {
      Organization: loaders.organizations,
      PublicHealthRecordSystem: loaders.systems,
    }[subjectType];
    const row = await loader.load(subject);
    return row === null ? null : { ...row, __typename: subjectType };
  }

  @FieldResolver()
  period(@Root() { periodStart, periodEnd }: RecognitionRecord): Period | null {
    return periodOf(periodStart, periodEnd);
  }

  @FieldResolver()
  suspension(@Root() recognition: RecognitionRecord): Period | null {
    return suspensionOf(recognition);
  }

  @FieldResolver()
  async statusHistory(
    @Root() { id }: RecognitionRecord,
    @Ctx() context: ProvidersContext,
  ): Promise<RecognitionState[]> {
    const standings = await context.loaders.recognitionStandings.load(id);
    const isOffice = callerOf(context).kind === 'office';
    return standings.map((standing) =>
      stateOf(isOffice ? standing : { ...standing, recordedBy: null }),
    );
  }

  @FieldResolver()
  async categories(
    @Root() { id }: RecognitionRecord,
    @Ctx() { loaders }: ProvidersContext,
  ): Promise<RecognitionCategory[]> {
    const owned = await loaders.recognitionCategories.load(id);
    return owned.map(({ category }) => category);
  }

  @FieldResolver()
  instrument(
    @Root() { instrumentType, instrumentReference }: RecognitionRecord,
  ): RecognitionInstrument | null {
    if (instrumentType === null || instrumentReference === null) return null;
    return { type: instrumentType, reference: instrumentReference };
  }
}

/** What a condition's kind says of itself. */
@Resolver(() => RecognitionCondition)
export class RecognitionConditionResolver {
  @FieldResolver()
  meaning(@Root() { kind }: ConditionFact): string | null {
    return meaningOf(kind);
  }
}

function stateOf(standing: RecognitionStandingRow): RecognitionState {
  const { status, reason, recordedBy, conditions, validFrom, validTo } = standing;
  return {
    status,
    reason,
    recordedBy,
    period: periodOf(standing.periodStart, standing.periodEnd),
    suspension: suspensionOf(standing),
    conditions: [...conditions],
    since: new Date(validFrom).toISOString(),
    until: validTo === null ? null : new Date(validTo).toISOString(),
  };
}
