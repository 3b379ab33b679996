/** Chronic illnesses as courses: what is diagnosed, prescribed and measured again and again. */
import type { Finding } from '../records/observation.js';
import type { Result } from '../records/report.js';
import { PANELS } from '../records/report.js';
import type { Labels } from '../records/labels.js';
import { restricted } from '../records/labels.js';
import type { Concept } from '../records/terminology.js';
import { atc, coding, concept, loinc } from '../records/terminology.js';
import type { Random } from '../random.js';

/** A chronic illness and how it is followed. */
export interface Course {
  readonly name: string;
  readonly diagnosis: Concept;
  readonly medicine: Concept;
  readonly dosage: string;
  /** The panel that follows it, with results made up anew each time. */
  readonly panel: {
    readonly code: Concept;
    readonly results: (random: Random) => readonly Result[];
  };
  /** Labels of all that belongs to it. */
  readonly security?: Labels;
}

/** Between two values, to one decimal. */
function between(random: Random, least: number, most: number): number {
  return Math.round((least + random.next() * (most - least)) * 10) / 10;
}

function result(code: string, display: string, finding: Finding): Result {
  return { code: loinc(code, display), finding };
}

const glucose = (random: Random): readonly Result[] => [
  result('4548-4', 'Hemoglobin A1c/Hemoglobin.total in Blood', {
    value: between(random, 5.8, 9.4),
    unit: '%',
  }),
];

const lipids = (random: Random): readonly Result[] => [
  result('14647-2', 'Cholesterol [Moles/volume] in Serum or Plasma', {
    value: between(random, 3.6, 6.8),
    unit: 'mmol/L',
  }),
  result('22748-8', 'Cholesterol in LDL [Moles/volume] in Serum or Plasma', {
    value: between(random, 1.6, 4.6),
    unit: 'mmol/L',
  }),
];

const renal = (random: Random): readonly Result[] => [
  result('14682-9', 'Creatinine [Moles/volume] in Serum or Plasma', {
    value: random.between(55, 160),
    unit: 'umol/L',
  }),
  result('2823-3', 'Potassium [Moles/volume] in Serum or Plasma', {
    value: between(random, 3.5, 5.1),
    unit: 'mmol/L',
  }),
];

const thyroid = (random: Random): readonly Result[] => [
  result('3016-3', 'Thyrotropin [Units/volume] in Serum or Plasma', {
    value: between(random, 0.4, 6),
    unit: 'm[IU]/L',
  }),
];

const bloodCount = (random: Random): readonly Result[] => [
  result('718-7', 'Hemoglobin [Mass/volume] in Blood', {
    value: between(random, 9.8, 16.2),
    unit: 'g/dL',
  }),
  result('777-3', 'Platelets [#/volume] in Blood by Automated count', {
    value: random.between(150, 400),
    unit: '10*9/L',
  }),
];

const bySnomedAndIcd = (code: string, display: string, icd: string, meaning: string): Concept =>
  concept(coding('snomed', code, display), coding('icd10', icd, meaning));

/** The courses that patients may have. */
export const COURSES: readonly Course[] = [
  {
    name: 'diabetes',
    diagnosis: bySnomedAndIcd(
      '44054006',
      'Diabetes mellitus type 2',
      'E11.9',
      'Type 2 diabetes mellitus without complications',
    ),
    medicine: atc('A10BB09', 'gliclazide'),
    dosage: '80 mg twice a day',
    panel: { code: loinc('4548-4', 'Hemoglobin A1c/Hemoglobin.total in Blood'), results: glucose },
  },
  {
    name: 'hypertension',
    diagnosis: bySnomedAndIcd(
      '38341003',
      'Hypertensive disorder',
      'I10',
      'Essential (primary) hypertension',
    ),
    medicine: atc('C09CA01', 'losartan'),
    dosage: '50 mg once a day',
    panel: { code: PANELS.renal, results: renal },
  },
  {
    name: 'hyperlipidaemia',
    diagnosis: bySnomedAndIcd(
      '55822004',
      'Hyperlipidemia',
      'E78.5',
      'Hyperlipidaemia, unspecified',
    ),
    medicine: atc('C10AA05', 'atorvastatin'),
    dosage: '20 mg at night',
    panel: { code: PANELS.lipids, results: lipids },
  },
  {
    name: 'heart',
    diagnosis: bySnomedAndIcd(
      '414545008',
      'Ischemic heart disease',
      'I25.9',
      'Chronic ischaemic heart disease, unspecified',
    ),
    medicine: atc('B01AC06', 'acetylsalicylic acid'),
    dosage: '80 mg once a day',
    panel: { code: PANELS.lipids, results: lipids },
  },
  {
    name: 'atrial-fibrillation',
    diagnosis: concept(coding('snomed', '49436004', 'Atrial fibrillation')),
    medicine: atc('B01AF02', 'apixaban'),
    dosage: '5 mg twice a day',
    panel: { code: PANELS.renal, results: renal },
  },
  {
    name: 'asthma',
    diagnosis: bySnomedAndIcd('195967001', 'Asthma', 'J45.9', 'Asthma, unspecified'),
    medicine: atc('R03AC02', 'salbutamol'),
    dosage: 'Two puffs when needed',
    panel: { code: PANELS.bloodCount, results: bloodCount },
  },
  {
    name: 'thyroid',
    diagnosis: concept(coding('snomed', '40930008', 'Hypothyroidism')),
    medicine: atc('H03AA01', 'levothyroxine sodium'),
    dosage: '75 microgram in the morning',
    panel: {
      code: loinc('3016-3', 'Thyrotropin [Units/volume] in Serum or Plasma'),
      results: thyroid,
    },
  },
  {
    name: 'gout',
    diagnosis: bySnomedAndIcd('90560007', 'Gout', 'M10.9', 'Gout, unspecified'),
    medicine: atc('M04AA01', 'allopurinol'),
    dosage: '100 mg once a day',
    panel: { code: PANELS.renal, results: renal },
  },
  {
    name: 'anxiety',
    diagnosis: concept(coding('snomed', '197480006', 'Anxiety disorder')),
    medicine: atc('N06AB06', 'sertraline'),
    dosage: '50 mg in the morning',
    panel: { code: PANELS.bloodCount, results: bloodCount },
    security: restricted('PSY'),
  },
];
