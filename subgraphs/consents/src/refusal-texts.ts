/** What is told of what this subgraph refuses, in each language. Data alone; a word in braces is filled in. */
import { texts } from '@causeway/schema';
import type { RecognitionProblem, Texts } from '@causeway/schema';

/** Arguments that cannot be taken. */
export const INPUT = {
  callerToExplain: texts(
    'Expected a person, or an organisation with the role of a professional there, and a purpose of use such as `TREAT`; got another caller',
    '應輸入一名人士，或機構連同醫護人員在該處的職務，以及使用目的（例如 `TREAT`），但收到其他查詢者',
    '应输入一名人士，或机构连同医护人员在该处的职务，以及使用目的（例如 `TREAT`），但收到其他查询者',
  ),
  coordinateUnknown: texts(
    'Expected a field of the graph such as `Patient.hkid`, got another text',
    '應輸入資料圖的欄位，例如 `Patient.hkid`，但收到其他文字',
    '应输入资料图的字段，例如 `Patient.hkid`，但收到其他文字',
  ),
  timeToExplain: texts(
    'Expected an instant that is not in the future, got another',
    '應輸入不遲於現在的時間，但收到其他時間',
    '应输入不迟于现在的时间，但收到其他时间',
  ),
  organizationNotAnId: texts(
    'Expected the id of an organisation, got another text; look the organisation up for its id',
    '應輸入機構的編號，但收到其他文字；請先查找該機構的編號',
    '应输入机构的编号，但收到其他文字；请先查找该机构的编号',
  ),
  organizationUnknown: texts(
    'Expected the id of an organisation, got another; look the organisation up for its id',
    '應輸入機構的編號，但收到其他編號；請先查找該機構的編號',
    '应输入机构的编号，但收到其他编号；请先查找该机构的编号',
  ),
  organizationElsewhere: texts(
    'Expected the id of an organisation {place} for a code of use {use}, got another; look the organisation up for its id',
    '用途為 {use} 的代碼應屬於{place}的機構，但收到其他編號；請先查找該機構的編號',
    '用途为 {use} 的代码应属于{place}的机构，但收到其他编号；请先查找该机构的编号',
  ),
  periodReversed: texts(
    'Expected a period that ends after it begins, got one that ends before; exchange start and end',
    '期間的結束時間應在開始時間之後；請對調開始與結束時間',
    '期间的结束时间应在开始时间之后；请对调开始与结束时间',
  ),
  periodOver: texts(
    'Expected a period that has not ended, got one in the past; give a later end or none',
    '期間不應已經結束；請輸入較後的結束時間，或不設結束時間',
    '期间不应已经结束；请输入较晚的结束时间，或不设结束时间',
  ),
  noScope: texts(
    'Expected at least one scope to share, got none; leave the argument out to share all',
    '應最少選擇一個互通的類別；如要互通全部類別，請略去此參數',
    '应至少选择一个共享的类别；如要共享全部类别，请省略此参数',
  ),
  scopesNotSharable: texts(
    'Expected scopes of sharable records, got {got}; choose among {allowed}',
    '應選擇可互通紀錄的類別，但收到 {got}；請從以下類別選擇：{allowed}',
    '应选择可共享记录的类别，但收到 {got}；请从以下类别选择：{allowed}',
  ),
  reasonLength: texts(
    'Expected a reason of {least} to {most} characters, got {got}; say why it is needed',
    '原因應有 {least} 至 {most} 個字元，現有 {got} 個；請說明需要的原因',
    '原因应有 {least} 至 {most} 个字符，现有 {got} 个；请说明需要的原因',
  ),
  reasonTooLong: texts(
    'Expected a reason of at most {most} characters, got {got}; say it in fewer words',
    '原因最多可有 {most} 個字元，現有 {got} 個；請縮短內容',
    '原因最多可有 {most} 个字符，现有 {got} 个；请缩短内容',
  ),
  reasonNotPlain: texts(
    'Expected a reason of one line of plain text, got one with control characters; leave them out',
    '原因應為單行純文字，但當中有控制字元；請將其刪去',
    '原因应为单行纯文字，但其中有控制字符；请将其删去',
  ),
  nothingToRestrict: texts(
    'Expected an organisation or categories to restrict, got neither; to share nothing at all, withdraw from the eHealth system',
    '應指明要限制的機構或類別；如完全不欲互通紀錄，請退出電子健康系統',
    '应指明要限制的机构或类别；如完全不想共享记录，请退出电子健康系统',
  ),
  identityUnattested: texts(
    'Expected the patient’s identity to be checked against the document, got a check that nobody attests; check it, and say so',
    '應根據證件核對病人的身分，但未有人證明已作核對；請核對後註明',
    '应根据证件核对患者的身份，但没有人证明已作核对；请核对后注明',
  ),
  outside: texts(
    'Expected `{name}` from 1 to {most}, got {got}; {advice}',
    '`{name}` 應為 1 至 {most}，但收到 {got}；{advice}',
    '`{name}` 应为 1 至 {most}，但收到 {got}；{advice}',
  ),
  purposeNotAllowed: texts(
    'Expected a purpose of {allowed}, got {got}; the recognition is subject to that',
    '用途應為 {allowed}，但收到 {got}；有關認可以此為條件',
    '用途应为 {allowed}，但收到 {got}；有关认可以此为条件',
  ),
  purposeOther: texts(
    'Expected the purpose that is declared for the request, {expected}, got {got}; give the same',
    '用途應與請求所申報的 {expected} 相同，但收到 {got}；請輸入相同用途',
    '用途应与请求所申报的 {expected} 相同，但收到 {got}；请输入相同用途',
  ),
  restrictedNotAllowed: texts(
    'Expected a grant without restricted records, got one that includes them; the recognition is subject to that',
    '授權不應包括受限制紀錄；有關認可以此為條件',
    '授权不应包括受限制记录；有关认可以此为条件',
  ),
  restrictedNotAsked: texts(
    'Expected an answer without restricted records, as they were not asked for, got one that includes them',
    '請求並未要求受限制紀錄，因此回覆不應包括該等紀錄',
    '请求并未要求受限制记录，因此回复不应包括该等记录',
  ),
  notAmong: texts(
    'Expected {what} among {allowed}, got {got}; ask for others',
    '{what}應為 {allowed} 其中之一，但收到 {got}；請另行選擇',
    '{what}应为 {allowed} 其中之一，但收到 {got}；请另行选择',
  ),
  beyondAsked: texts(
    'Expected {what} among those asked for, {asked}, got {got}; an answer only narrows',
    '{what}應在請求的 {asked} 範圍內，但收到 {got}；回覆只可縮窄範圍',
    '{what}应在请求的 {asked} 范围内，但收到 {got}；回复只可缩小范围',
  ),
  categoriesBeyondAsked: texts(
    'Expected categories among those asked for, got {got}; an answer only narrows',
    '類別應在請求的範圍內，但收到 {got}；回覆只可縮窄範圍',
    '类别应在请求的范围内，但收到 {got}；回复只可缩小范围',
  ),
  longerThanAsked: texts(
    'Expected a {what} no longer than the one asked for, {asked}, got {got}; an answer only narrows',
    '{what}不應長於請求的 {asked}，但收到 {got}；回覆只可縮窄範圍',
    '{what}不应长于请求的 {asked}，但收到 {got}；回复只可缩小范围',
  ),
  lookBack: texts(
    'Expected a look-back of at least a day and at most {most} (ISO 8601 duration), got {got}',
    '回溯期應最少一天，最長 {most}（ISO 8601 時段），但收到 {got}',
    '回溯期应至少一天，最长 {most}（ISO 8601 时段），但收到 {got}',
  ),
  duration: texts(
    'Expected a duration longer than none and at most {most} (ISO 8601 duration), got {got}',
    '有效期應長於零，最長 {most}（ISO 8601 時段），但收到 {got}',
    '有效期应长于零，最长 {most}（ISO 8601 时段），但收到 {got}',
  ),
  durationBeyondRecognition: texts(
    'Expected a duration that ends before the recognition does, at {end}, got {got}',
    '有效期應在認可於 {end} 終止之前結束，但收到 {got}',
    '有效期应在认可于 {end} 终止之前结束，但收到 {got}',
  ),
  partyNotRecognised: texts(
    'Expected a party that is recognised, got one that is {problem}; ask the Commissioner',
    '請求方應已獲認可，但現時的狀況為「{problem}」；請向專員查詢',
    '请求方应已获认可，但当前状态为“{problem}”；请向专员查询',
  ),
  codeNotDigits: texts(
    'Expected a code of eight digits, got another text',
    '驗證碼應為八位數字，但收到其他文字',
    '验证码应为八位数字，但收到其他文字',
  ),
  passcodeNotDigits: texts(
    'Expected a passcode of eight digits, got another text',
    '密碼應為八位數字，但收到其他文字',
    '密码应为八位数字，但收到其他文字',
  ),
} as const satisfies Readonly<Record<string, Texts>>;

