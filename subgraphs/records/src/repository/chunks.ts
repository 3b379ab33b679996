/** How many values go into one statement; SQLite takes 32,766 variables. */
const CHUNK_SIZE = 1_000;

/** The values in runs that one statement takes. */
export function chunks<Value>(values: readonly Value[]): readonly Value[][] {
  const runs: Value[][] = [];
  for (let start = 0; start < values.length; start += CHUNK_SIZE) {
    runs.push(values.slice(start, start + CHUNK_SIZE));
  }
  return runs;
}
