/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** What a caller asked to do with a patient's data. */
export type AccessAction =
  /** To give, change or revoke consent. */
  | 'AUTHORISE'
  /** To deposit a record. */
  | 'DEPOSIT'
  /** To declare an emergency. */
  | 'EMERGENCY'
  /** To read. */
  | 'READ';

/** The caller who is asked about: a person, or a professional of an organisation, who may act through a system. */
export type AccessCallerInput = {
  /** The OAuth client that they use; one that the conditions of their recognition designate, if left out. */
  readonly client?: string | null | undefined;
  /** The id of the grant they are bound to. */
  readonly grant?: string | null | undefined;
  /** The id of the organisation. */
  readonly organization?: string | null | undefined;
  /** A person's Patient id. */
  readonly person?: string | null | undefined;
  /** The id of the professional's role there. */
  readonly practitionerRole?: string | null | undefined;
  /** The id of the public health record system that acts for them. */
  readonly system?: string | null | undefined;
};

/** Where the answer was asked from. */
export type AccessReach =
  /** From across the boundary. */
  | 'CROSS_BORDER'
  /** From within Hong Kong. */
  | 'DOMESTIC';

/** What became of the answer. */
export type AccessRelease =
  /** The caller went away before it was given. */
  | 'CANCELLED'
  /** It could not be made. */
  | 'FAILED'
  /** There is none yet: a deposit is on record before it begins, and again when it is done. */
  | 'INTENDED'
  /** It was given. */
  | 'RELEASED'
  /** It was withheld. */
  | 'WITHHELD';

/** The gender a person has for administrative purposes (FHIR AdministrativeGender). */
export type AdministrativeGender =
  /** Female. */
  | 'FEMALE'
  /** Male. */
  | 'MALE'
  /** Another gender than male or female. */
  | 'OTHER'
  /** Asked for, and not known. */
  | 'UNKNOWN';

/** A patient's answer to a request for a sharing consent. */
export type AnswerSharingRequestInput = {
  /** The answer. */
  readonly answer: SharingConsentAnswer;
  /** When the consent is in force; as asked, if left out. */
  readonly period?: PeriodInput | null | undefined;
  /** The id of the request. */
  readonly request: string;
  /** The categories, among those asked for; as asked, if left out. */
  readonly scopes?: ReadonlyArray<SharableCategory> | null | undefined;
};

/** How it was decided (FHIR AuditEvent.outcome). */
export type AuditEventOutcome =
  /** Denied (8). */
  | 'DENY'
  /** Permitted (0). */
  | 'PERMIT';

/** What a patient agrees to of what was asked for: as much or less, never more. What is left out is agreed to as asked, except for restricted records. */
export type AuthoriseGrantInput = {
  /** How long it lasts from now on, no longer than asked for: `P3D`. */
  readonly duration?: string | null | undefined;
  /** Whether restricted records go with it: only where they were asked for. */
  readonly includesRestricted?: boolean;
  /** How far back, no further than asked for: an ISO 8601 duration, `P1Y`. */
  readonly lookBack?: string | null | undefined;
  /** What its holder may do, among what was asked for. */
  readonly permissions?: ReadonlyArray<GrantPermission> | null | undefined;
  /** The id of the request. */
  readonly request: string;
  /** The categories, among those asked for. */
  readonly scopes?: ReadonlyArray<SharableCategory> | null | undefined;
};

/** What a consent or a provision says (FHIR R5 Consent.decision). */
export type ConsentDecision =
  /** It denies. */
  | 'DENY'
  /** It permits. */
  | 'PERMIT';

/** What a consent is about. */
export type ConsentKind =
  /** Access or deposit by a recognised party outside Hong Kong, by a grant. */
  | 'CROSS_BORDER'
  /** An objection to deposits by a provider. */
  | 'DEPOSIT_OBJECTION'
  /** Joining the eHealth system. */
  | 'JOINING'
  /** A restriction of what others may see. */
  | 'RESTRICTION'
  /** Access by a healthcare provider in Hong Kong. */
  | 'SHARING';

/** A scope of consent: a sharable category, or the layer's own administrative records. */
export type ConsentScope =
  /** Allergies and adverse drug reactions (敏感及藥物不良反應). */
  | 'ALLERGY_ADR'
  /** The audit trail. In no grant: for the patient, and for the offices that oversee it. */
  | 'AUDIT'
  /** Birth records (出生紀錄). */
  | 'BIRTH'
  /** Chinese medicine records (中醫藥紀錄). */
  | 'CHINESE_MED'
  /** Clinical notes and summaries (臨床摘要). */
  | 'CLINICAL_NOTE'
  /** Consents. In no grant: for the patient, and for the parties to each. */
  | 'CONSENT'
  /** Receipts of what was deposited. In no grant: for the patient, and for the organisation that deposited. */
  | 'DEPOSIT'
  /** Diagnoses (診斷). */
  | 'DIAGNOSIS'
  /** Encounters and appointments (住院、到診及預約資料). */
  | 'ENCOUNTER'
  /** Cross-border grants. In no grant: for the patient, and for the parties to each. */
  | 'GRANT'
  /** Immunisation records (防疫接種紀錄). */
  | 'IMMUNISATION'
  /** Laboratory reports and results (化驗報告). */
  | 'LAB_REPORT'
  /** Medication prescribed and dispensed (藥物). */
  | 'MEDICATION'
  /** Medical certificates (醫生證明書). */
  | 'MED_CERT'
  /** What the patient was told of. In no grant: for the patient. */
  | 'NOTIFICATION'
  /** Observations and lifestyle records (觀察及生活方式紀錄). */
  | 'OBS_LIFESTYLE'
  /** Reports of other investigations (其他檢查報告). */
  | 'OTHER_INVESTIGATION'
  /** Who the patient is: names, birth, sex, numbers, address and contacts (個人資料). */
  | 'PERSON'
  /** Procedures (手術及其他醫療程序). */
  | 'PROCEDURE'
  /** Radiology images (放射影像). */
  | 'RAD_IMAGE'
  /** Radiology reports (放射報告). */
  | 'RAD_REPORT'
  /** Healthcare referrals (醫療轉介資料). */
  | 'REFERRAL';

/** The state of a consent (FHIR Consent.status). Whether it has expired is told by its period. */
export type ConsentStatus =
  /** In force within its period. */
  | 'ACTIVE'
  /** In the making. */
  | 'DRAFT'
  /** Recorded by mistake. */
  | 'ENTERED_IN_ERROR'
  /** Revoked or superseded. */
  | 'INACTIVE'
  /** Put to the patient, who has not answered. */
  | 'PROPOSED'
  /** The patient declined. */
  | 'REJECTED';

/** A gate of the decision, in the order in which they are passed. */
export type DecisionGate =
  /** It is on record. */
  | 'AUDIT'
  /** The token is bound to an organisation that the registry knows. */
  | 'CALLER'
  /** The category is within consent, conditions and profession. */
  | 'CATEGORY'
  /** The patient has agreed. */
  | 'CONSENT'
  /** The record is within the look-back period. */
  | 'DATA_PERIOD'
  /** The patient takes part. */
  | 'JOINING'
  /** Its confidentiality allows it. */
  | 'LABEL'
  /** It may go to where the caller stands. */
  | 'OBLIGATION'
  /** The organisation is registered or recognised, and the conditions are met. */
  | 'ORGANIZATION'
  /** The practitioner's role is active at the organisation. */
  | 'PRACTITIONER_ROLE'
  /** No consent denies it. */
  | 'PROVISION'
  /** The purpose is one for which such a caller may ask. */
  | 'PURPOSE'
  /** The caller has to do with the patient now. */
  | 'RELATION';

/** What a duty to deposit rests on. */
export type DepositDutyBasis =
  /** The recognition of a party outside Hong Kong has the condition DEPOSIT_DUTY, which is a choice of this layer. */
  | 'CONDITION'
  /** The Secretary for Health specified the provider and the data, as the law provides. */
  | 'SPECIFICATION';

/** A duty to deposit that the Secretary for Health specifies. */
export type DepositDutyInput = {
  /** What has to be deposited: one category at least, each once. */
  readonly categories: ReadonlyArray<SharableCategory>;
  /** Encounters that end from then on: today or later; a date is its first moment. */
  readonly from: string;
  /** The id of an organisation registered as healthcare provider in Hong Kong. */
  readonly organization: string;
  /** Why, in 1 to 1,000 characters; it is kept in the history. */
  readonly reason: string;
  /** Within which time of the end of an encounter (ISO 8601 duration): `P1D`. */
  readonly within: string;
};

/** How what is due of an encounter stands. */
export type DepositDutyState =
  /** All of it is there, and came in time. */
  | 'ARRIVED'
  /** All of it is there; some of it came after it was due. */
  | 'ARRIVED_LATE'
  /** Something is not there yet, and in time. */
  | 'DUE'
  /** Something is not there, and overdue. The layer cannot tell what was never made from what was not deposited. */
  | 'LATE';

/** Records that come into the account of a patient. */
export type DepositRecordsInput = {
  /** The records: a bundle of type collection, document or transaction, of 1,000 entries and 5 MiB at most, of this patient, this organisation and this encounter. `Patient/{id}`, `Organization/{id}` and `Encounter/{id}` name them by the ids of this graph. */
  readonly bundle: unknown;
  /** A text of your own for this deposit, 8 to 128 visible ASCII characters, such as a random UUID: the same bundle under the same key is taken once, however often it is sent. */
  readonly idempotencyKey: string;
  /** The patient's id. */
  readonly patient: string;
  /** The ids of uploads whose images belong to the bundle. */
  readonly uploads?: ReadonlyArray<string> | null | undefined;
};

/** What is to be explained: who asked for what, when. Without coordinate and record, the patient's data as a whole. */
export type ExplainAccessInput = {
  /** What they ask to do. */
  readonly action?: AccessAction;
  /** As things stood then; as they stand, if left out. */
  readonly at?: string | null | undefined;
  /** The caller. */
  readonly caller: AccessCallerInput;
  /** A field of the graph by its coordinate, such as `Patient.hkid`. */
  readonly coordinate?: string | null | undefined;
  /** The purpose of use that they declare (HL7 v3 ActReason). */
  readonly purpose: string;
  /** A record by its id; it goes before a field. */
  readonly record?: string | null | undefined;
  /** A consent to suppose beside what there is. */
  readonly supposing?: SupposedConsentInput | null | undefined;
};

/** Whether the patient is using the service now. */
export type GrantEncounterStatus =
  /** The encounter has ended. */
  | 'CLOSED'
  /** The encounter is going on. */
  | 'OPEN';

/** What a cross-border grant lets its holder do. */
export type GrantPermission =
  /** Deposit records of its encounter. */
  | 'DEPOSIT'
  /** Read within its scopes. */
  | 'READ';

/** For what a cross-border grant may be asked (HL7 v3 ActReason). */
export type GrantPurpose =
  /** The trial of a channel, with an invented patient. */
  | 'HTEST'
  /** Treatment of the patient. */
  | 'TREAT';

/** Where a cross-border grant stands in its life. */
export type GrantState =
  /** The patient has authorised it. */
  | 'AUTHORISED'
  /** The encounter has ended. */
  | 'COMPLETED'
  /** The patient has declined it. */
  | 'DECLINED'
  /** Its period is over. */
  | 'EXPIRED'
  /** The patient did not answer in time. */
  | 'LAPSED'
  /** Link and passcode are issued. */
  | 'LINK_ISSUED'
  /** The passcode was given wrongly too often. */
  | 'LOCKED'
  /** Both were redeemed as the encounter opened; it can be used. */
  | 'REDEEMED'
  /** A provider has asked for it. */
  | 'REQUESTED'
  /** The patient has revoked it. */
  | 'REVOKED'
  /** The requester's recognition is suspended. */
  | 'SUSPENDED';

/** That the patient's identity was checked against a document. Which document it was is kept, its number is not asked for. */
export type IdentityCheckInput = {
  /** Whether you attest that the document is that of the patient before you; nothing is authorised without. */
  readonly attested: boolean;
  /** The document that was checked. */
  readonly document: IdentityDocument;
};

/** A document by which a patient's identity is checked. */
export type IdentityDocument =
  /** The Hong Kong identity card. */
  | 'HKID_CARD'
  /** The Mainland Travel Permit for Hong Kong and Macao Residents (Home Return Permit). */
  | 'HOME_RETURN_PERMIT'
  /** A passport. */
  | 'PASSPORT';

