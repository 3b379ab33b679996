import { signedSubgraphRequest } from '@causeway/kit';
import type {
  AccessEvent,
  Permit,
  SubgraphBody,
  SubgraphHandler,
  SubgraphName,
  SubgraphResponse,
} from '@causeway/schema';
import { OperationTypeNode, getOperationAST, parse } from 'graphql';

/** A request for data that a subgraph gets, or would get. */
export interface AskedSubgraph {
  readonly subgraph: SubgraphName;
  readonly query: string;
  /** The patients whose permits go along. */
  readonly patients: readonly string[];
  /** Whether it was answered; what would change something is not asked. */
  readonly sent: boolean;
}

/** What is learnt while an operation is answered. */
export interface Watch {
  readonly asked: AskedSubgraph[];
  /** The events that the audit trail would have. */
  readonly events: AccessEvent[];
}

/** What is watched, and as of when it answers facts. */
export interface WatchedSubgraph {
  readonly subgraph: SubgraphName;
  readonly handle: SubgraphHandler;
  /** The key that it trusts. */
  readonly key: Uint8Array;
  /** An instant of the past, in epoch milliseconds; null for now. */
  readonly at: number | null;
}

/** A subgraph's handler that is watched: nothing is changed through it, and nothing put on record. */
export function watchedHandler(
  { subgraph, handle, key, at }: WatchedSubgraph,
  { asked, events }: Watch,
): SubgraphHandler {
  return (request, signal) => {
    const body = JSON.parse(request.body) as SubgraphBody;
    const { query, variables, extensions } = body;
    const { use, permits, now } = extensions.causeway;
    switch (use) {
      case 'facts':
        if (at === null) return handle(request, signal);
        return handle(
          signedSubgraphRequest(subgraph, asOf(body, at), extensions.causeway, key, now),
          signal,
        );
      case 'audit': {
        const recorded = variables?.['events'] as readonly AccessEvent[];
        events.push(...recorded);
        return answer({ data: { recordAccess: recorded.length } });
      }
      case 'data': {
        const sent = isRead(query);
        asked.push({ subgraph, query, patients: patientsOf(permits), sent });
        return sent ? handle(request, signal) : answer(NOT_ASKED);
      }
      case 'relay':
      case 'courier':
        return answer(NOT_ASKED);
    }
  };
}

/** A question for facts, put as of an instant. */
function asOf(body: SubgraphBody, at: number): SubgraphBody {
  const keys = (body.variables?.['keys'] ?? []) as readonly object[];
  return { ...body, variables: { ...body.variables, keys: keys.map((key) => ({ ...key, at })) } };
}

/** What stands for the answer to what is not asked. */
const NOT_ASKED = { data: null, errors: [{ message: 'Not asked' }] };

function patientsOf(permits: readonly Permit[]): readonly string[] {
  return permits.map(({ patient }) => patient);
}

function isRead(query: string): boolean {
  return getOperationAST(parse(query))?.operation === OperationTypeNode.QUERY;
}

function answer(body: object): Promise<SubgraphResponse> {
  return Promise.resolve({ status: 200, body: JSON.stringify(body) });
}
