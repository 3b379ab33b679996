/** The patients subgraph alone, with its own explorer: `npm run dev -w @causeway/patients`. */
import { develop } from '@causeway/kit/sandbox';
import { openPatients } from './index.js';

/** Chan Tai Man 陳大文 of the seeded world. */
const CHAN_TAI_MAN = '4c44a0ec-ecff-4756-a2bf-358758983435';

const document = `query Patient($id: ID!) {
  patient(id: $id) {
    name {
      text
      language
    }
    hkid
    birthDate
    joiningStatus
    relatedPersons {
      role
      name {
        text
      }
    }
  }
}`;

await develop({
  name: 'patients',
  open: openPatients,
  port: 4011,
  firstOperation: { document, variables: { id: CHAN_TAI_MAN }, persona: `patient:${CHAN_TAI_MAN}` },
});
