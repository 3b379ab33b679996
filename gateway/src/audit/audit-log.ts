/**
 * The port to the audit log: what was decided and released is recorded by the consents subgraph before the answer
 * leaves. Events of one tick go in one call, so that one durable commit serves many requests.
 */
import type { AccessEvent } from '@causeway/schema';
import DataLoader from 'dataloader';

/** Records events durably; resolves to how many are on record. */
export type RecordAccess = (events: readonly AccessEvent[]) => Promise<unknown>;

/** An audit log that did not take an event. */
export class AuditUnavailableError extends Error {
  constructor(options?: ErrorOptions) {
    super('Expected the audit log to take the event, got no confirmation', options);
    this.name = 'AuditUnavailableError';
  }
}

/** How many events go into one call. */
const MAX_BATCH_SIZE = 500;

/** Records events in one call: an error where they are not all known to be on record, else null. */
async function attempt(
  record: RecordAccess,
  events: readonly AccessEvent[],
): Promise<AuditUnavailableError | null> {
  try {
    return (await record(events)) === events.length ? null : new AuditUnavailableError();
  } catch (error) {
    return new AuditUnavailableError({ cause: error });
  }
}

/** The audit log. */
export class AuditLog {
  readonly #loader: DataLoader<AccessEvent, true>;

  constructor(record: RecordAccess) {
    this.#loader = new DataLoader<AccessEvent, true>(
      async (events) => {
        const failure = await attempt(record, events);
        if (failure === null) return events.map(() => true as const);
        if (events.length === 1) return [failure];
        // One event that cannot be taken must not cost the others of its tick; those that were are taken once.
        return Promise.all(events.map(async (event) => (await attempt(record, [event])) ?? true));
      },
      { cache: false, maxBatchSize: MAX_BATCH_SIZE, batchScheduleFn: setImmediate },
    );
  }

  /**
   * Records the events; resolves once they are durable.
   *
   * @throws AuditUnavailableError if any of them is not known to be on record
   */
  async record(events: readonly AccessEvent[]): Promise<void> {
    await Promise.all(events.map((event) => this.#loader.load(event)));
  }
}
