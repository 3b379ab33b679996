import { ToldError } from '@causeway/kit';
import { filled, languageOf } from '@causeway/schema';
import type { Address, ContactPoint } from '@causeway/schema/datatypes';
import { contactPoints } from './contact-facts.js';
import { REFUSED } from './refusal-texts.js';
import type { NotificationPreference } from './tables.js';

/** A preference that cannot be kept. */
export class NotificationPreferenceError extends ToldError {}

/** How a patient may be reached. */
interface Reachable {
  readonly telecom: readonly ContactPoint[];
  readonly address: readonly Address[];
}

/** The FHIR words of the telecom systems that each channel goes by. */
const SYSTEMS = { SMS: ['phone', 'sms'], EMAIL: ['email'] } as const;

/**
 * Checks that a preference can be kept: the layer speaks the language, and the channel reaches the patient.
 *
 * @throws NotificationPreferenceError for another
 */
export function checkPreference(
  { channel, language }: NotificationPreference,
  patient: Reachable,
): void {
  if (languageOf(language) === undefined) {
    throw new NotificationPreferenceError(
      filled(REFUSED.language, { got: JSON.stringify(language.slice(0, 60)) }),
    );
  }
  if (!isReachedBy(channel, patient)) {
    throw new NotificationPreferenceError(filled(REFUSED.channel, { channel }));
  }
}

function isReachedBy(
  channel: NotificationPreference['channel'],
  { telecom, address }: Reachable,
): boolean {
  switch (channel) {
    case 'APP':
      return true;
    case 'POST':
      return address.length > 0;
    case 'SMS':
    case 'EMAIL': {
      const systems: readonly string[] = SYSTEMS[channel];
      return contactPoints(telecom).some(({ system }) => systems.includes(system));
    }
  }
}
