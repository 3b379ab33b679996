import { texts } from '@causeway/schema';
import type { NoticeKind } from '@causeway/schema';
import { CATEGORIES, NOT_EXPECTED, PARTY, TIME } from './notice-words.js';
import type { NoticeWords } from './notice-words.js';

/** What is said of joining, and of consents at home. */
export const JOINING_WORDS = {
  JOINED: {
    subject: texts('You have joined', '你已登記參與', '您已登记参与'),
    lines: [
      texts(
        'You have joined the sharing of health records.',
        '你已登記參與健康紀錄互通。',
        '您已登记参与健康记录互通。',
      ),
      TIME,
    ],
  },
  WITHDRAWN: {
    subject: texts('You have withdrawn', '你已退出', '您已退出'),
    lines: [
      texts(
        'You have withdrawn from the sharing of health records. All your consents have ended, and all links are dead.',
        '你已退出健康紀錄互通。你的所有同意均已終止，所有連結均已失效。',
        '您已退出健康记录互通。您的所有同意均已终止，所有链接均已失效。',
      ),
      TIME,
    ],
  },
  CONSENT_REQUESTED: {
    subject: texts(
      'You are asked for your consent',
      '有機構請求你的互通同意',
      '有机构请求您的互通同意',
    ),
    lines: [
      texts(
        'A provider in Hong Kong asks to see your health records. Nothing is shared unless you agree in the app.',
        '香港一間醫護機構請求查閱你的健康紀錄。除非你在應用程式內同意，否則不會互通任何紀錄。',
        '香港一家医护机构请求查阅您的健康记录。除非您在应用程序内同意，否则不会互通任何记录。',
      ),
      PARTY,
      TIME,
    ],
  },
  CONSENT_GIVEN: {
    subject: texts(
      'Your decision on sharing was recorded',
      '已記錄你對互通紀錄的決定',
      '已记录您对互通记录的决定',
    ),
    lines: [
      texts(
        'What you decided on the sharing of your health records is in force.',
        '你對互通健康紀錄的決定現已生效。',
        '您对互通健康记录的决定现已生效。',
      ),
      PARTY,
      CATEGORIES,
      TIME,
      NOT_EXPECTED,
    ],
  },
  CONSENT_DECLINED: {
    subject: texts('You declined a request', '你已拒絕一項請求', '您已拒绝一项请求'),
    lines: [
      texts(
        'You declined a request for your consent. Nothing is shared by it.',
        '你已拒絕一項互通同意的請求，紀錄不會因此互通。',
        '您已拒绝一项互通同意的请求，记录不会因此互通。',
      ),
      PARTY,
      TIME,
    ],
  },
  CONSENT_REVOKED: {
    subject: texts(
      'A decision on sharing has ended',
      '一項互通紀錄的決定已終止',
      '一项互通记录的决定已终止',
    ),
    lines: [
      texts(
        'A consent or restriction of yours has ended and counts no longer.',
        '你的一項同意或限制已終止，不再有效。',
        '您的一项同意或限制已终止，不再有效。',
      ),
      PARTY,
      TIME,
      NOT_EXPECTED,
    ],
  },
} as const satisfies Partial<Record<NoticeKind, NoticeWords>>;
