/** What is said of events and notices, in each language. Data alone: how it is put together stands beside it. */
import { texts } from '@causeway/schema';
import type { Action, AdministrativeScope, NoticeKind, Office, Texts } from '@causeway/schema';

/** Why somebody was let in. */
export type Ground = 'OWN' | 'ACTING' | 'OFFICE' | 'CONSENT' | 'GRANT' | 'EMERGENCY' | 'JOINING';

/** What came of a request. */
export type Result =
  'GIVEN' | 'PERMITTED' | 'INTENDED' | 'REFUSED' | 'WITHHELD' | 'CANCELLED' | 'FAILED';

/** How the parts stand together. */
export const FRAMES = {
  request: texts(
    '{when}: {who} {asked}. {result}{why}',
    '{when}：{who}{asked}。{result}{why}',
    '{when}：{who}{asked}。{result}{why}',
  ),
  change: texts('{when}: {what}{by}{why}', '{when}：{what}{by}{why}', '{when}：{what}{by}{why}'),
  by: texts(' By: {who}.', '由{who}作出。', '由{who}作出。'),
  abroad: texts('{who} (outside Hong Kong)', '{who}（香港境外）', '{who}（香港境外）'),
  access: texts(
    '{when}: The record was accessed: {scopes}.{views}',
    '{when}：紀錄曾被取閱：{scopes}。{views}',
    '{when}：记录曾被查阅：{scopes}。{views}',
  ),
  views: texts(' {count} views.', '共取閱 {count} 次。', '共查阅 {count} 次。'),
  concerning: texts(
    ' Organisation: {organization}.',
    '有關機構：{organization}。',
    '有关机构：{organization}。',
  ),
  deposited: texts(' Deposited: {scopes}.', '已存入：{scopes}。', '已存入：{scopes}。'),
  // Between sentences: Chinese needs no space.
  gap: texts(' ', '', ''),
} as const;

/** Who took part. Professionals are told by their organisation alone. */
export const WHO = {
  own: texts('The patient', '病人本人', '患者本人'),
  acting: texts('A person acting for the patient', '代表病人的人士', '代表患者的人士'),
  professional: texts(
    'A professional of {organization}',
    '{organization}的醫護專業人員',
    '{organization}的医护专业人员',
  ),
  system: texts(
    'A professional of {organization}, through {system},',
    '{organization}的醫護專業人員經{system}',
    '{organization}的医护专业人员经{system}',
  ),
  layer: texts('The system', '系統', '系统'),
  unnamed: texts(
    'an organisation whose name is not known here',
    '名稱未詳的機構',
    '名称未详的机构',
  ),
} as const;

/** The offices. */
export const OFFICES: Readonly<Record<Office, Texts>> = {
  COMMISSIONER: texts(
    'The Commissioner for the Electronic Health Record',
    '電子健康紀錄專員',
    '电子健康记录专员',
  ),
  SECRETARY_FOR_HEALTH: texts('The Secretary for Health', '醫務衞生局局長', '医务卫生局局长'),
  AUDITOR: texts('An auditor', '審計人員', '审计人员'),
};

/** What was asked for. */
export const ASKED: Readonly<Record<Action, Texts>> = {
  READ: texts('asked to read the record', '要求取閱紀錄', '要求查阅记录'),
  DEPOSIT: texts('asked to deposit a record', '要求存放紀錄', '要求存放记录'),
  AUTHORISE: texts(
    'asked to see or change what has been agreed to',
    '要求查看或更改已同意的事項',
    '要求查看或更改已同意的事项',
  ),
  EMERGENCY: texts('asked to declare an emergency', '要求宣告緊急情況', '要求宣告紧急情况'),
};

/** What came of it. */
export const RESULTS: Readonly<Record<Result, Texts>> = {
  GIVEN: texts(
    'It was permitted. Given: {scopes}.',
    '已獲准許。已提供：{scopes}。',
    '已获准许。已提供：{scopes}。',
  ),
  PERMITTED: texts('It was permitted.', '已獲准許。', '已获准许。'),
  INTENDED: texts(
    'It was permitted, and about to begin.',
    '已獲准許，即將開始。',
    '已获准许，即将开始。',
  ),
  REFUSED: texts(
    'It was refused; nothing was given.',
    '已被拒絕，並無提供任何資料。',
    '已被拒绝，并无提供任何资料。',
  ),
  WITHHELD: texts(
    'It was permitted at first; nothing was given.',
    '起初獲准許，但並無提供任何資料。',
    '起初获准许，但并无提供任何资料。',
  ),
  CANCELLED: texts(
    'It was permitted; the caller left before the answer was given.',
    '已獲准許，但對方在收到答覆前已離開。',
    '已获准许，但对方在收到答复前已离开。',
  ),
  FAILED: texts(
    'It was permitted; the answer could not be made.',
    '已獲准許，但未能作出答覆。',
    '已获准许，但未能作出答复。',
  ),
};

/** Why it was possible. */
export const GROUNDS: Readonly<Record<Ground, Texts>> = {
  OWN: texts('It is the patient’s own record.', '這是病人本人的紀錄。', '这是患者本人的记录。'),
  ACTING: texts(
    'Whoever is registered to act for the patient may.',
    '已登記代表病人的人士可以這樣做。',
    '已登记代表患者的人士可以这样做。',
  ),
  OFFICE: texts(
    'The office oversees access to records.',
    '該職位負責監察紀錄的取用。',
    '该职位负责监察记录的取用。',
  ),
  CONSENT: texts(
    'The patient’s sharing consent allows it.',
    '病人的互通同意准許這樣做。',
    '患者的互通同意准许这样做。',
  ),
  GRANT: texts(
    'The patient’s cross-border authorisation allows it.',
    '病人的跨境授權准許這樣做。',
    '患者的跨境授权准许这样做。',
  ),
  EMERGENCY: texts('An emergency was declared.', '已宣告緊急情況。', '已宣告紧急情况。'),
  JOINING: texts(
    'The patient’s joining of eHealth allows it to this provider.',
    '病人參與醫健通，即准許此機構這樣做。',
    '患者参与医健通，即准许此机构这样做。',
  ),
};

