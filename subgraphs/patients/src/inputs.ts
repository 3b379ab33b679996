import { Field, InputType } from 'type-graphql';
import { NotificationChannel } from './enums.js';
import type { NotificationPreference } from './tables.js';

/** How a patient wishes to be told of accesses, as they say it. */
@InputType({ description: 'How a patient wishes to be told of accesses to their record.' })
export class NotificationPreferenceInput implements NotificationPreference {
  @Field(() => NotificationChannel, {
    description: 'The way by which notices come; a number or address for it is registered.',
  })
  channel!: NotificationPreference['channel'];

  @Field(() => String, {
    description: 'The language of notices (BCP 47): English, Traditional or Simplified Chinese.',
  })
  language!: string;

  @Field(() => Boolean, {
    description:
      'Whether the patient wants no notice of ordinary domestic accesses. Notices of cross-border and restricted accesses come all the same.',
  })
  refusesAccessNotices!: boolean;
}
