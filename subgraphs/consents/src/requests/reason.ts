import { badInput } from '../changes/refusals.js';
import { INPUT } from '../refusal-texts.js';

/** The most characters of a reason. */
const MAX_LENGTH = 500;

/**
 * A reason in the asker's own words, which the patient reads as a quotation: one line of text, without what steers a
 * display.
 *
 * @throws GraphQLError BAD_USER_INPUT for one that is too long, or more than text
 */
export function reasonIn(text: string | null): string | null {
  const reason = text?.trim() ?? '';
  if (reason === '') return null;
  if (reason.length > MAX_LENGTH) {
    throw badInput(INPUT.reasonTooLong, { most: MAX_LENGTH, got: reason.length });
  }
  // Control and format characters, among them those that turn the direction of writing.
  if (/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/u.test(reason)) {
    throw badInput(INPUT.reasonNotPlain);
  }
  return reason;
}
