/** What is told of bundles that are not taken, in each language. Data alone; a word in braces is filled in. */
import { texts } from '@causeway/schema';
import type { Texts } from '@causeway/schema';

/** The whole answer: the place is a path of FHIR, which is the same in every language. */
export const REJECTED = texts(
  '{place}: {problem}. Nothing was taken',
  '{place}：{problem}。所有資料均未獲接收',
  '{place}：{problem}。所有资料均未被接收',
);

/** What is wrong with a bundle and its entries. */
export const BUNDLE = {
  otherValue: texts(
    'Expected a FHIR R4 Bundle, got another value',
    '應為 FHIR R4 的 Bundle，但收到其他值',
    '应为 FHIR R4 的 Bundle，但收到其他值',
  ),
  otherResource: texts(
    'Expected a Bundle, got another resource or none',
    '應為 Bundle，但收到其他資源或沒有資源',
    '应为 Bundle，但收到其他资源或没有资源',
  ),
  type: texts(
    'Expected collection, document or transaction, got another',
    '應為 collection、document 或 transaction，但收到其他類型',
    '应为 collection、document 或 transaction，但收到其他类型',
  ),
  empty: texts('Expected entries, got none', '應有條目，但沒有收到', '应有条目，但没有收到'),
  tooMany: texts(
    'Expected at most {most} entries, got {got}; deposit it in parts',
    '最多可有 {most} 個條目，但收到 {got} 個；請分批存放',
    '最多可有 {most} 个条目，但收到 {got} 个；请分批存入',
  ),
  tooDeep: texts(
    'Expected at most {most} levels, got more',
    '最多可有 {most} 層，但收到更多',
    '最多可有 {most} 层，但收到更多',
  ),
  tooLarge: texts(
    'Expected at most {most} bytes of JSON, got {got}; deposit it in parts',
    'JSON 最多可有 {most} 位元組，但收到 {got} 位元組；請分批存放',
    'JSON 最多可有 {most} 字节，但收到 {got} 字节；请分批存入',
  ),
  entry: texts(
    'Expected an entry, got another value',
    '應為條目，但收到其他值',
    '应为条目，但收到其他值',
  ),
  noResource: texts(
    'Expected a FHIR R4 resource, got none',
    '應有 FHIR R4 資源，但沒有收到',
    '应有 FHIR R4 资源，但没有收到',
  ),
  request: texts(
    'Expected to create (POST, without condition), got another request',
    '只可新增資源（POST，不附條件），但收到其他請求',
    '只可新增资源（POST，不附条件），但收到其他请求',
  ),
  fullUrl: texts(
    'Expected an absolute URI, got another value',
    '應為絕對 URI，但收到其他值',
    '应为绝对 URI，但收到其他值',
  ),
  otherElement: texts(
    'Expected none in a bundle that is deposited',
    '存放的資料包不應有此元素',
    '存入的资料包不应有此元素',
  ),
} as const satisfies Readonly<Record<string, Texts>>;

/** What is wrong with a resource, whoever deposits it. */
export const RESOURCE = {
  type: texts(
    'Expected one of {allowed}, got {got}',
    '應為 {allowed} 其中之一，但收到{got}',
    '应为 {allowed} 其中之一，但收到{got}',
  ),
  known: texts('{type}', ' {type}', ' {type}'),
  another: texts('another', '其他類型', '其他类型'),
  contained: texts(
    'Expected resources in entries of their own, got contained ones',
    '每項資源應自成條目，但收到內含於其他資源的資源',
    '每项资源应自成条目，但收到内含于其他资源的资源',
  ),
  r5: texts(
    'Expected FHIR R4, got an element of R5',
    '應為 FHIR R4，但收到 R5 的元素',
    '应为 FHIR R4，但收到 R5 的元素',
  ),
  stu3: texts(
    'Expected FHIR R4, got an element of STU3',
    '應為 FHIR R4，但收到 STU3 的元素',
    '应为 FHIR R4，但收到 STU3 的元素',
  ),
  database: texts(
    'Expected FHIR R4, got an element of a database',
    '應為 FHIR R4，但收到資料庫的元素',
    '应为 FHIR R4，但收到数据库的元素',
  ),
  unknownElement: texts(
    'Expected FHIR R4, which has no such element',
    '應為 FHIR R4，而當中並無此元素',
    '应为 FHIR R4，而其中没有此元素',
  ),
  testData: texts(
    'Expected real data, got test data (HTEST); deposit it for the purpose HTEST',
    '應為真實資料，但收到測試資料（HTEST）；請以 HTEST 為使用目的存放',
    '应为真实资料，但收到测试资料（HTEST）；请以 HTEST 为使用目的存入',
  ),
  uncategorised: texts(
    'Expected a record of a sharable category, by its type and codes; got another',
    '按類型及代碼，此項應屬可互通類別的紀錄，但收到其他紀錄',
    '按类型及代码，此项应属可共享类别的记录，但收到其他记录',
  ),
  otherCategory: texts(
    'Expected a category that may be deposited here, got {got}',
    '應為可在此存放的類別，但收到 {got}',
    '应为可在此存入的类别，但收到 {got}',
  ),
} as const satisfies Readonly<Record<string, Texts>>;

