/** The operations that are measured, over the graph's own schema. */
import { PATIENTS, UNDER_CARE } from '../world/ids.js';

/** The names of the operations. */
export const OPERATION_NAMES = ['small', 'medium', 'large'] as const;

/** An operation's name. */
export type OperationName = (typeof OPERATION_NAMES)[number];

/** An operation, with the variables that requests carry in turn. */
export interface BenchOperation {
  readonly name: OperationName;
  readonly title: string;
  readonly query: string;
  readonly variables: readonly Readonly<Record<string, unknown>>[];
}

const RECORD_OF_PATIENT = /* GraphQL */ `
    name { text language }
    birthDate
    gender
    allergyIntolerances(first: 10) {
      totalCount
      edges { node { code { text } criticality recordedDate author { id names { text } } } }
    }
    conditions(first: 10) {
      totalCount
      edges { node { code { text } recordedDate author { id names { text } } } }
    }`;

const OF_EACH_PATIENT = PATIENTS.map((id) => ({ id }));

/** The operations by their names. */
export const OPERATIONS: Readonly<Record<OperationName, BenchOperation>> = {
  small: {
    name: 'small',
    title: 'small: one subgraph, six fields',
    query: /* GraphQL */ `
      query Small($id: ID!) {
        patient(id: $id) {
          id
          patientNumber
          birthDate
          gender
          name {
            text
            language
          }
        }
      }
    `,
    variables: OF_EACH_PATIENT,
  },
  medium: {
    name: 'medium',
    title: 'medium: three subgraphs, entity lists',
    query: `query Medium($id: ID!) {\n  patient(id: $id) {${RECORD_OF_PATIENT}\n  }\n}`,
    variables: OF_EACH_PATIENT,
  },
  large: {
    name: 'large',
    title: `large: ${UNDER_CARE} patients of medium`,
    query: `query Large($first: Int!) {\n  myPatients(first: $first) {${RECORD_OF_PATIENT}\n  }\n}`,
    variables: [{ first: UNDER_CARE }],
  },
};

/** The bodies of the requests of an operation, in turn. */
export function bodiesOf({ query, variables }: BenchOperation): readonly string[] {
  return variables.map((one) => JSON.stringify({ query, variables: one }));
}
