import { texts } from '@causeway/schema';

/** What went wrong, by the code that the graph answers with. */
export const PROBLEMS = {
  LINK_NOT_FOUND: texts(
    'There is no such link that can be opened here. It may have expired, been used or been revoked, or be meant for another organisation. Ask the patient for a new one.',
    '找不到可在此開啟的連結。連結可能已過期、已使用或已撤銷，或屬於其他機構。請向病人索取新連結。',
    '找不到可在此打开的链接。链接可能已过期、已使用或已撤销，或属于其他机构。请向患者索取新链接。',
  ),
  PASSCODE_INVALID: texts(
    'The passcode is wrong. Attempts left: {remainingAttempts}.',
    '密碼不正確。尚餘嘗試次數：{remainingAttempts}。',
    '密码不正确。剩余尝试次数：{remainingAttempts}。',
  ),
  LINK_LOCKED: texts(
    'The passcode was given wrongly too often, so the link is locked for good. The patient has been told, and has to authorise again.',
    '密碼輸入錯誤次數過多，連結已被永久鎖定。病人已獲通知，並須重新授權。',
    '密码输入错误次数过多，链接已被永久锁定。患者已收到通知，需重新授权。',
  ),
  CONFLICT: texts(
    'That is no longer possible: it was changed or answered meanwhile. See below how it stands now.',
    '此操作已不可行：資料其後曾更改或已獲回覆。請參閱下方的最新狀況。',
    '此操作已不可行：数据之后有更改或已有答复。请查看下方的最新状态。',
  ),
  NOT_FOUND: texts(
    'That is not there, or not yours to change.',
    '找不到該項目，或您無權更改。',
    '找不到该项目，或您无权更改。',
  ),
  BAD_USER_INPUT: texts(
    'Something that was entered cannot be accepted. Nothing was changed. Check it and try again.',
    '輸入的資料不獲接納。資料並無更改，請檢查後再試。',
    '输入的内容无法接受。数据没有更改，请检查后再试。',
  ),
  FORBIDDEN: texts('You may not do this here.', '您在此無權執行此操作。', '您在此无权执行此操作。'),
  OTHER: texts(
    'That could not be done now. Please try again in a moment.',
    '暫時未能完成，請稍後再試。',
    '暂时无法完成，请稍后再试。',
  ),
} as const;
