import type { RecognitionFact } from '@causeway/schema';
import { wordEnum } from '@causeway/schema/datatypes';
import type {
  InstrumentType as InstrumentWord,
  RegistrationStatus as RegistrationWord,
} from './tables.js';

/** The status of a domestic registration as a GraphQL enum. */
export const RegistrationStatus = wordEnum<RegistrationWord>(
  'RegistrationStatus',
  'The status of a registration as healthcare provider in Hong Kong.',
  {
    REGISTERED: 'Registered.',
    SUSPENDED: 'Registered; the registration is suspended.',
    CANCELLED: 'Was registered; the registration is cancelled.',
  },
);

/** The status of a recognition as a GraphQL enum. */
export const RecognitionStatus = wordEnum<RecognitionFact['status']>(
  'RecognitionStatus',
  'The status of a recognition, as the Commissioner has given it. Whether its period or suspension has ended is to be read from these.',
  {
    APPLIED: 'Applied for.',
    RECOGNISED: 'Recognised.',
    SUSPENDED: 'Recognised; the recognition is suspended for a time.',
    CANCELLED: 'Was recognised; the Commissioner has cancelled it.',
    EXPIRED: 'Was recognised; its time is over.',
    WITHDRAWN: 'Was recognised; it was given up.',
    REFUSED: 'Applied for and refused.',
  },
);

/** What a recognition rests on, as a GraphQL enum. */
export const InstrumentType = wordEnum<InstrumentWord>(
  'RecognitionInstrumentType',
  'The kind of instrument a recognition rests on.',
  {
    GBA_STANDARD_CONTRACT:
      'A standard contract for cross-boundary flow of personal information within the Greater Bay Area, as filed.',
    MEMORANDUM_OF_UNDERSTANDING: 'A memorandum of understanding.',
  },
);
