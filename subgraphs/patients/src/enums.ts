import type { JoiningStatus as JoiningWord, RelationFact } from '@causeway/schema';
import { wordEnum } from '@causeway/schema/datatypes';
import type { NotificationPreference } from './tables.js';

/** A patient's standing in the eHealth system as a GraphQL enum. */
export const JoiningStatus = wordEnum<JoiningWord>(
  'JoiningStatus',
  'The standing of a patient in the eHealth system.',
  {
    NOT_JOINED: 'Has not given joining consent.',
    ACTIVE: 'Has joined.',
    SUSPENDED: 'Has joined; the registration is suspended.',
    WITHDRAWN: 'Had joined and has withdrawn.',
    DECEASED: 'Had joined and has died.',
  },
);

/** What a related person may do, as a GraphQL enum. */
export const RelatedPersonRole = wordEnum<RelationFact['role']>(
  'RelatedPersonRole',
  'What a person related to a patient may do for them.',
  {
    SDM: 'Substitute decision maker: acts for a patient who is under 16 or incapable.',
    CAREGIVER: 'Applies for and authorises cross-border grants; reads no record.',
    AUTHORISED_PERSON: 'Acts for the patient in what the patient has authorised.',
    CONTACT: 'Is to be told or asked; acts in nothing.',
  },
);

/** Why somebody is a substitute decision maker, as a GraphQL enum. */
export const RelationBasis = wordEnum<NonNullable<RelationFact['basis']>>(
  'RelationBasis',
  'What the authority of a person related to a patient rests on.',
  {
    PARENT: 'Parent of a minor.',
    GUARDIAN: 'Guardian.',
    COURT: "Appointed by a court to manage the patient's affairs.",
    FAMILY: 'Immediate family member.',
    CO_RESIDENT: 'Lives with the patient and accompanies them.',
  },
);

/** The ways of a notice, as a GraphQL enum. */
export const NotificationChannel = wordEnum<NotificationPreference['channel']>(
  'NotificationChannel',
  'The way by which a patient is notified.',
  {
    APP: 'In the eHealth app.',
    SMS: 'By text message.',
    EMAIL: 'By e-mail.',
    POST: 'By letter.',
  },
);