/** What the caller may do with images. */
export type ImageAction =
  /** Take them away. */
  | 'DOWNLOAD'
  /** Look at them where they are kept. */
  | 'VIEW';

/** The standing of a patient in the eHealth system. */
export type JoiningStatus =
  /** Has joined. */
  | 'ACTIVE'
  /** Had joined and has died. */
  | 'DECEASED'
  /** Has not given joining consent. */
  | 'NOT_JOINED'
  /** Has joined; the registration is suspended. */
  | 'SUSPENDED'
  /** Had joined and has withdrawn. */
  | 'WITHDRAWN';

/** A language in which people are spoken to. */
export type Language =
  /** English. */
  | 'EN'
  /** Chinese in simplified characters (简体中文). */
  | 'ZH_HANS'
  /** Chinese in traditional characters (繁體中文). */
  | 'ZH_HANT';

/** The way by which a patient is notified. */
export type NotificationChannel =
  /** In the eHealth app. */
  | 'APP'
  /** By e-mail. */
  | 'EMAIL'
  /** By letter. */
  | 'POST'
  /** By text message. */
  | 'SMS';

/** Whether the patient may decline to be told. */
export type NotificationDuty =
  /** It is sent whatever the patient prefers. */
  | 'MANDATORY'
  /** It is sent as the patient prefers. */
  | 'PREFERENCE';

/** What a patient is told of. */
export type NotificationKind =
  /** Somebody had access to the record. */
  | 'ACCESS'
  /** A sharing consent was declined. */
  | 'CONSENT_DECLINED'
  /** A consent was given. */
  | 'CONSENT_GIVEN'
  /** A provider asked for a sharing consent. */
  | 'CONSENT_REQUESTED'
  /** A consent was revoked. */
  | 'CONSENT_REVOKED'
  /** Records were deposited into the account. */
  | 'DEPOSITED'
  /** The deposit of records of an encounter outside Hong Kong was authorised. */
  | 'DEPOSIT_AUTHORISED'
  /** A professional declared an emergency. */
  | 'EMERGENCY_ACCESS'
  /** A cross-border grant was authorised. */
  | 'GRANT_AUTHORISED'
  /** The encounter of a cross-border grant ended. */
  | 'GRANT_COMPLETED'
  /** A cross-border grant was declined. */
  | 'GRANT_DECLINED'
  /** The period of a cross-border grant is over. */
  | 'GRANT_EXPIRED'
  /** A request for a cross-border grant was not answered in time. */
  | 'GRANT_LAPSED'
  /** A secure link was redeemed, and the encounter opened. */
  | 'GRANT_REDEEMED'
  /** A party outside Hong Kong asked for a cross-border grant. */
  | 'GRANT_REQUESTED'
  /** The suspension of the party to a grant was lifted. */
  | 'GRANT_RESUMED'
  /** A cross-border grant was revoked. */
  | 'GRANT_REVOKED'
  /** The recognition of the party to a grant was suspended or ended. */
  | 'GRANT_SUSPENDED'
  /** The patient joined the eHealth system. */
  | 'JOINED'
  /** A secure link was not redeemed in time; another one can be issued. */
  | 'LINK_EXPIRED'
  /** A secure link was issued. */
  | 'LINK_ISSUED'
  /** A secure link was locked after too many wrong passcodes. */
  | 'LINK_LOCKED'
  /** The passcode of a secure link. */
  | 'PASSCODE'
  /** A professional gained access to restricted records. */
  | 'STEP_UP'
  /** The code by which the patient agrees to a step-up. */
  | 'STEP_UP_CODE'
  /** A professional asked for access to restricted records. */
  | 'STEP_UP_REQUESTED'
  /** The patient withdrew from the eHealth system. */
  | 'WITHDRAWN';

/** How a patient wishes to be told of accesses to their record. */
export type NotificationPreferenceInput = {
  /** The way by which notices come; a number or address for it is registered. */
  readonly channel: NotificationChannel;
  /** The language of notices (BCP 47): English, Traditional or Simplified Chinese. */
  readonly language: string;
  /** Whether the patient wants no notice of ordinary domestic accesses. Notices of cross-border and restricted accesses come all the same. */
  readonly refusesAccessNotices: boolean;
};

/** A span of time, inclusive at both ends (FHIR Period). */
export type PeriodInput = {
  /** Ends with the last moment this may mean: a date includes its whole day, local to Hong Kong; open if absent. */
  readonly end?: string | null | undefined;
  /** Begins with the first moment this may mean; open if absent. */
  readonly start?: string | null | undefined;
};

/** The code that the patient told for a deposit, and the check of who the patient is. */
export type PresentDepositCodeInput = {
  /** The code that the patient told; it can be used once. */
  readonly code: string;
  /** The id of the grant whose encounter is open. */
  readonly grant: string;
  /** The check of the patient's identity. */
  readonly identityCheck: IdentityCheckInput;
};

/** An application for the recognition of a party outside Hong Kong. */
export type RecognitionApplicationInput = {
  /** What sets it apart from others. */
  readonly categories?: ReadonlyArray<RecognitionCategory>;
  /** The conditions it is applied for with. */
  readonly conditions?: ReadonlyArray<RecognitionConditionInput>;
  /** What it is to rest on. */
  readonly instrument?: RecognitionInstrumentInput | null | undefined;
  /** From when until when it is applied for; it has an end, which is not in the past. */
  readonly period: PeriodInput;
  /** Why it is applied for, in 1 to 1,000 characters. */
  readonly reason: string;
  /** The id of the organisation or public health record system, outside Hong Kong. */
  readonly subject: string;
};

/** What sets some recognitions apart from others. */
export type RecognitionCategory =
  /** A provider of the Elderly Health Care Voucher Greater Bay Area Pilot Scheme (長者醫療券大灣區試點計劃). */
  | 'EHCV_GBA_PILOT';

/** A condition that a recognition is to be subject to. */
export type RecognitionConditionInput = {
  /** The kind of condition, one of each at most. */
  readonly kind: RecognitionConditionKind;
  /** The value, in the form that the kind asks for. */
  readonly value: string;
};

/** The kinds of conditions that a recognition may be subject to. */
export type RecognitionConditionKind =
  /** Only these purposes of use may be declared, separated by commas. Its value is purposes of use such as `TREAT`, separated by commas. */
  | 'ALLOWED_PURPOSES'
  /** Only these scopes may be read, separated by commas. Its value is sharable scopes, separated by commas. */
  | 'ALLOWED_SCOPES'
  /** Whether records may be deposited: `true` or `false`. Its value is `true` or `false`. */
  | 'DEPOSIT_ALLOWED'
  /** Records of an encounter have to be deposited within so long (ISO 8601 duration). Its value is an ISO 8601 duration such as `P90D` or `PT12H`. */
  | 'DEPOSIT_DUTY'
  /** Only these clients may be used, separated by commas. Its value is ids of clients, separated by commas. */
  | 'DESIGNATED_CLIENT'
  /** Whether only providers in the Greater Bay Area may ask: `true` or `false`. Its value is `true` or `false`. */
  | 'GBA_ONLY'
  /** A grant may last so long at most (ISO 8601 duration). Its value is an ISO 8601 duration such as `P90D` or `PT12H`. */
  | 'MAX_GRANT_DURATION'
  /** Only records of the last so long may be read (ISO 8601 duration). Its value is an ISO 8601 duration of years, months, weeks or days such as `P3Y`. */
  | 'MAX_LOOKBACK'
  /** Only at these locations, separated by commas. Its value is names of locations, separated by commas. */
  | 'NAMED_LOCATIONS'
  /** Whether images may only be viewed: `true` or `false`. Its value is `true` or `false`. */
  | 'NO_IMAGE_DOWNLOAD'
  /** Whether restricted records stay out whatever a grant says: `true` or `false`. Its value is `true` or `false`. */
  | 'NO_RESTRICTED_LABEL'
  /** Only for these professions, separated by commas. Its value is professions such as `DOCTOR`, separated by commas. */
  | 'PRACTITIONER_ROLES'
  /** Whether records may be read: `true` or `false`. Its value is `true` or `false`. */
  | 'READ_ALLOWED'
  /** Only within this time: `start/end`, either may be left out. Its value is `start/end`, two FHIR dates of which one may be left out, the start not after the end. */
  | 'VALIDITY_PERIOD';

/** The instrument a recognition is to rest on. */
export type RecognitionInstrumentInput = {
  /** The filing number of the contract, or the reference of the memorandum. */
  readonly reference: string;
  /** The kind of instrument. */
  readonly type: RecognitionInstrumentType;
};

/** The kind of instrument a recognition rests on. */
export type RecognitionInstrumentType =
  /** A standard contract for cross-boundary flow of personal information within the Greater Bay Area, as filed. */
  | 'GBA_STANDARD_CONTRACT'
  /** A memorandum of understanding. */
  | 'MEMORANDUM_OF_UNDERSTANDING';

/** The status of a recognition, as the Commissioner or time has given it. Time is noted some moments late; that a period or suspension is over counts at once. */
export type RecognitionStatus =
  /** Applied for. */
  | 'APPLIED'
  /** Was recognised; the Commissioner has cancelled it. */
  | 'CANCELLED'
  /** Was recognised; its time is over. */
  | 'EXPIRED'
  /** Recognised. */
  | 'RECOGNISED'
  /** Applied for and refused. */
  | 'REFUSED'
  /** Recognised; the recognition is suspended for a time. */
  | 'SUSPENDED'
  /** Was recognised; it was given up. */
  | 'WITHDRAWN';

/** A secure link, and the passcode that the patient was sent. */
export type RedeemLinkInput = {
  /** The link as it was scanned: the whole of it, its `shlink:/…` part, or the bare key. */
  readonly link: string;
  /** The passcode: eight digits. */
  readonly passcode: string;
};

/** What a person related to a patient may do for them. */
export type RelatedPersonRole =
  /** Acts for the patient in what the patient has authorised. */
  | 'AUTHORISED_PERSON'
  /** Applies for and authorises cross-border grants; reads no record. */
  | 'CAREGIVER'
  /** Is to be told or asked; acts in nothing. */
  | 'CONTACT'
  /** Substitute decision maker: acts for a patient who is under 16 or incapable. */
  | 'SDM';

/** What a code from the patient lets an organisation ask for or do. */
export type RequestCodeUse =
  /** To deposit the records of the encounter that is going on, for an organisation outside Hong Kong. */
  | 'DEPOSIT'
  /** A cross-border grant, for an organisation outside Hong Kong. */
  | 'GRANT'
  /** A sharing consent, for an organisation in Hong Kong. */
  | 'SHARING';

/** What a party outside Hong Kong asks a patient for. */
export type RequestGrantInput = {
  /** The code that the patient told; it can be used once. */
  readonly code: string;
  /** How long the grant is to last, from its authorisation on: an ISO 8601 duration, `P7D`. Ninety days at most, or what the recognition allows. */
  readonly duration: string;
  /** Whether restricted records are asked for too. */
  readonly includesRestricted?: boolean;
  /** How far back clinical dates are to be covered: an ISO 8601 duration, `P3Y`. Three years at most, or what the recognition allows. */
  readonly lookBack: string;
  /** What the grant is to let its holder do. */
  readonly permissions: ReadonlyArray<GrantPermission>;
  /** For what; the same as is declared for the request. */
  readonly purpose: GrantPurpose;
  /** Why, in your own words, which the patient reads: one line of plain text, 500 characters at most. */
  readonly reason?: string | null | undefined;
  /** The categories: only those that the recognition allows. Whose records they are goes with any. */
  readonly scopes: ReadonlyArray<SharableCategory>;
};

/** What an organisation in Hong Kong asks a patient for. */
export type RequestSharingConsentInput = {
  /** The code that the patient told; it can be used once. */
  readonly code: string;
  /** When the consent is to be in force; until it is revoked, if left out. */
  readonly period?: PeriodInput | null | undefined;
  /** The categories, all if left out. Whose records they are goes with any of them. */
  readonly scopes?: ReadonlyArray<SharableCategory> | null | undefined;
};

/** What a patient does not want to be seen, and by whom: an organisation, categories, or both. */
export type RestrictAccessInput = {
  /** The id of the organisation; everybody, if left out. */
  readonly organization?: string | null | undefined;
  /** The categories; all of them, if left out. */
  readonly scopes?: ReadonlyArray<SharableCategory> | null | undefined;
};

