import type { ErrorCode, Texts } from '@causeway/schema';

/** An export that is refused, as it is told: nothing was exported and nothing changed. */
export class SelfCarryError extends Error {
  readonly status: number;
  readonly code: ErrorCode;
  /** What is told of it, in each language. */
  readonly texts: Texts;

  constructor(status: number, code: ErrorCode, told: Texts) {
    super(told.en);
    this.name = 'SelfCarryError';
    this.status = status;
    this.code = code;
    this.texts = told;
  }
}
