/**
 * The port to the audit log: what was decided and released is recorded by the consents subgraph before the answer
 * leaves. Events of about the same time, or of the time that another call is under way, go in one call, so that one
 * durable commit serves many requests.
 */
import { BatchTurns } from '@causeway/schema';
import type { AccessEvent } from '@causeway/schema';

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

/** Events of one request, and who waits for them. */
interface Waiting {
  readonly events: readonly AccessEvent[];
  readonly resolve: () => void;
  readonly reject: (error: AuditUnavailableError) => void;
}

/** The audit log. */
export class AuditLog {
  readonly #record: RecordAccess;
  readonly #turns = new BatchTurns();
  #waiting: Waiting[] = [];

  constructor(record: RecordAccess) {
    this.#record = record;
  }

  /**
   * Records the events; resolves once they are durable.
   *
   * @throws AuditUnavailableError if any of them is not known to be on record
   */
  async record(events: readonly AccessEvent[]): Promise<void> {
    if (events.length === 0) return;
    await new Promise<void>((resolve, reject) => {
      this.#waiting.push({ events, resolve, reject });
      this.#turns.join(this.#flush);
    });
  }

  readonly #flush = async (): Promise<void> => {
    const waiting = this.#waiting;
    this.#waiting = [];
    const events = waiting.flatMap((one) => one.events);
    const parts: Promise<readonly (AuditUnavailableError | null)[]>[] = [];
    for (let from = 0; from < events.length; from += MAX_BATCH_SIZE)
      parts.push(this.#recordSome(events.slice(from, from + MAX_BATCH_SIZE)));
    const failures = (await Promise.all(parts)).flat();
    let from = 0;
    for (const { events: own, resolve, reject } of waiting) {
      const failure = failures.slice(from, from + own.length).find((one) => one !== null);
      from += own.length;
      if (failure === undefined) resolve();
      else reject(failure);
    }
  };

  /** What became of each event: an error where it is not known to be on record. */
  async #recordSome(
    events: readonly AccessEvent[],
  ): Promise<readonly (AuditUnavailableError | null)[]> {
    const failure = await attempt(this.#record, events);
    if (failure === null || events.length === 1) return events.map(() => failure);
    // One event that cannot be taken must not cost the others of its tick; those that were are taken once.
    return Promise.all(events.map((event) => attempt(this.#record, [event])));
  }
}
