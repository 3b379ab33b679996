import { isScope } from '@causeway/schema';
import type { RecordFacts, RecordTypeLabel, Scope } from '@causeway/schema';

/** What was released of one patient. */
export interface Released {
  readonly scopes: readonly Scope[];
  readonly counts: Readonly<Partial<Record<Scope, number>>>;
}

/** What has been released of one patient so far. */
interface Account {
  readonly scopes: Set<Scope>;
  /** The ids of records, by scope and type. */
  readonly records: Map<Scope, Map<string, Set<string>>>;
}

/** Counts what an answer releases, patient by patient, for the audit event. */
export class Ledger {
  readonly #accounts = new Map<string, Account>();

  /**
   * Notes that a record is released, under its own category or else its type's scope; one that stands in several
   * places of the answer is released once.
   */
  countRecord(patient: string, type: string, label: RecordTypeLabel, facts: RecordFacts): void {
    const scope = facts.category ?? label.presence.scopes[0];
    if (scope === undefined || !isScope(scope)) return;
    const { scopes, records } = this.#account(patient);
    const ofScope = records.get(scope) ?? new Map<string, Set<string>>();
    const ofType = ofScope.get(type) ?? new Set<string>();
    ofType.add(facts.id ?? '');
    records.set(scope, ofScope.set(type, ofType));
    scopes.add(scope);
  }

  /** Notes that values under these demands are released. */
  countScopes(patient: string, demands: readonly string[]): void {
    const { scopes } = this.#account(patient);
    for (const demand of demands) if (isScope(demand)) scopes.add(demand);
  }

  /** What was released of a patient. */
  of(patient: string): Released {
    const account = this.#accounts.get(patient);
    if (account === undefined) return { scopes: [], counts: {} };
    const counts: Partial<Record<Scope, number>> = {};
    for (const [scope, byType] of account.records)
      counts[scope] = [...byType.values()].reduce((sum, { size }) => sum + size, 0);
    return { scopes: [...account.scopes].sort(), counts };
  }

  #account(patient: string): Account {
    const known = this.#accounts.get(patient);
    if (known !== undefined) return known;
    const account: Account = { scopes: new Set(), records: new Map() };
    this.#accounts.set(patient, account);
    return account;
  }
}
