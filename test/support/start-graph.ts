/** The whole graph over the seeded world, with every subgraph request on record. */
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import {
  createGateway,
  imagesRoute,
  printBody,
  serveGateway,
  tokenEndpoint,
  uploadRoutes,
} from '@causeway/gateway';
import type {
  GatewayOptions,
  OwnCall,
  ServeOptions,
  SubgraphTransport,
  TokenEndpointOptions,
} from '@causeway/gateway';
import { selfCarryRoutes } from '@causeway/gateway/self-carry';
import type {
  FetchContext,
  SubgraphName,
  SubgraphRequest,
  SubgraphResponse,
  Language,
} from '@causeway/schema';
import { PERSONAS } from '@causeway/seeds';
import type { PersonaClaims, PersonaName } from '@causeway/seeds';
import type { GraphQLFormattedError } from 'graphql';
import { NEVER_GIVES_UP, NEVER_LATE } from '../../gateway/src/http/testing.js';
import { eachSubgraph } from '../../start/src/each-subgraph.js';
import { startFleet } from './fleets.js';
import type { Fleet, FleetOptions, Mode } from './fleets.js';
import { operationsIn } from './operations-in.js';
import { TODAY, copyOfSeededWorld } from './seeded-world.js';
import type { WorldFolder } from './seeded-world.js';
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

/** Passes a subgraph's answer on, or something else in its place. */
export type Intercept = (
  name: SubgraphName,
  request: SubgraphRequest,
  answer: () => Promise<SubgraphResponse>,
  signal?: AbortSignal,
) => Promise<SubgraphResponse>;

/** A running graph. */
export interface TestGraph {
  /** The clock of gateway and in-process subgraphs; tests may move it. */
  readonly time: { now: number };
  readonly asked: SubgraphAsked[];
  readonly failures: unknown[];
  /** The processes the graph runs in. */
  readonly processes: ReadonlySet<number>;
  /** Replaces subgraphs' answers, for those that are down, slow or misbehave. */
  intercept: Intercept;
  /** The subgraphs, to be served by tests that put a socket before one. */
  readonly handlers: Fleet['handlers'];
  /** The subgraphs, as another gateway meets them. */
  readonly fleet: Pick<Fleet, 'urls' | 'key'>;
  ask(
    who: PersonaName | PersonaClaims | null,
    query: string,
    variables?: object,
    options?: AskOptions,
  ): Promise<Answered>;
  /** The data requests a subgraph has had since the last question, facts and audit apart. */
  dataRequestsTo(name: SubgraphName): readonly SubgraphAsked[];
  /** All data requests since the last question. */
  dataRequests(): readonly SubgraphAsked[];
  /** Asks subgraphs on the gateway's own behalf, as its relay and its courier do. */
  readonly call: OwnCall;
  /** Where it is served, for tests of the HTTP rim; null unless that was asked for. */
  readonly url: string | null;
  /** The headers by which somebody is known. */
  headersOf(who: PersonaName | PersonaClaims): Promise<Readonly<Record<string, string>>>;
  close(): Promise<void>;
}

/** How a question is asked. */
export interface AskOptions {
  readonly purpose?: string | null;
  readonly extensions?: object;
  /** The language that is asked for; none where nothing is said. */
  readonly language?: Language;
}

/** How the graph is started. */
export interface StartOptions extends Partial<GatewayOptions> {
  readonly mode?: Mode;
  /** The day of the world (epoch milliseconds), and what the clock shows; processes of their own need a real one. */
  readonly day?: number;
  /** The databases; a fresh copy of the seeded world where nothing is said. */
  readonly folder?: WorldFolder;
  /** Makes subgraphs that answer from no databases, in place of those that do. */
  readonly subgraphs?: (options: Pick<FleetOptions, 'clock' | 'onError'>) => Fleet;
  /** Whether it is served over HTTP too, on a free port. */
  readonly isServed?: boolean;
  /** How it is served. */
  readonly serve?: Pick<ServeOptions, 'kind' | 'pace'>;
  /** Told of every SQL statement of a subgraph in this process. */
  readonly onStatement?: (name: SubgraphName, sql: string) => void;
}

/** For subgraphs that answer from no databases. */
const NO_FOLDER: WorldFolder = { path: '', remove: () => undefined };

