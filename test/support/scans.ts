/** A database whose statements can be explained. */
export interface ExplainedDatabase {
  prepare(sql: string): { all(values: readonly null[]): unknown[] };
}

/**
 * The tables that SQLite would go through from end to end for statements, once for each; what a statement itself makes,
 * such as a subquery or a list of values, is none.
 */
export function scansIn(
  database: ExplainedDatabase,
  statements: readonly string[],
): readonly string[] {
  return statements
    .filter((sql) => /^\s*(?:with|select|insert|update|delete)\b/i.test(sql))
    .flatMap((sql) => {
      const made = madeIn(sql);
      return planOf(database, sql).flatMap((step) => {
        const [, name] = /^SCAN "?(\w+)"?(?! VIRTUAL TABLE|-ROW| CONSTANT)(?: |$)/.exec(step) ?? [];
        return name === undefined || made.has(name) ? [] : [tableOf(sql, name)];
      });
    });
}

function planOf(database: ExplainedDatabase, sql: string): readonly string[] {
  const placeholders = sql.replaceAll(/'[^']*'/g, '').split('?').length - 1;
  const nothing = Array.from({ length: placeholders }, () => null);
  const steps = database.prepare(`explain query plan ${sql}`).all(nothing);
  return (steps as { readonly detail: string }[]).map(({ detail }) => detail);
}

/** The names that a statement gives to what it makes: `with name as (…)` and `(…) as name`. */
function madeIn(sql: string): ReadonlySet<string> {
  const named = [
    ...sql.matchAll(/"?(\w+)"? as (?:materialized )?\(/gi),
    ...sql.matchAll(/\) (?:as )?"?(\w+)"?/gi),
  ];
  return new Set(named.flatMap(([, name]) => name ?? []));
}

/** The table that goes by a name in a statement. */
function tableOf(sql: string, name: string): string {
  const aliased = new RegExp(`(?:from|join) "?(\\w+)"? (?:as )?"?${name}"?(?:\\W|$)`, 'i');
  return aliased.exec(sql)?.[1] ?? name;
}
