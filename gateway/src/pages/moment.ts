import type { Language } from '@causeway/schema';
import { html } from './html.js';
import type { Html } from './html.js';

const LOCALES: Readonly<Record<Language, string>> = {
  en: 'en-HK',
  'zh-Hant': 'zh-Hant-HK',
  'zh-Hans': 'zh-Hans-CN',
};

/** A FHIR dateTime: a day alone is the whole of it, wherever it is read. */
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** An instant or a day in words, by the clocks of Hong Kong, which are those of the Mainland too. */
export function momentText(instant: string, language: Language): string {
  if (DAY.test(instant)) {
    const day = new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'long', timeZone: 'UTC' });
    return day.format(new Date(instant));
  }
  return new Intl.DateTimeFormat(LOCALES[language], {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'Asia/Hong_Kong',
  }).format(new Date(instant));
}

/** An instant in words, with what machines read. */
export function moment(instant: string, language: Language): Html {
  return html`<time datetime="${instant}">${momentText(instant, language)}</time>`;
}
