/** The categories, and what each profession may see of them: the tables of `domain.md`, read off anew. */
import type { ClinicalScope, Scope, SharableScope } from '@causeway/schema';

/** The categories of records. */
export const CLINICAL: readonly ClinicalScope[] = [
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
];

/** Demographics, and the categories of records. */
export const SHARABLE: readonly SharableScope[] = ['PERSON', ...CLINICAL];

/** What the layer keeps of its own. */
export const ADMINISTRATIVE: readonly Scope[] = [
  'CONSENT',
  'GRANT',
  'AUDIT',
  'NOTIFICATION',
  'DEPOSIT',
];

/** How a profession may see a category: at once, after a step-up, or not at all. */
export type Sight = 'AT_ONCE' | 'AFTER_STEP_UP' | 'NEVER';

const SEES_ALL = ['DOCTOR', 'DENTIST', 'NURSE', 'MIDWIFE'];
const STEPS_UP = [
  'PHARMACIST',
  'MEDICAL_LABORATORY_TECHNOLOGIST',
  'OCCUPATIONAL_THERAPIST',
  'OPTOMETRIST',
  'PHYSIOTHERAPIST',
  'RADIOGRAPHER',
  'CHINESE_MEDICINE_PRACTITIONER',
];
const GUARDED: readonly Scope[] = ['BIRTH', 'RAD_REPORT', 'RAD_IMAGE', 'OTHER_INVESTIGATION'];

/** How a profession may see a category. */
export function sightOf(profession: string, scope: SharableScope): Sight {
  if (scope === 'CHINESE_MED')
    return profession === 'CHINESE_MEDICINE_PRACTITIONER' ? 'AT_ONCE' : 'NEVER';
  if (SEES_ALL.includes(profession)) return 'AT_ONCE';
  if (!STEPS_UP.includes(profession) || scope === 'MED_CERT') return 'NEVER';
  return GUARDED.includes(scope) ? 'AFTER_STEP_UP' : 'AT_ONCE';
}

/** Whether a category crosses the boundary under conditions that list some, or speak of none. */
export function crosses(scope: SharableScope, listed: readonly string[] | null): boolean {
  if (scope === 'PERSON') return true;
  if (scope === 'MED_CERT') return false;
  if (scope === 'BIRTH') return listed !== null && listed.includes(scope);
  return listed === null || listed.includes(scope);
}

/** The cities of the Greater Bay Area on the Mainland. */
export const BAY_CITIES: readonly string[] = [
  'Guangzhou',
  'Shenzhen',
  'Zhuhai',
  'Foshan',
  'Huizhou',
  'Dongguan',
  'Zhongshan',
  'Jiangmen',
  'Zhaoqing',
];
