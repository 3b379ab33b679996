import type { Texts } from '@causeway/schema';

/** A text in every language, in the order of `LANGUAGES`. */
export function texts(en: string, zhHant: string, zhHans: string): Texts {
  return { en, 'zh-Hant': zhHant, 'zh-Hans': zhHans };
}
