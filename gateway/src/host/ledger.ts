import { isScope } from '@causeway/schema';
import type { RecordFacts, RecordTypeLabel, Scope } from '@causeway/schema';

/** What was released of one patient. */
export interface Released {
  readonly scopes: readonly Scope[];
  readonly counts: Readonly<Partial<Record<Scope, number>>>;
}

/** Counts what an answer releases, patient by patient, for the audit event. */
export class Ledger {
  readonly #scopes = new Map<string, Set<Scope>>();
  readonly #records = new Map<string, Map<Scope, Set<string>>>();

  /**
   * Notes that a record is released, under its own category or else its type's scope; one that stands in several
   * places of the answer is released once.
   */
  countRecord(patient: string, type: string, label: RecordTypeLabel, facts: RecordFacts): void {
    const scope = facts.category ?? label.presence.scopes[0];
    if (scope === undefined || !isScope(scope)) return;
    const byScope = this.#records.get(patient) ?? new Map<Scope, Set<string>>();
    const records = byScope.get(scope) ?? new Set<string>();
    records.add(`${type} ${facts.id ?? ''}`);
    this.#records.set(patient, byScope.set(scope, records));
    this.countScopes(patient, [scope]);
  }

  /** Notes that values under these demands are released. */
  countScopes(patient: string, demands: readonly string[]): void {
    const scopes = this.#scopes.get(patient) ?? new Set<Scope>();
    for (const demand of demands) if (isScope(demand)) scopes.add(demand);
    this.#scopes.set(patient, scopes);
  }

  /** What was released of a patient. */
  of(patient: string): Released {
    const counts = [...(this.#records.get(patient) ?? [])].map(
      ([scope, records]) => [scope, records.size] as const,
    );
    return {
      scopes: [...(this.#scopes.get(patient) ?? [])].sort(),
      counts: Object.fromEntries(counts),
    };
  }
}
