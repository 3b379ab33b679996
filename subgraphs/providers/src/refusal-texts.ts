/** What is told of what this subgraph refuses, in each language. Data alone; a word in braces is filled in. */
import { texts } from '@causeway/schema';
import type { Texts } from '@causeway/schema';

/** Duties that cannot be specified or ended. */
export const DUTY = {
  organization: texts(
    'Expected an organisation that is registered as healthcare provider in Hong Kong, got another; one abroad has a duty by a condition of its recognition',
    '機構應為已在香港登記的醫護提供者；香港以外機構的責任由其認可的條件訂明',
    '机构应为已在香港登记的医疗服务提供者；香港以外机构的责任由其认可的条件规定',
  ),
  categories: texts(
    'Expected one category at least and each once, got {got} of which {differ} differ',
    '應最少選擇一個類別，且不可重複，但收到 {got} 個，當中不同的有 {differ} 個',
    '应至少选择一个类别，且不可重复，但收到 {got} 个，其中不同的有 {differ} 个',
  ),
  duration: texts(
    'Expected an ISO 8601 duration such as P1D or PT12H, got {got}',
    '期限應為 ISO 8601 時段，例如 P1D 或 PT12H，但收到 {got}',
    '期限应为 ISO 8601 时段，例如 P1D 或 PT12H，但收到 {got}',
  ),
  fromPast: texts(
    'Expected a duty from today on or later, got one from {from}; nobody can have known of a duty before it was specified',
    '責任應由今日或之後開始，但收到的開始時間為 {from}；責任訂明之前，無人可得知其存在',
    '责任应从今日或之后开始，但收到的开始时间为 {from}；责任作出规定之前，无人可得知其存在',
  ),
  overlapping: texts(
    'Expected categories that no other specification in force names for the organisation, got one that is; end that duty first',
    '所選類別之中，有類別已在該機構另一項生效中的責任內訂明；請先終止該項責任',
    '所选类别之中，有类别已在该机构另一项生效中的责任内规定；请先终止该项责任',
  ),
  ofCondition: texts(
    'Expected a duty that was specified, got one that follows from a condition; it ends with the condition',
    '此項責任並非另行訂明，而是源自認可的條件；條件終止時，責任亦隨之終止',
    '此项责任并非另行规定，而是源自认可的条件；条件终止时，责任也随之终止',
  ),
  ended: texts(
    'Expected a duty that goes on, got one that has ended',
    '此項責任已經終止',
    '此项责任已经终止',
  ),
  until: texts(
    'Expected an end from today on, and not before the duty begins; got {until}',
    '終止時間應在今日或之後，且不得早於責任開始之時，但收到 {until}',
    '终止时间应在今日或之后，且不得早于责任开始之时，但收到 {until}',
  ),
} as const satisfies Readonly<Record<string, Texts>>;

/** Steps that a recognition does not allow, and terms that it cannot have. */
export const RECOGNITION = {
  otherNext: texts(
    'Expected after {from} one of [{allowed}], got {got}',
    '{from} 之後的狀況應為 [{allowed}] 其中之一，但收到 {got}',
    '{from} 之后的状态应为 [{allowed}] 其中之一，但收到 {got}',
  ),
  otherState: texts(
    'Expected for {step} a recognition that is {allowed}, got one that is {got}; read its present state',
    '認可的狀況應為 {allowed}，方可進行 {step}，但現時為 {got}；請查看最新狀況',
    '认可的状态应为 {allowed}，方可进行 {step}，但当前为 {got}；请查看最新状态',
  ),
  suspensionAlone: texts(
    'Expected a suspension with SUSPENDED alone, got one with {got}',
    '只有狀況為 SUSPENDED 時才可附有暫停期，但收到的狀況為 {got}',
    '只有状态为 SUSPENDED 时才可附有暂停期，但收到的状态为 {got}',
  ),
  suspensionPeriod: texts(
    'Expected a suspension with a start and, not before it, an end; got none such',
    '暫停期應有開始及結束時間，而結束時間不得早於開始時間',
    '暂停期应有开始及结束时间，且结束时间不得早于开始时间',
  ),
  suspensionOver: texts(
    'Expected a suspension that ends in the future, got one until {until}',
    '暫停期應在現時之後結束，但收到的結束時間為 {until}',
    '暂停期应在当前时间之后结束，但收到的结束时间为 {until}',
  ),
  otherExtension: texts(
    'Expected an extension to keep the start of the suspension and move its end on, got another period',
    '延長暫停期時，應保留原有的開始時間，並將結束時間延後，但收到的期間並不相符',
    '延长暂停期时，应保留原有的开始时间，并将结束时间延后，但收到的期间不相符',
  ),
  secondExtension: texts(
    'Expected a suspension to be extended once, got a second extension; lift it or cancel the recognition',
    '暫停期只可延長一次，不可再度延長；請解除暫停或取消認可',
    '暂停期只可延长一次，不可再次延长；请解除暂停或取消认可',
  ),
  tooLong: texts(
    'Expected a suspension or its extension to last {most} days at most, got {got}',
    '暫停期或其延長期最長為 {most} 日，但收到 {got} 日',
    '暂停期或其延长期最长为 {most} 日，但收到 {got} 日',
  ),
  endless: texts(
    'Expected a period with an end, got one without; a recognition expires, say when',
    '期間應設有結束時間；認可會屆滿，請註明屆滿時間',
    '期间应设有结束时间；认可会到期，请注明到期时间',
  ),
  reversed: texts(
    'Expected a period that ends after it begins, got {start} to {end}',
    '期間的結束時間應在開始時間之後，但收到 {start} 至 {end}',
    '期间的结束时间应在开始时间之后，但收到 {start} 至 {end}',
  ),
  over: texts(
    'Expected a period that is not over, got one until {end}; give another end',
    '期間不應已經結束，但收到的結束時間為 {end}；請輸入其他結束時間',
    '期间不应已经结束，但收到的结束时间为 {end}；请输入其他结束时间',
  ),
  waiting: texts(
    'Expected a subject without an application that waits, got one with; recognise or refuse that one',
    '該對象已有一項申請等候處理；請先認可或拒絕該項申請',
    '该对象已有一项申请等候处理；请先认可或拒绝该项申请',
  ),
  inHongKong: texts(
    'Expected a subject outside Hong Kong, got one in it; a domestic provider is registered, not recognised',
    '認可的對象應在香港以外；本地醫護提供者應辦理登記，而非申請認可',
    '认可的对象应在香港以外；香港的医疗服务提供者应办理登记，而非申请认可',
  ),
  blankReference: texts(
    'Expected a reference of the instrument, got a blank one',
    '應註明文書的編號，不可留空',
    '应注明文书的编号，不可留空',
  ),
  another: texts(
    'Expected one recognition of a subject to stand, got {one} and {other}; end one of them first',
    '同一對象只可有一項生效的認可，但現有 {one} 及 {other}；請先終止其中一項',
    '同一对象只可有一项生效的认可，但现有 {one} 及 {other}；请先终止其中一项',
  ),
} as const satisfies Readonly<Record<string, Texts>>;

