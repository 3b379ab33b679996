import { ERROR_TEXTS, filled } from '@causeway/schema';
import type { Explanation, Language, ToldExplanation } from '@causeway/schema';
import { BEHIND, DENIED_AT, PERMITTED } from './texts.js';

/** An explanation with its words. */
export function told(explanation: Explanation, language: Language): ToldExplanation {
  return { ...explanation, sentences: sentencesOf(explanation, language) };
}

/** An explanation in words. Ids, codes and values of conditions are the same in every language. */
function sentencesOf(explanation: Explanation, language: Language): readonly string[] {
  const { gate, refusal, consents, grant, conditions } = explanation;
  const told = [
    gate === null ? PERMITTED : DENIED_AT[gate],
    ...(refusal === null
      ? []
      : [filled(BEHIND.told, { code: refusal, words: ERROR_TEXTS[refusal] })]),
    ...consents.map(({ consent: id, provision }) =>
      provision === null
        ? filled(BEHIND.consent, { id })
        : filled(BEHIND.provision, { id, path: numberOf(provision) }),
    ),
    ...(grant === null ? [] : [filled(BEHIND.grant, { id: grant })]),
    ...conditions.map((condition) => filled(BEHIND.condition, { ...condition })),
  ];
  return told.map((one) => one[language]);
}

/** Provisions as people count them, from the outermost in: `2.1`. */
function numberOf(path: readonly number[]): string {
  return path.map((index) => index + 1).join('.');
}
