import type { RecognitionFact } from '@causeway/schema';
import { wordEnum } from '@causeway/schema/datatypes';
import { CONDITION_KINDS } from './condition-kinds.js';
import type { ConditionKindWord } from './condition-kinds.js';
import type {
  InstrumentType as InstrumentWord,
  RecognitionCategory as CategoryWord,
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
  'The status of a recognition, as the Commissioner or time has given it. Time is noted some moments late; that a period or suspension is over counts at once.',
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

/** What sets some recognitions apart, as a GraphQL enum. */
export const RecognitionCategory = wordEnum<CategoryWord>(
  'RecognitionCategory',
  'What sets some recognitions apart from others.',
  {
    EHCV_GBA_PILOT:
      'A provider of the Elderly Health Care Voucher Greater Bay Area Pilot Scheme (長者醫療券大灣區試點計劃).',
  },
);

/** The kinds of conditions that the register takes, as a GraphQL enum. */
export const RecognitionConditionKind = wordEnum<ConditionKindWord>(
  'RecognitionConditionKind',
  'The kinds of conditions that a recognition may be subject to.',
  Object.fromEntries(
    Object.entries(CONDITION_KINDS).map(([word, { meaning, form }]) => [
      word,
      `${meaning} Its value is ${form.en}.`,
    ]),
  ) as Record<ConditionKindWord, string>,
);
