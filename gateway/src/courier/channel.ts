import type { Message, PatientChannel } from './message.js';

/** A way out to patients. */
export interface Channel {
  /**
   * Hands a message over; resolves once the other side has taken it on.
   *
   * @throws DeliveryError if it is not known to have
   */
  send(message: Message, signal: AbortSignal): Promise<void>;
}

/** Which channel serves which way of telling; patients who prefer one that is not served are told by none. */
export type Channels = Readonly<Partial<Record<PatientChannel, Channel>>>;

/** Why a message was not taken on. */
export type DeliveryFailure =
  | 'unreachable'
  | 'timeout'
  | 'turned away'
  /** No channel is configured for how the patient wants to be told. */
  | 'not served'
  /** Nothing is known of the patient, or the address is none for this channel. */
  | 'no address';

/** A message that is not known to be delivered. It says nothing of whom and what: what the other side said may. */
export class DeliveryError extends Error {
  readonly failure: DeliveryFailure;

  constructor(failure: DeliveryFailure, detail?: string) {
    super(
      `Expected a notice to be taken on, got none that was: ${failure}${detail === undefined ? '' : ` (${detail})`}`,
    );
    this.name = 'DeliveryError';
    this.failure = failure;
  }
}
