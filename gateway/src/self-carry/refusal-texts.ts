/** What is told of exports that are refused, in each language. Data alone; a word in braces is filled in. */
import { texts } from '@causeway/schema';
import type { Texts } from '@causeway/schema';

/** By what is refused. */
export const REFUSED = {
  notPerson: texts(
    'Expected the patient or who decides for them; nobody else exports a record',
    '只有病人或代其作決定的人可匯出紀錄',
    '只有患者或代其作决定的人可导出记录',
  ),
  notTheirs: texts(
    'Expected a patient whom the caller may export',
    '找不到您可匯出其紀錄的病人',
    '找不到您可导出其记录的患者',
  ),
  noFile: texts(
    'Expected a patient whom the caller may export, and a file of theirs',
    '找不到您可匯出其紀錄的病人，或其檔案',
    '找不到您可导出其记录的患者，或其文件',
  ),
  incomplete: texts(
    'Not all of the record could be read, so nothing is exported; try again',
    '未能讀取全部紀錄，因此並無匯出任何資料；請再試一次',
    '未能读取全部记录，因此没有导出任何数据；请重试',
  ),
  tooLarge: texts(
    'The file is larger than is kept; choose fewer categories or a shorter period',
    '檔案超出可儲存的大小；請減少類別或縮短期間',
    '文件超出可存储的大小；请减少类别或缩短期间',
  ),
  byGraph: texts(
    '{told}; nothing is exported',
    '{told}；並無匯出任何資料',
    '{told}；没有导出任何数据',
  ),
  noAnswer: texts('No answer', '沒有回應', '没有响应'),
  otherShape: texts(
    'Expected {expected}, got another shape',
    '應為 {expected}，但收到其他格式',
    '应为 {expected}，但收到其他格式',
  ),
} as const satisfies Readonly<Record<string, Texts>>;

/** What a body may hold, as far as words tell it. */
export const SHAPE = {
  export: texts(
    '{patient?, categories?: [a clinical category], period?: {start?, end?}}',
    '{patient?, categories?: [臨床類別], period?: {start?, end?}}',
    '{patient?, categories?: [临床类别], period?: {start?, end?}}',
  ),
  link: texts(
    '{patient?, categories?, period?, passcode?: 6 to 16 digits, label?: 80 characters at most, expiresIn?}',
    '{patient?, categories?, period?, passcode?: 6 至 16 位數字, label?: 最多 80 個字元, expiresIn?}',
    '{patient?, categories?, period?, passcode?: 6 至 16 位数字, label?: 最多 80 个字符, expiresIn?}',
  ),
  files: texts('{patient?}', '{patient?}', '{patient?}'),
  revocation: texts(
    '{patient?, file: the id of a file}',
    '{patient?, file: 檔案的編號}',
    '{patient?, file: 文件的编号}',
  ),
  duration: texts(
    'expiresIn: a duration up to {longest}',
    'expiresIn: 不超過 {longest} 的時段',
    'expiresIn: 不超过 {longest} 的时段',
  ),
} as const satisfies Readonly<Record<string, Texts>>;
