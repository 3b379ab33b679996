import type { Action, Caller, Decision, Permit } from '@causeway/schema';
import { decide } from '../enforcement/index.js';
import type { FactsSource } from '../facts/facts-source.js';
import { isSame } from './is-same.js';

/** What the decisions of one request are made with. */
export interface DecisionsOptions {
  readonly caller: Caller;
  readonly facts: FactsSource;
  /** The decision clock, in epoch milliseconds. */
  readonly clock: () => number;
  /** Whether the request may fetch clinical records, whose labels may change while it runs. */
  readonly watchesRecords: boolean;
}

/**
 * The decisions of one request, by patient. They are made anew, from facts read anew, before every wave of fetches
 * and once more before the release.
 */
export class Decisions {
  readonly #options: DecisionsOptions;
  readonly #actions = new Map<string, Action>();
  readonly #decided = new Map<string, Decision>();
  /** Patients with whom the request wants to do two things that no one permit is for. */
  readonly #contradicted = new Set<string>();
  readonly #recordEpochs = new Map<string, number | null>();
  #hasChanged = false;
  #watchesRecords: boolean;
  /** Patients decided on since the last fetch: nothing has come between that a new reading could tell. */
  readonly #fresh = new Set<string>();

  constructor(options: DecisionsOptions) {
    this.#options = options;
    this.#watchesRecords = options.watchesRecords;
  }

  /** Notes that the request names a patient, to do something with the patient's data. */
  ask(patient: string, action: Action): void {
    const former = this.#actions.get(patient);
    if (former !== undefined && former !== action && !isOneWithReading(former, action))
      this.#contradicted.add(patient);
    // Reading beside something else is decided as the latter.
    if (former === undefined || former === 'READ') this.#actions.set(patient, action);
  }

  /** Notes that a fetch goes out: what was decided before it has to be decided anew after it. */
  expire(): void {
    this.#fresh.clear();
  }

  /**
   * Reads the facts of those patients who have not been decided on since the last fetch, and decides.
   *
   * @throws FactsUnavailableError if the facts cannot be had
   */
  async refresh(patients: Iterable<string>): Promise<void> {
    const { caller, facts, clock } = this.#options;
    const wanted = [...new Set(patients)].filter((patient) => !this.#fresh.has(patient));
    if (wanted.length === 0) return;
    const unwatched: readonly (number | null)[] = [];
    const [known, epochs] = await Promise.all([
      facts.read(caller, wanted),
      // An office is permitted no clinical record.
      this.#watchesRecords && caller.kind !== 'office' ? facts.recordEpochs(wanted) : unwatched,
    ]);
    // An owner that cannot tell is waited for once: its records are withheld whatever it would tell later.
    if (epochs.includes(null)) this.#watchesRecords = false;
    const now = clock();
    for (const [position, patient] of wanted.entries()) {
      const action = this.#actions.get(patient) ?? 'READ';
      this.#actions.set(patient, action);
      const about = known[position] ?? {
        patientFacts: null,
        providerFacts: null,
        consentFacts: null,
      };
      const decision: Decision = this.#contradicted.has(patient)
        ? { effect: 'deny', patient, action, gate: 'RELATION', reason: 'two actions at once' }
        : decide({ caller, patient, action, ...about, now });
      if (decision.effect === 'permit') this.#noteRecords(patient, epochs[position] ?? null);
      this.#noteDecision(patient, decision);
      this.#fresh.add(patient);
    }
  }

  /** Decides once more on every patient of the request. */
  async refreshAll(): Promise<void> {
    await this.refresh([...this.#actions.keys()]);
  }

  /**
   * Whether a patient is permitted otherwise than at some earlier moment of the request, or the patient's records are
   * no longer as they were, so that what was fetched then, with its labels, counts and cursors, cannot be released as
   * things are now. A permit that is gone needs no such care: nothing is released.
   */
  get hasChanged(): boolean {
    return this.#hasChanged;
  }

  /** A decision that is as it was stays the very object it was. */
  #noteDecision(patient: string, next: Decision): void {
    const former = this.#decided.get(patient);
    if (former !== undefined && isSame(former, next)) return;
    if (former !== undefined && next.effect === 'permit') this.#hasChanged = true;
    this.#decided.set(patient, next);
  }

  /** Whether clinical records may still be fetched: none are once it could not be told whether they have changed. */
  get watchesRecords(): boolean {
    return this.#watchesRecords;
  }

  /** Whether a later change of a patient's clinical records would be noticed; else they cannot be fetched. */
  watchesRecordsOf(patient: string): boolean {
    return (this.#recordEpochs.get(patient) ?? null) !== null;
  }

  #noteRecords(patient: string, epoch: number | null): void {
    const former = this.#recordEpochs.get(patient);
    if (former !== undefined && former !== epoch) this.#hasChanged = true;
    this.#recordEpochs.set(patient, epoch);
  }

  /** The permit for a patient; null where there is none. */
  permitFor(patient: string | null): Permit | null {
    const decision = patient === null ? undefined : this.#decided.get(patient);
    return decision?.effect === 'permit' ? decision : null;
  }

  /** Every decision, in the order in which the patients were met. */
  all(): readonly Decision[] {
    return [...this.#decided.values()];
  }

  /** The permits. */
  permits(): readonly Permit[] {
    return this.all().filter((decision) => decision.effect === 'permit');
  }
}

/** Whether two things can be done under one permit: to read, and to change. An emergency has to be declared first. */
function isOneWithReading(one: Action, other: Action): boolean {
  return [one, other].includes('READ') && ![one, other].includes('EMERGENCY');
}
