/** What is told of uploads that are refused, in each language. Data alone; a word in braces is filled in. */
import { texts } from '@causeway/schema';
import type { Texts } from '@causeway/schema';

/** What is wrong with a step of an upload. */
export const UPLOAD = {
  tooMany: texts(
    'Expected at most {most} files on their way at a time; deposit those that are whole first',
    '最多可同時上載 {most} 個檔案；請先存放已完整上載的檔案',
    '最多可同时上传 {most} 个文件；请先存入已完整上传的文件',
  ),
  unknown: texts(
    'There is no such upload for this caller',
    '找不到您可使用的上載項目',
    '找不到您可使用的上传项目',
  ),
  notOpen: texts(
    'Expected an upload that is open, got one that is {state}',
    '上載項目應仍未完成，但現時的狀況為 {state}',
    '上传项目应尚未完成，但当前状态为 {state}',
  ),
  otherOffset: texts(
    'Expected the offset {expected}, got {got}',
    '位移應為 {expected}，但收到 {got}',
    '偏移量应为 {expected}，但收到 {got}',
  ),
  tooLong: texts(
    'Expected at most {most} bytes, got more',
    '最多可有 {most} 位元組，但收到更多',
    '最多可有 {most} 字节，但收到更多',
  ),
  otherInput: texts(
    'Expected {expected}, got another',
    '應為{expected}，但收到其他內容',
    '应为{expected}，但收到其他内容',
  ),
} as const satisfies Readonly<Record<string, Texts>>;

/** What an upload is declared with. */
export const DECLARED = {
  mediaType: texts(
    'a media type of {allowed}',
    '以下媒體類型之一：{allowed}',
    '以下媒体类型之一：{allowed}',
  ),
  size: texts('a size of 1 to {most} bytes', ' 1 至 {most} 位元組', ' 1 至 {most} 字节'),
  digest: texts(
    'a digest of SHA-256, in 64 small hexadecimal digits',
    ' SHA-256 摘要值，以 64 個小寫十六進制數字表示',
    ' SHA-256 摘要值，以 64 个小写十六进制数字表示',
  ),
  parties: texts(
    'a patient, an organisation and a practitioner role',
    '病人、機構及醫護人員職務',
    '患者、机构及医务人员职务',
  ),
  grant: texts('a grant, or null', '授權或 null', '授权或 null'),
  piece: texts('at most {most} bytes', '最多 {most} 位元組', '最多 {most} 字节'),
  base64: texts('base64', ' base64', ' base64'),
} as const satisfies Readonly<Record<string, Texts>>;
