import { destination, pino } from 'pino';
import type { DestinationStream } from 'pino';

/**
 * A reporter of errors that clients do not see, as lines of JSON. The text of a failed statement carries the values it
 * was given, ids of patients among them, so of such an error only what the database said is shown.
 */
export function errorReporter(stream: DestinationStream): (error: unknown) => void {
  const log = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime }, stream);
  return (error) => {
    log.error(describe(error));
  };
}

/** Reports an error on stderr, at once, so that what a process says before it ends is not lost. */
export const reportError = errorReporter(destination({ fd: 2, sync: true }));

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