/** Why a party is not one that may ask, apart from its recognition. */
export const UNRECOGNISED = {
  unknown: texts('not known here', '本系統沒有此機構的資料', '本系统没有此机构的资料'),
  atHome: texts('in Hong Kong', '位於香港', '位于香港'),
  never: texts('not recognised', '未獲認可', '未获认可'),
  unreadable: texts(
    'condition not understood: {kind}',
    '條件無法理解：{kind}',
    '条件无法理解：{kind}',
  ),
  validity: texts(
    'condition VALIDITY_PERIOD',
    '不符合條件 VALIDITY_PERIOD',
    '不符合条件 VALIDITY_PERIOD',
  ),
} as const satisfies Readonly<Record<string, Texts>>;

/** Why a party's recognition is not in force. */
export const NOT_IN_FORCE: Readonly<Record<RecognitionProblem, Texts>> = {
  'recognition not in its period': texts(
    'recognition not in its period',
    '不在認可的有效期內',
    '不在认可的有效期内',
  ),
  'recognition suspended': texts('recognition suspended', '認可已暫停', '认可已暂停'),
  'recognition applied': texts('recognition applied', '認可仍在申請中', '认可仍在申请中'),
  'recognition refused': texts('recognition refused', '認可申請已被拒絕', '认可申请已被拒绝'),
  'recognition cancelled': texts('recognition cancelled', '認可已取消', '认可已取消'),
  'recognition expired': texts('recognition expired', '認可已屆滿', '认可已到期'),
  'recognition withdrawn': texts('recognition withdrawn', '認可已撤回', '认可已撤回'),
};

