import { ERROR_TEXTS } from '@causeway/schema';
import type { ErrorCode, Language, Texts } from '@causeway/schema';
import { GraphQLError } from 'graphql';

/** A refusal, with what is told of it in each language. */
class SpokenRefusal extends GraphQLError {
  readonly texts: Texts;

  constructor(code: ErrorCode, told: Texts) {
    super(told.en, { extensions: { code } });
    this.texts = told;
  }
}

/**
 * An error that refuses what was asked, with its code. Where its text is in English alone, the other languages tell
 * what the code does, and no more.
 */
export function refused(code: ErrorCode, text: Texts | string): GraphQLError {
  const told = typeof text === 'string' ? { ...ERROR_TEXTS[code], en: text } : text;
  return new SpokenRefusal(code, told);
}

/** What an error says in a language; nothing where it does not speak it: whoever reads its code has words for that. */
export function messageIn(language: Language, error: Error): string {
  if (error instanceof SpokenRefusal) return error.texts[language];
  return language === 'en' ? error.message : '';
}
