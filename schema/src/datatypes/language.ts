import { registerEnumType } from 'type-graphql';
import type { Language as LanguageWord } from '../languages.js';

/** The languages that the layer speaks as a GraphQL enum; inside, its values are their BCP 47 tags. */
export const Language: Readonly<Record<'EN' | 'ZH_HANT' | 'ZH_HANS', LanguageWord>> = {
  EN: 'en',
  ZH_HANT: 'zh-Hant',
  ZH_HANS: 'zh-Hans',
};

registerEnumType(Language, {
  name: 'Language',
  description: 'A language in which people are spoken to.',
  valuesConfig: {
    EN: { description: 'English.' },
    ZH_HANT: { description: 'Chinese in traditional characters (繁體中文).' },
    ZH_HANS: { description: 'Chinese in simplified characters (简体中文).' },
  },
});
