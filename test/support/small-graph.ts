/** The gateway over a small graph of subgraphs in memory: a test sets the facts, and sees what each subgraph was asked. */
import { buildSubgraphSchema } from '@apollo/subgraph';
import { createGateway, printBody } from '@causeway/gateway';
import { SUBGRAPHS, subgraphHeader } from '@causeway/schema';
import type {
  AccessEvent,
  Caller,
  ConsentFacts,
  FetchContext,
  PatientFacts,
  ProviderFacts,
  SubgraphName,
  SubgraphRequest,
  SubgraphResponse,
} from '@causeway/schema';
import { composeSupergraph } from '@causeway/schema/compose';
import { execute, parse } from 'graphql';
import type { GraphQLFormattedError, GraphQLSchema } from 'graphql';
import { NEVER_GIVES_UP } from '../../gateway/src/http/testing.js';
import { eachSubgraph } from '../../start/src/each-subgraph.js';

/** The types of a subgraph, and what resolves them. */
export interface SmallSubgraph {
  readonly types: string;
  readonly resolvers: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** What the owners of facts answer, the same for every key. */
export interface SmallFacts {
  patientFacts: PatientFacts | null;
  providerFacts: ProviderFacts | null;
  consentFacts: ConsentFacts | null;
}

/** A running gateway over a small graph. */
export interface SmallGraph {
  readonly facts: SmallFacts;
  /** The data requests since the last question: the subgraph, and the text. */
  readonly asked: { readonly subgraph: SubgraphName; readonly query: string }[];
  /** What was recorded since the last question. */
  readonly events: AccessEvent[];
  /** Called as a subgraph has resolved data, before the gateway sees it. */
  afterFetch: (subgraph: SubgraphName) => void;
  /** Called with events before they are on record; what it throws keeps them from it. */
  beforeRecord: (events: readonly AccessEvent[]) => void;
  ask(
    caller: Caller,
    query: string,
  ): Promise<{
    readonly data?: unknown;
    readonly errors?: readonly GraphQLFormattedError[];
  }>;
  close(): Promise<void>;
}

interface Body {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly extensions: { readonly causeway: FetchContext };
}

/** Starts the gateway over subgraphs of these types; an owner of facts that has no types answers facts alone. */
export function startSmallGraph(
  subgraphs: Readonly<Partial<Record<SubgraphName, SmallSubgraph>>>,
  { facts, now }: { readonly facts: SmallFacts; readonly now: number },
): Promise<SmallGraph> {
  const built = new Map<SubgraphName, GraphQLSchema>();
  const parts = SUBGRAPHS.flatMap((name) => {
    const subgraph = subgraphs[name];
    if (subgraph === undefined) return [];
    const sdl = `${subgraphHeader()}\n${subgraph.types}`;
    const resolvers = subgraph.resolvers as never;
    built.set(name, buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers }]));
    return [{ name, sdl, url: `http://${name}.invalid` }];
  });

  const resolve = async (name: SubgraphName, { query, variables }: Body): Promise<unknown> => {
    const schema = built.get(name);
    if (schema === undefined) throw new Error(`Expected no data request to ${name}`);
    graph.asked.push({ subgraph: name, query });
    const answer = await execute({ schema, document: parse(query), variableValues: variables });
    graph.afterFetch(name);
    return answer;
  };

  const answerTo = async (name: SubgraphName, body: Body): Promise<unknown> => {
    switch (body.extensions.causeway.use) {
      case 'data':
        return resolve(name, body);
      case 'facts': {
        const [, field = ''] = /\{ (\w+)\(/.exec(body.query) ?? [];
        const keys = body.variables['keys'] as readonly unknown[];
        const known = field === 'recordFacts' ? { epoch: 1 } : facts[field as keyof SmallFacts];
        return { data: { [field]: keys.map(() => known) } };
      }
      case 'audit': {
        const events = body.variables['events'] as readonly AccessEvent[];
        graph.beforeRecord(events);
        graph.events.push(...events);
        return { data: { recordAccess: events.length } };
      }
      case 'relay':
      case 'courier':
        throw new Error(`Expected no ${body.extensions.causeway.use} here`);
    }
  };

  const transport =
    (name: SubgraphName) =>
    async ({ body }: SubgraphRequest): Promise<SubgraphResponse> => ({
      status: 200,
      body: JSON.stringify(await answerTo(name, JSON.parse(body) as Body)),
    });

  const gateway = createGateway({
    supergraphSdl: composeSupergraph(parts).supergraph,
    transports: eachSubgraph(transport),
    keys: eachSubgraph(() => new Uint8Array(32)),
    identity: {
      identify: () => Promise.reject(new Error('Expected callers that are known')),
      recheck: () => Promise.reject(new Error('Expected callers that are known')),
    },
    clock: () => now,
    onError: () => undefined,
    isProduction: false,
    ...NEVER_GIVES_UP,
  });

  const graph: SmallGraph = {
    facts,
    asked: [],
    events: [],
    afterFetch: () => undefined,
    beforeRecord: () => undefined,
    ask: async (caller, query) => {
      graph.asked.length = 0;
      graph.events.length = 0;
      const identified = { kind: 'caller', caller } as const;
      const { body } = await gateway.core.answer({ query }, { identified });
      return JSON.parse(printBody(body)) as object;
    },
    close: () => Promise.resolve(),
  };
  return Promise.resolve(graph);
}
