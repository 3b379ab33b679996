/** Concepts that records of each category are about: common ones, so that a list reads like a list of such records. */
import type { ClinicalScope } from '@causeway/schema';

/** A concept as records name it (FHIR CodeableConcept). */
export interface Concept {
  readonly text: string;
  readonly coding: readonly {
    readonly system: string;
    readonly code: string;
    readonly display: string;
  }[];
}

const SNOMED = 'http://snomed.info/sct';
const LOINC = 'http://loinc.org';
const ATC = 'http://www.whocc.no/atc';
const CVX = 'http://hl7.org/fhir/sid/cvx';
const ACT = 'http://terminology.hl7.org/CodeSystem/v3-ActCode';

const VOCABULARY: Readonly<Record<ClinicalScope, readonly Concept[]>> = {
  ALLERGY_ADR: concepts(SNOMED, {
    '91936005': 'Allergy to penicillin',
    '91935009': 'Allergy to peanuts',
    '91930004': 'Allergy to eggs',
    '300913006': 'Allergy to shellfish',
  }),
  DIAGNOSIS: concepts(SNOMED, {
    '38341003': 'Hypertension',
    '44054006': 'Type 2 diabetes mellitus',
    '195967001': 'Asthma',
    '13645005': 'Chronic obstructive pulmonary disease',
  }),
  PROCEDURE: concepts(SNOMED, {
    '80146002': 'Appendicectomy',
    '73761001': 'Colonoscopy',
    '38102005': 'Cholecystectomy',
  }),
  MEDICATION: concepts(ATC, {
    A10BA02: 'Metformin 500 mg tablet',
    C09AA02: 'Enalapril 5 mg tablet',
    C10AA01: 'Simvastatin 20 mg tablet',
    N02BE01: 'Paracetamol 500 mg tablet',
  }),
  ENCOUNTER: concepts(ACT, {
    AMB: 'Outpatient attendance',
    IMP: 'Inpatient stay',
    EMER: 'Attendance at accident and emergency',
  }),
  CLINICAL_NOTE: concepts(LOINC, {
    '18842-5': 'Discharge summary',
    '11488-4': 'Consultation note',
  }),
  BIRTH: concepts(LOINC, { '57075-4': 'Newborn delivery information' }),
  IMMUNISATION: concepts(CVX, { '140': 'Seasonal influenza vaccine', '08': 'Hepatitis B vaccine' }),
  LAB_REPORT: concepts(LOINC, {
    '4548-4': 'Haemoglobin A1c',
    '718-7': 'Haemoglobin',
    '2160-0': 'Creatinine',
    '2951-2': 'Sodium',
  }),
  RAD_REPORT: concepts(LOINC, {
    '36643-5': 'Chest X-ray, two views',
    '24627-2': 'CT of the chest',
  }),
  RAD_IMAGE: concepts(LOINC, { '36643-5': 'Chest X-ray, two views', '24627-2': 'CT of the chest' }),
  OTHER_INVESTIGATION: concepts(LOINC, { '11524-6': 'Electrocardiogram' }),
  REFERRAL: concepts(SNOMED, {
    '183519002': 'Referral to cardiology',
    '183523005': 'Referral to gastroenterology',
  }),
  OBS_LIFESTYLE: concepts(LOINC, {
    '8867-4': 'Heart rate',
    '29463-7': 'Body weight',
    '85354-9': 'Blood pressure',
  }),
  MED_CERT: concepts(LOINC, { '64297-5': 'Medical certificate' }),
  CHINESE_MED: [
    { text: 'Liver qi stagnation (肝氣鬱結)', coding: [] },
    { text: 'Spleen qi deficiency (脾氣虛)', coding: [] },
  ],
};

/** The concepts of a category; never none. */
export function conceptsOf(category: ClinicalScope): readonly Concept[] {
  return VOCABULARY[category];
}

function concepts(system: string, named: Readonly<Record<string, string>>): readonly Concept[] {
  return Object.entries(named).map(([code, text]) => ({
    text,
    coding: [{ system, code, display: text }],
  }));
}