/** Starts the graph over the seeded world. */
export async function startGraph(options: StartOptions = {}): Promise<TestGraph> {
  const {
    mode = 'in-process',
    day = mode === 'http' ? Date.now() : TODAY,
    subgraphs,
    folder = subgraphs === undefined ? copyOfSeededWorld(day) : NO_FOLDER,
    isServed = false,
    serve = {},
    onStatement,
    ...gatewayOptions
  } = options;
  const issuer = await testIssuer();
  const asked: SubgraphAsked[] = [];
  const failures: unknown[] = [];
  const onError = (error: unknown): void => {
    failures.push(error);
  };
  const time = { now: day };
  const clock = (): number => (mode === 'http' ? Date.now() : time.now);
  const fleet =
    subgraphs?.({ clock, onError }) ??
    (await startFleet(mode, { folder: folder.path, clock, onError, onStatement }));
  const transport =
    (name: SubgraphName): SubgraphTransport =>
    (request, signal) => {
      for (const { query, variables = {}, extensions } of operationsIn(request.body).operations)
        asked.push({ subgraph: name, query, variables, context: extensions.causeway });
      return graph.intercept(name, request, () => fleet.handlers[name](request, signal), signal);
    };
  const gateway = createGateway({
    supergraphSdl: readFileSync(
      new URL('../../schema/supergraph.graphql', import.meta.url),
      'utf8',
    ),
    transports: eachSubgraph(transport),
    keys: eachSubgraph(() => fleet.key),
    identity: issuer.identity,
    clock,
    onError,
    isProduction: false,
    ...NEVER_GIVES_UP,
    ...gatewayOptions,
  });

  const { identity: subjects, sessions } = issuer;
  const grant: TokenEndpointOptions['grant'] = (key) => gateway.grant(key);
  const ofImages = { gateway, clock, onError };
  const routes = [
    tokenEndpoint({ subjects, sessions, grant, clock, onError }),
    ...uploadRoutes(ofImages),
    imagesRoute({ ...ofImages, key: randomBytes(32) }),
    ...selfCarryRoutes({ gateway, clock }),
  ];
  const served = isServed
    ? await serveGateway(gateway, { limits: NEVER_LATE, ...serve, port: 0, routes })
    : null;

  const graph: TestGraph = {
    time,
    asked,
    failures,
    processes: fleet.processes,
    handlers: fleet.handlers,
    fleet,
    intercept: (_name, _request, answer) => answer(),
    ask: async (who, query, variables = {}, { purpose, extensions, language } = {}) => {
      asked.length = 0;
      failures.length = 0;
      const known = who === null ? {} : await graph.headersOf(who);
      const declared = purpose === undefined ? {} : { 'purpose-of-use': purpose ?? undefined };
      const identified = await gateway.identify({
        method: 'POST',
        url: new URL('http://gateway.invalid/graphql'),
        headers: { ...known, ...declared },
      });
      const request = {
        query,
        variables: variables as Readonly<Record<string, unknown>>,
        ...(extensions && { extensions: extensions as Readonly<Record<string, unknown>> }),
      };
      const context = { identified, language };
      const { status, headers = {}, body } = await gateway.core.answer(request, context);
      const text = printBody(body);
      const { data, errors = [], extensions: answered } = JSON.parse(text) as Partial<Answered>;
      return {
        status,
        data,
        errors,
        extensions: answered,
        text,
        headers: new Map(Object.entries(headers)),
      };
    },
    call: gateway.call,
    url: served?.url ?? null,
    headersOf: async (who) => {
      const persona = PERSONAS.find(({ name }) => name === who);
      const claims = typeof who === 'string' ? persona?.claims : who;
      if (claims === undefined) throw new Error(`Expected a persona, got ${JSON.stringify(who)}`);
      return {
        authorization: `Bearer ${await issuer.issue(claims, clock())}`,
        'purpose-of-use': persona?.purpose ?? claims.purpose_of_use[0] ?? '',
      };
    },
    dataRequests: () => asked.filter(({ context }) => context.use === 'data'),
    dataRequestsTo: (name) => graph.dataRequests().filter(({ subgraph }) => subgraph === name),
    close: async () => {
      await served?.close();
      await fleet.close();
      folder.remove();
    },
  };
  return graph;
}
