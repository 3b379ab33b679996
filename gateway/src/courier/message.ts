import type { ContactFacts, Language, NoticeKind } from '@causeway/schema';

/** How a patient may be told. */
export type PatientChannel = ContactFacts['channel'];

/** The ways in which a patient may be told. */
export const PATIENT_CHANNELS = [
  'APP',
  'SMS',
  'EMAIL',
  'POST',
] as const satisfies readonly PatientChannel[];

/** What a notice says, in one language. */
export interface NoticeText {
  readonly language: Language;
  /** Names nobody and nothing: it is read on locked screens. */
  readonly subject: string;
  /** Lines, apart by a line feed. */
  readonly text: string;
}

/** A notice on its way to a patient. */
export interface Message extends NoticeText {
  /** Equal for every delivery of the same notice: whoever has delivered it once need not again. */
  readonly key: string;
  /** Patient id. */
  readonly patient: string;
  readonly kind: NoticeKind;
  readonly channel: PatientChannel;
  /** A telephone number or an e-mail address; null where the patient's id is the address. */
  readonly to: string | null;
}
