import { idOf } from '@causeway/seeds';
import type { PersonaName } from '@causeway/seeds';

/** One operation of the measurement. */
export interface ScaleOperation {
  readonly name: string;
  readonly who: PersonaName;
  readonly query: string;
  /** Variables for one patient. */
  readonly variables: (patient: string) => Readonly<Record<string, unknown>>;
  /** How often it is asked in a round. */
  readonly times: number;
}

const PAGE = 'totalCount edges { node { id code { text } } }';

const ofPatient = (name: string, selection: string): ScaleOperation => ({
  name,
  who: 'dr-wong',
  query: `query ($id: ID!) { patient(id: $id) { ${selection} } }`,
  variables: (id) => ({ id }),
  times: 100,
});

/** What is asked in each world, of one patient after another. */
export const OPERATIONS: readonly ScaleOperation[] = [
  ofPatient('who it is: decision and audit alone', 'name { text }'),
  ofPatient('first 20 observations, counted', `observations(first: 20) { ${PAGE} }`),
  ofPatient(
    'first 20 of a period, counted',
    `observations(first: 20, period: { start: "2020-01-01", end: "2030-01-01" }) { ${PAGE} }`,
  ),
  ofPatient(
    'first 20 of a code, counted',
    `observations(first: 20, code: [{ system: "http://loinc.org", code: "29463-7" }]) { ${PAGE} }`,
  ),
  {
    name: '20 patients of the hospital',
    who: 'dr-wong',
    query: 'query { myPatients(first: 20) { id name { text } } }',
    variables: () => ({}),
    times: 50,
  },
];

/** So many patients of the hospital with ten observations each. */
export function recordsOf(patients: number): ScaleOperation {
  return {
    name: `${patients * 10} records`,
    who: 'dr-wong',
    query: `query { myPatients(first: ${patients}) { id observations(first: 10) { edges { node { id code { text } } } } } }`,
    variables: () => ({}),
    times: 20,
  };
}

/** The Patient id of the resident of a number. */
export const residentId = (number: number): string =>
  idOf(`patient/resident-${String(number).padStart(2, '0')}`);
