import type { AccessEvent, AnsweredQuestion, Explanation } from '@causeway/schema';
import { Consent as Labelled, PatientId } from '@causeway/schema/decorators';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, ID, Info, Query, Resolver } from 'type-graphql';
import { badInput } from '../changes/refusals.js';
import type { ConsentsContext } from '../context.js';
import { INPUT } from '../refusal-texts.js';
import { AccessExplanation } from '../types/access-explanation.js';
import { ExplainAccessInput } from '../types/explain-access-input.js';

/** What is told of a question that cannot be answered. */
const PROBLEMS = {
  CALLER: INPUT.callerToExplain,
  COORDINATE: INPUT.coordinateUnknown,
  TIME: INPUT.timeToExplain,
} as const;

/** Why somebody may, or may not, see something of a patient. */
@Resolver()
export class AccessExplanationResolver {
  // A decision is made by the gateway alone, so its explanation comes with the fetch, as decisions do.
  @Labelled('AUDIT')
  @Query(() => AccessExplanation, {
    nullable: true,
    description:
      "Why a caller is permitted or denied something of a patient, now or at an instant of the past, and what a further consent would change; for the patient, and for the offices that oversee access. Null for a record that is none of the patient's.",
  })
  explainAccess(
    @PatientId('READ')
    @Arg('patient', () => ID, { description: "The patient's id." })
    patient: string,
    @Arg('input', () => ExplainAccessInput, { description: 'What is to be explained.' })
    _input: ExplainAccessInput,
    @Ctx() context: ConsentsContext,
    @Info() { path }: GraphQLResolveInfo,
  ): AccessExplanation | null {
    const answered = context.fetch.explanations?.[path.key];
    const isPermitted = context.permitToSee('AUDIT', patient) !== undefined;
    return isPermitted && answered !== undefined ? toldOf(answered) : null;
  }
}

function toldOf(answered: AnsweredQuestion): AccessExplanation | null {
  switch (answered.kind) {
    case 'absent':
      return null;
    case 'unanswerable':
      throw badInput(PROBLEMS[answered.problem]);
    case 'explained': {
      const { explanation } = answered;
      const { supposing } = explanation;
      return {
        ...explanation,
        outcome: outcomeOf(explanation),
        supposing: supposing && {
          outcome: outcomeOf(supposing.after),
          gate: supposing.after.gate,
          sentences: supposing.after.sentences,
          gained: supposing.gained,
          lost: supposing.lost,
        },
      };
    }
  }
}

function outcomeOf({ effect }: Explanation): AccessEvent['outcome'] {
  return effect === 'permit' ? 'PERMIT' : 'DENY';
}
