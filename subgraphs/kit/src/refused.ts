import type { ErrorCode, Language, Texts } from '@causeway/schema';
import { GraphQLError } from 'graphql';

/** A refusal whose text is meant for people. */
class SpokenRefusal extends GraphQLError {
  readonly texts: Texts;

  constructor(code: ErrorCode, texts: Texts) {
    super(texts.en, { extensions: { code } });
    this.texts = texts;
  }
}

/**
 * An error that refuses what was asked, with its code. Its text is in every language where it is meant for people, and
 * in English alone where only programs of the layer's own can meet with it.
 */
export function refused(code: ErrorCode, text: Texts | string): GraphQLError {
  return typeof text === 'string'
    ? new GraphQLError(text, { extensions: { code } })
    : new SpokenRefusal(code, text);
}

/**
 * What an error says in a language; nothing where it does not speak it: then whoever reads its code has words for that.
 */
export function messageIn(language: Language, error: Error): string {
  if (error instanceof SpokenRefusal) return error.texts[language];
  return language === 'en' ? error.message : '';
}
