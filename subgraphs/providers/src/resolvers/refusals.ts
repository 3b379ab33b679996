import { ToldError, refused } from '@causeway/kit';
import type { ErrorCode } from '@causeway/schema';
import { DutyStateError, DutyTermsError } from '../duties/duty-terms.js';
import { RecognitionLifeCycleError, RecognitionTermsError } from '../recognition-life-cycle.js';
import { ReasonError } from '../reason.js';
import { UnknownProviderError } from '../repository/unknown-provider-error.js';

/**
 * The result of what an office does to recognitions and duties.
 *
 * @throws GraphQLError with the code of the refusal: BAD_USER_INPUT, CONFLICT or NOT_FOUND
 */
export function orRefusal<Result>(step: () => Result): Result {
  try {
    return step();
  } catch (error) {
    const code = codeOf(error);
    if (code === null || !(error instanceof ToldError)) throw error;
    throw refused(code, error.texts);
  }
}

function codeOf(error: unknown): ErrorCode | null {
  if (
    error instanceof RecognitionTermsError ||
    error instanceof DutyTermsError ||
    error instanceof ReasonError
  )
    return 'BAD_USER_INPUT';
  if (error instanceof RecognitionLifeCycleError || error instanceof DutyStateError)
    return 'CONFLICT';
  return error instanceof UnknownProviderError ? 'NOT_FOUND' : null;
}
