/** What is about to be deposited, on record before it is: the first half of a deposit in the audit trail. */
import type { Permit } from '@causeway/schema';

/** Records, durably, that something is about to be done under permits. */
export type RecordIntent = (permits: readonly Permit[]) => Promise<void>;

/** The deposits that one request is about to make. */
export class Intentions {
  readonly #record: RecordIntent;
  readonly #patients = new Set<string>();

  constructor(record: RecordIntent) {
    this.#record = record;
  }

  /**
   * Records the deposits among permits, each patient's once; returns whether there was any to record. Time goes by
   * meanwhile, so that whoever dispatches decides once more after it.
   *
   * @throws AuditUnavailableError if they are not known to be on record: then nothing is dispatched
   */
  async record(permits: readonly Permit[]): Promise<boolean> {
    const deposits = permits.filter(
      ({ action, patient }) => action === 'DEPOSIT' && !this.#patients.has(patient),
    );
    const byPatient = new Map(deposits.map((permit) => [permit.patient, permit]));
    if (byPatient.size === 0) return false;
    await this.#record([...byPatient.values()]);
    for (const patient of byPatient.keys()) this.#patients.add(patient);
    return true;
  }
}
