/** Numbers, dates and lists as people write them in the languages that the layer speaks. */
import { SCOPE_NAMES } from '@causeway/schema';
import type { Language, SharableScope } from '@causeway/schema';

/** The languages as Hong Kong writes them. */
const LOCALES: Readonly<Record<Language, string>> = {
  en: 'en-GB',
  'zh-Hant': 'zh-Hant-HK',
  'zh-Hans': 'zh-Hans-HK',
};

const DURATION =
  /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;

const UNITS = ['year', 'month', 'week', 'day', 'hour', 'minute', 'second'] as const;

/** An ISO 8601 duration in words: `P3Y` is “3 years”. One that cannot be read stands as it is. */
export function durationIn(language: Language, duration: string): string {
  const counts = DURATION.exec(duration)?.slice(1) ?? [];
  const parts = UNITS.flatMap((unit, position) => {
    const count = Number(counts[position] ?? 0);
    if (count === 0) return [];
    return new Intl.NumberFormat(LOCALES[language], {
      style: 'unit',
      unit,
      unitDisplay: 'long',
    }).format(count);
  });
  return parts.length === 0 ? duration : listIn(language, parts);
}

/** Categories by the names that patients know them by. */
export function categoriesIn(language: Language, scopes: readonly SharableScope[]): string {
  const names = scopes.map((scope) => SCOPE_NAMES[scope][language]);
  // Names have an “and” of their own.
  return language === 'en' ? names.map(lowerFirst).join('; ') : names.join('、');
}

/** An instant (FHIR dateTime) as the clocks of Hong Kong show it. */
export function momentIn(language: Language, dateTime: string): string {
  return new Intl.DateTimeFormat(LOCALES[language], {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'Asia/Hong_Kong',
  }).format(new Date(dateTime));
}

function listIn(language: Language, parts: readonly string[]): string {
  return new Intl.ListFormat(LOCALES[language], { type: 'conjunction' }).format(parts);
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
