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
  readonly #counts = new Map<string, Map<Scope, number>>();

  /** Notes that a record is released, under its own category or else its type's scope. */
  countRecord(patient: string, label: RecordTypeLabel, facts: RecordFacts): void {
    const scope = facts.category ?? label.presence.scopes[0];
    if (scope === undefined || !isScope(scope)) return;
    const counts = this.#counts.get(patient) ?? new Map<Scope, number>();
    counts.set(scope, (counts.get(scope) ?? 0) + 1);
    this.#counts.set(patient, counts);
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
    return {
      scopes: [...(this.#scopes.get(patient) ?? [])].sort(),
      counts: Object.fromEntries(this.#counts.get(patient) ?? []),
    };
  }
}
