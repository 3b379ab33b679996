/**
 * The catalogue of consent scopes: the closed list of what a consent, a grant or a recognition may speak of.
 *
 * The clinical scopes and `PERSON` are the sharable categories of the Hong Kong eHealth system; the
 * administrative scopes stand in no grant and are released by relation or office instead. A resource type or a
 * code that no scope covers is not sharable.
 */

/** The sharable categories a record can belong to, in the order of the eHealth list. */
export const CLINICAL_SCOPES = [
  'ALLERGY_ADR',
  'DIAGNOSIS',
  'PROCEDURE',
  'MEDICATION',
  'ENCOUNTER',
  'CLINICAL_NOTE',
  'BIRTH',
  'IMMUNISATION',
  'LAB_REPORT',
  'RAD_REPORT',
  'RAD_IMAGE',
  'OTHER_INVESTIGATION',
  'REFERRAL',
  'OBS_LIFESTYLE',
  'MED_CERT',
  'CHINESE_MED',
] as const;

/** A category of clinical records. */
export type ClinicalScope = (typeof CLINICAL_SCOPES)[number];

/** The sharable categories: the clinical ones and the patient's own demographics. */
export const SHARABLE_SCOPES = ['PERSON', ...CLINICAL_SCOPES] as const;

/** A scope that a grant or a sharing consent may hold. */
export type SharableScope = (typeof SHARABLE_SCOPES)[number];

/** Scopes over consents, grants, audit, notifications and receipts of deposits; in no grant, released by relation or office. */
export const ADMINISTRATIVE_SCOPES = [
  'CONSENT',
  'GRANT',
  'AUDIT',
  'NOTIFICATION',
  'DEPOSIT',
] as const;

/** A scope over the layer's own administrative records. */
export type AdministrativeScope = (typeof ADMINISTRATIVE_SCOPES)[number];

/** Every scope a label may name. */
export const SCOPES = [...SHARABLE_SCOPES, ...ADMINISTRATIVE_SCOPES] as const;

/** A word of the catalogue. */
export type Scope = (typeof SCOPES)[number];

const every: ReadonlySet<string> = new Set(SCOPES);
const administrative: ReadonlySet<string> = new Set(ADMINISTRATIVE_SCOPES);
const clinical: ReadonlySet<string> = new Set(CLINICAL_SCOPES);

/** Whether the text is a word of the catalogue. */
export function isScope(text: string): text is Scope {
  return every.has(text);
}

/** Whether the text is an administrative scope. */
export function isAdministrativeScope(text: string): text is AdministrativeScope {
  return administrative.has(text);
}

/** Whether the text is a category of clinical records. */
export function isClinicalScope(text: string): text is ClinicalScope {
  return clinical.has(text);
}
