import { texts } from '@causeway/schema';
import type { NoticeKind } from '@causeway/schema';
import { CATEGORIES, NOT_EXPECTED, PARTY, TIME } from './notice-words.js';
import type { NoticeWords } from './notice-words.js';

/** What is said of cross-border grants from the request to their end. */
export const GRANT_WORDS = {
  GRANT_REQUESTED: {
    subject: texts(
      'A provider outside Hong Kong asks for your authorisation',
      '香港境外機構請求你的授權',
      '香港境外机构请求您的授权',
    ),
    lines: [
      texts(
        'A provider outside Hong Kong asks you to authorise access. Nothing crosses the boundary unless you authorise it.',
        '香港境外一間醫護機構請求你授權取用紀錄。除非你授權，否則紀錄不會跨境傳送。',
        '香港境外一家医护机构请求您授权取用记录。除非您授权，否则记录不会跨境传送。',
      ),
      PARTY,
      CATEGORIES,
      TIME,
    ],
  },
  GRANT_AUTHORISED: {
    subject: texts('Cross-border access was authorised', '跨境取用已獲授權', '跨境取用已获授权'),
    lines: [
      texts(
        'Access to your health records from outside Hong Kong was authorised.',
        '從香港境外取用你的健康紀錄已獲授權。',
        '从香港境外取用您的健康记录已获授权。',
      ),
      PARTY,
      CATEGORIES,
      TIME,
      NOT_EXPECTED,
    ],
  },
  GRANT_DECLINED: {
    subject: texts('A cross-border request was declined', '跨境請求已被拒絕', '跨境请求已被拒绝'),
    lines: [
      texts(
        'The request from outside Hong Kong was declined. Nothing crosses the boundary by it.',
        '來自香港境外的請求已被拒絕，紀錄不會因此跨境傳送。',
        '来自香港境外的请求已被拒绝，记录不会因此跨境传送。',
      ),
      PARTY,
      TIME,
    ],
  },
  GRANT_LAPSED: {
    subject: texts('A cross-border request has lapsed', '跨境請求已失效', '跨境请求已失效'),
    lines: [
      texts(
        'A request from outside Hong Kong was not answered in time and has lapsed.',
        '一項來自香港境外的請求因逾時未獲回覆而失效。',
        '一项来自香港境外的请求因逾时未获答复而失效。',
      ),
      PARTY,
      TIME,
    ],
  },
  GRANT_REDEEMED: {
    subject: texts('Your secure link was used', '你的安全連結已被使用', '您的安全链接已被使用'),
    lines: [
      texts(
        'Your secure link was used: the provider may see what you authorised until your visit ends.',
        '你的安全連結已被使用：在你的就診結束前，該機構可查閱你所授權的紀錄。',
        '您的安全链接已被使用：在您的就诊结束前，该机构可查阅您所授权的记录。',
      ),
      PARTY,
      CATEGORIES,
      TIME,
      NOT_EXPECTED,
    ],
  },
  GRANT_COMPLETED: {
    subject: texts('Cross-border access has ended', '跨境取用已結束', '跨境取用已结束'),
    lines: [
      texts(
        'Your visit has ended, and with it the access to your health records.',
        '你的就診已結束，對你健康紀錄的取用亦隨之結束。',
        '您的就诊已结束，对您健康记录的取用也随之结束。',
      ),
      PARTY,
      TIME,
    ],
  },
  GRANT_EXPIRED: {
    subject: texts('Cross-border access has expired', '跨境授權已到期', '跨境授权已到期'),
    lines: [
      texts(
        'The time for which access was authorised is over.',
        '獲授權取用的期限已屆滿。',
        '获授权取用的期限已届满。',
      ),
      PARTY,
      TIME,
    ],
  },
  GRANT_SUSPENDED: {
    subject: texts('Cross-border access is suspended', '跨境取用已暫停', '跨境取用已暂停'),
    lines: [
      texts(
        'Access that you authorised is suspended: the recognition of the provider does not count now.',
        '你所授權的取用已暫停：該機構的認可現時無效。',
        '您所授权的取用已暂停：该机构的认可目前无效。',
      ),
      PARTY,
      TIME,
    ],
  },
  GRANT_RESUMED: {
    subject: texts('Cross-border access is possible again', '跨境取用已恢復', '跨境取用已恢复'),
    lines: [
      texts(
        'Access that you authorised is no longer suspended.',
        '你所授權的取用已不再暫停。',
        '您所授权的取用已不再暂停。',
      ),
      PARTY,
      TIME,
      NOT_EXPECTED,
    ],
  },
  GRANT_REVOKED: {
    subject: texts('Cross-border access was revoked', '跨境授權已被撤銷', '跨境授权已被撤销'),
    lines: [
      texts(
        'Access from outside Hong Kong was revoked. It ended at once, and its link is dead.',
        '從香港境外取用紀錄的授權已被撤銷，取用即時終止，連結亦已失效。',
        '从香港境外取用记录的授权已被撤销，取用即时终止，链接也已失效。',
      ),
      PARTY,
      TIME,
    ],
  },
} as const satisfies Partial<Record<NoticeKind, NoticeWords>>;