/** A category of sharable clinical records. */
export type SharableCategory =
  /** Allergies and adverse drug reactions (敏感及藥物不良反應). */
  | 'ALLERGY_ADR'
  /** Birth records (出生紀錄). */
  | 'BIRTH'
  /** Chinese medicine records (中醫藥紀錄). */
  | 'CHINESE_MED'
  /** Clinical notes and summaries (臨床摘要). */
  | 'CLINICAL_NOTE'
  /** Diagnoses (診斷). */
  | 'DIAGNOSIS'
  /** Encounters and appointments (住院、到診及預約資料). */
  | 'ENCOUNTER'
  /** Immunisation records (防疫接種紀錄). */
  | 'IMMUNISATION'
  /** Laboratory reports and results (化驗報告). */
  | 'LAB_REPORT'
  /** Medication prescribed and dispensed (藥物). */
  | 'MEDICATION'
  /** Medical certificates (醫生證明書). */
  | 'MED_CERT'
  /** Observations and lifestyle records (觀察及生活方式紀錄). */
  | 'OBS_LIFESTYLE'
  /** Reports of other investigations (其他檢查報告). */
  | 'OTHER_INVESTIGATION'
  /** Procedures (手術及其他醫療程序). */
  | 'PROCEDURE'
  /** Radiology images (放射影像). */
  | 'RAD_IMAGE'
  /** Radiology reports (放射報告). */
  | 'RAD_REPORT'
  /** Healthcare referrals (醫療轉介資料). */
  | 'REFERRAL';

/** What a patient answers to a request for a sharing consent. */
export type SharingConsentAnswer =
  /** The patient agrees, to as much as asked or less. */
  | 'ACCEPT'
  /** The patient refuses. */
  | 'DECLINE';

/** A consent that the patient has not given, to see what it would change. */
export type SupposedConsentInput = {
  /** What it is about. */
  readonly kind: SupposedConsentKind;
  /** The id of the organisation; everybody, for a restriction without one. */
  readonly organization?: string | null | undefined;
  /** The categories; all of them, if left out. */
  readonly scopes?: ReadonlyArray<SharableCategory> | null | undefined;
};

/** A kind of consent that can be supposed. */
export type SupposedConsentKind =
  /** The consent of the grant that the caller is bound to. */
  | 'CROSS_BORDER'
  /** A restriction of what others may see. */
  | 'RESTRICTION'
  /** Access by a healthcare provider in Hong Kong. */
  | 'SHARING';

/** Which way records crossed the boundary. */
export type TransferDirection =
  /** From Hong Kong: records were read abroad. */
  | 'HK_TO_MAINLAND'
  /** To Hong Kong: records were deposited from abroad. */
  | 'MAINLAND_TO_HK';

/** The kind of instrument that records crossed the boundary by. */
export type TransferInstrumentType =
  /** A standard contract for cross-boundary flow of personal information within the Greater Bay Area, as filed. */
  | 'GBA_STANDARD_CONTRACT'
  /** A memorandum of understanding. */
  | 'MEMORANDUM_OF_UNDERSTANDING';

export type AnswerSharingRequestMutationVariables = Exact<{
  patient: string;
  input: AnswerSharingRequestInput;
}>;


export type AnswerSharingRequestMutation = { readonly answerSharingRequest: { readonly id: string, readonly status: ConsentStatus } | null };

export type ApplyForRecognitionMutationVariables = Exact<{
  input: RecognitionApplicationInput;
}>;


export type ApplyForRecognitionMutation = { readonly applyForRecognition: { readonly id: string, readonly status: RecognitionStatus, readonly categories: ReadonlyArray<RecognitionCategory>, readonly conditions: ReadonlyArray<{ readonly kind: string, readonly value: string, readonly meaning: string | null }> } | null };

export type AuditTrailQueryVariables = Exact<{
  period?: PeriodInput | null | undefined;
  outcome?: AuditEventOutcome | null | undefined;
  first?: number | null | undefined;
}>;


export type AuditTrailQuery = { readonly auditEvents: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly recorded: string, readonly outcome: AuditEventOutcome, readonly reach: AccessReach, readonly release: AccessRelease, readonly scopes: ReadonlyArray<ConsentScope>, readonly agent: ReadonlyArray<{ readonly who: string, readonly organization: { readonly name: string | null } | null }> } | null }> } | null };

export type AuthoriseGrantMutationVariables = Exact<{
  patient: string;
  input: AuthoriseGrantInput;
}>;


export type AuthoriseGrantMutation = { readonly authoriseGrant: { readonly id: string, readonly state: GrantState, readonly authorised: { readonly scopes: ReadonlyArray<SharableCategory>, readonly lookBack: string, readonly permissions: ReadonlyArray<GrantPermission>, readonly includesRestricted: boolean } | null, readonly period: { readonly start: string | null, readonly end: string | null } | null } | null };

export type CancelRecognitionMutationVariables = Exact<{
  id: string;
  reason: string;
}>;


export type CancelRecognitionMutation = { readonly cancelRecognition: { readonly id: string, readonly status: RecognitionStatus, readonly suspension: { readonly start: string | null, readonly end: string | null } | null, readonly statusHistory: ReadonlyArray<{ readonly status: RecognitionStatus, readonly reason: string | null, readonly recordedBy: string | null, readonly since: string }> } | null };

export type ChangeRecognitionConditionsMutationVariables = Exact<{
  id: string;
  conditions: ReadonlyArray<RecognitionConditionInput> | RecognitionConditionInput;
  reason: string;
}>;


export type ChangeRecognitionConditionsMutation = { readonly changeRecognitionConditions: { readonly id: string, readonly conditions: ReadonlyArray<{ readonly kind: string, readonly value: string, readonly meaning: string | null }> } | null };

export type CloseEncounterMutationVariables = Exact<{
  grant: string;
}>;


export type CloseEncounterMutation = { readonly closeEncounter: { readonly id: string, readonly state: GrantState } | null };

export type ConfirmStepUpMutationVariables = Exact<{
  patient: string;
  challenge: string;
  code: string;
}>;


export type ConfirmStepUpMutation = { readonly confirmStepUp: { readonly id: string, readonly until: string } | null };

export type DeclareEmergencyMutationVariables = Exact<{
  patient: string;
  reason: string;
}>;


export type DeclareEmergencyMutation = { readonly declareEmergency: { readonly id: string, readonly until: string } | null };

export type DeclineGrantMutationVariables = Exact<{
  patient: string;
  request: string;
}>;


export type DeclineGrantMutation = { readonly declineGrant: { readonly id: string, readonly state: GrantState } | null };

export type DepositDutiesQueryVariables = Exact<{
  organization?: string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type DepositDutiesQuery = { readonly depositDuties: { readonly totalCount: number, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly basis: DepositDutyBasis, readonly categories: ReadonlyArray<SharableCategory>, readonly within: string, readonly from: string, readonly until: string | null, readonly organization: { readonly id: string, readonly name: string | null } | null } | null }> } };

export type DepositDutyItemsQueryVariables = Exact<{
  duty: string;
  state?: DepositDutyState | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type DepositDutyItemsQuery = { readonly depositDutyItems: { readonly totalCount: number, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly edges: ReadonlyArray<{ readonly node: { readonly encounter: string, readonly ended: string, readonly dueBy: string, readonly state: DepositDutyState, readonly missing: ReadonlyArray<SharableCategory> } | null }> } };

export type DepositDutyReportQueryVariables = Exact<{
  organization?: string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type DepositDutyReportQuery = { readonly depositDutyReport: { readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly edges: ReadonlyArray<{ readonly node: { readonly due: number, readonly arrived: number, readonly arrivedLate: number, readonly late: number, readonly oldestLate: string | null, readonly duty: { readonly id: string, readonly categories: ReadonlyArray<SharableCategory>, readonly within: string }, readonly organization: { readonly name: string | null } } | null }> } };

export type DepositRecordsMutationVariables = Exact<{
  input: DepositRecordsInput;
}>;


export type DepositRecordsMutation = { readonly depositRecords: { readonly id: string, readonly depositedAt: string, readonly digest: string, readonly resources: ReadonlyArray<{ readonly id: string, readonly type: string, readonly category: SharableCategory, readonly fullUrl: string | null, readonly digest: string }> } | null };

export type DisputeDepositMutationVariables = Exact<{
  patient: string;
  receipt: string;
  record?: string | null | undefined;
  reason: string;
}>;


export type DisputeDepositMutation = { readonly disputeDeposit: { readonly id: string, readonly disputes: ReadonlyArray<{ readonly id: string, readonly record: string | null, readonly reason: string | null, readonly disputedAt: string }> } | null };

export type EndDepositDutyMutationVariables = Exact<{
  id: string;
  until: string;
  reason: string;
}>;


export type EndDepositDutyMutation = { readonly endDepositDuty: { readonly id: string, readonly until: string | null, readonly history: ReadonlyArray<{ readonly recorded: string, readonly reason: string | null, readonly recordedBy: string | null }> } | null };

export type ExplainAccessQueryVariables = Exact<{
  patient: string;
  input: ExplainAccessInput;
}>;


export type ExplainAccessQuery = { readonly explainAccess: { readonly outcome: AuditEventOutcome, readonly gate: DecisionGate | null, readonly number: number | null, readonly reason: string | null, readonly refusal: string | null, readonly grant: string | null, readonly scopes: ReadonlyArray<ConsentScope>, readonly obligations: ReadonlyArray<string>, readonly until: string | null, readonly sentences: ReadonlyArray<string>, readonly consents: ReadonlyArray<{ readonly consent: string, readonly provision: ReadonlyArray<number> | null }>, readonly conditions: ReadonlyArray<{ readonly kind: string, readonly value: string }>, readonly supposing: { readonly outcome: AuditEventOutcome, readonly gate: DecisionGate | null, readonly sentences: ReadonlyArray<string>, readonly gained: ReadonlyArray<ConsentScope>, readonly lost: ReadonlyArray<ConsentScope> } | null } | null };

export type ExtendSuspensionMutationVariables = Exact<{
  id: string;
  reason: string;
  until: string;
}>;


export type ExtendSuspensionMutation = { readonly extendSuspension: { readonly id: string, readonly status: RecognitionStatus, readonly suspension: { readonly start: string | null, readonly end: string | null } | null, readonly statusHistory: ReadonlyArray<{ readonly status: RecognitionStatus, readonly reason: string | null, readonly recordedBy: string | null, readonly since: string }> } | null };

export type GiveSharingConsentMutationVariables = Exact<{
  patient: string;
  organization: string;
  scopes?: ReadonlyArray<ConsentScope> | ConsentScope | null | undefined;
  period?: PeriodInput | null | undefined;
}>;


export type GiveSharingConsentMutation = { readonly giveSharingConsent: { readonly id: string, readonly status: ConsentStatus, readonly grantee: ReadonlyArray<{ readonly id: string, readonly name: string | null }>, readonly period: { readonly start: string | null, readonly end: string | null } | null } | null };

export type GrantRequestQueryVariables = Exact<{
  id: string;
}>;


export type GrantRequestQuery = { readonly grantRequest: { readonly id: string, readonly state: GrantState, readonly encounter: GrantEncounterStatus | null, readonly authorised: { readonly scopes: ReadonlyArray<SharableCategory>, readonly lookBack: string, readonly permissions: ReadonlyArray<GrantPermission>, readonly includesRestricted: boolean } | null, readonly period: { readonly start: string | null, readonly end: string | null } | null } | null };

export type GrantRequestsQueryVariables = Exact<{
  patient: string;
  language: Language;
}>;


export type GrantRequestsQuery = { readonly grantRequests: ReadonlyArray<{ readonly id: string, readonly state: GrantState, readonly explanation: string | null, readonly duration: string | null, readonly answerBy: string | null, readonly asked: { readonly scopes: ReadonlyArray<SharableCategory>, readonly lookBack: string, readonly permissions: ReadonlyArray<GrantPermission>, readonly includesRestricted: boolean } | null }> | null };

export type GrantsOfPatientQueryVariables = Exact<{
  patient: string;
  state?: ReadonlyArray<GrantState> | GrantState | null | undefined;
}>;


export type GrantsOfPatientQuery = { readonly grants: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly state: GrantState, readonly scopes: ReadonlyArray<ConsentScope>, readonly permissions: ReadonlyArray<GrantPermission>, readonly period: { readonly start: string | null, readonly end: string | null } | null } | null }> } | null };

export type IssueLinkMutationVariables = Exact<{
  patient: string;
  grant: string;
}>;


export type IssueLinkMutation = { readonly issueLink: { readonly link: string, readonly qrCode: string, readonly expiresAt: string } | null };

