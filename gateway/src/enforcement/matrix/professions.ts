/** F: role-based access at home, by profession, and what takes a step-up. */
import type { ClinicalScope } from '@causeway/schema';
import { abroadFacts, consent, domesticFacts } from '../testing/requests.js';
import { FROM_ABROAD, profession, shared } from './cases.js';
import { deniedAt, permitted, refused, row, shown } from './row.js';
import type { MatrixRow, MatrixSection } from './row.js';

const CALLER = 'domestic professional';

const GENERAL: readonly ClinicalScope[] = [
  'ALLERGY_ADR',
  'DIAGNOSIS',
  'PROCEDURE',
  'MEDICATION',
  'ENCOUNTER',
  'CLINICAL_NOTE',
  'IMMUNISATION',
  'LAB_REPORT',
  'REFERRAL',
  'OBS_LIFESTYLE',
];
const STEPPED: readonly ClinicalScope[] = [
  'BIRTH',
  'RAD_REPORT',
  'RAD_IMAGE',
  'OTHER_INVESTIGATION',
];

/** What is practised is what eHealth has published of a profession; of RAD_IMAGE it has published nothing. */
const originOf = (scope: ClinicalScope) => (scope === 'RAD_IMAGE' ? 'choice' : 'practice');

const PHARMACIST: readonly MatrixRow[] = [
  ...GENERAL.map((scope) =>
    row(CALLER, 'is a pharmacist', profession('PHARMACIST'), shown(scope), 'practice'),
  ),
  ...STEPPED.flatMap((scope) => [
    row(
      CALLER,
      'is a pharmacist, without a step-up',
      profession('PHARMACIST'),
      refused(scope, 'STEP_UP_REQUIRED'),
      originOf(scope),
    ),
    row(
      CALLER,
      'is a pharmacist, after a step-up',
      profession('PHARMACIST', true),
      shown(scope),
      originOf(scope),
    ),
  ]),
  row(
    CALLER,
    'is a pharmacist, a millisecond after the step-up has ended',
    { ...profession('PHARMACIST', true), now: Date.parse('2026-11-22T13:00:00.001+08:00') },
    refused('BIRTH', 'STEP_UP_REQUIRED'),
    'choice',
  ),
  ...(['CHINESE_MED', 'MED_CERT'] as const).map((scope) =>
    row(
      CALLER,
      'is a pharmacist, after a step-up',
      profession('PHARMACIST', true),
      refused(scope, 'ROLE_NOT_PERMITTED'),
      'choice',
    ),
  ),
];

const OTHERS: readonly MatrixRow[] = [
  ...(['DOCTOR', 'DENTIST'] as const).flatMap((name) => [
    ...STEPPED.map((scope) =>
      row(
        CALLER,
        `is a ${name.toLowerCase()}`,
        profession(name),
        shown(scope),
        name === 'DENTIST' ? originOf(scope) : 'choice',
      ),
    ),
    row(
      CALLER,
      `is a ${name.toLowerCase()}`,
      profession(name),
      refused('CHINESE_MED', 'ROLE_NOT_PERMITTED'),
      'choice',
    ),
  ]),
  row(
    CALLER,
    'is a Chinese medicine practitioner',
    profession('CHINESE_MEDICINE_PRACTITIONER'),
    shown('CHINESE_MED'),
    'choice',
  ),
  row(
    CALLER,
    'is a Chinese medicine practitioner, without a step-up',
    profession('CHINESE_MEDICINE_PRACTITIONER'),
    refused('RAD_REPORT', 'STEP_UP_REQUIRED'),
    'choice',
  ),
  ...(['PERSON', 'LAB_REPORT'] as const).map((scope) =>
    row(
      CALLER,
      'is of a profession that nobody knows',
      profession('ASTROLOGER'),
      refused(scope, 'ROLE_NOT_PERMITTED'),
      'choice',
    ),
  ),
  ...FROM_ABROAD.map(([caller, ask]) =>
    row(
      caller,
      'is a pharmacist, for whom there is no step-up abroad',
      {
        ...ask({ grant: { scopes: ['RAD_REPORT'] } }),
        providerFacts: pharmacistAbroad(ask().providerFacts),
      },
      refused('RAD_REPORT', 'ROLE_NOT_PERMITTED'),
      'choice',
    ),
  ),
];

function pharmacistAbroad(facts: MatrixRow['request']['providerFacts']) {
  const { practitionerRole } = abroadFacts({}, { profession: 'PHARMACIST' });
  return facts && { ...facts, practitionerRole };
}

const TWO_CLINICS: readonly MatrixRow[] = [
  row(
    CALLER,
    'asks from the clinic that has a consent',
    shared([consent()]),
    permitted,
    'practice',
  ),
  row(
    CALLER,
    'is the same doctor, and asks from another clinic',
    elsewhere(),
    deniedAt('CONSENT'),
    'practice',
  ),
];

function elsewhere(): MatrixRow['request'] {
  const request = shared([consent()]);
  return {
    ...request,
    caller: {
      kind: 'professional',
      subject: 'subject',
      client: 'client',
      tokenId: 'token-2',
      purpose: 'TREAT',
      practitionerRole: 'dr-2',
      organization: 'other',
      grant: null,
    },
    providerFacts: domesticFacts({ id: 'other' }, { id: 'dr-2', organization: 'other' }),
  };
}

/** F: pharmacists, other professions, and one doctor at two clinics. */
export const PROFESSIONS: readonly MatrixSection[] = [
  { title: 'A pharmacist', rows: PHARMACIST },
  { title: 'Other professions', rows: OTHERS },
  { title: 'One doctor at two clinics', rows: TWO_CLINICS },
];
