import { languageOf } from '@causeway/schema';
import type { ContactFacts, NoticeTask } from '@causeway/schema';
import { DeliveryError } from './channel.js';
import type { Message, PatientChannel } from './message.js';
import { writeNotice } from './write-notice.js';

/**
 * The message of a notice, to where the patient wants to be told and in the patient's language. A patient who is known by
 * no address of that kind is told in the app, which finds people by their id: to be told there is better than not at all.
 *
 * @throws DeliveryError if nothing is known of the patient
 */
export function addressed(task: NoticeTask, contact: ContactFacts | null): Message {
  if (contact === null) throw new DeliveryError('no address');
  return {
    ...writeNotice(task, languageOf(contact.language) ?? 'en'),
    key: task.id,
    patient: task.patient,
    kind: task.kind,
    ...placeOf(contact),
  };
}

interface AddressRule {
  /** The kinds of contact point, as FHIR names them, that serve as the address. */
  readonly systems: ReadonlySet<string>;
  /** One address, and not a list or a name with one: what is told to a patient goes to nobody beside. */
  readonly form: RegExp;
}

/** What an address is; null where the patient's id is the address. */
const ADDRESSES: Readonly<Record<PatientChannel, AddressRule | null>> = {
  APP: null,
  SMS: { systems: new Set(['sms', 'phone']), form: /^\+?[\d ()-]{3,30}$/ },
  EMAIL: { systems: new Set(['email']), form: /^[^\s@,;:<>"]{1,64}@[^\s@,;:<>"]{1,255}$/ },
  POST: null,
};

function placeOf({ channel, telecom }: ContactFacts): Pick<Message, 'channel' | 'to'> {
  const rule = ADDRESSES[channel];
  if (rule === null) return { channel, to: null };
  const point = telecom.find(
    ({ system, value }) => rule.systems.has(system) && rule.form.test(value),
  );
  return point === undefined ? { channel: 'APP', to: null } : { channel, to: point.value };
}
