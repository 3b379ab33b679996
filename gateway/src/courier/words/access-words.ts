import { texts } from '@causeway/schema';
import type { NoticeKind } from '@causeway/schema';
import { CATEGORIES, NOT_EXPECTED, PARTY, TIME } from './notice-words.js';
import type { NoticeWords } from './notice-words.js';

/** What is said of accesses, and of what opens records at home. */
export const ACCESS_WORDS = {
  ACCESS: {
    subject: texts(
      'Your health records were viewed',
      '你的健康紀錄曾被查閱',
      '您的健康记录曾被查阅',
    ),
    lines: [
      texts('Your health records were viewed.', '你的健康紀錄曾被查閱。', '您的健康记录曾被查阅。'),
      PARTY,
      texts('Views:\n{views}', '查閱：\n{views}', '查阅：\n{views}'),
      NOT_EXPECTED,
    ],
  },
  STEP_UP_REQUESTED: {
    subject: texts(
      'A professional asks for your restricted records',
      '有醫護專業人員要求查閱你的受限制紀錄',
      '有医护专业人员要求查阅您的受限制记录',
    ),
    lines: [
      texts(
        'A professional asks to see your restricted records. They stay closed unless you pass on the code that is sent to you.',
        '一名醫護專業人員要求查閱你的受限制紀錄。除非你提供另行傳送給你的驗證碼，否則紀錄不會開放。',
        '一名医护专业人员要求查阅您的受限制记录。除非您提供另行发送给您的验证码，否则记录不会开放。',
      ),
      PARTY,
      TIME,
      NOT_EXPECTED,
    ],
  },
  STEP_UP: {
    subject: texts(
      'Restricted records were opened',
      '受限制紀錄已開放查閱',
      '受限制记录已开放查阅',
    ),
    lines: [
      texts(
        'With the code that you passed on, a professional may see your restricted records for a short time.',
        '憑你所提供的驗證碼，一名醫護專業人員可在短時間內查閱你的受限制紀錄。',
        '凭您提供的验证码，一名医护专业人员可在短时间内查阅您的受限制记录。',
      ),
      PARTY,
      TIME,
      NOT_EXPECTED,
    ],
  },
  EMERGENCY_ACCESS: {
    subject: texts(
      'Emergency access to your health records',
      '你的健康紀錄在緊急情況下被取用',
      '您的健康记录在紧急情况下被取用',
    ),
    lines: [
      texts(
        'A professional in Hong Kong declared an emergency and may see your health records without your consent for a short time.',
        '香港一名醫護專業人員已申報緊急情況，可在短時間內無須你同意而查閱你的健康紀錄。',
        '香港一名医护专业人员已申报紧急情况，可在短时间内无须您同意而查阅您的健康记录。',
      ),
      PARTY,
      CATEGORIES,
      TIME,
      texts(
        'If you know of no emergency, please report this.',
        '如你不知有此緊急情況，請予以舉報。',
        '如果您不知有此紧急情况，请予以举报。',
      ),
    ],
  },
} as const satisfies Partial<Record<NoticeKind, NoticeWords>>;
