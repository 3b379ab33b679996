/** The consents subgraph alone, with its own explorer: `npm run dev -w @causeway/consents`. */
import { develop } from '@causeway/kit/sandbox';
import { openConsents } from './index.js';

/** Chan Tai Man 陳大文 of the seeded world. */
const CHAN_TAI_MAN = '4c44a0ec-ecff-4756-a2bf-358758983435';

const document = `query Consents($id: ID!) {
  _entities(representations: [{ __typename: "Patient", id: $id }]) {
    ... on Patient {
      consents {
        totalCount
        edges {
          node {
            kind
            status
          }
        }
      }
      crossBorderGrants {
        edges {
          node {
            state
            scopes
          }
        }
      }
    }
  }
}`;

await develop({
  name: 'consents',
  open: openConsents,
  port: 4013,
  firstOperation: { document, variables: { id: CHAN_TAI_MAN }, persona: `patient:${CHAN_TAI_MAN}` },
});
