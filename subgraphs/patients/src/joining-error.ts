import type { Texts } from '@causeway/schema';

/** A joining or withdrawal that the patient's standing does not allow. */
export class JoiningError extends Error {
  /** What is told of it, in each language. */
  readonly texts: Texts;

  constructor(texts: Texts) {
    super(texts.en);
    this.name = 'JoiningError';
    this.texts = texts;
  }
}
