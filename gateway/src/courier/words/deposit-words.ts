import { texts } from '@causeway/schema';
import type { NoticeKind } from '@causeway/schema';
import { CATEGORIES, NOT_EXPECTED, PARTY, TIME } from './notice-words.js';
import type { NoticeWords } from './notice-words.js';

/** What is said of records that come into the patient's account. */
export const DEPOSIT_WORDS = {
  DEPOSIT_AUTHORISED: {
    subject: texts('You authorised a deposit', '你已授權存入紀錄', '您已授权存入记录'),
    lines: [
      texts(
        'With the code that you showed, the provider may deposit the records of this visit into your account until the visit ends.',
        '憑你所出示的授權碼，在你的就診結束前，該機構可將今次就診的紀錄存入你的戶口。',
        '凭您所出示的授权码，在您的就诊结束前，该机构可将本次就诊的记录存入您的账户。',
      ),
      PARTY,
      TIME,
      NOT_EXPECTED,
    ],
  },
  DEPOSITED: {
    subject: texts(
      'Records were added to your account',
      '你的戶口已存入新紀錄',
      '您的账户已存入新记录',
    ),
    lines: [
      texts(
        'A provider has deposited records into your account. You can see them there, and dispute what is wrong.',
        '一間醫護機構已將紀錄存入你的戶口。你可在戶口內查閱，並就有誤之處提出異議。',
        '一家医护机构已将记录存入您的账户。您可在账户内查阅，并就有误之处提出异议。',
      ),
      PARTY,
      CATEGORIES,
      TIME,
    ],
  },
} as const satisfies Partial<Record<NoticeKind, NoticeWords>>;
