/** SQLite takes 32,766 variables in a statement. */
const ROWS_PER_STATEMENT = 1_000;

/** The rows in as many statements as they need. */
export function inChunks<Row>(rows: readonly Row[]): Row[][] {
  return Array.from({ length: Math.ceil(rows.length / ROWS_PER_STATEMENT) }, (_, index) =>
    rows.slice(index * ROWS_PER_STATEMENT, (index + 1) * ROWS_PER_STATEMENT),
  );
}
