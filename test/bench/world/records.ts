/** Patients and their records, made up by counting. */
import { ORGANIZATIONS, PATIENTS, UNDER_CARE, recordId } from './ids.js';

const RECORDS_OF_A_KIND = 8;

const SUBSTANCES = ['Penicillin V', 'Shrimp', 'Ibuprofen', 'House dust mite', 'Latex'];
const PROBLEMS = ['Essential hypertension', 'Type 2 diabetes mellitus', 'Asthma', 'Gout', 'Eczema'];

const NORMAL = {
  system: 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality',
  code: 'N',
};

/** A patient as the patients subgraph knows them; null for an id that is nobody's. */
export function person(id: string): object | null {
  const number = PATIENTS.indexOf(id);
  if (number < 0) return null;
  return {
    id,
    patientNumber: `N${String(number).padStart(7, '0')}`,
    birthDate: `19${50 + (number % 40)}-05-${String(10 + (number % 18))}`,
    gender: number % 2 === 0 ? 'FEMALE' : 'MALE',
    name: [
      { language: 'en', text: `Harbour Person ${number}` },
      { language: 'zh-Hant-HK', text: `海港人${number}` },
    ],
  };
}

/** A patient as the records subgraph knows them; null for an id that is nobody's. */
export function patientOfRecords(id: string): object | null {
  const number = PATIENTS.indexOf(id);
  if (number < 0) return null;
  return {
    id,
    allergyIntolerances: connection(number, 0, (position) => ({
      ...record(number, 0, position, 'ALLERGY_ADR', SUBSTANCES),
      patient: { id },
      criticality: position % 2 === 0 ? 'low' : 'high',
    })),
    conditions: connection(number, 1, (position) => ({
      ...record(number, 1, position, 'DIAGNOSIS', PROBLEMS),
      subject: { id },
    })),
  };
}

/** An organisation; null for an id that is none's. */
export function organization(id: string): object | null {
  const number = ORGANIZATIONS.indexOf(id);
  if (number < 0) return null;
  return {
    id,
    jurisdiction: 'HK',
    names: [{ language: 'en', text: `Harbour Clinic ${number}` }],
  };
}

/** The patients under the caller's care, as references. */
export function underCare(first: number): readonly object[] {
  return PATIENTS.slice(0, Math.min(first, UNDER_CARE)).map((id) => ({ id }));
}

function record(
  patient: number,
  kind: number,
  position: number,
  category: string,
  words: readonly string[],
): object {
  const text = words[(patient + position) % words.length];
  const date = `2025-${String(1 + (position % 12)).padStart(2, '0')}-11T09:30:00+08:00`;
  return {
    id: recordId(patient, kind, position),
    category,
    clinicalDate: date,
    recordedDate: date,
    security: [NORMAL],
    author: { id: ORGANIZATIONS[(patient + position) % ORGANIZATIONS.length] },
    code: {
      text,
      coding: [{ system: 'urn:example:words', code: `${kind}-${position}`, display: text }],
    },
  };
}

function connection(
  patient: number,
  kind: number,
  node: (position: number) => object,
): () => object {
  return () => ({
    totalCount: RECORDS_OF_A_KIND,
    edges: Array.from({ length: RECORDS_OF_A_KIND }, (_, position) => ({
      cursor: `${patient}-${kind}-${position}`,
      node: node(position),
    })),
    pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
  });
}
