import type { Texts } from '@causeway/schema';

/** An error that people are told of: its words in each language, of which its message is the English. */
export class ToldError extends Error {
  /** What is told of it, in each language. */
  readonly texts: Texts;

  constructor(told: Texts, options?: ErrorOptions) {
    super(told.en, options);
    this.name = new.target.name;
    this.texts = told;
  }
}
