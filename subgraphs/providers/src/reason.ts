/** Why something was recorded, which is kept in the history. */
import { ToldError } from '@causeway/kit';
import { filled } from '@causeway/schema';
import { REASON } from './refusal-texts.js';

/** A reason that history cannot keep. */
export class ReasonError extends ToldError {}

/** The most characters of a reason. */
const MAX_LENGTH = 1_000;

/** Checks a reason: history has to say why. @throws ReasonError for none, or one that is too long */
export function checkReason(reason: string | null): void {
  if (reason !== null && reason.trim() !== '' && reason.length <= MAX_LENGTH) return;
  throw new ReasonError(filled(REASON, { most: MAX_LENGTH, got: reason?.trim().length ?? 0 }));
}
