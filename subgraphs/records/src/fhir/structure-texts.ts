/** What is told of resources that are not of the structure of R4, in each language. Data alone. */
import { texts } from '@causeway/schema';
import type { Texts } from '@causeway/schema';

/** By what is wrong; a word in braces is filled in. */
export const STRUCTURE = {
  resourceType: texts(
    'Expected a resource type, got {got}',
    '應為資源類型，但收到 {got}',
    '应为资源类型，但收到 {got}',
  ),
  unknown: texts(
    'FHIR R4 has no {key} in {type}',
    'FHIR R4 的 {type} 並無 {key} 此元素',
    'FHIR R4 的 {type} 没有 {key} 这一元素',
  ),
  choice: texts(
    'Expected one of {element}, got {one} and {other}',
    '{element} 只可有一個，但收到 {one} 及 {other}',
    '{element} 只可有一个，但收到 {one} 及 {other}',
  ),
  missing: texts('Expected {element}, got none', '欠缺 {element}', '缺少 {element}'),
  modifier: texts(
    'Expected none that is unknown here, since it changes what the resource means',
    '此處不應有未知的元素，因其會改變資源的涵義',
    '此处不应有未知的元素，因其会改变资源的含义',
  ),
  list: texts(
    'Expected a list of {type}, got {got}',
    '應為 {type} 的列表，但收到{got}',
    '应为 {type} 的列表，但收到{got}',
  ),
  single: texts(
    'Expected one {type}, got {got}',
    '應為單一個 {type}，但收到{got}',
    '应为单个 {type}，但收到{got}',
  ),
  type: texts('Expected {type}, got {got}', '應為 {type}，但收到{got}', '应为 {type}，但收到{got}'),
  contained: texts(
    'Expected a resource, got no resourceType',
    '應為資源，但欠缺 resourceType',
    '应为资源，但缺少 resourceType',
  ),
  extensions: texts(
    'Expected the extensions of a primitive, got {got}',
    '應為原始類型的擴充內容，但收到{got}',
    '应为基本类型的扩展内容，但收到{got}',
  ),
} as const satisfies Readonly<Record<string, Texts>>;

/** What was got: the kind of a value. */
export const GOT = {
  null: texts('null', ' null', ' null'),
  emptyList: texts('an empty list', '空列表', '空列表'),
  list: texts('a list', '列表', '列表'),
  object: texts('an object', '物件', '对象'),
  other: texts('another {type}', '其他 {type} 值', '其他 {type} 值'),
} as const satisfies Readonly<Record<string, Texts>>;
