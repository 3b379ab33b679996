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

/** A subgraph's handler that is watched: nothing is changed through it, and nothing put on record. */
export function watchedHandler(
  subgraph: SubgraphName,
  handle: SubgraphHandler,
  { asked, events }: Watch,
): SubgraphHandler {
  return (request, signal) => {
    const { query, variables, extensions } = JSON.parse(request.body) as SubgraphBody;
    const { use, permits } = extensions.causeway;
    switch (use) {
      case 'facts':
        return handle(request, signal);
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
