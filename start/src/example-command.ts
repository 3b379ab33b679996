import { resolve } from 'node:path';
import { PATIENT_CHAN } from '@causeway/seeds/ids';

/** The persona to begin with. */
const FIRST_PERSONA = 'dr-li';

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
