import { SCOPE_NAMES, isAdministrativeScope, nameIn } from '@causeway/schema';
import type { Language, LocalisedName, Scope, Texts } from '@causeway/schema';
import { ADMINISTRATIVE_NAMES, WHO } from './words.js';

/** The names that organisations and systems are known by, by their ids; none for one that nobody has told of. */
export type NamesOf = (id: string) => readonly LocalisedName[];

/** A text with its places filled in: `{who}` by the part `who`. */
export function phrase(
  texts: Texts,
  language: Language,
  parts: Readonly<Record<string, string>> = {},
): string {
  return texts[language].replace(/\{(\w+)\}/g, (place, name: string) => parts[name] ?? place);
}

/** An organisation or system by name. */
export function named(names: readonly LocalisedName[], language: Language): string {
  return nameIn(language, names) ?? phrase(WHO.unnamed, language);
}

/** The names of scopes, joined; with how many records of each, where that is told. */
export function scopeList(
  scopes: readonly Scope[],
  language: Language,
  counts: Readonly<Partial<Record<Scope, number>>> = {},
): string {
  const names = scopes.map((scope) => {
    const texts = isAdministrativeScope(scope) ? ADMINISTRATIVE_NAMES[scope] : SCOPE_NAMES[scope];
    const count = counts[scope];
    return count === undefined ? texts[language] : `${texts[language]} × ${count}`;
  });
  return names.join(language === 'en' ? ', ' : '、');
}

/** An instant (epoch milliseconds) as it is in Hong Kong. */
export function moment(instant: number, language: Language): string {
  return CLOCKS[language].format(instant);
}

const clock = (locale: string): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(locale, {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: 'Asia/Hong_Kong',
  });

const CLOCKS: Readonly<Record<Language, Intl.DateTimeFormat>> = {
  en: clock('en-GB'),
  'zh-Hant': clock('zh-Hant-HK'),
  'zh-Hans': clock('zh-Hans-HK'),
};