/** What could run where somebody looks at it. */
export const ACTIVE = {
  narrative: texts(
    'Expected a narrative of basic formatting, got a script, a style or another tag',
    '敘述文字只可有基本格式，但收到程式碼、樣式或其他標籤',
    '叙述文字只可有基本格式，但收到脚本、样式或其他标签',
  ),
  text: texts(
    'Expected plain text, got a script',
    '應為純文字，但收到程式碼',
    '应为纯文本，但收到脚本',
  ),
  mediaType: texts(
    'Expected one of {allowed}, got another',
    '應為 {allowed} 其中之一，但收到其他類型',
    '应为 {allowed} 其中之一，但收到其他类型',
  ),
  scheme: texts(
    'Expected an https URL, got another scheme',
    '應為 https 網址，但收到其他協定的網址',
    '应为 https 网址，但收到其他协议的网址',
  ),
} as const satisfies Readonly<Record<string, Texts>>;

/** What is wrong with what a bundle refers to. */
export const REFERENCE = {
  twice: texts(
    'Expected each resource once, got one that another entry names',
    '每項資源只應出現一次，但另一條目已有此項資源',
    '每项资源只应出现一次，但另一条目已有此项资源',
  ),
  author: texts(
    'Expected the depositing organisation by its id in this graph, got another author',
    '作者應為存放紀錄的機構，並以其在本系統的編號表示，但收到其他作者',
    '作者应为存入记录的机构，并以其在本系统的编号表示，但收到其他作者',
  ),
  subject: texts(
    "Expected the patient of the deposit, by the patient's id in this graph, got another or none",
    '應為此次存放所屬的病人，並以其在本系統的編號表示，但收到其他人或沒有註明',
    '应为此次存入所属的患者，并以其在本系统的编号表示，但收到其他人或没有注明',
  ),
  patient: texts(
    "Expected the patient of the deposit, by the patient's id in this graph, got another",
    '應為此次存放所屬的病人，並以其在本系統的編號表示，但收到其他人',
    '应为此次存入所属的患者，并以其在本系统的编号表示，但收到其他人',
  ),
  encounter: texts(
    'Expected the encounter that the deposit is of, got another',
    '應為此次存放所屬的求診，但收到其他求診',
    '应为此次存入所属的就诊，但收到其他就诊',
  ),
  contained: texts(
    'Expected resources in entries of their own, got a contained one',
    '每項資源應自成條目，但引用了內含的資源',
    '每项资源应自成条目，但引用了内含的资源',
  ),
  unresolved: texts(
    'Expected a record of the bundle, or an absolute reference that is kept as text, got a relative one to nothing in it',
    '應引用資料包內的紀錄，或以絕對引用註明並按文字保留，但收到的相對引用在資料包內並無對應項目',
    '应引用资料包内的记录，或以绝对引用注明并按文字保留，但收到的相对引用在资料包内没有对应项目',
  ),
  targets: texts(
    'Expected records of the bundle, all of one category',
    '應為資料包內同屬一個類別的紀錄',
    '应为资料包内同属一个类别的记录',
  ),
  encounters: texts(
    'Expected one encounter in a deposit, got several',
    '每次存放只可有一次求診，但收到多次',
    '每次存入只可有一次就诊，但收到多次',
  ),
  openEncounter: texts(
    'Expected the encounter that is open, by its id; got another',
    '應為仍在進行的求診，並以其編號表示，但收到其他求診',
    '应为仍在进行的就诊，并以其编号表示，但收到其他就诊',
  ),
  knownEncounter: texts(
    'Expected no encounter, since it was deposited before; refer to it',
    '該次求診先前已經存放，無須再次提交；請改為引用該次求診',
    '该次就诊先前已经存入，无须再次提交；请改为引用该次就诊',
  ),
} as const satisfies Readonly<Record<string, Texts>>;
