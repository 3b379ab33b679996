import { destination, pino } from 'pino';
import type { DestinationStream } from 'pino';

/** What is told of an error, and of what it came from. */
interface Told {
  readonly error: string;
  readonly message?: string;
  readonly code?: string;
  /** The places in the code that it passed. */
  readonly at: readonly string[];
  readonly because?: Told;
}

/**
 * A reporter of errors that clients do not see, as lines of JSON. An error's message may quote what it was about: the
 * values of a statement, a text that is no JSON, an argument. So messages are told of the errors alone that are known to
 * be made of words and names of the code.
 */
export function errorReporter(stream: DestinationStream): (error: unknown) => void {
  const log = pino(
    {
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (level) => ({ level }) },
    },
    stream,
  );
  return (error) => {
    const told = tell(error);
    if (EXPECTED.has(told.error)) log.warn(told);
    else log.error(told);
  };
}

/** Reports an error on stderr, at once, so that what a process says before it ends is not lost. */
export const reportError = errorReporter(destination({ fd: 2, sync: true }));

/** Errors that come from outside this code, and pass. */
const EXPECTED: ReadonlySet<string> = new Set([
  'AuditUnavailableError',
  'DeliveryError',
  'FactsUnavailableError',
  'PlanningError',
  'SubgraphRefusedError',
  'SubgraphUnavailableError',
  'TransportError',
  'UnsettledError',
]);

/** Errors whose messages hold words and names of the code, and nothing that was sent or stored. */
const QUOTING_NOTHING: ReadonlySet<string> = new Set([
  ...EXPECTED,
  'MalformedAnswerError',
  'MisbehavingSubgraphError',
]);

const NAME = /^[A-Z]\w{0,60}$/;
const CODE = /^[A-Z][A-Z\d_]{0,60}$/;

function tell(error: unknown): Told {
  if (!(error instanceof Error)) return { error: 'Something that is no error', at: [] };
  const { name, message, cause } = error;
  const { code } = error as { readonly code?: unknown };
  return {
    error: NAME.test(name) ? name : 'Error',
    ...(QUOTING_NOTHING.has(name) && { message }),
    ...(typeof code === 'string' && CODE.test(code) && { code }),
    at: placesOf(error),
    ...(cause !== undefined && { because: tell(cause) }),
  };
}

/** A place in the code: what runs, and the file, line and column. */
const PLACE = /^\s+at (?:[\w.$<>#[\] ]+ \()?(?:file:\/\/|node:|\/)[^\s()]+:\d+:\d+\)?$/;

function placesOf({ stack = '', message }: Error): readonly string[] {
  // A message can hold lines that look like places.
  const below = stack.includes(message) ? stack.slice(stack.indexOf(message) + message.length) : '';
  return below
    .split('\n')
    .filter((line) => PLACE.test(line))
    .map((line) => line.trim().slice('at '.length));
}
