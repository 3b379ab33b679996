import type { GrantState, Language, Period, Texts } from '@causeway/schema';
import type { GrantTerms } from '../tables.js';
import { explainRequest } from './request-explanation.js';
import { categoriesIn, durationIn, momentIn } from './words.js';

/** What a grant is explained from. */
export interface ExplainedGrant {
  /** The organisation that it is for, in the language of the explanation. */
  readonly organization: string;
  readonly state: GrantState;
  /** Whether it ever was authorised. */
  readonly isAuthorised: boolean;
  readonly terms: Omit<GrantTerms, 'duration'>;
  readonly period: Period;
  /** What was asked for and why, where it was asked here. */
  readonly asked: GrantTerms | null;
  readonly reason: string | null;
}

type Sentence = (grant: ExplainedGrant, language: Language) => string;

const READING: Readonly<Record<Language, Sentence>> = {
  en: ({ organization, terms }, language) =>
    `You have authorised ${organization}, a healthcare provider outside Hong Kong, to read these records, of the last ${durationIn(language, terms.lookBack)}, while the patient is using its service: ${categoriesIn(language, terms.scopes)}.`,
  'zh-Hant': ({ organization, terms }, language) =>
    `你已授權香港以外的醫護提供者${organization}，在病人使用其服務期間閱覽過去${durationIn(language, terms.lookBack)}的以下紀錄：${categoriesIn(language, terms.scopes)}。`,
  'zh-Hans': ({ organization, terms }, language) =>
    `您已授权香港以外的医护提供者${organization}，在病人使用其服务期间阅览过去${durationIn(language, terms.lookBack)}的以下记录：${categoriesIn(language, terms.scopes)}。`,
};

const DEPOSITING: Readonly<Record<Language, Sentence>> = {
  en: ({ organization, terms }, language) =>
    `You have authorised ${organization} to put records of the visit into the patient's eHealth account: ${categoriesIn(language, terms.scopes)}.`,
  'zh-Hant': ({ organization, terms }, language) =>
    `你已授權${organization}把這次就診的紀錄存入病人的醫健通戶口：${categoriesIn(language, terms.scopes)}。`,
  'zh-Hans': ({ organization, terms }, language) =>
    `您已授权${organization}把这次就诊的记录存入病人的医健通账户：${categoriesIn(language, terms.scopes)}。`,
};

const RESTRICTED: Texts = {
  en: 'Records of these kinds that are specially protected are included.',
  'zh-Hant': '當中包括受特別保護的紀錄。',
  'zh-Hans': '其中包括受特别保护的记录。',
};

const UNTIL: Readonly<Record<Language, (end: string) => string>> = {
  en: (end) => `It ends at the latest on ${end}.`,
  'zh-Hant': (end) => `最遲於${end}結束。`,
  'zh-Hans': (end) => `最迟于${end}结束。`,
};

const REVOCABLE: Texts = {
  en: 'You are told of each time records are read, and you can revoke it at any time.',
  'zh-Hant': '每次閱覽紀錄你都會收到通知；你可以隨時撤回授權。',
  'zh-Hans': '每次阅览记录您都会收到通知；您可以随时撤回授权。',
};

const SUSPENDED: Texts = {
  en: 'For now nothing can be read by it, since the recognition of the provider is suspended.',
  'zh-Hant': '由於該提供者的認可已暫停，現時不能憑此閱覽任何紀錄。',
  'zh-Hans': '由于该提供者的认可已暂停，现时不能凭此阅览任何记录。',
};

const OVER: Texts = {
  en: 'It is over: nothing can be read by it any more.',
  'zh-Hant': '此授權已經結束：不能再憑此閱覽任何紀錄。',
  'zh-Hans': '此授权已经结束：不能再凭此阅览任何记录。',
};

/** What a grant lets its party do, until when, and that it can be revoked: in plain words. */
export function explainGrant(grant: ExplainedGrant, language: Language): string {
  const { organization, state, isAuthorised, asked, reason, terms, period } = grant;
  if (!isAuthorised && asked !== null) {
    return explainRequest({ organization, terms: asked, reason }, language);
  }
  const sentences = [
    terms.permissions.includes('READ') ? READING[language](grant, language) : null,
    terms.permissions.includes('DEPOSIT') ? DEPOSITING[language](grant, language) : null,
    terms.includesRestricted ? RESTRICTED[language] : null,
    ...outlook(state, period, language),
  ];
  return sentences.filter((sentence) => sentence !== null).join(language === 'en' ? ' ' : '');
}

function outlook(state: GrantState, { end }: Period, language: Language): (string | null)[] {
  switch (state) {
    case 'REQUESTED':
    case 'AUTHORISED':
    case 'LINK_ISSUED':
    case 'REDEEMED':
      return [end === null ? null : UNTIL[language](momentIn(language, end)), REVOCABLE[language]];
    case 'SUSPENDED':
      return [SUSPENDED[language], REVOCABLE[language]];
    case 'COMPLETED':
    case 'EXPIRED':
    case 'REVOKED':
    case 'DECLINED':
    case 'LAPSED':
    case 'LOCKED':
      return [OVER[language]];
  }
}
