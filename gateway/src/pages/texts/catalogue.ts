import type { Language, Texts } from '@causeway/schema';
import { AUTHORISE } from './authorise.js';
import { COMMON } from './common.js';
import { LINK } from './link.js';
import { PROBLEMS } from './problems.js';

/** All that the pages say, by key. A word in braces is filled in. */
export const CATALOGUE = { ...COMMON, ...AUTHORISE, ...LINK, ...PROBLEMS };

/** The key of a text. */
export type TextKey = keyof typeof CATALOGUE;

/** Says a text in the reader's language, with its braces filled in. */
export type Say = (key: TextKey, values?: Readonly<Record<string, string | number>>) => string;

/** What says texts in a language. */
export function sayIn(language: Language): Say {
  const catalogue: Readonly<Record<TextKey, Texts>> = CATALOGUE;
  return (key, values = {}) =>
    catalogue[key][language].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}