export type IssueRequestCodeMutationVariables = Exact<{
  patient: string;
  organization: string;
  use: RequestCodeUse;
}>;


export type IssueRequestCodeMutation = { readonly issueRequestCode: { readonly code: string, readonly qrCode: string, readonly expiresAt: string } | null };

export type JoinEHealthMutationVariables = Exact<{
  patient: string;
}>;


export type JoinEHealthMutation = { readonly joinEHealth: { readonly id: string, readonly joiningStatus: JoiningStatus | null } | null };

export type LiftDepositObjectionMutationVariables = Exact<{
  patient: string;
  id: string;
}>;


export type LiftDepositObjectionMutation = { readonly liftDepositObjection: { readonly id: string, readonly status: ConsentStatus } | null };

export type LiftRestrictionMutationVariables = Exact<{
  patient: string;
  id: string;
}>;


export type LiftRestrictionMutation = { readonly liftRestriction: { readonly id: string, readonly status: ConsentStatus } | null };

export type LiftSuspensionMutationVariables = Exact<{
  id: string;
  reason: string;
}>;


export type LiftSuspensionMutation = { readonly liftSuspension: { readonly id: string, readonly status: RecognitionStatus, readonly suspension: { readonly start: string | null, readonly end: string | null } | null, readonly statusHistory: ReadonlyArray<{ readonly status: RecognitionStatus, readonly reason: string | null, readonly recordedBy: string | null, readonly since: string }> } | null };

export type MedicationsInPeriodQueryVariables = Exact<{
  id: string;
  period: PeriodInput;
  status?: ReadonlyArray<string> | string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type MedicationsInPeriodQuery = { readonly patient: { readonly medicationRequests: { readonly totalCount: number, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly edges: ReadonlyArray<{ readonly cursor: string, readonly node: { readonly authoredOn: string | null, readonly status: string | null, readonly medicationCodeableConcept: { readonly text: string | null } | null, readonly reasonCode: ReadonlyArray<{ readonly text: string | null }> | null, readonly author: { readonly name: string | null } | null } | null }> } | null } | null };

export type MyConsentsQueryVariables = Exact<{
  first?: number | null | undefined;
}>;


export type MyConsentsQuery = { readonly me: { readonly id: string, readonly consents: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly kind: ConsentKind, readonly status: ConsentStatus, readonly decision: ConsentDecision | null, readonly grantee: ReadonlyArray<{ readonly name: string | null }>, readonly period: { readonly start: string | null, readonly end: string | null } | null } | null }> } | null, readonly crossBorderGrants: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly state: GrantState, readonly scopes: ReadonlyArray<ConsentScope>, readonly lookBack: string, readonly requester: { readonly name: string | null } | null, readonly period: { readonly start: string | null, readonly end: string | null } | null } | null }> } | null } | null };

export type MyDepositReceiptsQueryVariables = Exact<{
  first?: number | null | undefined;
}>;


export type MyDepositReceiptsQuery = { readonly me: { readonly depositReceipts: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly depositedAt: string, readonly sourceJurisdiction: string, readonly organization: { readonly name: string | null } | null, readonly resources: ReadonlyArray<{ readonly id: string, readonly type: string, readonly category: SharableCategory }>, readonly disputes: ReadonlyArray<{ readonly id: string, readonly record: string | null, readonly reason: string | null, readonly disputedAt: string, readonly withdrawnAt: string | null }> } | null }> } | null } | null };

export type MyGrantRequestsQueryVariables = Exact<{
  first: number;
}>;


export type MyGrantRequestsQuery = { readonly myGrantRequests: ReadonlyArray<{ readonly id: string, readonly state: GrantState, readonly requestedAt: string, readonly answerBy: string | null }> | null };

export type MyGrantQueryVariables = Exact<{ [key: string]: never; }>;


export type MyGrantQuery = { readonly myGrant: { readonly id: string, readonly state: GrantState, readonly scopes: ReadonlyArray<ConsentScope>, readonly lookBack: string, readonly includesRestricted: boolean, readonly patient: { readonly id: string } | null, readonly period: { readonly start: string | null, readonly end: string | null } | null, readonly encounter: { readonly status: GrantEncounterStatus } | null } | null };

export type MyNotificationsQueryVariables = Exact<{
  first?: number | null | undefined;
}>;


export type MyNotificationsQuery = { readonly me: { readonly accessNotifications: { readonly edges: ReadonlyArray<{ readonly node: { readonly recorded: string, readonly kind: NotificationKind, readonly duty: NotificationDuty, readonly summary: string | null, readonly scopes: ReadonlyArray<ConsentScope>, readonly organization: { readonly name: string | null } | null, readonly views: ReadonlyArray<{ readonly recorded: string, readonly scopes: ReadonlyArray<ConsentScope> }> } | null }> } | null } | null };

export type MyPatientsQueryVariables = Exact<{
  first?: number;
  after?: string | null | undefined;
}>;


export type MyPatientsQuery = { readonly myPatients: ReadonlyArray<{ readonly id: string, readonly birthDate: string | null, readonly name: ReadonlyArray<{ readonly text: string | null }> | null, readonly allergyIntolerances: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly node: { readonly code: { readonly text: string | null } | null } | null }> } | null }> | null };

export type MyRecordQueryVariables = Exact<{ [key: string]: never; }>;


export type MyRecordQuery = { readonly me: { readonly birthDate: string | null, readonly hkid: string | null, readonly patientNumber: string | null, readonly joiningStatus: JoiningStatus | null, readonly name: ReadonlyArray<{ readonly text: string | null, readonly language: string | null }> | null, readonly generalPractitioner: { readonly name: string | null } | null, readonly relatedPersons: ReadonlyArray<{ readonly role: RelatedPersonRole, readonly name: ReadonlyArray<{ readonly text: string | null }> }> | null, readonly recordSummary: { readonly allergyAdr: { readonly count: number, readonly latest: string | null } | null, readonly medication: { readonly count: number, readonly latest: string | null } | null, readonly labReport: { readonly count: number, readonly latest: string | null } | null, readonly diagnosis: { readonly count: number, readonly latest: string | null } | null } | null } | null };

export type MyRequestSubscriptionVariables = Exact<{
  id: string;
}>;


export type MyRequestSubscription = { readonly myRequest: { readonly id: string, readonly state: GrantState, readonly authorised: { readonly scopes: ReadonlyArray<SharableCategory>, readonly lookBack: string, readonly permissions: ReadonlyArray<GrantPermission>, readonly includesRestricted: boolean } | null, readonly period: { readonly start: string | null, readonly end: string | null } | null } | null };

export type ObjectToDepositMutationVariables = Exact<{
  patient: string;
  organization: string;
}>;


export type ObjectToDepositMutation = { readonly objectToDeposit: { readonly id: string, readonly status: ConsentStatus } | null };

export type OrganizationsQueryVariables = Exact<{
  jurisdiction?: string | null | undefined;
  text?: string | null | undefined;
  first?: number | null | undefined;
}>;


export type OrganizationsQuery = { readonly organizations: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly name: string | null, readonly jurisdiction: string, readonly deemedConsent: boolean, readonly names: ReadonlyArray<{ readonly language: string, readonly text: string }> } | null }> } };

export type PatientRecordQueryVariables = Exact<{
  id: string;
}>;


export type PatientRecordQuery = { readonly patient: { readonly birthDate: string | null, readonly hkid: string | null, readonly name: ReadonlyArray<{ readonly text: string | null, readonly language: string | null }> | null, readonly address: ReadonlyArray<{ readonly text: string | null }> | null, readonly allergyIntolerances: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly node: { readonly criticality: string | null, readonly recordedDate: string | null, readonly code: { readonly text: string | null } | null } | null }> } | null, readonly medicationRequests: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly node: { readonly authoredOn: string | null, readonly status: string | null, readonly medicationCodeableConcept: { readonly text: string | null } | null } | null }> } | null, readonly laboratoryReports: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly node: { readonly clinicalDate: string | null, readonly conclusion: string | null, readonly code: { readonly text: string | null } | null } | null }> } | null, readonly conditions: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly node: { readonly recordedDate: string | null, readonly code: { readonly text: string | null } | null } | null }> } | null, readonly imagingStudies: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly node: { readonly permittedActions: ReadonlyArray<ImageAction>, readonly description: string | null, readonly started: string | null } | null }> } | null } | null };

export type PresentDepositCodeMutationVariables = Exact<{
  input: PresentDepositCodeInput;
}>;


export type PresentDepositCodeMutation = { readonly presentDepositCode: { readonly grant: string, readonly encounter: string | null, readonly until: string } | null };

export type RecognisePartyMutationVariables = Exact<{
  id: string;
  reason: string;
  period?: PeriodInput | null | undefined;
  conditions?: ReadonlyArray<RecognitionConditionInput> | RecognitionConditionInput | null | undefined;
}>;


export type RecognisePartyMutation = { readonly recogniseParty: { readonly id: string, readonly status: RecognitionStatus, readonly period: { readonly start: string | null, readonly end: string | null } | null, readonly conditions: ReadonlyArray<{ readonly kind: string, readonly value: string, readonly meaning: string | null }> } | null };

export type RecognitionsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  category?: RecognitionCategory | null | undefined;
}>;


export type RecognitionsQuery = { readonly recognitions: { readonly totalCount: number, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly status: RecognitionStatus, readonly categories: ReadonlyArray<RecognitionCategory>, readonly period: { readonly start: string | null, readonly end: string | null } | null, readonly conditions: ReadonlyArray<{ readonly kind: string, readonly value: string, readonly meaning: string | null }>, readonly subject:
          | { readonly __typename: 'Organization', readonly name: string | null, readonly jurisdiction: string }
          | { readonly __typename: 'PublicHealthRecordSystem', readonly name: string | null }
         | null } | null }> } };

export type RecordTypesQueryVariables = Exact<{ [key: string]: never; }>;


export type RecordTypesQuery = { readonly recordTypes: ReadonlyArray<{ readonly name: string, readonly description: string }> };

export type RedeemLinkMutationVariables = Exact<{
  input: RedeemLinkInput;
}>;


export type RedeemLinkMutation = { readonly redeemLink: { readonly id: string, readonly encounter: string | null, readonly state: GrantState, readonly opensUntil: string | null, readonly scopes: ReadonlyArray<ConsentScope>, readonly permissions: ReadonlyArray<GrantPermission> } | null };

export type RefuseRecognitionMutationVariables = Exact<{
  id: string;
  reason: string;
}>;


export type RefuseRecognitionMutation = { readonly refuseRecognition: { readonly id: string, readonly status: RecognitionStatus } | null };

export type RequestGrantMutationVariables = Exact<{
  input: RequestGrantInput;
}>;


export type RequestGrantMutation = { readonly requestGrant: { readonly id: string, readonly state: GrantState, readonly answerBy: string | null } | null };

export type RequestSharingConsentMutationVariables = Exact<{
  input: RequestSharingConsentInput;
}>;


export type RequestSharingConsentMutation = { readonly requestSharingConsent: { readonly id: string, readonly status: ConsentStatus, readonly scopes: ReadonlyArray<ConsentScope> | null } | null };

export type RequestStepUpMutationVariables = Exact<{
  patient: string;
  reason: string;
}>;


export type RequestStepUpMutation = { readonly requestStepUp: { readonly id: string, readonly expiresAt: string } | null };

export type RestrictAccessMutationVariables = Exact<{
  patient: string;
  input: RestrictAccessInput;
}>;


export type RestrictAccessMutation = { readonly restrictAccess: { readonly id: string, readonly status: ConsentStatus } | null };

export type RevokeGrantMutationVariables = Exact<{
  patient: string;
  id: string;
}>;


export type RevokeGrantMutation = { readonly revokeGrant: { readonly id: string, readonly state: GrantState } | null };

export type RevokeSharingConsentMutationVariables = Exact<{
  patient: string;
  id: string;
}>;


export type RevokeSharingConsentMutation = { readonly revokeSharingConsent: { readonly id: string, readonly status: ConsentStatus } | null };

export type SetNotificationPreferenceMutationVariables = Exact<{
  patient: string;
  input: NotificationPreferenceInput;
}>;


export type SetNotificationPreferenceMutation = { readonly setNotificationPreference: { readonly id: string, readonly notificationPreference: { readonly channel: NotificationChannel, readonly language: string, readonly refusesAccessNotices: boolean } | null } | null };

