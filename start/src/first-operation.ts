import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { FirstOperation } from '@causeway/gateway';
import { PATIENT_CHAN } from '@causeway/seeds/ids';

/** The operation to begin with: the record of one patient, of which each persona sees something else. */
export const FIRST_OPERATION = readFileSync(
  new URL('../../schema/operations/patient-record.graphql', import.meta.url),
  'utf8',
);

/** The persona to begin with. */
export const FIRST_PERSONA = 'dr-li';

/** What the explorer is filled in with: the first operation, for a patient, as a persona. */
export function firstOperation(token: string): FirstOperation {
  return {
    document: FIRST_OPERATION,
    variables: { id: PATIENT_CHAN },
    headers: { Authorization: `Bearer ${token}`, 'Purpose-Of-Use': 'TREAT' },
  };
}

/** A command that asks the graph as the first persona, to be pasted into a terminal in the checkout. */
export function exampleCommand(url: string, data: string): string {
  const query =
    'query($id: ID!) { patient(id: $id) { name { text } hkid allergyIntolerances { edges { node { code { text } } } } } }';
  const body = JSON.stringify({ query, variables: { id: PATIENT_CHAN } });
  // The token has to be made with the key that lies beside the databases.
  const folder = data === resolve('.causeway') ? '' : `CAUSEWAY_DATA=${data} `;
  return [
    `curl -s ${url}/graphql \\`,
    `  -H "Authorization: Bearer $(${folder}npm run --silent token -- ${FIRST_PERSONA})" \\`,
    "  -H 'Purpose-Of-Use: TREAT' -H 'Content-Type: application/json' \\",
    `  -d '${body}'`,
  ].join('\n');
}
