/**
 * Reports an error that clients do not see, on stderr. The text of a failed statement carries the values it was
 * given, ids of patients among them, so of such an error only what the database said is shown.
 */
export function reportError(error: unknown): void {
  console.error(`${new Date().toISOString()} ${describe(error)}`);
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return 'Something that is no error was thrown';
  const cause = error.cause === undefined ? '' : `\n  because of ${describe(error.cause)}`;
  return `${summary(error)}${cause}`;
}

function summary(error: Error): string {
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const isStatement = 'query' in error && 'params' in error;
  const what = isStatement
    ? `${error.name}: a statement failed`
    : `${error.name}: ${error.message}`;
  return [what, ...frames].join('\n');
}
