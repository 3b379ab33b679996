/** Error texts in the language of whoever asks: by the code, the language and the words in English, and by nothing else. */
import { ERROR_TEXTS, isAnswerCode } from '@causeway/schema';
import type { AnswerCode, Language, Texts } from '@causeway/schema';

/** Where an error keeps its text in every language, if it has one of its own; it never leaves. */
export const OWN_TEXTS = 'ownTexts';

/**
 * Codes of what is wrong with how a request is written. Who wrote it is told in English as well: the words of GraphQL
 * and HTTP have no other names.
 */
const ABOUT_WRITING: ReadonlySet<AnswerCode> = new Set([
  'BAD_REQUEST',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
]);

/** The text of an error in a language: its own in that language where it has one, else that of its code. */
export function errorText(
  language: Language,
  error: { readonly code: unknown; readonly message: string; readonly texts?: Texts | undefined },
): string {
  const { code, message, texts } = error;
  if (texts !== undefined) return texts[language];
  if (language === 'en' || !isAnswerCode(code)) return message;
  const told = ERROR_TEXTS[code][language];
  return ABOUT_WRITING.has(code) ? `${told}（${message}）` : told;
}
