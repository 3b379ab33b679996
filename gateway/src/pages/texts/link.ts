import { texts } from '@causeway/schema';

/** What the page of the clerk says. */
export const LINK = {
  linkTitle: texts("Open a patient's link", '開啟病人的連結', '打开患者的链接'),
  linkInvitation: texts(
    'Here the staff of a recognised organisation open the link that a patient brings, as the encounter begins. Sign in with your work account first.',
    '獲認可機構的職員可於診症開始時，在此開啟病人提供的連結。請先以工作帳戶登入。',
    '获认可机构的工作人员可在就诊开始时，在此打开患者提供的链接。请先用工作账户登录。',
  ),
  forStaff: texts(
    'This page is for the staff of recognised organisations. You have signed in with a personal account.',
    '本頁供獲認可機構的職員使用。您以個人帳戶登入。',
    '本页供获认可机构的工作人员使用。您以个人账户登录。',
  ),
  linkKept: texts(
    'The link is kept in this window until you have signed in.',
    '在您登入之前，連結只保留於此視窗。',
    '在您登录之前，链接只保留在此窗口。',
  ),
  linkIntroduction: texts(
    'The patient shows you the link as a QR code, and tells you the passcode of eight digits that was sent to them.',
    '病人會出示連結的二維碼，並告知您其收到的八位數字密碼。',
    '患者会出示链接的二维码，并告诉您其收到的八位数字密码。',
  ),
  linkField: texts('Link', '連結', '链接'),
  linkHint: texts(
    'Scan the QR code into this field, or paste the link.',
    '將二維碼掃描至此欄，或貼上連結。',
    '将二维码扫描到此栏，或粘贴链接。',
  ),
  passcodeField: texts('Passcode', '密碼', '密码'),
  passcodeHint: texts('Eight digits', '八位數字', '八位数字'),
  redeem: texts('Open the encounter', '開始診症', '开始就诊'),
  redeemed: texts(
    "The encounter is open. Your organisation's professionals can now read what the patient has authorised, until {until}.",
    '診症已開始。貴機構的醫護人員現可查閱病人授權的資料，直至 {until}。',
    '就诊已开始。贵机构的医护人员现在可查阅患者授权的资料，直至 {until}。',
  ),
  reference: texts('Reference of the grant', '授權編號', '授权编号'),
  coversScopes: texts('It covers', '涵蓋範圍', '涵盖范围'),
  openEncounters: texts(
    'Opened by you in this session',
    '您在本次登入中開啟的診症',
    '您在本次登录中打开的就诊',
  ),
  noEncounters: texts('None.', '沒有。', '没有。'),
  closeEncounter: texts('Close the encounter', '結束診症', '结束就诊'),
  closeEncounterOf: texts(
    'Close the encounter {reference}',
    '結束診症 {reference}',
    '结束就诊 {reference}',
  ),
  closed: texts(
    'The encounter is closed. Nothing more can be read under this grant.',
    '診症已結束。此授權下不能再查閱任何資料。',
    '就诊已结束。此授权下不能再查阅任何资料。',
  ),
} as const;
