/**
 * The codes by which records of one FHIR type part into sharable categories (`domain.md` 4.2): maintained data.
 */
import type { ClinicalScope } from '@causeway/schema';

/** The categories of observations, by the code of `Observation.category`. */
export const OBSERVATION_CATEGORIES: Readonly<Record<string, ClinicalScope>> = {
  laboratory: 'LAB_REPORT',
  'vital-signs': 'OBS_LIFESTYLE',
  'vital-sign': 'OBS_LIFESTYLE',
  'social-history': 'OBS_LIFESTYLE',
  activity: 'OBS_LIFESTYLE',
  survey: 'OBS_LIFESTYLE',
  exam: 'OBS_LIFESTYLE',
  therapy: 'OBS_LIFESTYLE',
  sdoh: 'OBS_LIFESTYLE',
  'functional-status': 'OBS_LIFESTYLE',
  'disability-status': 'OBS_LIFESTYLE',
  'cognitive-status': 'OBS_LIFESTYLE',
  imaging: 'RAD_REPORT',
  procedure: 'OTHER_INVESTIGATION',
};

/** LOINC codes of vital signs and lifestyle, for observations without a category. */
export const LIFESTYLE_OBSERVATIONS: ReadonlySet<string> = new Set(
  (
    '85353-1 9279-1 8867-4 2708-6 59408-5 8310-5 8302-2 9843-4 29463-7 3141-9 39156-5 85354-9 8480-6 8462-4 8478-0 55284-4 ' +
    '72166-2 11367-0 74013-4 11331-6 82810-3 11778-8 76690-7 76691-5 9269-2'
  ).split(' '),
);

/** LOINC codes of what is observed of a child at birth. */
export const BIRTH_OBSERVATIONS: ReadonlySet<string> = new Set(
  '8339-4 9272-6 9271-8 9274-2 57722-1 11884-4 49087-2 89269-5'.split(' '),
);

/** The categories of reports, by the diagnostic service section (HL7 table 0074) or the LOINC report class. */
export const REPORT_CATEGORIES: Readonly<Record<string, ClinicalScope>> = {
  ...codes('LAB', 'BG BLB CH CP HM IMM LAB MB MCB MYC PAT PAR SP SR TX VR CG GE'),
  ...codes('RAD', 'RAD RUS RX CT NMR NMS VUS XRC'),
  'LP29684-5': 'RAD_REPORT',
  'LP7839-6': 'LAB_REPORT',
  '394914008': 'RAD_REPORT',
  laboratory: 'LAB_REPORT',
  imaging: 'RAD_REPORT',
};

/** LOINC codes of notes, for reports and documents that are nothing but one. */
export const NOTE_TYPES: ReadonlySet<string> = new Set(
  '11488-4 11506-3 18842-5 28570-0 34108-1 34111-5 34117-2 34133-9 34746-8 51847-2 60591-5'.split(
    ' ',
  ),
);

/** LOINC codes of documents about a birth. */
export const BIRTH_DOCUMENTS: ReadonlySet<string> = new Set(
  '57057-0 71230-7 57075-2 34079-4'.split(' '),
);

/** Words in the type or title of a medical certificate: no code for it is in common use. */
export const MEDICAL_CERTIFICATE =
  /medical certificate|sick(ness)? (leave|certificate)|fitness for work|醫生證明|醫生紙|醫療證明|病假|医生证明|疾病证明/i;

/** Words in the type or title of a birth record. */
export const BIRTH_RECORD = /birth (record|certificate|summary)|出生/i;

/** Words by which a record of Chinese medicine says so in its category or practice setting. */
export const CHINESE_MEDICINE = /chinese medicine|中醫|中医|中藥|中药/i;

/** The traditional medicine chapter of ICD-11, and the systems its codes are filed under. */
export const TRADITIONAL_MEDICINE = {
  system: /^http:\/\/id\.who\.int\/icd/,
  code: /^S[A-J]\w{2}(\.\w+)?$/,
} as const;

function codes(section: 'LAB' | 'RAD', words: string): Readonly<Record<string, ClinicalScope>> {
  const category: ClinicalScope = section === 'LAB' ? 'LAB_REPORT' : 'RAD_REPORT';
  return Object.fromEntries(words.split(' ').map((word) => [word, category]));
}
