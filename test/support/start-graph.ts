/** The whole graph over the seeded world, in one process, with every subgraph request on record. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openConsents } from '@causeway/consents';
import type { ConsentsSubgraph } from '@causeway/consents';
import { createGateway } from '@causeway/gateway';
import type { GatewayOptions, SubgraphTransport } from '@causeway/gateway';
import { openPatients } from '@causeway/patients';
import { openProviders } from '@causeway/providers';
import { openRecords } from '@causeway/records';
import { SUBGRAPHS } from '@causeway/schema';
import type {
  FetchContext,
  SubgraphName,
  SubgraphRequest,
  SubgraphResponse,
} from '@causeway/schema';
import { PERSONAS } from '@causeway/seeds';
import type { PersonaClaims, PersonaName } from '@causeway/seeds';
import { HeaderMap } from '@apollo/server';
import type { GraphQLFormattedError } from 'graphql';
import { TODAY, copyOfSeededWorld } from './seeded-world.js';
import { testIssuer } from './tokens.js';

/** What a subgraph was asked. */
export interface SubgraphAsked {
  readonly subgraph: SubgraphName;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly context: FetchContext;
}

/** An answer as a client gets it. */
export interface Answered {
  readonly status: number;
  readonly data: Readonly<Record<string, unknown>> | null | undefined;
  readonly errors: readonly GraphQLFormattedError[];
  readonly extensions: unknown;
  /** The answer's very bytes. */
  readonly text: string;
  readonly headers: ReadonlyMap<string, string>;
}

/** A running graph. */
export interface TestGraph {
  /** The clock of gateway and subgraphs; tests may move it. */
  readonly time: { now: number };
  readonly asked: SubgraphAsked[];
  readonly failures: unknown[];
  /** Replaces a subgraph's answers, for those that are down, slow or misbehave. */
  intercept: (
    name: SubgraphName,
    request: SubgraphRequest,
    answer: () => Promise<SubgraphResponse>,
  ) => Promise<SubgraphResponse>;
  readonly consents: ConsentsSubgraph;
  ask(
    persona: PersonaName | PersonaClaims | null,
    query: string,
    variables?: object,
    options?: AskOptions,
  ): Promise<Answered>;
  /** The data requests a subgraph has had since the last question, facts and audit apart. */
  dataRequestsTo(name: SubgraphName): readonly SubgraphAsked[];
  /** All data requests since the last question. */
  dataRequests(): readonly SubgraphAsked[];
  close(): Promise<void>;
}

/** How a question is asked. */
export interface AskOptions {
  readonly purpose?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
  readonly extensions?: object;
}

const KEY = new TextEncoder().encode('a key that tests alone know, 32 bytes');

/** Starts the graph over the seeded world. */
export async function startGraph(options: Partial<GatewayOptions> = {}): Promise<TestGraph> {
  const issuer = await testIssuer();
  const asked: SubgraphAsked[] = [];
  const failures: unknown[] = [];
  const onError = (error: unknown): void => {
    failures.push(error);
  };
  const time = { now: TODAY };
  const clock = (): number => time.now;
  const folder = copyOfSeededWorld();
  const at = (name: SubgraphName) => ({
    path: join(folder.path, `${name}.db`),
    keys: [KEY],
    clock,
    onError,
  });
  const subgraphs = {
    patients: openPatients(at('patients')),
    providers: openProviders(at('providers')),
    consents: openConsents(at('consents')),
    records: openRecords(at('records')),
  };
  const transport =
    (name: SubgraphName): SubgraphTransport =>
    (request) => {
      const body = JSON.parse(request.body) as {
        query: string;
        variables: Record<string, unknown>;
        extensions: { causeway: FetchContext };
      };
      asked.push({
        subgraph: name,
        query: body.query,
        variables: body.variables,
        context: body.extensions.causeway,
      });
      return started.intercept(name, request, () => subgraphs[name].handle(request));
    };
  const gateway = createGateway({
    supergraphSdl: readFileSync(
      new URL('../../schema/supergraph.graphql', import.meta.url),
      'utf8',
    ),
    transports: Object.fromEntries(
      SUBGRAPHS.map((name) => [name, transport(name)]),
    ) as GatewayOptions['transports'],
    keys: Object.fromEntries(
      SUBGRAPHS.map((name) => [name, KEY]),
    ) as unknown as GatewayOptions['keys'],
    identity: issuer.identity,
    clock,
    onError,
    isProduction: false,
    firstOperation: null,
    ...options,
  });
  const started: TestGraph = {
    time,
    asked,
    failures,
    consents: subgraphs.consents,
    intercept: (_name, _request, answer) => answer(),
    ask: async (who, query, variables = {}, { purpose, headers = {}, extensions } = {}) => {
      asked.length = 0;
      failures.length = 0;
      const persona =
        typeof who === 'string' ? PERSONAS.find(({ name }) => name === who) : undefined;
      const claims = typeof who === 'string' ? persona?.claims : who;
      const sent = new HeaderMap([['content-type', 'application/json']]);
      if (claims != null)
        sent.set('authorization', `Bearer ${await issuer.issue(claims, clock())}`);
      const declared =
        purpose === undefined ? (persona?.purpose ?? claims?.purpose_of_use[0]) : purpose;
      if (declared != null) sent.set('purpose-of-use', declared);
      for (const [name, value] of Object.entries(headers)) sent.set(name, value);
      const {
        status = 200,
        body,
        headers: answered,
      } = await gateway.server.executeHTTPGraphQLRequest({
        httpGraphQLRequest: {
          method: 'POST',
          headers: sent,
          search: '',
          body: { query, variables, ...(extensions && { extensions }) },
        },
        context: async () => ({ identified: await gateway.identify(Object.fromEntries(sent)) }),
      });
      const text = body.kind === 'complete' ? body.string : '';
      const parsed = { errors: [], ...(JSON.parse(text) as object) } as unknown as Omit<
        Answered,
        'status' | 'text' | 'headers'
      >;
      return { ...parsed, errors: parsed.errors, status, text, headers: answered };
    },
    dataRequests: () => asked.filter(({ context }) => context.use === 'data'),
    dataRequestsTo: (name) => started.dataRequests().filter(({ subgraph }) => subgraph === name),
    close: async () => {
      await gateway.server.stop();
      for (const subgraph of Object.values(subgraphs)) subgraph.close();
      folder.remove();
    },
  };
  await gateway.server.start();
  return started;
}
