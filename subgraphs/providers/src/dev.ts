/** The providers subgraph alone, with its own explorer: `npm run dev -w @causeway/providers`. */
import { develop } from '@causeway/kit/sandbox';
import { openProviders } from './index.js';

const document = `query Recognitions {
  recognitions {
    totalCount
    edges {
      node {
        status
        conditions {
          kind
          value
          meaning
        }
        subject {
          ... on Organization {
            name(language: "zh-Hant-HK")
            city
          }
          ... on PublicHealthRecordSystem {
            name(language: "zh-Hant-HK")
          }
        }
      }
    }
  }
}`;

await develop({
  name: 'providers',
  open: openProviders,
  port: 4012,
  firstOperation: { document, persona: 'professional' },
});
