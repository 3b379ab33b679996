/** The records subgraph alone, with its own explorer: `npm run dev -w @causeway/records`. */
import { develop } from '@causeway/kit/sandbox';
import { openRecords } from './index.js';

/** Chan Tai Man 陳大文 of the seeded world. */
const CHAN_TAI_MAN = '4c44a0ec-ecff-4756-a2bf-358758983435';

const document = `query Records($id: ID!) {
  _entities(representations: [{ __typename: "Patient", id: $id }]) {
    ... on Patient {
      allergyIntolerances {
        totalCount
        edges {
          node {
            clinicalDate
            code {
              text
            }
          }
        }
      }
    }
  }
}`;

await develop({
  name: 'records',
  open: openRecords,
  port: 4014,
  firstOperation: { document, variables: { id: CHAN_TAI_MAN }, persona: `patient:${CHAN_TAI_MAN}` },
});