export type SpecifyDepositDutyMutationVariables = Exact<{
  input: DepositDutyInput;
}>;


export type SpecifyDepositDutyMutation = { readonly specifyDepositDuty: { readonly id: string, readonly categories: ReadonlyArray<SharableCategory>, readonly within: string, readonly from: string } | null };

export type SuspendRecognitionMutationVariables = Exact<{
  id: string;
  reason: string;
  until: string;
}>;


export type SuspendRecognitionMutation = { readonly suspendRecognition: { readonly id: string, readonly status: RecognitionStatus, readonly suspension: { readonly start: string | null, readonly end: string | null } | null, readonly statusHistory: ReadonlyArray<{ readonly status: RecognitionStatus, readonly reason: string | null, readonly recordedBy: string | null, readonly since: string }> } | null };

export type TransfersQueryVariables = Exact<{
  from?: string | null | undefined;
  to?: string | null | undefined;
  direction?: TransferDirection | null | undefined;
  organization?: string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type TransfersQuery = { readonly transfers: { readonly totalCount: number, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly at: string, readonly direction: TransferDirection, readonly system: string | null, readonly grant: string | null, readonly event: string, readonly instrument: { readonly type: TransferInstrumentType, readonly reference: string } | null, readonly categories: ReadonlyArray<{ readonly category: ConsentScope, readonly count: number }>, readonly organization: { readonly id: string }, readonly organizationNames: ReadonlyArray<{ readonly language: string, readonly text: string }>, readonly purpose: { readonly code: string | null } } | null }> } | null };

export type WatchGrantsSubscriptionVariables = Exact<{
  patient: string;
}>;


export type WatchGrantsSubscription = { readonly grants: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly state: GrantState, readonly scopes: ReadonlyArray<ConsentScope>, readonly requester: { readonly id: string } | null, readonly period: { readonly start: string | null, readonly end: string | null } | null } | null }> } | null };

export type WatchMyGrantSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type WatchMyGrantSubscription = { readonly myGrant: { readonly id: string, readonly state: GrantState, readonly period: { readonly end: string | null } | null, readonly encounter: { readonly status: GrantEncounterStatus } | null } | null };

export type WhoSawMyRecordQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type WhoSawMyRecordQuery = { readonly me: { readonly auditEvents: { readonly totalCount: number, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly edges: ReadonlyArray<{ readonly node: { readonly recorded: string, readonly summary: string | null, readonly outcome: AuditEventOutcome, readonly reach: AccessReach, readonly scopes: ReadonlyArray<ConsentScope>, readonly purposeOfEvent: ReadonlyArray<{ readonly coding: ReadonlyArray<{ readonly code: string | null, readonly display: string | null }> | null }>, readonly agent: ReadonlyArray<{ readonly organization: { readonly name: string | null } | null }>, readonly counts: ReadonlyArray<{ readonly scope: ConsentScope, readonly count: number }> } | null }> } | null } | null };

export type WithdrawDisputeMutationVariables = Exact<{
  patient: string;
  dispute: string;
}>;


export type WithdrawDisputeMutation = { readonly withdrawDispute: { readonly id: string, readonly disputes: ReadonlyArray<{ readonly id: string, readonly withdrawnAt: string | null }> } | null };

export type WithdrawFromEHealthMutationVariables = Exact<{
  patient: string;
}>;


export type WithdrawFromEHealthMutation = { readonly withdrawFromEHealth: { readonly id: string, readonly joiningStatus: JoiningStatus | null } | null };

export type RecordSummaryQueryVariables = Exact<{
  id: string;
}>;


export type RecordSummaryQuery = { readonly patient: { readonly birthDate: string | null, readonly gender: AdministrativeGender | null, readonly name: ReadonlyArray<{ readonly text: string | null, readonly language: string | null }> | null, readonly allergyIntolerances: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly node: { readonly criticality: string | null, readonly code: { readonly text: string | null } | null } | null }> } | null, readonly medicationRequests: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly node: { readonly status: string | null, readonly medicationCodeableConcept: { readonly text: string | null } | null } | null }> } | null, readonly laboratoryReports: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly node: { readonly clinicalDate: string | null, readonly conclusion: string | null, readonly code: { readonly text: string | null } | null } | null }> } | null, readonly conditions: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly node: { readonly recordedDate: string | null, readonly code: { readonly text: string | null } | null } | null }> } | null } | null };

export type AllergiesAndMedicationQueryVariables = Exact<{ [key: string]: never; }>;


export type AllergiesAndMedicationQuery = { readonly me: { readonly allergyIntolerances: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly node: { readonly criticality: string | null, readonly code: { readonly text: string | null } | null } | null }> } | null, readonly medicationRequests: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly node: { readonly status: string | null, readonly medicationCodeableConcept: { readonly text: string | null } | null } | null }> } | null } | null };


