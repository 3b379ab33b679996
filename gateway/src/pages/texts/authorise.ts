import { texts } from './texts.js';

/** What the page of the patient says. */
export const AUTHORISE = {
  authoriseTitle: texts('Your cross-boundary authorisations', '您的跨境授權', '您的跨境授权'),
  authoriseInvitation: texts(
    'Here you decide whether a recognised provider outside Hong Kong may see or add to your health record while you use its service. Nothing crosses without your authorisation.',
    '您可在此決定，在您使用香港以外獲認可機構的服務時，該機構可否查閱或加入您的健康紀錄。未經您授權，任何紀錄均不會跨境傳送。',
    '您可在此决定，在您使用香港以外获认可机构的服务时，该机构可否查阅或加入您的健康记录。未经您授权，任何记录都不会跨境传送。',
  ),
  forPersons: texts(
    'This page is for patients and those who act for them. You have signed in with a work account.',
    '本頁供病人及其代表使用。您以工作帳戶登入。',
    '本页供患者及其代表使用。您以工作账户登录。',
  ),
  forWhom: texts('For whom', '為誰辦理', '为谁办理'),
  forYourself: texts('You are acting for yourself.', '您正為自己辦理。', '您正在为自己办理。'),
  forAnother: texts(
    'You are acting for another person, {patient}.',
    '您正為他人辦理：{patient}。',
    '您正在为他人办理：{patient}。',
  ),
  wardField: texts('Number of the person you act for', '您所代表人士的編號', '您所代表人士的编号'),
  wardHint: texts(
    'The opaque id that the app shows for a child or a person you care for. Leave it empty to act for yourself.',
    '應用程式為您的子女或您照顧的人顯示的編號。留空即為自己辦理。',
    '应用程序为您的子女或您照顾的人显示的编号。留空即为自己办理。',
  ),
  choose: texts('Change', '更改', '更改'),
  chosen: texts(
    'From now on, what you do here is for the person named below.',
    '由現在起，您在此的操作均為下列人士辦理。',
    '从现在起，您在此的操作均为下列人士办理。',
  ),

  letAsk: texts('Let a provider ask', '讓機構提出請求', '让机构提出请求'),
  letAskWhy: texts(
    'Choose the provider whose service you use. You get a code, which its staff enter to ask you. It names you to that provider alone, once, for ten minutes.',
    '請選擇您使用其服務的機構。您會收到一個代碼，由該機構職員輸入以向您提出請求。代碼只供該機構使用一次，十分鐘內有效。',
    '请选择您使用其服务的机构。您会收到一个代码，由该机构工作人员输入以向您提出请求。代码只供该机构使用一次，十分钟内有效。',
  ),
  provider: texts('Provider', '機構', '机构'),
  makeCode: texts('Make a code', '產生代碼', '生成代码'),
  yourCode: texts('Your code', '您的代碼', '您的代码'),
  codeFor: texts(
    'Show it to the staff. It is good until {until}, once.',
    '請向職員出示。有效至 {until}，只可使用一次。',
    '请向工作人员出示。有效至 {until}，只可使用一次。',
  ),
  codeImage: texts('QR code of your code', '您的代碼的二維碼', '您的代码的二维码'),
  noProviders: texts(
    'No provider is recognised at present.',
    '目前沒有獲認可的機構。',
    '目前没有获认可的机构。',
  ),

  requests: texts('Requests that wait for your answer', '等待您回覆的請求', '等待您答复的请求'),
  noRequests: texts('None.', '沒有。', '没有。'),
  answerBy: texts('Answer by {until}.', '請於 {until} 前回覆。', '请在 {until} 前答复。'),
  narrow: texts(
    'You can allow less than was asked for.',
    '您可以只授權部分請求。',
    '您可以只授权部分请求。',
  ),
  scopes: texts('What may be seen', '可查閱的資料', '可查阅的资料'),
  permissions: texts('What may be done', '可作的用途', '可作的用途'),
  READ: texts('See records', '查閱紀錄', '查阅记录'),
  DEPOSIT: texts('Add the record of this service', '加入是次服務的紀錄', '加入本次服务的记录'),
  lookBack: texts('How far back', '可追溯的時間', '可追溯的时间'),
  months: texts('{count} months', '{count} 個月', '{count} 个月'),
  years: texts('{count} years', '{count} 年', '{count} 年'),
  oneYear: texts('1 year', '1 年', '1 年'),
  asAsked: texts('As asked: {value}', '按請求：{value}', '按请求：{value}'),
  days: texts('For how many days', '授權日數', '授权天数'),
  daysHint: texts('From 1 to {most}', '1 至 {most}', '1 至 {most}'),
  includesRestricted: texts('Include restricted records', '包括受限制的紀錄', '包括受限制的记录'),
  authorise: texts('Authorise', '授權', '授权'),
  decline: texts('Decline', '拒絕', '拒绝'),
  authorised: texts(
    'You have authorised it. Issue the link below when you are at the provider.',
    '您已授權。到達機構時，請在下方發出連結。',
    '您已授权。到达机构时，请在下方发出链接。',
  ),
  declined: texts(
    'You have declined. Nothing is shared.',
    '您已拒絕。不會分享任何資料。',
    '您已拒绝。不会共享任何资料。',
  ),

  grants: texts('Authorisations in force', '有效的授權', '有效的授权'),
  noGrants: texts('None.', '沒有。', '没有。'),
  state: texts('State', '狀態', '状态'),
  until: texts('Until', '有效至', '有效至'),
  AUTHORISED: texts(
    'Authorised; no link is issued yet',
    '已授權，尚未發出連結',
    '已授权，尚未发出链接',
  ),
  LINK_ISSUED: texts('Link issued; not opened yet', '已發出連結，尚未開啟', '已发出链接，尚未打开'),
  REDEEMED: texts(
    'Open: the provider can use it now',
    '已開啟：機構現可使用',
    '已打开：机构现在可以使用',
  ),
  SUSPENDED: texts(
    "On hold: the provider's recognition is suspended",
    '暫停：該機構的認可已暫停',
    '暂停：该机构的认可已暂停',
  ),
  issueLink: texts('Issue the link', '發出連結', '发出链接'),
  issueLinkFor: texts('Issue the link for {name}', '向{name}發出連結', '向{name}发出链接'),
  revoke: texts('Revoke', '撤銷', '撤销'),
  revokeFor: texts(
    'Revoke the authorisation of {name}',
    '撤銷給予{name}的授權',
    '撤销给予{name}的授权',
  ),
  revoked: texts(
    'You have revoked it. It ended at once.',
    '您已撤銷授權，即時生效。',
    '您已撤销授权，立即生效。',
  ),
  yourLink: texts('Your link', '您的連結', '您的链接'),
  linkShownOnce: texts(
    'Show this QR code to the staff. It is shown here only, until {until} at the latest.',
    '請向職員出示此二維碼。二維碼只在此顯示，最遲有效至 {until}。',
    '请向工作人员出示此二维码。二维码只在此显示，最迟有效至 {until}。',
  ),
  linkImage: texts('QR code of your link', '您的連結的二維碼', '您的链接的二维码'),
  linkAsText: texts('The link as text', '連結文字', '链接文字'),
  passcodeSent: texts(
    'The passcode was sent to you separately. Tell it to the staff only when you are there.',
    '密碼已另行發送給您。請在到場後才告知職員。',
    '密码已另行发送给您。请到场后才告知工作人员。',
  ),

  seen: texts('Who saw what', '誰查閱過甚麼', '谁查阅过什么'),
  nothingSeen: texts('Nothing is recorded yet.', '暫時沒有紀錄。', '暂时没有记录。'),
} as const;
