import { ERROR_TEXTS, filled, texts } from '@causeway/schema';
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

/** What is told in full in English alone, after what its code says in every language. */
const IN_ENGLISH = texts('{told}', '{code}（{told}）', '{code}（{told}）');

/**
 * An error that refuses what was asked, with its code. Its text is in every language where it is meant for people, and
 * in English where it is for whoever writes programs: in the words of FHIR, of GraphQL, of the layer's own parts.
 */
export function refused(code: ErrorCode, text: Texts | string): GraphQLError {
  const told =
    typeof text === 'string' ? filled(IN_ENGLISH, { code: ERROR_TEXTS[code], told: text }) : text;
  return new SpokenRefusal(code, told);
}

/** What an error says in a language; nothing where it does not speak it: whoever reads its code has words for that. */
export function messageIn(language: Language, error: Error): string {
  if (error instanceof SpokenRefusal) return error.texts[language];
  return language === 'en' ? error.message : '';
}
