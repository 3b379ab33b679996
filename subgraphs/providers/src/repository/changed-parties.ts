import type { Database } from '@causeway/kit';

/** Transactions that know which organisations and systems they changed. */
export interface ChangedParties {
  /** Runs the work in one transaction; at its end, and within it, what was changed is told once for each party. */
  inTransaction<Result>(work: () => Result): Result;
  /** Notes that what others are told of an organisation or system may have changed, at an instant (epoch milliseconds). */
  note(party: string, at: number): void;
}

/** Transactions over a database; `tell` is called before the outermost commits, with when each party changed last. */
export function changedParties(
  database: Database,
  tell: (changes: ReadonlyMap<string, number>) => void,
): ChangedParties {
  let changes: Map<string, number> | null = null;
  return {
    inTransaction: (work) => {
      if (changes !== null) return database.inTransaction(() => work());
      const noted = (changes = new Map<string, number>());
      try {
        return database.inTransaction(() => {
          const result = work();
          if (noted.size > 0) tell(noted);
          return result;
        });
      } finally {
        changes = null;
      }
    },

    note: (party, at) => {
      if (changes === null)
        throw new Error('Expected a change within a transaction, got one outside');
      changes.set(party, Math.max(at, changes.get(party) ?? at));
    },
  };
}
