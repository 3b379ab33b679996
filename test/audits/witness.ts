/** What the subgraphs are asked, told by the subgraphs themselves; they can be made to fail, and to misbehave. */
import { signedSubgraphRequest } from '@causeway/kit';
import type {
  FetchContext,
  Permit,
  SubgraphHandler,
  SubgraphName,
  SubgraphRequest,
  SubgraphResponse,
} from '@causeway/schema';
import { operationsIn } from '../support/operations-in.js';

/** What a subgraph was asked. */
export interface SubgraphAsked {
  readonly subgraph: SubgraphName;
  readonly use: FetchContext['use'];
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly permits: readonly Permit[];
  /** All of it, headers included, as text. */
  readonly text: string;
}

/** What a subgraph is asked, and how it is answered, while something is audited. */
export type Conduct = (asked: SubgraphAsked, answer: Answering) => Promise<SubgraphResponse>;

/** Answers as the subgraph would; by other permits or variables than it was told, where it forgets itself. */
export type Answering = (instead?: Forgotten) => Promise<SubgraphResponse>;

/** What a subgraph goes by in place of what it was told. */
export interface Forgotten {
  readonly permits?: (permit: Permit) => Permit;
  readonly variables?: (variables: Variables) => Variables;
}

type Variables = Readonly<Record<string, unknown>>;

interface Body {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly extensions?: { readonly causeway?: FetchContext };
}

const HONEST: Conduct = (_asked, answer) => answer();

/** Stands before the subgraphs, which answer nobody but who signs with their keys. */
export class Witness {
  #asked: SubgraphAsked[] = [];
  #conduct = HONEST;

  /** What was asked on behalf of callers since it was last forgotten: no facts, no audit. */
  data(subgraph?: SubgraphName): readonly SubgraphAsked[] {
    return this.#asked.filter(
      (asked) => asked.use === 'data' && (subgraph === undefined || asked.subgraph === subgraph),
    );
  }

  /** Everything that was asked since it was last forgotten, but for what gateways do on their own time. */
  all(): readonly SubgraphAsked[] {
    return this.#asked.filter(({ use }) => use !== 'relay' && use !== 'courier');
  }

  /** Forgets what was asked, and has the subgraphs behave. */
  reset(): void {
    this.#asked = [];
    this.#conduct = HONEST;
  }

  /** Has the subgraphs behave otherwise until they are told to behave. */
  misbehave(conduct: Conduct): void {
    this.#conduct = conduct;
  }

  /** A subgraph that is watched. */
  watch(subgraph: SubgraphName, key: Uint8Array, handle: SubgraphHandler): SubgraphHandler {
    return async (request, signal) => {
      const { operations, isList } = operationsIn(request.body);
      const asked = operations.map((told: Body) => ({ told, ...askedIn(subgraph, request, told) }));
      this.#asked.push(...asked);
      const conduct = this.#conduct;
      if (conduct === HONEST) return handle(request, signal);
      const responses = await Promise.all(
        asked.map(({ told, ...one }) =>
          conduct(one, (instead) =>
            handle(
              instead === undefined && !isList ? request : forgetting(subgraph, key, told, instead),
              signal,
            ),
          ),
        ),
      );
      const [only] = responses;
      return isList || only === undefined ? inOne(responses) : only;
    };
  }
}

function askedIn(subgraph: SubgraphName, { headers }: SubgraphRequest, told: Body): SubgraphAsked {
  const { query, variables = {}, extensions } = told;
  const { use = 'data', permits = [] } = extensions?.causeway ?? {};
  const text = `${JSON.stringify(headers)}\n${JSON.stringify(told)}`;
  return { subgraph, use, query, variables, permits, text };
}

/** The responses to the operations of a list, in one: as the first that failed, where any did. */
function inOne(responses: readonly SubgraphResponse[]): SubgraphResponse {
  const failed = responses.find(({ status }) => status !== 200);
  return failed ?? { status: 200, body: `[${responses.map(({ body }) => body).join()}]` };
}

/** The request as a subgraph takes it that goes by something else: signed anew, so that it is answered. */
function forgetting(
  subgraph: SubgraphName,
  key: Uint8Array,
  told: Body,
  { permits = (permit) => permit, variables = (told) => told }: Forgotten = {},
): SubgraphRequest {
  const { causeway } = told.extensions as { readonly causeway: FetchContext };
  const operation = { ...told, variables: variables(told.variables ?? {}) };
  const context = { ...causeway, permits: causeway.permits.map(permits) };
  return signedSubgraphRequest(subgraph, operation, context, key, Date.now());
}