/** What happened, for everything but an access. */
export const HAPPENED: Readonly<Record<Exclude<NoticeKind, 'ACCESS'>, Texts>> = {
  CONSENT_REQUESTED: texts(
    'A sharing consent was asked for.',
    '有人要求互通同意。',
    '有人要求互通同意。',
  ),
  CONSENT_GIVEN: texts('A consent was given.', '已給予同意。', '已给予同意。'),
  CONSENT_DECLINED: texts(
    'A sharing consent was declined.',
    '已拒絕給予互通同意。',
    '已拒绝给予互通同意。',
  ),
  CONSENT_REVOKED: texts('A consent was revoked.', '已撤銷同意。', '已撤销同意。'),
  GRANT_REQUESTED: texts(
    'A cross-border authorisation was asked for.',
    '有人要求跨境授權。',
    '有人要求跨境授权。',
  ),
  GRANT_AUTHORISED: texts(
    'A cross-border authorisation was given.',
    '已給予跨境授權。',
    '已给予跨境授权。',
  ),
  GRANT_DECLINED: texts(
    'A cross-border authorisation was declined.',
    '已拒絕跨境授權。',
    '已拒绝跨境授权。',
  ),
  GRANT_LAPSED: texts(
    'A request for a cross-border authorisation was not answered in time.',
    '跨境授權的要求未有在限期內獲答覆。',
    '跨境授权的要求未有在限期内获答复。',
  ),
  LINK_ISSUED: texts('A secure link was issued.', '已發出安全連結。', '已发出安全链接。'),
  LINK_LOCKED: texts(
    'A secure link was locked after too many wrong passcodes.',
    '密碼輸入錯誤次數過多，安全連結已鎖定。',
    '密码输入错误次数过多，安全链接已锁定。',
  ),
  LINK_EXPIRED: texts(
    'A secure link expired unused.',
    '安全連結未經使用，已告失效。',
    '安全链接未经使用，已告失效。',
  ),
  GRANT_REDEEMED: texts(
    'A secure link was redeemed, and the encounter opened.',
    '安全連結已使用，診症開始。',
    '安全链接已使用，就诊开始。',
  ),
  GRANT_COMPLETED: texts(
    'The encounter of a cross-border authorisation ended.',
    '跨境授權的診症已完結。',
    '跨境授权的就诊已结束。',
  ),
  GRANT_EXPIRED: texts(
    'A cross-border authorisation expired.',
    '跨境授權已到期。',
    '跨境授权已到期。',
  ),
  GRANT_SUSPENDED: texts(
    'A cross-border authorisation rests: the recognition of its party was suspended or ended.',
    '跨境授權暫停：獲授權機構的認可已暫停或終止。',
    '跨境授权暂停：获授权机构的认可已暂停或终止。',
  ),
  GRANT_RESUMED: texts(
    'A cross-border authorisation counts again: the suspension of its party was lifted.',
    '跨境授權恢復：獲授權機構的認可已不再暫停。',
    '跨境授权恢复：获授权机构的认可已不再暂停。',
  ),
  GRANT_REVOKED: texts(
    'A cross-border authorisation was revoked.',
    '已撤銷跨境授權。',
    '已撤销跨境授权。',
  ),
  STEP_UP_REQUESTED: texts(
    'Access to restricted records was asked for.',
    '有人要求取閱受限制紀錄。',
    '有人要求查阅受限制记录。',
  ),
  STEP_UP: texts(
    'Access to restricted records was opened.',
    '已開放受限制紀錄的取閱。',
    '已开放受限制记录的查阅。',
  ),
  EMERGENCY_ACCESS: texts(
    'An emergency was declared to open the record.',
    '已宣告緊急情況以取閱紀錄。',
    '已宣告紧急情况以查阅记录。',
  ),
  DEPOSIT_AUTHORISED: texts(
    'The deposit of records of an encounter outside Hong Kong was authorised.',
    '已授權存入香港境外診症的紀錄。',
    '已授权存入香港境外就诊的记录。',
  ),
  DEPOSITED: texts(
    'Records were deposited into the account.',
    '已有紀錄存入戶口。',
    '已有记录存入账户。',
  ),
  JOINED: texts('The patient joined eHealth.', '病人已參與醫健通。', '患者已参与医健通。'),
  WITHDRAWN: texts(
    'The patient withdrew from eHealth.',
    '病人已退出醫健通。',
    '患者已退出医健通。',
  ),
  PASSCODE: texts(
    'The passcode of a secure link was sent.',
    '已送出安全連結的密碼。',
    '已送出安全链接的密码。',
  ),
  STEP_UP_CODE: texts(
    'A code to agree to the access to restricted records was sent.',
    '已送出同意取閱受限制紀錄的代碼。',
    '已送出同意查阅受限制记录的代码。',
  ),
};

/** The layer's own records by the names that patients know them by. */
export const ADMINISTRATIVE_NAMES: Readonly<Record<AdministrativeScope, Texts>> = {
  CONSENT: texts('Consents', '同意', '同意'),
  GRANT: texts('Cross-border authorisations', '跨境授權', '跨境授权'),
  AUDIT: texts('The access log', '取用紀錄', '访问记录'),
  NOTIFICATION: texts('Notifications', '通知', '通知'),
  DEPOSIT: texts('Receipts of deposits', '存入紀錄的收據', '存入记录的回执'),
};
