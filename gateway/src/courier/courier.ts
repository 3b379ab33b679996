/**
 * The courier: takes notices out of the outbox, under a lease, and hands them to channels. A notice is delivered at least
 * once: what is not settled before its lease ends, for instance because the courier was killed, is taken out again and
 * delivered under the same key.
 */
import type { ContactFacts, NoticeOutcome, NoticeTask } from '@causeway/schema';
import { addressed } from './addressed.js';
import { DeliveryError } from './channel.js';
import type { Channels } from './channel.js';

/** The notices that wait: the port to the consents subgraph. */
export interface Outbox {
  /** Notices to be delivered now, leased for so many seconds. */
  claim(first: number, leaseSeconds: number): Promise<readonly NoticeTask[]>;
  /** Says what became of leased notices. */
  settle(outcomes: readonly NoticeOutcome[]): Promise<unknown>;
}

/** Where patients are told, in their order; null for those of whom nothing is known: the port to the patients subgraph. */
export type ReadContacts = (
  patients: readonly string[],
) => Promise<readonly (ContactFacts | null)[]>;

/** What a courier is made of. */
export interface CourierOptions {
  readonly outbox: Outbox;
  readonly readContacts: ReadContacts;
  readonly channels: Channels;
  /** Told of what was not delivered; it waits in the outbox. */
  readonly onError: (error: unknown) => void;
  /** How many notices are under way at a time. */
  readonly batch?: number;
  /** How long a channel may take, in seconds. */
  readonly patience?: number;
}

const BATCH = 20;
const PATIENCE = 10;

/** How long a lease outlasts the channels' time, in seconds: time enough to read contacts and to settle. */
const LEASE_MARGIN = 20;

/** A courier of notices. */
export class Courier {
  readonly #options: CourierOptions;
  readonly #batch: number;
  readonly #patience: number;

  constructor(options: CourierOptions) {
    this.#options = options;
    this.#batch = options.batch ?? BATCH;
    this.#patience = options.patience ?? PATIENCE;
  }

  /** Delivers what waits, until nothing does or the signal is aborted; a failure is reported and ends the round. */
  async deliver(signal: AbortSignal): Promise<void> {
    const { outbox, onError } = this.#options;
    try {
      let claimed = this.#batch;
      while (claimed === this.#batch && !signal.aborted) {
        const tasks = await outbox.claim(this.#batch, this.#patience + LEASE_MARGIN);
        claimed = tasks.length;
        await this.#deliverAll(tasks);
      }
    } catch (error) {
      onError(error);
    }
  }

  async #deliverAll(tasks: readonly NoticeTask[]): Promise<void> {
    if (tasks.length === 0) return;
    const { outbox, readContacts } = this.#options;
    const contacts = await readContacts(tasks.map(({ patient }) => patient));
    const settled = await Promise.allSettled(
      tasks.map(async (task, position) => {
        const result = await this.#resultOf(task, contacts[position] ?? null);
        // Each by itself and at once, so that a slow channel of one keeps none of the others from being settled.
        await outbox.settle([{ id: task.id, result }]);
      }),
    );
    for (const one of settled) if (one.status === 'rejected') throw one.reason;
  }

  async #resultOf(
    task: NoticeTask,
    contact: ContactFacts | null,
  ): Promise<NoticeOutcome['result']> {
    if (task.duty === 'PREFERENCE' && contact?.refusesAccessNotices === true) return 'SUPPRESSED';
    const { channels, onError } = this.#options;
    try {
      const message = addressed(task, contact);
      const channel = channels[message.channel];
      if (channel === undefined) throw new DeliveryError('not served', message.channel);
      await channel.send(message, AbortSignal.timeout(this.#patience * 1000));
      return 'DELIVERED';
    } catch (error) {
      onError(error);
      return 'FAILED';
    }
  }
}
