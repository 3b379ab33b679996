/** Why something was recorded, which is kept in the history. */

/** A reason that history cannot keep. */
export class ReasonError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ReasonError';
  }
}

/** The most characters of a reason. */
const MAX_LENGTH = 1_000;

/** Checks a reason: history has to say why. @throws ReasonError for none, or one that is too long */
export function checkReason(reason: string | null): void {
  if (reason !== null && reason.trim() !== '' && reason.length <= MAX_LENGTH) return;
  throw new ReasonError(
    `Expected a reason of 1 to ${MAX_LENGTH} characters, got ${reason?.trim().length ?? 0}`,
  );
}
