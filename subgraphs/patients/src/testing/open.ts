/** An open patients subgraph and builders to fill it with, for tests. */
import { TEST_KEY, TEST_NOW, gatewayOf } from '@causeway/kit/testing';
import type { Ask } from '@causeway/kit/testing';
import type { PatientEntry, RelatedPersonEntry } from '../entries.js';
import { openPatients } from '../index.js';
import type { PatientsSubgraph } from '../index.js';

/** A patients subgraph in memory, with how to ask it, what SQL it ran, and its clock. */
export interface OpenPatients extends PatientsSubgraph {
  readonly ask: Ask;
  readonly statements: string[];
  readonly clock: { now: number };
}

/** Opens an empty patients subgraph: in memory, unless a path is told. */
export function openEmpty(path = ':memory:'): OpenPatients {
  const statements: string[] = [];
  const clock = { now: TEST_NOW };
  const subgraph = openPatients({
    path,
    keys: [TEST_KEY],
    clock: () => clock.now,
    onStatement: (sql) => statements.push(sql),
    onError: (error) => {
      throw error;
    },
  });
  return { ...subgraph, ask: gatewayOf(subgraph, () => clock.now), statements, clock };
}

/** An invented patient of an id, of whom little is known unless told. */
export function patient(id: string, stated: Partial<PatientEntry> = {}): PatientEntry {
  return {
    id,
    source: { namespace: 'https://invented.example', id },
    identifier: [],
    name: [{ text: `CHAN ${id}`, language: 'en' }],
    gender: null,
    birthDate: '1960-05-17',
    isDeceased: null,
    deceased: null,
    address: [],
    telecom: [],
    preferredLanguage: null,
    notificationPreference: null,
    generalPractitioner: null,
    content: null,
    ...stated,
  };
}

/** An invented mother of a patient, unless told. */
export function relatedPerson(
  id: string,
  ofPatient: string,
  stated: Partial<RelatedPersonEntry> = {},
): RelatedPersonEntry {
  return {
    id,
    source: { namespace: 'https://invented.example', id },
    patient: ofPatient,
    person: null,
    identifier: [],
    name: [{ text: `CHAN ${id}`, language: 'en' }],
    gender: 'female',
    birthDate: null,
    address: [],
    telecom: [],
    relationship: [
      { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-RoleCode', code: 'MTH' }] },
    ],
    role: 'SDM',
    basis: 'PARENT',
    active: true,
    period: { start: null, end: null },
    content: null,
    ...stated,
  };
}
