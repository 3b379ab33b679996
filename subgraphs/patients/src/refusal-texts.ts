/** What is told of joining and of preferences that are refused, in each language. Data alone. */
import { texts } from '@causeway/schema';
import type { Texts } from '@causeway/schema';

/** By what is refused; a word in braces is filled in. */
export const REFUSED = {
  died: texts(
    'Expected a living patient, got one who has died',
    '病人應仍在世，但該病人已去世',
    '患者应仍在世，但该患者已去世',
  ),
  underWay: texts(
    'Expected a withdrawal whose consents have ended, got one under way; join again in a minute',
    '退出程序仍在進行，有關同意尚未終止；請於一分鐘後再登記參加',
    '退出程序仍在进行，有关同意尚未终止；请于一分钟后再登记参加',
  ),
  standing: texts(
    'Expected a patient who is {expected}, got one who is {got}; nothing is changed',
    '病人的狀況應為 {expected}，但現時為 {got}；資料並無更改',
    '患者的状态应为 {expected}，但当前为 {got}；数据没有更改',
  ),
  language: texts(
    'Expected a language in which notices are written, en, zh-Hant or zh-Hans (BCP 47), got {got}',
    '通知的語文應為 en、zh-Hant 或 zh-Hans（BCP 47），但收到 {got}',
    '通知的语言应为 en、zh-Hant 或 zh-Hans（BCP 47），但收到 {got}',
  ),
  channel: texts(
    'Expected a channel that reaches the patient, got {channel} without a number or address for it; choose another, or have it registered first',
    '應選擇能聯絡病人的途徑，但 {channel} 未有登記號碼或地址；請選擇其他途徑，或先行登記',
    '应选择能联系患者的途径，但 {channel} 没有登记号码或地址；请选择其他途径，或先行登记',
  ),
} as const satisfies Readonly<Record<string, Texts>>;
