import type { GrantFact, Language, Texts } from '@causeway/schema';
import type { GrantTerms } from '../tables.js';
import { categoriesIn, durationIn } from './words.js';

/** What a request is explained from. */
export interface ExplainedRequest {
  /** The organisation that asks, in the language of the explanation. */
  readonly organization: string;
  readonly terms: GrantTerms;
  /** In the asker's own words. */
  readonly reason: string | null;
}

type Sentence = (request: ExplainedRequest, language: Language) => string;

const TO_READ: Readonly<Record<Language, Sentence>> = {
  en: ({ organization, terms }, language) =>
    `${organization}, a healthcare provider outside Hong Kong, asks to read these records, of the last ${durationIn(language, terms.lookBack)}, in order to treat the patient: ${categoriesIn(language, terms.scopes)}.`,
  'zh-Hant': ({ organization, terms }, language) =>
    `香港以外的醫護提供者${organization}為診治病人，要求閱覽過去${durationIn(language, terms.lookBack)}的以下紀錄：${categoriesIn(language, terms.scopes)}。`,
  'zh-Hans': ({ organization, terms }, language) =>
    `香港以外的医护提供者${organization}为诊治病人，要求阅览过去${durationIn(language, terms.lookBack)}的以下记录：${categoriesIn(language, terms.scopes)}。`,
};

const TO_DEPOSIT: Readonly<Record<Language, Sentence>> = {
  en: ({ organization, terms }, language) =>
    `${organization}, a healthcare provider outside Hong Kong, asks to put records of the visit into the patient's eHealth account: ${categoriesIn(language, terms.scopes)}.`,
  'zh-Hant': ({ organization, terms }, language) =>
    `香港以外的醫護提供者${organization}要求把這次就診的紀錄存入病人的醫健通戶口：${categoriesIn(language, terms.scopes)}。`,
  'zh-Hans': ({ organization, terms }, language) =>
    `香港以外的医护提供者${organization}要求把这次就诊的记录存入病人的医健通账户：${categoriesIn(language, terms.scopes)}。`,
};

const BOTH: Texts = {
  en: "It also asks to put records of the visit into the patient's eHealth account.",
  'zh-Hant': '它也要求把這次就診的紀錄存入病人的醫健通戶口。',
  'zh-Hans': '它也要求把这次就诊的记录存入病人的医健通账户。',
};

const RESTRICTED: Texts = {
  en: 'It also asks for records of these kinds that are specially protected; they go with it only if you say so.',
  'zh-Hant': '它也要求這些類別中受特別保護的紀錄；只有你表明同意，才會包括在內。',
  'zh-Hans': '它也要求这些类别中受特别保护的记录；只有您表明同意，才会包括在内。',
};

const REASON: Readonly<Record<Language, (reason: string) => string>> = {
  en: (reason) => `The reason it gives: “${reason}”.`,
  'zh-Hant': (reason) => `它所述的原因：「${reason}」。`,
  'zh-Hans': (reason) => `它所述的原因：“${reason}”。`,
};

const PERSON: Texts = {
  en: 'Name, sex, date of birth and patient number go with it; no identity card number, address or telephone number does.',
  'zh-Hant': '姓名、性別、出生日期及病人編號會一併提供；身份證號碼、地址及電話號碼不會提供。',
  'zh-Hans': '姓名、性别、出生日期及病人编号会一并提供；身份证号码、地址及电话号码不会提供。',
};

const DURATION: Readonly<Record<Language, Sentence>> = {
  en: ({ terms }, language) =>
    `If you authorise it, it lasts ${durationIn(language, terms.duration)} at most, and only while the patient is using the service there.`,
  'zh-Hant': ({ terms }, language) =>
    `如你授權，有效期最長為${durationIn(language, terms.duration)}，而且只限病人在該處使用服務期間。`,
  'zh-Hans': ({ terms }, language) =>
    `如您授权，有效期最长为${durationIn(language, terms.duration)}，而且只限病人在该处使用服务期间。`,
};

const FREEDOM: Texts = {
  en: 'Nothing is shared unless you authorise it. You can authorise less than was asked for, you are told of each time records are read, and you can revoke it at any time.',
  'zh-Hant':
    '未經你授權，不會提供任何紀錄。你可以只授權當中一部分；每次閱覽紀錄你都會收到通知；你可以隨時撤回授權。',
  'zh-Hans':
    '未经您授权，不会提供任何记录。您可以只授权其中一部分；每次阅览记录您都会收到通知；您可以随时撤回授权。',
};

/** What a party asks for, why, how far back and how long, what it may do then, and that the patient is free: in plain words. */
export function explainRequest(request: ExplainedRequest, language: Language): string {
  const { terms, reason } = request;
  const mayRead = may(terms, 'READ');
  const sentences = [
    (mayRead ? TO_READ : TO_DEPOSIT)[language](request, language),
    mayRead && may(terms, 'DEPOSIT') ? BOTH[language] : null,
    terms.includesRestricted ? RESTRICTED[language] : null,
    mayRead ? PERSON[language] : null,
    reason === null ? null : REASON[language](reason),
    DURATION[language](request, language),
    FREEDOM[language],
  ];
  return sentences.filter((sentence) => sentence !== null).join(language === 'en' ? ' ' : '');
}

function may({ permissions }: GrantTerms, permission: GrantFact['permissions'][number]): boolean {
  return permissions.includes(permission);
}
