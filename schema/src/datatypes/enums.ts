import { registerEnumType } from 'type-graphql';
import { CLINICAL_SCOPES, SCOPES } from '../scopes.js';
import type { ClinicalScope, Scope } from '../scopes.js';

/** What each scope covers, with the name of its category in the eHealth system. */
const DESCRIPTIONS: { readonly [Word in Scope]: string } = {
  PERSON: 'Who the patient is: names, birth, sex, numbers, address and contacts (個人資料).',
  ALLERGY_ADR: 'Allergies and adverse drug reactions (敏感及藥物不良反應).',
  DIAGNOSIS: 'Diagnoses (診斷).',
  PROCEDURE: 'Procedures (手術及其他醫療程序).',
  MEDICATION: 'Medication prescribed and dispensed (藥物).',
  ENCOUNTER: 'Encounters and appointments (住院、到診及預約資料).',
  CLINICAL_NOTE: 'Clinical notes and summaries (臨床摘要).',
  BIRTH: 'Birth records (出生紀錄).',
  IMMUNISATION: 'Immunisation records (防疫接種紀錄).',
  LAB_REPORT: 'Laboratory reports and results (化驗報告).',
  RAD_REPORT: 'Radiology reports (放射報告).',
  RAD_IMAGE: 'Radiology images (放射影像).',
  OTHER_INVESTIGATION: 'Reports of other investigations (其他檢查報告).',
  REFERRAL: 'Healthcare referrals (醫療轉介資料).',
  OBS_LIFESTYLE: 'Observations and lifestyle records (觀察及生活方式紀錄).',
  MED_CERT: 'Medical certificates (醫生證明書).',
  CHINESE_MED: 'Chinese medicine records (中醫藥紀錄).',
  CONSENT: 'Consents. In no grant: for the patient, and for the parties to each.',
  GRANT: 'Cross-border grants. In no grant: for the patient, and for the parties to each.',
  AUDIT: 'The audit trail. In no grant: for the patient, and for the offices that oversee it.',
  NOTIFICATION: 'What the patient was told of. In no grant: for the patient.',
  DEPOSIT:
    'Receipts of what was deposited. In no grant: for the patient, and for the organisation that deposited.',
};

function enumOf<Word extends Scope>(words: readonly Word[]): { readonly [W in Word]: W } {
  return Object.fromEntries(words.map((word) => [word, word])) as { readonly [W in Word]: W };
}

function describe<Word extends Scope>(
  words: readonly Word[],
): Record<Word, { description: string }> {
  const described = words.map((word) => [word, { description: DESCRIPTIONS[word] }]);
  return Object.fromEntries(described) as Record<Word, { description: string }>;
}

/** The sharable categories as a GraphQL enum. */
export const SharableCategory: { readonly [W in ClinicalScope]: W } = enumOf(CLINICAL_SCOPES);

registerEnumType(SharableCategory, {
  name: 'SharableCategory',
  description: 'A category of sharable clinical records.',
  valuesConfig: describe(CLINICAL_SCOPES),
});

/** Every scope as a GraphQL enum. */
export const ConsentScope: { readonly [W in Scope]: W } = enumOf(SCOPES);

registerEnumType(ConsentScope, {
  name: 'ConsentScope',
  description:
    "A scope of consent: a sharable category, or the layer's own administrative records.",
  valuesConfig: describe(SCOPES),
});
