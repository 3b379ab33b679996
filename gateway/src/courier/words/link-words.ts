import { texts } from '@causeway/schema';
import type { NoticeKind } from '@causeway/schema';
import { NOT_EXPECTED, PARTY, TIME } from './notice-words.js';
import type { NoticeWords } from './notice-words.js';

/** What is said of secure links, and of the codes that go to the patient alone: those stand in these notices only. */
export const LINK_WORDS = {
  LINK_ISSUED: {
    subject: texts('A secure link was made', '安全連結已建立', '安全链接已建立'),
    lines: [
      texts(
        'A secure link was made for access that you authorised. Its passcode comes in a notice of its own.',
        '已就你所授權的取用建立安全連結，其密碼會另行通知。',
        '已就您所授权的取用建立安全链接，其密码会另行通知。',
      ),
      PARTY,
      TIME,
      NOT_EXPECTED,
    ],
  },
  LINK_LOCKED: {
    subject: texts('A secure link was locked', '安全連結已被鎖定', '安全链接已被锁定'),
    lines: [
      texts(
        'A wrong passcode was given too often. The link is dead, and nothing was released by it.',
        '密碼輸入錯誤次數過多，連結已失效，沒有紀錄因此發放。',
        '密码输入错误次数过多，链接已失效，没有记录因此发放。',
      ),
      PARTY,
      TIME,
    ],
  },
  LINK_EXPIRED: {
    subject: texts('A secure link has expired', '安全連結已到期', '安全链接已到期'),
    lines: [
      texts(
        'A secure link expired unused. You can make another one while the authorisation lasts.',
        '一條安全連結未經使用而到期。授權有效期內，你可另建連結。',
        '一条安全链接未经使用而到期。授权有效期内，您可以另建链接。',
      ),
      PARTY,
      TIME,
    ],
  },
  PASSCODE: {
    subject: texts('Passcode of your secure link', '你的安全連結密碼', '您的安全链接密码'),
    lines: [
      texts('Passcode: {code}', '密碼：{code}', '密码：{code}'),
      texts(
        'Show it at your visit, to the staff of the provider that you authorised and to nobody else.',
        '請於就診時只向你所授權的機構的職員出示，切勿告知他人。',
        '请在就诊时只向您所授权的机构的工作人员出示，切勿告知他人。',
      ),
      PARTY,
    ],
  },
  STEP_UP_CODE: {
    subject: texts(
      'A professional asks to see restricted records',
      '有專業人員請求查閱受限制紀錄',
      '有专业人员请求查阅受限制记录',
    ),
    lines: [
      texts('Code: {code}', '驗證碼：{code}', '验证码：{code}'),
      texts(
        'Tell it to the professional who is treating you only if you agree that restricted records be seen.',
        '只有在你同意查閱受限制紀錄時，才將驗證碼告知正為你診治的專業人員。',
        '只有在您同意查阅受限制记录时，才将验证码告知正在为您诊治的专业人员。',
      ),
      PARTY,
      TIME,
    ],
  },
} as const satisfies Partial<Record<NoticeKind, NoticeWords>>;
