/** What an explanation says, in each language. Data alone: how it is put together stands beside it. */
import { texts } from '@causeway/schema';
import type { Gate, Texts } from '@causeway/schema';

/** What is said of a permit. */
export const PERMITTED: Texts = texts('It was permitted.', '已獲准許。', '已获准许。');

/** What is said of a denial, by the first gate that did not pass. */
export const DENIED_AT: Readonly<Record<Gate, Texts>> = {
  CALLER: texts(
    'Denied at gate 1: the organisation is not in the registry, or the token is not bound to it.',
    '於第 1 關被拒：登記冊上沒有該機構，或憑證並非與其綁定。',
    '于第 1 关被拒：登记册上没有该机构，或凭证并非与其绑定。',
  ),
  PRACTITIONER_ROLE: texts(
    'Denied at gate 2: the practitioner had no active role at the organisation.',
    '於第 2 關被拒：該醫護人員在該機構並無有效職務。',
    '于第 2 关被拒：该医护人员在该机构并无有效职务。',
  ),
  ORGANIZATION: texts(
    'Denied at gate 3: the organisation was not registered or recognised, or a condition of its recognition was not met.',
    '於第 3 關被拒：該機構未經登記或認可，或未符合其認可的條件。',
    '于第 3 关被拒：该机构未经登记或认可，或未符合其认可的条件。',
  ),
  PURPOSE: texts(
    'Denied at gate 4: the purpose is not one for which such a caller may ask.',
    '於第 4 關被拒：此類查詢者不得以該目的提出要求。',
    '于第 4 关被拒：此类查询者不得以该目的提出要求。',
  ),
  JOINING: texts(
    'Denied at gate 5: the patient does not take part, or is not known.',
    '於第 5 關被拒：病人並無參與，或查無此人。',
    '于第 5 关被拒：患者并未参与，或查无此人。',
  ),
  RELATION: texts(
    'Denied at gate 6: the caller had nothing to do with the patient, or no encounter was open.',
    '於第 6 關被拒：查詢者與病人並無關係，或沒有進行中的診症。',
    '于第 6 关被拒：查询者与患者并无关系，或没有进行中的就诊。',
  ),
  CONSENT: texts(
    'Denied at gate 7: the patient had not agreed, or no longer.',
    '於第 7 關被拒：病人未有同意，或同意已失效。',
    '于第 7 关被拒：患者尚未同意，或同意已失效。',
  ),
  CATEGORY: texts(
    'Denied at gate 8: the category is not within what the patient agreed to, the conditions and the profession allow.',
    '於第 8 關被拒：此類別不在病人同意、認可條件及專業身分所容許的範圍內。',
    '于第 8 关被拒：此类别不在患者同意、认可条件及专业身份所容许的范围内。',
  ),
  DATA_PERIOD: texts(
    'Denied at gate 9: the record is older than the period that was agreed to, or has no date.',
    '於第 9 關被拒：紀錄早於所同意的期間，或沒有日期。',
    '于第 9 关被拒：记录早于所同意的期间，或没有日期。',
  ),
  PROVISION: texts(
    'Denied at gate 10: the patient has restricted it.',
    '於第 10 關被拒：病人已作出限制。',
    '于第 10 关被拒：患者已作出限制。',
  ),
  LABEL: texts(
    'Denied at gate 11: the record is specially protected.',
    '於第 11 關被拒：紀錄受特別保護。',
    '于第 11 关被拒：记录受特别保护。',
  ),
  OBLIGATION: texts(
    'Denied at gate 12: this value never leaves Hong Kong.',
    '於第 12 關被拒：此項資料不會傳送至香港境外。',
    '于第 12 关被拒：此项资料不会传送至香港境外。',
  ),
  AUDIT: texts(
    'Denied at gate 13: the access could not be put on record.',
    '於第 13 關被拒：未能記錄此次取覽。',
    '于第 13 关被拒：未能记录此次查阅。',
  ),
};

/** What is said of what the decision rests on. */
export const BEHIND = {
  told: texts(
    'The caller is told {code}: {words}.',
    '查詢者獲告知 {code}：{words}。',
    '查询者获告知 {code}：{words}。',
  ),
  consent: texts('By consent {id}.', '依據同意 {id}。', '依据同意 {id}。'),
  provision: texts(
    'By provision {path} of consent {id}.',
    '依據同意 {id} 的第 {path} 項條文。',
    '依据同意 {id} 的第 {path} 项条文。',
  ),
  grant: texts('By grant {id}.', '依據授權 {id}。', '依据授权 {id}。'),
  condition: texts(
    'By the condition {kind} of the recognition: {value}.',
    '依據認可條件 {kind}：{value}。',
    '依据认可条件 {kind}：{value}。',
  ),
} as const;