/** What is filled in of arguments. */
export const PARTS = {
  categories: texts('categories', '類別', '类别'),
  permissions: texts('permissions', '權限', '权限'),
  lookBack: texts('look-back', '回溯期', '回溯期'),
  duration: texts('duration', '有效期', '有效期'),
  atHome: texts('in Hong Kong', '香港', '香港'),
  abroad: texts('outside Hong Kong', '香港以外', '香港以外'),
  none: texts('none', '無', '无'),
  askForFewer: texts('ask for fewer', '請減少查詢數目', '请减少查询数目'),
  pageAfter: texts('page with `after`', '請以 `after` 翻頁', '请以 `after` 翻页'),
} as const satisfies Readonly<Record<string, Texts>>;

/** What is expected of the state of a record. */
export const STATE = {
  sharingOfLayer: texts(
    'a sharing consent given through this layer',
    '經本系統作出的互通同意',
    '经本系统作出的共享同意',
  ),
  sharingActive: texts('an active sharing consent', '生效中的互通同意', '生效中的共享同意'),
  restrictionOfLayer: texts(
    'a restriction made through this layer',
    '經本系統作出的限制',
    '经本系统作出的限制',
  ),
  restrictionActive: texts('an active restriction', '生效中的限制', '生效中的限制'),
  objectionOfLayer: texts(
    'an objection made through this layer',
    '經本系統作出的反對',
    '经本系统作出的反对',
  ),
  objectionActive: texts('an active objection', '生效中的反對', '生效中的反对'),
  grantAuthorised: texts('a grant that is authorised', '已獲授權的授權書', '已获授权的授权书'),
  grantNotRedeemed: texts(
    'a grant that is authorised and not redeemed',
    '已獲授權而未兌現的授權書',
    '已获授权而未兑现的授权书',
  ),
  grantEncounterOpen: texts(
    'a grant whose encounter is open',
    '求診仍在進行的授權書',
    '就诊仍在进行的授权书',
  ),
  grantDeposit: texts(
    'a grant that permits deposit',
    '容許存放紀錄的授權書',
    '允许存入记录的授权书',
  ),
  encounterEnds: texts('an encounter that ends', '有結束時間的求診', '有结束时间的就诊'),
  requestWaiting: texts('a request that waits for an answer', '等候回覆的請求', '等候回复的请求'),
  requestRecognised: texts(
    'a request of a recognised party',
    '由獲認可一方提出的請求',
    '由获认可一方提出的请求',
  ),
} as const satisfies Readonly<Record<string, Texts>>;

/** What the state of a record is instead, where no word of the schema says it. */
export const INSTEAD = {
  otherSource: texts('recorded by another source', '由其他來源記錄', '由其他来源记录'),
  readOnly: texts('for reading alone', '只供取覽', '仅供查阅'),
  endless: texts('without an end', '沒有結束時間', '没有结束时间'),
} as const satisfies Readonly<Record<string, Texts>>;

/** The answer to a change that the state of a record does not allow. */
export const CONFLICTING = texts(
  'Expected {expected}, got one that is {got}; nothing is changed. Read its present state',
  '應為{expected}，但現時的狀況為「{got}」；資料並無更改，請查看最新狀況',
  '应为{expected}，但当前状态为“{got}”；数据没有更改，请查看最新状态',
);
