/** The languages in which the layer speaks to people; codes are the same in all of them. */
import type { LocalisedName } from './feeds.js';
import type { SharableScope } from './scopes.js';

/** The languages, the default first. */
export const LANGUAGES = ['en', 'zh-Hant', 'zh-Hans'] as const;

/** A language in which the layer speaks. */
export type Language = (typeof LANGUAGES)[number];

/** A text in every language. */
export type Texts = Readonly<Record<Language, string>>;

/** The languages that regions write in, where a tag names no script. */
const SCRIPTS: Readonly<Record<string, Language>> = {
  zh: 'zh-Hant',
  'zh-hant': 'zh-Hant',
  'zh-hk': 'zh-Hant',
  'zh-mo': 'zh-Hant',
  'zh-tw': 'zh-Hant',
  'zh-hans': 'zh-Hans',
  'zh-cn': 'zh-Hans',
  'zh-sg': 'zh-Hans',
};

/** The language of a BCP 47 tag; undefined for one in which nothing is said here. */
export function languageOf(tag: string): Language | undefined {
  const parts = tag.trim().toLowerCase().split('-');
  if (parts[0] === 'en') return 'en';
  return SCRIPTS[parts.slice(0, 2).join('-')] ?? (parts[0] === 'zh' ? 'zh-Hant' : undefined);
}

/**
 * The language that a header asks for, English where it asks for none that is spoken here.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#name-accept-language
 */
export function preferredLanguage(acceptLanguage: string | undefined): Language {
  const wishes = (acceptLanguage ?? '').split(',').map((range, position) => {
    const [tag = '', weight] = range.split(';');
    return { language: languageOf(tag), quality: qualityOf(weight), position };
  });
  const [first] = wishes
    .filter(({ language, quality }) => language !== undefined && quality > 0)
    .sort((one, other) => other.quality - one.quality || one.position - other.position);
  return first?.language ?? LANGUAGES[0];
}

/** A weight as a number; one that is none counts for nothing. */
function qualityOf(weight: string | undefined): number {
  if (weight === undefined) return 1;
  const [, quality] = /^\s*q\s*=\s*([01](?:\.\d{0,3})?)\s*$/i.exec(weight) ?? [];
  return Number(quality ?? 0);
}

/** A text in English, Traditional Chinese as Hong Kong writes it, and Simplified Chinese as the Mainland does. */
export function texts(en: string, zhHant: string, zhHans: string): Texts {
  return { en, 'zh-Hant': zhHant, 'zh-Hans': zhHans };
}

/** A text with its places filled in, in every language: `{most}` by the part `most`. */
export function filled(
  { en, 'zh-Hant': zhHant, 'zh-Hans': zhHans }: Texts,
  parts: Readonly<Record<string, string | number | Texts>>,
): Texts {
  const fill = (text: string, language: Language): string =>
    text.replace(/\{(\w+)\}/g, (place, name: string) => {
      const part = parts[name];
      return typeof part === 'object' ? part[language] : String(part ?? place);
    });
  return texts(fill(en, 'en'), fill(zhHant, 'zh-Hant'), fill(zhHans, 'zh-Hans'));
}

/** Words that are the same in every language, in a row, with what stands between them in each. */
export function joined(between: Texts, words: readonly string[]): Texts {
  return texts(
    words.join(between.en),
    words.join(between['zh-Hant']),
    words.join(between['zh-Hans']),
  );
}

/** Words that stand as they are in every language. */
export function wordsOf(text: string): Texts {
  return texts(text, text, text);
}

/** A name in a language: the one in its script, else the first there is; undefined where there is none. */
export function nameIn(language: Language, names: readonly LocalisedName[]): string | undefined {
  const own = names.find((name) => languageOf(name.language) === language);
  return (own ?? names.at(0))?.text;
}

/** The categories by the names that patients know them by. */
export const SCOPE_NAMES: Readonly<Record<SharableScope, Texts>> = {
  PERSON: texts('Personal details', '個人資料', '个人资料'),
  ALLERGY_ADR: texts(
    'Allergies and adverse drug reactions',
    '敏感及藥物不良反應',
    '过敏及药物不良反应',
  ),
  DIAGNOSIS: texts('Diagnoses', '診斷', '诊断'),
  PROCEDURE: texts('Procedures', '手術及其他醫療程序', '手术及其他医疗程序'),
  MEDICATION: texts('Medication', '藥物', '药物'),
  ENCOUNTER: texts('Encounters and appointments', '住院、到診及預約資料', '住院、就诊及预约资料'),
  CLINICAL_NOTE: texts('Clinical notes and summaries', '臨床摘要', '临床摘要'),
  BIRTH: texts('Birth records', '出生紀錄', '出生记录'),
  IMMUNISATION: texts('Immunisation records', '防疫接種紀錄', '预防接种记录'),
  LAB_REPORT: texts('Laboratory reports', '化驗報告', '化验报告'),
  RAD_REPORT: texts('Radiology reports', '放射報告', '放射报告'),
  RAD_IMAGE: texts('Radiology images', '放射影像', '放射影像'),
  OTHER_INVESTIGATION: texts('Other investigation reports', '其他檢查報告', '其他检查报告'),
  REFERRAL: texts('Healthcare referrals', '醫療轉介資料', '医疗转诊资料'),
  OBS_LIFESTYLE: texts(
    'Observations and lifestyle records',
    '觀察及生活方式紀錄',
    '观察及生活方式记录',
  ),
  MED_CERT: texts('Medical certificates', '醫生證明書', '医生证明书'),
  CHINESE_MED: texts('Chinese medicine records', '中醫藥紀錄', '中医药记录'),
};