/** Conditions that no decision would understand. */
export const CONDITION = {
  kind: texts(
    'Expected a condition of a kind that is known, got {got}; use one of {known}',
    '條件的種類應為已知的種類，但收到 {got}；請從以下種類選擇：{known}',
    '条件的种类应为已知的种类，但收到 {got}；请从以下种类选择：{known}',
  ),
  twice: texts(
    'Expected one condition of a kind, got two of {kind}; give one',
    '每個種類只可有一項條件，但收到兩項 {kind}；請只保留一項',
    '每个种类只可有一项条件，但收到两项 {kind}；请只保留一项',
  ),
  value: texts(
    'Expected as value of {kind} {form}, got {got}',
    '{kind} 的值應為{form}，但收到 {got}',
    '{kind} 的值应为{form}，但收到 {got}',
  ),
} as const satisfies Readonly<Record<string, Texts>>;

/** The forms that the values of conditions have. */
export const FORM = {
  flag: texts('`true` or `false`', ' `true` 或 `false`', ' `true` 或 `false`'),
  list: texts('{words}, separated by commas', '{words}，以逗號分隔', '{words}，以逗号分隔'),
  duration: texts(
    'an ISO 8601 duration such as `P90D` or `PT12H`',
    ' ISO 8601 時段，例如 `P90D` 或 `PT12H`',
    ' ISO 8601 时段，例如 `P90D` 或 `PT12H`',
  ),
  days: texts(
    'an ISO 8601 duration of years, months, weeks or days such as `P3Y`',
    '以年、月、星期或日表示的 ISO 8601 時段，例如 `P3Y`',
    '以年、月、周或日表示的 ISO 8601 时段，例如 `P3Y`',
  ),
  period: texts(
    '`start/end`, two FHIR dates of which one may be left out, the start not after the end',
    ' `start/end`，即兩個 FHIR 日期，可略去其中一個，而開始日期不得遲於結束日期',
    ' `start/end`，即两个 FHIR 日期，可省略其中一个，且开始日期不得晚于结束日期',
  ),
  scopes: texts('sharable scopes', '可互通的類別', '可共享的类别'),
  purposes: texts(
    'purposes of use such as `TREAT`',
    '使用目的（例如 `TREAT`）',
    '使用目的（例如 `TREAT`）',
  ),
  clients: texts('ids of clients', '用戶端的編號', '客户端的标识'),
  locations: texts('names of locations', '地點的名稱', '地点的名称'),
  professions: texts(
    'professions such as `DOCTOR`',
    '專業（例如 `DOCTOR`）',
    '专业（例如 `DOCTOR`）',
  ),
} as const satisfies Readonly<Record<string, Texts>>;

/** Why something was recorded, where history cannot keep it. */
export const REASON = texts(
  'Expected a reason of 1 to {most} characters, got {got}',
  '原因應有 1 至 {most} 個字元，現有 {got} 個',
  '原因应有 1 至 {most} 个字符，现有 {got} 个',
);

/** What is changed but is not there. */
export const UNKNOWN = texts(
  'Expected the id of a {type}, got {id}; write it first',
  '應輸入 {type} 的編號，但收到 {id}；請先登記',
  '应输入 {type} 的编号，但收到 {id}；请先登记',
);

/** Whom a step is for. */
export const CALLER = texts(
  'Expected {office}, got another caller',
  '此操作只供{office}進行',
  '此操作仅供{office}进行',
);

/** Those who lead what is in the register. */
export const OFFICE = {
  COMMISSIONER: texts('the Commissioner', '電子健康紀錄專員', '电子健康记录专员'),
  SECRETARY_FOR_HEALTH: texts('the Secretary for Health', '醫務衞生局局長', '医务卫生局局长'),
} as const satisfies Readonly<Record<string, Texts>>;

/** No state at all. */
export const NOTHING = texts('nothing', '無', '无');

/** Between the words of a list of which any will do. */
export const OR = texts(' or ', ' 或 ', ' 或 ');
