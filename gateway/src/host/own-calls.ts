import { isErrorCode } from '@causeway/schema';
import type { ErrorCode, FetchContext, OwnUse, Permit, SubgraphName } from '@causeway/schema';
import type { RecordAccess } from '../audit/audit-log.js';
import { outgoingRequest } from '../execution/index.js';
import type { OutgoingRequest, SubgraphAnswer } from '../execution/index.js';
import type { AskForFacts } from '../facts/facts-source.js';
import { SubgraphUnavailableError } from './subgraph-unavailable-error.js';
import type { Dispatch } from './dispatch.js';
import { endingSignal } from './ending-signal.js';
import { isRead } from './once-more.js';
import { withoutUnread } from './without-unread.js';

/** A subgraph that refuses what the gateway asked, with a code of ours. Its words may quote what it was given. */
export class SubgraphRefusedError extends SubgraphUnavailableError {
  readonly code: ErrorCode;

  constructor(subgraph: SubgraphName, field: string, code: ErrorCode) {
    super(subgraph, `${code} to ${field}`);
    this.name = 'SubgraphRefusedError';
    this.code = code;
  }
}

/**
 * Asks one root field of a subgraph on the gateway's own behalf, under permits where the field reads what belongs to
 * patients, and returns its value.
 *
 * @throws SubgraphRefusedError if the subgraph refuses it with a code
 * @throws SubgraphUnavailableError if there is no whole answer
 */
export type OwnCall = (
  subgraph: SubgraphName,
  use: OwnUse,
  query: string,
  field: string,
  variables: Readonly<Record<string, unknown>>,
  permits?: readonly Permit[],
) => Promise<unknown>;

/** The calls that the gateway makes on its own behalf. */
export interface OwnCalls {
  readonly call: OwnCall;
  readonly askForFacts: AskForFacts;
  readonly recordAccess: RecordAccess;
}

/** How long a call may take, in milliseconds. */
const DEADLINE = 5_000;

/**
 * The gateway's own calls, over a dispatcher. Facts and audit are waited for a third of the time that a request may take
 * (ms) at most: it goes on without the facts of records, and has to end in time.
 */
export function ownCalls(
  dispatch: Dispatch,
  clock: () => number,
  requestDeadline = Infinity,
): OwnCalls {
  const deadlineOf = (use: OwnUse): number =>
    use === 'facts' || use === 'audit' ? Math.min(DEADLINE, requestDeadline / 3) : DEADLINE;
  const send = async (
    subgraph: SubgraphName,
    use: OwnUse,
    request: OutgoingRequest,
    field: string,
    permits: readonly Permit[],
  ): Promise<unknown> => {
    const deadline = deadlineOf(use);
    const wait = isRead(request.query) ? { wait: Math.ceil(deadline) } : {};
    const context: FetchContext = { use, caller: null, permits, now: clock(), ...wait };
    const { signal, release } = endingSignal(deadline);
    try {
      const answer = await dispatch(subgraph, request, context, signal);
      return fieldOf(subgraph, use === 'facts' ? withoutUnread(answer, field) : answer, field);
    } finally {
      release();
    }
  };
  return {
    call: (subgraph, use, query, field, variables, permits = []) =>
      send(subgraph, use, outgoingRequest(query, variables), field, permits),
    askForFacts: (subgraph, field, keys) => {
      const query = `query($keys: [AccessFactsKey!]!) { ${field}(keys: $keys) }`;
      const json = `{"query":${JSON.stringify(query)},"variables":{"keys":[${keys.join()}]}`;
      return send(subgraph, 'facts', { query, json }, field, []);
    },
    recordAccess: (events) =>
      send('consents', 'audit', outgoingRequest(RECORD_ACCESS, { events }), 'recordAccess', []),
  };
}

const RECORD_ACCESS = 'mutation($events: [AccessEventInput!]!) { recordAccess(events: $events) }';

function fieldOf(subgraph: SubgraphName, { data, errors }: SubgraphAnswer, field: string): unknown {
  const code = codeOf(errors);
  if (code !== null) throw new SubgraphRefusedError(subgraph, field, code);
  const isWhole =
    errors === undefined && typeof data === 'object' && data !== null && field in data;
  if (!isWhole) throw new SubgraphUnavailableError(subgraph, `no whole answer to ${field}`);
  return (data as Readonly<Record<string, unknown>>)[field];
}

/** The code that a subgraph refuses with; null where it gives none, or has failed. */
function codeOf(errors: SubgraphAnswer['errors']): ErrorCode | null {
  const [first] = Array.isArray(errors) ? (errors as readonly unknown[]) : [];
  const { extensions } = Object(first) as { readonly extensions?: unknown };
  const { code } = Object(extensions) as { readonly code?: unknown };
  return isErrorCode(code) && code !== 'INTERNAL_SERVER_ERROR' ? code : null;
}
