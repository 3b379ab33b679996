import DataLoader from 'dataloader';

/** How many keys go into one statement; SQLite takes 32,766 variables. */
const MAX_BATCH_SIZE = 1_000;

/** A per-request loader of rows by key: one statement for all keys of a tick, null for those that are not there. */
export function loaderByKey<Key extends string, Row>(
  load: (keys: readonly Key[]) => readonly Row[] | Promise<readonly Row[]>,
  keyOf: (row: Row) => Key,
): DataLoader<Key, Row | null> {
  return new DataLoader<Key, Row | null>(
    async (keys) => {
      const rows = new Map<Key, Row>();
      for (const row of await load(keys)) rows.set(keyOf(row), row);
      return keys.map((key) => rows.get(key) ?? null);
    },
    { maxBatchSize: MAX_BATCH_SIZE },
  );
}

/** A per-request loader of the rows that belong to a key: one statement for all keys of a tick. */
export function loaderOfMany<Key extends string, Row>(
  load: (keys: readonly Key[]) => readonly Row[] | Promise<readonly Row[]>,
  keyOf: (row: Row) => Key,
): DataLoader<Key, Row[]> {
  return new DataLoader<Key, Row[]>(
    async (keys) => {
      const groups = new Map<Key, Row[]>(keys.map((key) => [key, []]));
      for (const row of await load(keys)) groups.get(keyOf(row))?.push(row);
      return keys.map((key) => groups.get(key) ?? []);
    },
    { maxBatchSize: MAX_BATCH_SIZE },
  );
}