export const AnswerSharingRequestDocument = {"__meta__":{"hash":"sha256:5a1f59765c84e597f34658611324e9b1966bb1184026c29429d8f10409b40661"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AnswerSharingRequest"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"patient"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AnswerSharingRequestInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"answerSharingRequest"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"patient"},"value":{"kind":"Variable","name":{"kind":"Name","value":"patient"}}},{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}}]} as unknown as DocumentNode<AnswerSharingRequestMutation, AnswerSharingRequestMutationVariables>;
export const ApplyForRecognitionDocument = {"__meta__":{"hash":"sha256:bceb3fc34e877603474298eeb042b17c7115b6068e256e5f0e2345b13fd5e623"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ApplyForRecognition"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RecognitionApplicationInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"applyForRecognition"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"categories"}},{"kind":"Field","name":{"kind":"Name","value":"conditions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"meaning"}}]}}]}}]}}]} as unknown as DocumentNode<ApplyForRecognitionMutation, ApplyForRecognitionMutationVariables>;
export const AuditTrailDocument = {"__meta__":{"hash":"sha256:d228fc71db3a48a209b960cdd6ec7d2cd38af5d740d7505a90e78e9a3ce54ceb"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AuditTrail"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"period"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"PeriodInput"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"outcome"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"AuditEventOutcome"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"50"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"auditEvents"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"period"},"value":{"kind":"Variable","name":{"kind":"Name","value":"period"}}},{"kind":"Argument","name":{"kind":"Name","value":"outcome"},"value":{"kind":"Variable","name":{"kind":"Name","value":"outcome"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"recorded"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"reach"}},{"kind":"Field","name":{"kind":"Name","value":"release"}},{"kind":"Field","name":{"kind":"Name","value":"scopes"}},{"kind":"Field","name":{"kind":"Name","value":"agent"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"who"}},{"kind":"Field","name":{"kind":"Name","value":"organization"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<AuditTrailQuery, AuditTrailQueryVariables>;
export const AuthoriseGrantDocument = {"__meta__":{"hash":"sha256:32df371972257eb667818dea51b98c7312403d566e49dee7b83aa76b71eeab85"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AuthoriseGrant"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"patient"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AuthoriseGrantInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"authoriseGrant"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"patient"},"value":{"kind":"Variable","name":{"kind":"Name","value":"patient"}}},{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"authorised"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"scopes"}},{"kind":"Field","name":{"kind":"Name","value":"lookBack"}},{"kind":"Field","name":{"kind":"Name","value":"permissions"}},{"kind":"Field","name":{"kind":"Name","value":"includesRestricted"}}]}},{"kind":"Field","name":{"kind":"Name","value":"period"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"start"}},{"kind":"Field","name":{"kind":"Name","value":"end"}}]}}]}}]}}]} as unknown as DocumentNode<AuthoriseGrantMutation, AuthoriseGrantMutationVariables>;
export const CancelRecognitionDocument = {"__meta__":{"hash":"sha256:e8e2fbf68736b3eecc1b1b90901e76f04e1dd581f06e620487f03c039983908a"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CancelRecognition"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"reason"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cancelRecognition"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"reason"},"value":{"kind":"Variable","name":{"kind":"Name","value":"reason"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"suspension"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"start"}},{"kind":"Field","name":{"kind":"Name","value":"end"}}]}},{"kind":"Field","name":{"kind":"Name","value":"statusHistory"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"recordedBy"}},{"kind":"Field","name":{"kind":"Name","value":"since"}}]}}]}}]}}]} as unknown as DocumentNode<CancelRecognitionMutation, CancelRecognitionMutationVariables>;
export const ChangeRecognitionConditionsDocument = {"__meta__":{"hash":"sha256:d2abc45f57c5f6350454b150a926078ff60e7974c6d8e9e95d271839c61707ac"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ChangeRecognitionConditions"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"conditions"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RecognitionConditionInput"}}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"reason"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"changeRecognitionConditions"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"conditions"},"value":{"kind":"Variable","name":{"kind":"Name","value":"conditions"}}},{"kind":"Argument","name":{"kind":"Name","value":"reason"},"value":{"kind":"Variable","name":{"kind":"Name","value":"reason"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"conditions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"meaning"}}]}}]}}]}}]} as unknown as DocumentNode<ChangeRecognitionConditionsMutation, ChangeRecognitionConditionsMutationVariables>;
export const CloseEncounterDocument = {"__meta__":{"hash":"sha256:263d2b67a1afec4dd057c72937202f6d9357755d700f4050c70e396c822d8a32"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CloseEncounter"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"grant"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"closeEncounter"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"grant"},"value":{"kind":"Variable","name":{"kind":"Name","value":"grant"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}}]}}]}}]} as unknown as DocumentNode<CloseEncounterMutation, CloseEncounterMutationVariables>;
export const ConfirmStepUpDocument = {"__meta__":{"hash":"sha256:b391bbc23b73d37c6be6b0ac7d65bff7f4ae6f986bff1726a52b54d2844e39b2"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ConfirmStepUp"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"patient"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"challenge"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"code"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"confirmStepUp"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"patient"},"value":{"kind":"Variable","name":{"kind":"Name","value":"patient"}}},{"kind":"Argument","name":{"kind":"Name","value":"challenge"},"value":{"kind":"Variable","name":{"kind":"Name","value":"challenge"}}},{"kind":"Argument","name":{"kind":"Name","value":"code"},"value":{"kind":"Variable","name":{"kind":"Name","value":"code"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"until"}}]}}]}}]} as unknown as DocumentNode<ConfirmStepUpMutation, ConfirmStepUpMutationVariables>;
export const DeclareEmergencyDocument = {"__meta__":{"hash":"sha256:d085fa6279c1287062336988d0c2d876d86d334b47041f2fea25252044539c94"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DeclareEmergency"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"patient"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"reason"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"declareEmergency"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"patient"},"value":{"kind":"Variable","name":{"kind":"Name","value":"patient"}}},{"kind":"Argument","name":{"kind":"Name","value":"reason"},"value":{"kind":"Variable","name":{"kind":"Name","value":"reason"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"until"}}]}}]}}]} as unknown as DocumentNode<DeclareEmergencyMutation, DeclareEmergencyMutationVariables>;
export const DeclineGrantDocument = {"__meta__":{"hash":"sha256:16ba153ca617a8072857fc613d55c6d826b05c058f5bffc6dc95f45fed88631f"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DeclineGrant"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"patient"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"request"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"declineGrant"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"patient"},"value":{"kind":"Variable","name":{"kind":"Name","value":"patient"}}},{"kind":"Argument","name":{"kind":"Name","value":"request"},"value":{"kind":"Variable","name":{"kind":"Name","value":"request"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}}]}}]}}]} as unknown as DocumentNode<DeclineGrantMutation, DeclineGrantMutationVariables>;
export const DepositDutiesDocument = {"__meta__":{"hash":"sha256:d62ab16056003b862f4441fe86561cf70695ec307166806bf5f550d1d810c9e4"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"DepositDuties"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"organization"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"20"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"depositDuties"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"organization"},"value":{"kind":"Variable","name":{"kind":"Name","value":"organization"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"organization"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"basis"}},{"kind":"Field","name":{"kind":"Name","value":"categories"}},{"kind":"Field","name":{"kind":"Name","value":"within"}},{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"until"}}]}}]}}]}}]}}]} as unknown as DocumentNode<DepositDutiesQuery, DepositDutiesQueryVariables>;
export const DepositDutyItemsDocument = {"__meta__":{"hash":"sha256:4e49294332dd98319ef2c1c70a50c663660e9cb222fec0400d2a691fb50f8817"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"DepositDutyItems"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"duty"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"state"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"DepositDutyState"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"20"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"depositDutyItems"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"duty"},"value":{"kind":"Variable","name":{"kind":"Name","value":"duty"}}},{"kind":"Argument","name":{"kind":"Name","value":"state"},"value":{"kind":"Variable","name":{"kind":"Name","value":"state"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"encounter"}},{"kind":"Field","name":{"kind":"Name","value":"ended"}},{"kind":"Field","name":{"kind":"Name","value":"dueBy"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"missing"}}]}}]}}]}}]}}]} as unknown as DocumentNode<DepositDutyItemsQuery, DepositDutyItemsQueryVariables>;
export const DepositDutyReportDocument = {"__meta__":{"hash":"sha256:e3cbcecf9365aa9d4eda24614ce1c69f68f47d4e32e0d1345248d3d750251b31"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"DepositDutyReport"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"organization"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"20"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"depositDutyReport"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"organization"},"value":{"kind":"Variable","name":{"kind":"Name","value":"organization"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"duty"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"categories"}},{"kind":"Field","name":{"kind":"Name","value":"within"}}]}},{"kind":"Field","name":{"kind":"Name","value":"organization"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"due"}},{"kind":"Field","name":{"kind":"Name","value":"arrived"}},{"kind":"Field","name":{"kind":"Name","value":"arrivedLate"}},{"kind":"Field","name":{"kind":"Name","value":"late"}},{"kind":"Field","name":{"kind":"Name","value":"oldestLate"}}]}}]}}]}}]}}]} as unknown as DocumentNode<DepositDutyReportQuery, DepositDutyReportQueryVariables>;
export const DepositRecordsDocument = {"__meta__":{"hash":"sha256:618fdc96b45a549fdfaf9245a5a2eb40ce6971728430a286fe8fda246cf5cefb"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DepositRecords"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DepositRecordsInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"depositRecords"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"depositedAt"}},{"kind":"Field","name":{"kind":"Name","value":"digest"}},{"kind":"Field","name":{"kind":"Name","value":"resources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"category"}},{"kind":"Field","name":{"kind":"Name","value":"fullUrl"}},{"kind":"Field","name":{"kind":"Name","value":"digest"}}]}}]}}]}}]} as unknown as DocumentNode<DepositRecordsMutation, DepositRecordsMutationVariables>;
export const DisputeDepositDocument = {"__meta__":{"hash":"sha256:c2d298085d22ba23da8a3cbf8fa19c008cf5cc13260b2f491e8d30550ab265b7"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DisputeDeposit"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"patient"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"receipt"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"record"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"reason"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"disputeDeposit"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"patient"},"value":{"kind":"Variable","name":{"kind":"Name","value":"patient"}}},{"kind":"Argument","name":{"kind":"Name","value":"receipt"},"value":{"kind":"Variable","name":{"kind":"Name","value":"receipt"}}},{"kind":"Argument","name":{"kind":"Name","value":"record"},"value":{"kind":"Variable","name":{"kind":"Name","value":"record"}}},{"kind":"Argument","name":{"kind":"Name","value":"reason"},"value":{"kind":"Variable","name":{"kind":"Name","value":"reason"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"disputes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"record"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"disputedAt"}}]}}]}}]}}]} as unknown as DocumentNode<DisputeDepositMutation, DisputeDepositMutationVariables>;
export const EndDepositDutyDocument = {"__meta__":{"hash":"sha256:1046ae374e9c8ad051bd20c9077480679c416cac6c00a051ae7f8ce5e7a0db8c"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"EndDepositDuty"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"until"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DateTime"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"reason"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"endDepositDuty"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"until"},"value":{"kind":"Variable","name":{"kind":"Name","value":"until"}}},{"kind":"Argument","name":{"kind":"Name","value":"reason"},"value":{"kind":"Variable","name":{"kind":"Name","value":"reason"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"until"}},{"kind":"Field","name":{"kind":"Name","value":"history"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"recorded"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"recordedBy"}}]}}]}}]}}]} as unknown as DocumentNode<EndDepositDutyMutation, EndDepositDutyMutationVariables>;
export const ExplainAccessDocument = {"__meta__":{"hash":"sha256:be728a61e28af68abfb272e48b721d49d2184c05dbe65b0f0c50caa73ae9cbc8"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ExplainAccess"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"patient"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ExplainAccessInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"explainAccess"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"patient"},"value":{"kind":"Variable","name":{"kind":"Name","value":"patient"}}},{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"gate"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"refusal"}},{"kind":"Field","name":{"kind":"Name","value":"consents"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"consent"}},{"kind":"Field","name":{"kind":"Name","value":"provision"}}]}},{"kind":"Field","name":{"kind":"Name","value":"grant"}},{"kind":"Field","name":{"kind":"Name","value":"conditions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"value"}}]}},{"kind":"Field","name":{"kind":"Name","value":"scopes"}},{"kind":"Field","name":{"kind":"Name","value":"obligations"}},{"kind":"Field","name":{"kind":"Name","value":"until"}},{"kind":"Field","name":{"kind":"Name","value":"sentences"}},{"kind":"Field","name":{"kind":"Name","value":"supposing"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"gate"}},{"kind":"Field","name":{"kind":"Name","value":"sentences"}},{"kind":"Field","name":{"kind":"Name","value":"gained"}},{"kind":"Field","name":{"kind":"Name","value":"lost"}}]}}]}}]}}]} as unknown as DocumentNode<ExplainAccessQuery, ExplainAccessQueryVariables>;
export const ExtendSuspensionDocument = {"__meta__":{"hash":"sha256:3dad07d07884fcf92c255309c78590a203b605254f478477c8099332533cf273"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ExtendSuspension"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"reason"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"until"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DateTime"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"extendSuspension"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"reason"},"value":{"kind":"Variable","name":{"kind":"Name","value":"reason"}}},{"kind":"Argument","name":{"kind":"Name","value":"until"},"value":{"kind":"Variable","name":{"kind":"Name","value":"until"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"suspension"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"start"}},{"kind":"Field","name":{"kind":"Name","value":"end"}}]}},{"kind":"Field","name":{"kind":"Name","value":"statusHistory"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"recordedBy"}},{"kind":"Field","name":{"kind":"Name","value":"since"}}]}}]}}]}}]} as unknown as DocumentNode<ExtendSuspensionMutation, ExtendSuspensionMutationVariables>;
export const GiveSharingConsentDocument = {"__meta__":{"hash":"sha256:2783c4cdc56533f62f56d76018d094c0428f63f25195a74380e3bee0cf625945"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"GiveSharingConsent"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"patient"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"organization"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"scopes"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ConsentScope"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"period"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"PeriodInput"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"giveSharingConsent"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"patient"},"value":{"kind":"Variable","name":{"kind":"Name","value":"patient"}}},{"kind":"Argument","name":{"kind":"Name","value":"organization"},"value":{"kind":"Variable","name":{"kind":"Name","value":"organization"}}},{"kind":"Argument","name":{"kind":"Name","value":"scopes"},"value":{"kind":"Variable","name":{"kind":"Name","value":"scopes"}}},{"kind":"Argument","name":{"kind":"Name","value":"period"},"value":{"kind":"Variable","name":{"kind":"Name","value":"period"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"grantee"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"period"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"start"}},{"kind":"Field","name":{"kind":"Name","value":"end"}}]}}]}}]}}]} as unknown as DocumentNode<GiveSharingConsentMutation, GiveSharingConsentMutationVariables>;
export const GrantRequestDocument = {"__meta__":{"hash":"sha256:7a2b5e32dadc5a76134d082543a817cdc7853965aea57900bac6009f76f6a7d6"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"GrantRequest"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"grantRequest"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"authorised"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"scopes"}},{"kind":"Field","name":{"kind":"Name","value":"lookBack"}},{"kind":"Field","name":{"kind":"Name","value":"permissions"}},{"kind":"Field","name":{"kind":"Name","value":"includesRestricted"}}]}},{"kind":"Field","name":{"kind":"Name","value":"period"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"start"}},{"kind":"Field","name":{"kind":"Name","value":"end"}}]}},{"kind":"Field","name":{"kind":"Name","value":"encounter"}}]}}]}}]} as unknown as DocumentNode<GrantRequestQuery, GrantRequestQueryVariables>;
export const GrantRequestsDocument = {"__meta__":{"hash":"sha256:231620439ede044cd8bb72f0d4ea2eb1e8fa9c757dc720c5fd8fd5cf01ad802e"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"GrantRequests"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"patient"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"language"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Language"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"grantRequests"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"patient"},"value":{"kind":"Variable","name":{"kind":"Name","value":"patient"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"explanation"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"language"},"value":{"kind":"Variable","name":{"kind":"Name","value":"language"}}}]},{"kind":"Field","name":{"kind":"Name","value":"asked"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"scopes"}},{"kind":"Field","name":{"kind":"Name","value":"lookBack"}},{"kind":"Field","name":{"kind":"Name","value":"permissions"}},{"kind":"Field","name":{"kind":"Name","value":"includesRestricted"}}]}},{"kind":"Field","name":{"kind":"Name","value":"duration"}},{"kind":"Field","name":{"kind":"Name","value":"answerBy"}}]}}]}}]} as unknown as DocumentNode<GrantRequestsQuery, GrantRequestsQueryVariables>;
export const GrantsOfPatientDocument = {"__meta__":{"hash":"sha256:7cec33028bf273bbd91990f04f8f0b820cb7cc67d5f0190e90ec20fabaea4f9e"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"GrantsOfPatient"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"patient"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"state"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"GrantState"}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"grants"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"patient"},"value":{"kind":"Variable","name":{"kind":"Name","value":"patient"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}},{"kind":"Argument","name":{"kind":"Name","value":"state"},"value":{"kind":"Variable","name":{"kind":"Name","value":"state"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"scopes"}},{"kind":"Field","name":{"kind":"Name","value":"permissions"}},{"kind":"Field","name":{"kind":"Name","value":"period"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"start"}},{"kind":"Field","name":{"kind":"Name","value":"end"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<GrantsOfPatientQuery, GrantsOfPatientQueryVariables>;
export const IssueLinkDocument = {"__meta__":{"hash":"sha256:8572d83a9e9469a1caa1e22af39b71bdc0e1c9bad976af73677961f0d3f575e1"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"IssueLink"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"patient"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"grant"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"issueLink"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"patient"},"value":{"kind":"Variable","name":{"kind":"Name","value":"patient"}}},{"kind":"Argument","name":{"kind":"Name","value":"grant"},"value":{"kind":"Variable","name":{"kind":"Name","value":"grant"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"link"}},{"kind":"Field","name":{"kind":"Name","value":"qrCode"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}}]}}]}}]} as unknown as DocumentNode<IssueLinkMutation, IssueLinkMutationVariables>;
export const IssueRequestCodeDocument = {"__meta__":{"hash":"sha256:4fee26f9fd669fdcd3fed8c43714d8cf935d07345962f18b034a4d30c46e41af"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"IssueRequestCode"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"patient"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"organization"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"use"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RequestCodeUse"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"issueRequestCode"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"patient"},"value":{"kind":"Variable","name":{"kind":"Name","value":"patient"}}},{"kind":"Argument","name":{"kind":"Name","value":"organization"},"value":{"kind":"Variable","name":{"kind":"Name","value":"organization"}}},{"kind":"Argument","name":{"kind":"Name","value":"use"},"value":{"kind":"Variable","name":{"kind":"Name","value":"use"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"qrCode"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}}]}}]}}]} as unknown as DocumentNode<IssueRequestCodeMutation, IssueRequestCodeMutationVariables>;
export const JoinEHealthDocument = {"__meta__":{"hash":"sha256:35db0bce97bcfe64b1c4eb55977b0158a69f04c5a9aad3849b1c2bc2c2c400aa"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"JoinEHealth"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"patient"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"joinEHealth"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"patient"},"value":{"kind":"Variable","name":{"kind":"Name","value":"patient"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"joiningStatus"}}]}}]}}]} as unknown as DocumentNode<JoinEHealthMutation, JoinEHealthMutationVariables>;
export const LiftDepositObjectionDocument = {"__meta__":{"hash":"sha256:c0a0db768e97e48154b8f5ed948d781b141cdef707e517d42445135a64f5e2aa"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"LiftDepositObjection"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"patient"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"liftDepositObjection"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"patient"},"value":{"kind":"Variable","name":{"kind":"Name","value":"patient"}}},{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}}]} as unknown as DocumentNode<LiftDepositObjectionMutation, LiftDepositObjectionMutationVariables>;
export const LiftRestrictionDocument = {"__meta__":{"hash":"sha256:ee5bccf412ec65268f350f150d51ff5011c927bcd1d9270f3c9f5aecf370c726"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"LiftRestriction"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"patient"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"liftRestriction"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"patient"},"value":{"kind":"Variable","name":{"kind":"Name","value":"patient"}}},{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}}]} as unknown as DocumentNode<LiftRestrictionMutation, LiftRestrictionMutationVariables>;
export const LiftSuspensionDocument = {"__meta__":{"hash":"sha256:86f313a2ec264e7a67ac1d8e6ddb91b4f2a408ae8fc142816079772d301671a0"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"LiftSuspension"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"reason"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"liftSuspension"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"reason"},"value":{"kind":"Variable","name":{"kind":"Name","value":"reason"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"suspension"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"start"}},{"kind":"Field","name":{"kind":"Name","value":"end"}}]}},{"kind":"Field","name":{"kind":"Name","value":"statusHistory"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"recordedBy"}},{"kind":"Field","name":{"kind":"Name","value":"since"}}]}}]}}]}}]} as unknown as DocumentNode<LiftSuspensionMutation, LiftSuspensionMutationVariables>;
export const MedicationsInPeriodDocument = {"__meta__":{"hash":"sha256:5d32724d00a2d28d47c4d5a0c9271e3ec26974002b7709a54b2aba96320fdabc"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"MedicationsInPeriod"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"period"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PeriodInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"status"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"20"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"patient"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"medicationRequests"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"period"},"value":{"kind":"Variable","name":{"kind":"Name","value":"period"}}},{"kind":"Argument","name":{"kind":"Name","value":"status"},"value":{"kind":"Variable","name":{"kind":"Name","value":"status"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"medicationCodeableConcept"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}}]}},{"kind":"Field","name":{"kind":"Name","value":"authoredOn"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"reasonCode"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}}]}},{"kind":"Field","name":{"kind":"Name","value":"author"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<MedicationsInPeriodQuery, MedicationsInPeriodQueryVariables>;
export const MyConsentsDocument = {"__meta__":{"hash":"sha256:e3905528efd84bd09369c71a5d4b9b4aee688d8116190f36701e88b9b0b9d0e3"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"MyConsents"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"20"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"consents"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"decision"}},{"kind":"Field","name":{"kind":"Name","value":"grantee"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"period"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"start"}},{"kind":"Field","name":{"kind":"Name","value":"end"}}]}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"crossBorderGrants"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"requester"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"scopes"}},{"kind":"Field","name":{"kind":"Name","value":"lookBack"}},{"kind":"Field","name":{"kind":"Name","value":"period"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"start"}},{"kind":"Field","name":{"kind":"Name","value":"end"}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<MyConsentsQuery, MyConsentsQueryVariables>;
export const MyDepositReceiptsDocument = {"__meta__":{"hash":"sha256:74fdef280f9705937afc91b3f5fd7395f134f0131520b791695d3a7c9e19f396"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"MyDepositReceipts"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"20"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"depositReceipts"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"depositedAt"}},{"kind":"Field","name":{"kind":"Name","value":"sourceJurisdiction"}},{"kind":"Field","name":{"kind":"Name","value":"organization"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"resources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"category"}}]}},{"kind":"Field","name":{"kind":"Name","value":"disputes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"record"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"disputedAt"}},{"kind":"Field","name":{"kind":"Name","value":"withdrawnAt"}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<MyDepositReceiptsQuery, MyDepositReceiptsQueryVariables>;
export const MyGrantRequestsDocument = {"__meta__":{"hash":"sha256:a86c070c77b4ffc50a36327fcceef88f3f1575c1c89f554993b8008553e8a2bd"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"MyGrantRequests"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"myGrantRequests"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"requestedAt"}},{"kind":"Field","name":{"kind":"Name","value":"answerBy"}}]}}]}}]} as unknown as DocumentNode<MyGrantRequestsQuery, MyGrantRequestsQueryVariables>;
export const MyGrantDocument = {"__meta__":{"hash":"sha256:3720443386d1d7256a4a497b7464d3648eff8180f65f16c251f251c7c12d4b3c"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"MyGrant"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"myGrant"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"patient"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"scopes"}},{"kind":"Field","name":{"kind":"Name","value":"lookBack"}},{"kind":"Field","name":{"kind":"Name","value":"includesRestricted"}},{"kind":"Field","name":{"kind":"Name","value":"period"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"start"}},{"kind":"Field","name":{"kind":"Name","value":"end"}}]}},{"kind":"Field","name":{"kind":"Name","value":"encounter"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}}]}}]} as unknown as DocumentNode<MyGrantQuery, MyGrantQueryVariables>;
export const MyNotificationsDocument = {"__meta__":{"hash":"sha256:257eba43d7d5eeea49593a4ca44a48fc8bbefa4dc0587129b707c4ed5185bfdd"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"MyNotifications"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"20"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accessNotifications"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"recorded"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"duty"}},{"kind":"Field","name":{"kind":"Name","value":"organization"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"summary"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"language"},"value":{"kind":"EnumValue","value":"EN"}}]},{"kind":"Field","name":{"kind":"Name","value":"scopes"}},{"kind":"Field","name":{"kind":"Name","value":"views"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"recorded"}},{"kind":"Field","name":{"kind":"Name","value":"scopes"}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<MyNotificationsQuery, MyNotificationsQueryVariables>;
export const MyPatientsDocument = {"__meta__":{"hash":"sha256:06cd1a7ea912920a99685fa5e72cabbb97dbea4ff6abde8c5adc476b57978772"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"MyPatients"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"100"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"myPatients"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}}]}},{"kind":"Field","name":{"kind":"Name","value":"birthDate"}},{"kind":"Field","name":{"kind":"Name","value":"allergyIntolerances"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<MyPatientsQuery, MyPatientsQueryVariables>;
export const MyRecordDocument = {"__meta__":{"hash":"sha256:f2f55f415f59b5450345354a9f12e790a1ed70869f7c2febcf92239ab370b358"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"MyRecord"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"language"}}]}},{"kind":"Field","name":{"kind":"Name","value":"birthDate"}},{"kind":"Field","name":{"kind":"Name","value":"hkid"}},{"kind":"Field","name":{"kind":"Name","value":"patientNumber"}},{"kind":"Field","name":{"kind":"Name","value":"joiningStatus"}},{"kind":"Field","name":{"kind":"Name","value":"generalPractitioner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"relatedPersons"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"name"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"recordSummary"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"allergyAdr"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"latest"}}]}},{"kind":"Field","name":{"kind":"Name","value":"medication"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"latest"}}]}},{"kind":"Field","name":{"kind":"Name","value":"labReport"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"latest"}}]}},{"kind":"Field","name":{"kind":"Name","value":"diagnosis"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"latest"}}]}}]}}]}}]}}]} as unknown as DocumentNode<MyRecordQuery, MyRecordQueryVariables>;
export const MyRequestDocument = {"__meta__":{"hash":"sha256:1d24b943bde5b3ba648064a584784e51d57720c96a298cd3d598e0fc03148c70"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"MyRequest"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"myRequest"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"authorised"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"scopes"}},{"kind":"Field","name":{"kind":"Name","value":"lookBack"}},{"kind":"Field","name":{"kind":"Name","value":"permissions"}},{"kind":"Field","name":{"kind":"Name","value":"includesRestricted"}}]}},{"kind":"Field","name":{"kind":"Name","value":"period"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"start"}},{"kind":"Field","name":{"kind":"Name","value":"end"}}]}}]}}]}}]} as unknown as DocumentNode<MyRequestSubscription, MyRequestSubscriptionVariables>;
export const ObjectToDepositDocument = {"__meta__":{"hash":"sha256:aacc362843fc2991dfa5a51f8379cfff87e27a326a0020d0fe0778a7c41ef22a"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ObjectToDeposit"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"patient"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"organization"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"objectToDeposit"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"patient"},"value":{"kind":"Variable","name":{"kind":"Name","value":"patient"}}},{"kind":"Argument","name":{"kind":"Name","value":"organization"},"value":{"kind":"Variable","name":{"kind":"Name","value":"organization"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}}]} as unknown as DocumentNode<ObjectToDepositMutation, ObjectToDepositMutationVariables>;
export const OrganizationsDocument = {"__meta__":{"hash":"sha256:594228e5f36c66d945b3a087152df25128b86186e2eca4814dded546641c7b03"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Organizations"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"jurisdiction"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"text"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"20"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"organizations"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"jurisdiction"},"value":{"kind":"Variable","name":{"kind":"Name","value":"jurisdiction"}}},{"kind":"Argument","name":{"kind":"Name","value":"text"},"value":{"kind":"Variable","name":{"kind":"Name","value":"text"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"names"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"language"}},{"kind":"Field","name":{"kind":"Name","value":"text"}}]}},{"kind":"Field","name":{"kind":"Name","value":"jurisdiction"}},{"kind":"Field","name":{"kind":"Name","value":"deemedConsent"}}]}}]}}]}}]}}]} as unknown as DocumentNode<OrganizationsQuery, OrganizationsQueryVariables>;
export const PatientRecordDocument = {"__meta__":{"hash":"sha256:d8de04a300ad1ef24b372a14a360f687d17c81c7646e1dc90cbec6ebbe566809"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PatientRecord"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"patient"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"language"}}]}},{"kind":"Field","name":{"kind":"Name","value":"birthDate"}},{"kind":"Field","name":{"kind":"Name","value":"hkid"}},{"kind":"Field","name":{"kind":"Name","value":"address"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}}]}},{"kind":"Field","name":{"kind":"Name","value":"allergyIntolerances"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"10"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}}]}},{"kind":"Field","name":{"kind":"Name","value":"criticality"}},{"kind":"Field","name":{"kind":"Name","value":"recordedDate"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"medicationRequests"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"10"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"medicationCodeableConcept"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}}]}},{"kind":"Field","name":{"kind":"Name","value":"authoredOn"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"laboratoryReports"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"10"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}}]}},{"kind":"Field","name":{"kind":"Name","value":"clinicalDate"}},{"kind":"Field","name":{"kind":"Name","value":"conclusion"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"conditions"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"10"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}}]}},{"kind":"Field","name":{"kind":"Name","value":"recordedDate"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"imagingStudies"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"10"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"permittedActions"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"started"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<PatientRecordQuery, PatientRecordQueryVariables>;
export const PresentDepositCodeDocument = {"__meta__":{"hash":"sha256:d8355bdcd57b2cf45e678c5c5dad56346d46dfe40cd86a008ccccb44782b4369"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"PresentDepositCode"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PresentDepositCodeInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"presentDepositCode"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"grant"}},{"kind":"Field","name":{"kind":"Name","value":"encounter"}},{"kind":"Field","name":{"kind":"Name","value":"until"}}]}}]}}]} as unknown as DocumentNode<PresentDepositCodeMutation, PresentDepositCodeMutationVariables>;
export const RecognisePartyDocument = {"__meta__":{"hash":"sha256:91a7e4d492eff7f75582e9d2e7c878b812ddb6e671584c469a0baea6714aed6e"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RecogniseParty"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"reason"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"period"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"PeriodInput"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"conditions"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RecognitionConditionInput"}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"recogniseParty"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"reason"},"value":{"kind":"Variable","name":{"kind":"Name","value":"reason"}}},{"kind":"Argument","name":{"kind":"Name","value":"period"},"value":{"kind":"Variable","name":{"kind":"Name","value":"period"}}},{"kind":"Argument","name":{"kind":"Name","value":"conditions"},"value":{"kind":"Variable","name":{"kind":"Name","value":"conditions"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"period"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"start"}},{"kind":"Field","name":{"kind":"Name","value":"end"}}]}},{"kind":"Field","name":{"kind":"Name","value":"conditions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"meaning"}}]}}]}}]}}]} as unknown as DocumentNode<RecognisePartyMutation, RecognisePartyMutationVariables>;
export const RecognitionsDocument = {"__meta__":{"hash":"sha256:8d00f7c1adb47f249f8e0d3be133dc2f39d9254bb84c1c46b83bf0d7d9541d4f"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Recognitions"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"20"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"category"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"RecognitionCategory"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"recognitions"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"category"},"value":{"kind":"Variable","name":{"kind":"Name","value":"category"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"categories"}},{"kind":"Field","name":{"kind":"Name","value":"period"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"start"}},{"kind":"Field","name":{"kind":"Name","value":"end"}}]}},{"kind":"Field","name":{"kind":"Name","value":"conditions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"meaning"}}]}},{"kind":"Field","name":{"kind":"Name","value":"subject"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Organization"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"jurisdiction"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PublicHealthRecordSystem"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<RecognitionsQuery, RecognitionsQueryVariables>;
export const RecordTypesDocument = {"__meta__":{"hash":"sha256:a6d2d9c2cdb146a09d5b77bf48b3b22bdba51f3cc9bbb92c04f198acaf95deb9"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"RecordTypes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"recordTypes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"description"}}]}}]}}]} as unknown as DocumentNode<RecordTypesQuery, RecordTypesQueryVariables>;
export const RedeemLinkDocument = {"__meta__":{"hash":"sha256:dfa6ebdda393eb177e5d4382438ab2d51c35f8752973c82098c8675adc2857ea"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RedeemLink"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RedeemLinkInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"redeemLink"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"encounter"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"opensUntil"}},{"kind":"Field","name":{"kind":"Name","value":"scopes"}},{"kind":"Field","name":{"kind":"Name","value":"permissions"}}]}}]}}]} as unknown as DocumentNode<RedeemLinkMutation, RedeemLinkMutationVariables>;
export const RefuseRecognitionDocument = {"__meta__":{"hash":"sha256:73d5e10c7877dd9b9d344cf17a8a4df783ff59460e41aa7cea8e6d23c0110993"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RefuseRecognition"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"reason"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"refuseRecognition"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"reason"},"value":{"kind":"Variable","name":{"kind":"Name","value":"reason"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}}]} as unknown as DocumentNode<RefuseRecognitionMutation, RefuseRecognitionMutationVariables>;
export const RequestGrantDocument = {"__meta__":{"hash":"sha256:a501b03e65e422287ac55b14c1a9d2bada7bb0b1d6c33d9ca7bfc8f27079f23a"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RequestGrant"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RequestGrantInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"requestGrant"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"answerBy"}}]}}]}}]} as unknown as DocumentNode<RequestGrantMutation, RequestGrantMutationVariables>;
export const RequestSharingConsentDocument = {"__meta__":{"hash":"sha256:39273d9471c4dfdb6fab94990fb735424fbe9d0c3548105052a76c60fdc99edc"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RequestSharingConsent"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RequestSharingConsentInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"requestSharingConsent"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"scopes"}}]}}]}}]} as unknown as DocumentNode<RequestSharingConsentMutation, RequestSharingConsentMutationVariables>;
export const RequestStepUpDocument = {"__meta__":{"hash":"sha256:c976410c9190514b2a98fda6dc695506a346379b705575de1b269e92348a3676"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RequestStepUp"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"patient"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"reason"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"requestStepUp"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"patient"},"value":{"kind":"Variable","name":{"kind":"Name","value":"patient"}}},{"kind":"Argument","name":{"kind":"Name","value":"reason"},"value":{"kind":"Variable","name":{"kind":"Name","value":"reason"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}}]}}]}}]} as unknown as DocumentNode<RequestStepUpMutation, RequestStepUpMutationVariables>;
export const RestrictAccessDocument = {"__meta__":{"hash":"sha256:3010a5add2e2fe0f142b5d605f1015272470ad1270e9b5fea145184127aede3a"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RestrictAccess"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"patient"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RestrictAccessInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"restrictAccess"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"patient"},"value":{"kind":"Variable","name":{"kind":"Name","value":"patient"}}},{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}}]} as unknown as DocumentNode<RestrictAccessMutation, RestrictAccessMutationVariables>;
export const RevokeGrantDocument = {"__meta__":{"hash":"sha256:3418de9f9063f72fc2e8432fb6c44160342f26380352329ad3a9a4c17598ce14"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RevokeGrant"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"patient"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"revokeGrant"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"patient"},"value":{"kind":"Variable","name":{"kind":"Name","value":"patient"}}},{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}}]}}]}}]} as unknown as DocumentNode<RevokeGrantMutation, RevokeGrantMutationVariables>;
export const RevokeSharingConsentDocument = {"__meta__":{"hash":"sha256:532453e031beead357835a6ca14fbf18ef17aaa07d4d40f39f619a12ccacfcc1"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RevokeSharingConsent"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"patient"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"revokeSharingConsent"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"patient"},"value":{"kind":"Variable","name":{"kind":"Name","value":"patient"}}},{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}}]} as unknown as DocumentNode<RevokeSharingConsentMutation, RevokeSharingConsentMutationVariables>;
export const SetNotificationPreferenceDocument = {"__meta__":{"hash":"sha256:4afd962a6c411b07f2e84ee4264601df1619b1339aa3ab094bc9fe47ecb333c1"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SetNotificationPreference"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"patient"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"NotificationPreferenceInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"setNotificationPreference"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"patient"},"value":{"kind":"Variable","name":{"kind":"Name","value":"patient"}}},{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"notificationPreference"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"channel"}},{"kind":"Field","name":{"kind":"Name","value":"language"}},{"kind":"Field","name":{"kind":"Name","value":"refusesAccessNotices"}}]}}]}}]}}]} as unknown as DocumentNode<SetNotificationPreferenceMutation, SetNotificationPreferenceMutationVariables>;
export const SpecifyDepositDutyDocument = {"__meta__":{"hash":"sha256:06ffd85a28f001df59fc27a9daaf26037510d2da7972469f737edc1e26f60aea"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SpecifyDepositDuty"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DepositDutyInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"specifyDepositDuty"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"categories"}},{"kind":"Field","name":{"kind":"Name","value":"within"}},{"kind":"Field","name":{"kind":"Name","value":"from"}}]}}]}}]} as unknown as DocumentNode<SpecifyDepositDutyMutation, SpecifyDepositDutyMutationVariables>;
export const SuspendRecognitionDocument = {"__meta__":{"hash":"sha256:3e7591c86e9ab47ff95f5240d7970132a57055617e49aabc982f831a77280d1d"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SuspendRecognition"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"reason"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"until"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DateTime"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"suspendRecognition"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"reason"},"value":{"kind":"Variable","name":{"kind":"Name","value":"reason"}}},{"kind":"Argument","name":{"kind":"Name","value":"until"},"value":{"kind":"Variable","name":{"kind":"Name","value":"until"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"suspension"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"start"}},{"kind":"Field","name":{"kind":"Name","value":"end"}}]}},{"kind":"Field","name":{"kind":"Name","value":"statusHistory"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"recordedBy"}},{"kind":"Field","name":{"kind":"Name","value":"since"}}]}}]}}]}}]} as unknown as DocumentNode<SuspendRecognitionMutation, SuspendRecognitionMutationVariables>;
export const TransfersDocument = {"__meta__":{"hash":"sha256:a9d50328e8ff9fb1872f767a676ba3ff02d3fa361c9b648502dc65bb207cfdc3"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Transfers"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"from"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"DateTime"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"to"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"DateTime"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"direction"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"TransferDirection"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"organization"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"50"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"transfers"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"from"},"value":{"kind":"Variable","name":{"kind":"Name","value":"from"}}},{"kind":"Argument","name":{"kind":"Name","value":"to"},"value":{"kind":"Variable","name":{"kind":"Name","value":"to"}}},{"kind":"Argument","name":{"kind":"Name","value":"direction"},"value":{"kind":"Variable","name":{"kind":"Name","value":"direction"}}},{"kind":"Argument","name":{"kind":"Name","value":"organization"},"value":{"kind":"Variable","name":{"kind":"Name","value":"organization"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"direction"}},{"kind":"Field","name":{"kind":"Name","value":"instrument"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}}]}},{"kind":"Field","name":{"kind":"Name","value":"categories"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"category"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}},{"kind":"Field","name":{"kind":"Name","value":"organization"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"organizationNames"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"language"}},{"kind":"Field","name":{"kind":"Name","value":"text"}}]}},{"kind":"Field","name":{"kind":"Name","value":"system"}},{"kind":"Field","name":{"kind":"Name","value":"purpose"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"grant"}},{"kind":"Field","name":{"kind":"Name","value":"event"}}]}}]}}]}}]}}]} as unknown as DocumentNode<TransfersQuery, TransfersQueryVariables>;
export const WatchGrantsDocument = {"__meta__":{"hash":"sha256:6729dda1ee52de3c592308ea991b05d5d8b5df1861d31f35c8daf6bc4602aad1"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"WatchGrants"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"patient"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"grants"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"patient"},"value":{"kind":"Variable","name":{"kind":"Name","value":"patient"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"requester"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"scopes"}},{"kind":"Field","name":{"kind":"Name","value":"period"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"start"}},{"kind":"Field","name":{"kind":"Name","value":"end"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<WatchGrantsSubscription, WatchGrantsSubscriptionVariables>;
export const WatchMyGrantDocument = {"__meta__":{"hash":"sha256:cec56b3e4fcf64c5beeb0ed3ca0a8e6f11220c411077e1de91e6737ddf43ee6c"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"WatchMyGrant"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"myGrant"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"period"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"end"}}]}},{"kind":"Field","name":{"kind":"Name","value":"encounter"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}}]}}]} as unknown as DocumentNode<WatchMyGrantSubscription, WatchMyGrantSubscriptionVariables>;
export const WhoSawMyRecordDocument = {"__meta__":{"hash":"sha256:757701377ce341d082a54dce6e5ea5e58659e65791fc2a7e401a4a5ea00513b3"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WhoSawMyRecord"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"20"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"auditEvents"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"recorded"}},{"kind":"Field","name":{"kind":"Name","value":"summary"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"language"},"value":{"kind":"EnumValue","value":"EN"}}]},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"reach"}},{"kind":"Field","name":{"kind":"Name","value":"purposeOfEvent"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"coding"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"display"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"agent"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"organization"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"scopes"}},{"kind":"Field","name":{"kind":"Name","value":"counts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"scope"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<WhoSawMyRecordQuery, WhoSawMyRecordQueryVariables>;
export const WithdrawDisputeDocument = {"__meta__":{"hash":"sha256:d81ccc3dc727ccd60d247cb075a7f182b5e2d79265410914f9729fdffb1283dc"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"WithdrawDispute"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"patient"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"dispute"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"withdrawDispute"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"patient"},"value":{"kind":"Variable","name":{"kind":"Name","value":"patient"}}},{"kind":"Argument","name":{"kind":"Name","value":"dispute"},"value":{"kind":"Variable","name":{"kind":"Name","value":"dispute"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"disputes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"withdrawnAt"}}]}}]}}]}}]} as unknown as DocumentNode<WithdrawDisputeMutation, WithdrawDisputeMutationVariables>;
export const WithdrawFromEHealthDocument = {"__meta__":{"hash":"sha256:6dac934732495a3763480b9b9c1c031bcb63678d30c83a54d47dedc6e9b603fa"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"WithdrawFromEHealth"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"patient"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"withdrawFromEHealth"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"patient"},"value":{"kind":"Variable","name":{"kind":"Name","value":"patient"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"joiningStatus"}}]}}]}}]} as unknown as DocumentNode<WithdrawFromEHealthMutation, WithdrawFromEHealthMutationVariables>;
export const RecordSummaryDocument = {"__meta__":{"hash":"sha256:82beb0679cfcc762f99782968c4a140798f49c96c4f63b848ff9dd4e975fe9c8"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"RecordSummary"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"patient"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"language"}}]}},{"kind":"Field","name":{"kind":"Name","value":"birthDate"}},{"kind":"Field","name":{"kind":"Name","value":"gender"}},{"kind":"Field","name":{"kind":"Name","value":"allergyIntolerances"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"10"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}}]}},{"kind":"Field","name":{"kind":"Name","value":"criticality"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"medicationRequests"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"10"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"medicationCodeableConcept"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}}]}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"laboratoryReports"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"10"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}}]}},{"kind":"Field","name":{"kind":"Name","value":"clinicalDate"}},{"kind":"Field","name":{"kind":"Name","value":"conclusion"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"conditions"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"10"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}}]}},{"kind":"Field","name":{"kind":"Name","value":"recordedDate"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<RecordSummaryQuery, RecordSummaryQueryVariables>;
export const AllergiesAndMedicationDocument = {"__meta__":{"hash":"sha256:a0c6c8f71227a101f90739611e980a9a09ba27834f264d15c303b285521bea77"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AllergiesAndMedication"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"allergyIntolerances"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}}]}},{"kind":"Field","name":{"kind":"Name","value":"criticality"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"medicationRequests"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"medicationCodeableConcept"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}}]}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<AllergiesAndMedicationQuery, AllergiesAndMedicationQueryVariables>;
