/** What people are told with each code. Data alone: by code and language, and by nothing of any patient. */
import type { AnswerCode } from './error-codes.js';
import { texts } from './languages.js';
import type { Texts } from './languages.js';

/** What is told with a code where nothing more is known of the case. */
export const ERROR_TEXTS: Readonly<Record<AnswerCode, Texts>> = {
  CONSENT_REQUIRED: texts(
    'The patient has not agreed to this category',
    '病人未有同意互通此類別的資料',
    '患者尚未同意共享此类别的资料',
  ),
  ROLE_NOT_PERMITTED: texts(
    'This category is not for the caller’s role',
    '以您的身分不可取覽此類別的資料',
    '以您的身份不可查阅此类别的资料',
  ),
  STEP_UP_REQUIRED: texts(
    'This category takes a reason and the patient’s additional consent',
    '取覽此類別的資料須說明原因，並須病人額外同意',
    '查阅此类别的资料须说明原因，并须患者额外同意',
  ),
  NOT_SHARABLE: texts(
    'This value never leaves Hong Kong',
    '此項資料不會傳送至香港境外',
    '此项资料不会传送至香港境外',
  ),
  UNAUTHENTICATED: texts(
    'Expected a token that tells who asks; sign in and ask again',
    '未能核實您的身分，請登入後再試',
    '无法核实您的身份，请登录后再试',
  ),
  FORBIDDEN: texts('This is not for this caller', '您無權執行此操作', '您无权执行此操作'),
  PURPOSE_REQUIRED: texts(
    'Expected the purpose for which the data is used',
    '請註明使用資料的目的',
    '请注明使用资料的目的',
  ),
  POLICY_UNAVAILABLE: texts(
    'Nobody can decide on this request now; try again later',
    '暫時未能就此請求作出決定，請稍後再試',
    '暂时无法就此请求作出决定，请稍后再试',
  ),
  SUBGRAPH_FAILED: texts(
    'A part of the graph did not answer as expected',
    '部分系統未能如常回應',
    '部分系统未能正常响应',
  ),
  BAD_USER_INPUT: texts(
    'An argument is not as the description of the field expects it',
    '輸入的資料不符合欄位說明的要求',
    '输入的内容不符合字段说明的要求',
  ),
  OPERATION_TOO_COMPLEX: texts(
    'The operation is larger than what is answered; ask for less at a time',
    '查詢的範圍太大，請減少每次查詢的內容',
    '查询的范围过大，请减少每次查询的内容',
  ),
  CONFLICT: texts(
    'The state of things does not allow this change',
    '現時的狀況不容許作出此更改',
    '当前状态不允许作出此更改',
  ),
  NOT_FOUND: texts(
    'There is no such thing for this caller',
    '找不到您可取覽的相關項目',
    '找不到您可查阅的相关项目',
  ),
  LINK_NOT_FOUND: texts(
    'There is no such link for this caller',
    '找不到您可使用的相關連結',
    '找不到您可使用的相关链接',
  ),
  PASSCODE_INVALID: texts(
    'The passcode or code is not the right one',
    '密碼或驗證碼不正確',
    '密码或验证码不正确',
  ),
  LINK_LOCKED: texts(
    'The link is locked: the passcode was wrong too often',
    '密碼錯誤次數過多，連結已被鎖定',
    '密码错误次数过多，链接已被锁定',
  ),
  DEPOSIT_REJECTED: texts(
    'The bundle cannot be deposited as it is; nothing of it was taken',
    '資料包不符合存放要求，當中所有資料均未獲接收',
    '资料包不符合存入要求，其中所有资料均未被接收',
  ),
  DEADLINE_EXCEEDED: texts(
    'The time for this request was over',
    '處理此請求的時限已過',
    '处理此请求的时限已过',
  ),
  TOO_MANY_SUBSCRIPTIONS: texts(
    'Expected fewer subscriptions at once; end one, or ask again later for what is to be told',
    '同時進行的訂閱太多，請先結束其中一項，或稍後再試',
    '同时进行的订阅过多，请先结束其中一项，或稍后再试',
  ),
  INTERNAL_SERVER_ERROR: texts(
    'The gateway failed to answer; the failure is on record',
    '系統未能回應，有關故障已記錄在案',
    '系统未能响应，有关故障已记录在案',
  ),
  BAD_REQUEST: texts(
    'The request is not made as is expected here',
    '請求的格式不符合要求',
    '请求的格式不符合要求',
  ),
  GRAPHQL_PARSE_FAILED: texts('The operation is no GraphQL', '查詢的語法有誤', '查询的语法有误'),
  GRAPHQL_VALIDATION_FAILED: texts(
    'The operation is not one that the schema has',
    '查詢與結構描述不符',
    '查询与结构描述不符',
  ),
  OPERATION_RESOLUTION_FAILURE: texts(
    'The request does not tell which operation to run',
    '請求未有指明要執行哪一項操作',
    '请求未指明要执行哪一项操作',
  ),
  DOCUMENT_NOT_REGISTERED: texts(
    'Expected the id of a registered document, and no text',
    '請提供已登記查詢的識別碼，而非查詢的文本',
    '请提供已登记查询的标识，而非查询的文本',
  ),
  // A word of a protocol, by which clients know that they are to send the text as well.
  PERSISTED_QUERY_NOT_FOUND: texts(
    'PersistedQueryNotFound',
    'PersistedQueryNotFound',
    'PersistedQueryNotFound',
  ),
  SERVICE_UNAVAILABLE: texts(
    'The gateway cannot answer now; try again later',
    '系統暫時未能提供服務，請稍後再試',
    '系统暂时无法提供服务，请稍后再试',
  ),
};
