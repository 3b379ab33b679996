import { registerEnumType } from 'type-graphql';
import { CLINICAL_SCOPES, SCOPES } from '../scopes.js';
import type { ClinicalScope, Scope } from '../scopes.js';

function enumOf<Word extends string>(words: readonly Word[]): { readonly [W in Word]: W } {
  return Object.fromEntries(words.map((word) => [word, word])) as { readonly [W in Word]: W };
}

/** The sharable categories as a GraphQL enum. */
export const SharableCategory: { readonly [W in ClinicalScope]: W } = enumOf(CLINICAL_SCOPES);

registerEnumType(SharableCategory, {
  name: 'SharableCategory',
  description: 'A category of sharable clinical records.',
});

/** Every scope as a GraphQL enum. */
export const ConsentScope: { readonly [W in Scope]: W } = enumOf(SCOPES);

registerEnumType(ConsentScope, {
  name: 'ConsentScope',
  description:
    "A scope of consent: a sharable category, or the layer's own administrative records.",
});
