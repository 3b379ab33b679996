/** What is told of deposits and disputes that are refused, in each language. Data alone; a word in braces is filled in. */
import { texts } from '@causeway/schema';
import type { Texts } from '@causeway/schema';

/** By what is refused. */
export const REFUSED = {
  notFound: texts(
    'Expected a patient, or a receipt of theirs, that is there for this caller, got none; read it for its id',
    '找不到您可取覽的病人或其存放收據；請先查閱有關編號',
    '找不到您可查阅的患者或其存入收据；请先查阅有关编号',
  ),
  key: texts(
    'Expected an idempotency key of 8 to 128 visible ASCII characters, got another text; a random UUID is one',
    '冪等鍵應為 8 至 128 個可見的 ASCII 字元，但收到其他文字；可使用隨機 UUID',
    '幂等键应为 8 至 128 个可见的 ASCII 字符，但收到其他文字；可使用随机 UUID',
  ),
  usedKey: texts(
    'Expected a new idempotency key for another bundle, got one that a former deposit was made with; nothing was taken. Make a new key for each deposit',
    '另一資料包應使用新的冪等鍵，但收到的已用於較早的存放；所有資料均未獲接收。請為每次存放使用新的鍵',
    '另一资料包应使用新的幂等键，但收到的已用于较早的存入；所有资料均未被接收。请为每次存入使用新的键',
  ),
  secondEncounter: texts(
    'Expected to bring the first record of the encounter, got one that came at the same time as another; nothing was taken. Refer to the encounter instead',
    '此次求診的首份紀錄已同時由另一次存放提交；所有資料均未獲接收。請改為引用該次求診',
    '此次就诊的首份记录已同时由另一次存入提交；所有资料均未被接收。请改为引用该次就诊',
  ),
  disputed: texts(
    'Expected what is not disputed yet, got what is; nothing is changed. Withdraw the former dispute first',
    '此項目已有爭議記錄在案；資料並無更改。請先撤回先前的爭議',
    '此项目已有争议记录在案；数据没有更改。请先撤回先前的争议',
  ),
  withdrawn: texts(
    'Expected a dispute that stands, got one that is withdrawn; nothing is changed',
    '此項爭議已經撤回；資料並無更改',
    '此项争议已经撤回；数据没有更改',
  ),
  reasonNotPlain: texts(
    'Expected a reason of one line of plain text, got one with control characters; leave them out',
    '原因應為單行純文字，但當中有控制字元；請將其刪去',
    '原因应为单行纯文字，但其中有控制字符；请将其删去',
  ),
  reasonLength: texts(
    'Expected a reason of {least} to {most} characters, got {got}; say what is wrong in so many',
    '原因應有 {least} 至 {most} 個字元，現有 {got} 個；請說明有何不妥',
    '原因应有 {least} 至 {most} 个字符，现有 {got} 个；请说明有何不妥',
  ),
} as const satisfies Readonly<Record<string, Texts>>;
