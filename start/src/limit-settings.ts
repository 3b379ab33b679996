import { DEFAULT_PLANNING } from '@causeway/gateway';
import type {
  CacheLimits,
  ExchangeLimits,
  HttpLimits,
  LaneWidth,
  OperationLimits,
  PlanningLimits,
  SubscriptionLimits,
} from '@causeway/gateway';
import type { ServerLimits } from '@causeway/kit';
import { instantAfter } from '@causeway/schema';
import { eachSubgraph } from './each-subgraph.js';
import type { OfEachSubgraph } from './each-subgraph.js';

/** What the environment says of how much is taken: of clients, and between the gateway and its subgraphs. */
export interface LimitSettings {
  /** The gateway's bounds of exchanges, where they are others than the usual ones. */
  readonly exchanges: OfEachSubgraph<Partial<ExchangeLimits>>;
  /** The bounds of the subgraphs' servers, where they are others than the usual ones. */
  readonly servers: Partial<ServerLimits>;
  /** What is taken over HTTP, where it is another than the usual. */
  readonly http: Partial<HttpLimits>;
  /** How large an operation may be, where it is another than the usual. */
  readonly operations: Partial<OperationLimits>;
  /** How long a request may take, where it is another than the usual. */
  readonly requests: Partial<RequestLimits>;
  /** How much is kept of operations, where it is another than the usual. */
  readonly caches: Partial<CacheLimits>;
  /** How the planning of operations is bounded. */
  readonly planning: PlanningLimits;
  /** How many subscriptions there may be, and for how long, where it is another than the usual. */
  readonly subscriptions: Partial<SubscriptionLimits>;
}

/** How long a request may take. */
export interface RequestLimits {
  /** From its first byte to its answer, in milliseconds. */
  readonly deadline: number;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** How a limit is written: an ISO 8601 duration, or a whole number from 1, or from 0. */
type Notation = 'duration' | 'positive' | 'number';

const EXCHANGES: Readonly<Record<keyof ExchangeLimits, readonly [string, Notation]>> = {
  timeout: ['CAUSEWAY_SUBGRAPH_TIMEOUT', 'duration'],
  connectTimeout: ['CAUSEWAY_SUBGRAPH_CONNECT_TIMEOUT', 'duration'],
  maxAnswerSize: ['CAUSEWAY_SUBGRAPH_MAX_ANSWER_SIZE', 'positive'],
  maxAnswerDepth: ['CAUSEWAY_SUBGRAPH_MAX_ANSWER_DEPTH', 'positive'],
  connections: ['CAUSEWAY_SUBGRAPH_CONNECTIONS', 'positive'],
  waiting: ['CAUSEWAY_SUBGRAPH_WAITING', 'number'],
};

const SERVERS: Readonly<Record<keyof ServerLimits, readonly [string, Notation]>> = {
  bodySize: ['CAUSEWAY_SUBGRAPH_SERVER_BODY_SIZE', 'positive'],
  arrival: ['CAUSEWAY_SUBGRAPH_SERVER_ARRIVAL', 'duration'],
  connections: ['CAUSEWAY_SUBGRAPH_SERVER_CONNECTIONS', 'positive'],
  linger: ['CAUSEWAY_SUBGRAPH_SERVER_LINGER', 'duration'],
  grace: ['CAUSEWAY_SUBGRAPH_SERVER_GRACE', 'duration'],
};

const HTTP: Readonly<Record<keyof HttpLimits, readonly [string, Notation]>> = {
  bodyBytes: ['CAUSEWAY_BODY_SIZE', 'positive'],
  headerBytes: ['CAUSEWAY_HEADER_SIZE', 'positive'],
  compressFrom: ['CAUSEWAY_COMPRESS_FROM', 'number'],
  persistedBytes: ['CAUSEWAY_PERSISTED_SIZE', 'number'],
  connections: ['CAUSEWAY_CONNECTIONS', 'positive'],
  requestsPerConnection: ['CAUSEWAY_REQUESTS_PER_CONNECTION', 'positive'],
  requestsAtOnce: ['CAUSEWAY_REQUESTS_AT_ONCE', 'positive'],
  eventLoopDelay: ['CAUSEWAY_EVENT_LOOP_DELAY', 'positive'],
  retryAfter: ['CAUSEWAY_RETRY_AFTER', 'duration'],
  headersTimeout: ['CAUSEWAY_HEADERS_TIMEOUT', 'duration'],
  requestTimeout: ['CAUSEWAY_REQUEST_TIMEOUT', 'duration'],
  keepAliveTimeout: ['CAUSEWAY_KEEP_ALIVE', 'duration'],
  drain: ['CAUSEWAY_DRAIN', 'duration'],
};

const OPERATIONS: Readonly<Record<keyof OperationLimits, readonly [string, Notation]>> = {
  depth: ['CAUSEWAY_OPERATION_DEPTH', 'positive'],
  aliases: ['CAUSEWAY_OPERATION_ALIASES', 'number'],
  rootFields: ['CAUSEWAY_OPERATION_ROOT_FIELDS', 'positive'],
  directives: ['CAUSEWAY_OPERATION_DIRECTIVES', 'number'],
  selections: ['CAUSEWAY_OPERATION_SELECTIONS', 'positive'],
  tokens: ['CAUSEWAY_OPERATION_TOKENS', 'positive'],
};

const REQUESTS: Readonly<Record<keyof RequestLimits, readonly [string, Notation]>> = {
  deadline: ['CAUSEWAY_DEADLINE', 'duration'],
};

const CACHES: Readonly<Record<keyof CacheLimits, readonly [string, Notation]>> = {
  documents: ['CAUSEWAY_DOCUMENTS_KEPT', 'number'],
  operations: ['CAUSEWAY_OPERATIONS_KEPT', 'number'],
  plans: ['CAUSEWAY_PLANS_KEPT', 'number'],
};

const PLANNING: Readonly<
  Record<Exclude<keyof PlanningLimits, 'small' | 'large'>, readonly [string, Notation]>
> = {
  deadline: ['CAUSEWAY_PLANNING_DEADLINE', 'duration'],
  patience: ['CAUSEWAY_PLANNING_PATIENCE', 'duration'],
  refusedFor: ['CAUSEWAY_PLANNING_REFUSED_FOR', 'duration'],
  smallText: ['CAUSEWAY_PLANNING_SMALL_TEXT', 'number'],
};

const LANE: Readonly<Record<keyof LaneWidth, readonly [string, Notation]>> = {
  width: ['CAUSEWAY_PLANNING_AT_ONCE', 'positive'],
  queue: ['CAUSEWAY_PLANNING_QUEUE', 'number'],
};

const SUBSCRIPTIONS: Readonly<Record<keyof SubscriptionLimits, readonly [string, Notation]>> = {
  perCaller: ['CAUSEWAY_SUBSCRIPTIONS_PER_CALLER', 'positive'],
  inAll: ['CAUSEWAY_SUBSCRIPTIONS', 'positive'],
  duration: ['CAUSEWAY_SUBSCRIPTION_DURATION', 'duration'],
  recheck: ['CAUSEWAY_SUBSCRIPTION_RECHECK', 'duration'],
  pause: ['CAUSEWAY_SUBSCRIPTION_PAUSE', 'duration'],
};

/** The limits that environment variables give; what cannot be followed is added to the problems. */
export function readLimits(environment: Environment, problems: string[]): LimitSettings {
  const ofAll = read(EXCHANGES, environment, problems, '');
  return {
    exchanges: eachSubgraph((name) => ({
      ...ofAll,
      ...read(EXCHANGES, environment, problems, `_${name.toUpperCase()}`),
    })),
    servers: read(SERVERS, environment, problems, ''),
    http: read(HTTP, environment, problems, ''),
    operations: read(OPERATIONS, environment, problems, ''),
    requests: read(REQUESTS, environment, problems, ''),
    caches: read(CACHES, environment, problems, ''),
    planning: {
      ...DEFAULT_PLANNING,
      ...read(PLANNING, environment, problems, ''),
      small: { ...DEFAULT_PLANNING.small, ...read(LANE, environment, problems, '_SMALL') },
      large: { ...DEFAULT_PLANNING.large, ...read(LANE, environment, problems, '_LARGE') },
    },
    subscriptions: read(SUBSCRIPTIONS, environment, problems, ''),
  };
}

function read<Limit extends string>(
  variables: Readonly<Record<Limit, readonly [string, Notation]>>,
  environment: Environment,
  problems: string[],
  suffix: string,
): Partial<Record<Limit, number>> {
  const limits: Partial<Record<Limit, number>> = {};
  for (const limit of Object.keys(variables) as Limit[]) {
    const [variable, notation] = variables[limit];
    const text = environment[variable + suffix];
    if (text === undefined) continue;
    const { expected, value } = NOTATIONS[notation](text);
    if (value !== null) limits[limit] = value;
    else problems.push(`${variable}${suffix}: expected ${expected}, got ${JSON.stringify(text)}`);
  }
  return limits;
}

interface ReadValue {
  readonly expected: string;
  readonly value: number | null;
}

/** What a timer can wait for, in milliseconds; one that is told to wait longer does not wait at all. */
const LONGEST = 2 ** 31 - 1;

const NOTATIONS: Readonly<Record<Notation, (text: string) => ReadValue>> = {
  duration: (text) => {
    const length = instantAfter(0, text) ?? 0;
    const isKept = length > 0 && length <= LONGEST;
    const expected = 'an ISO 8601 duration such as PT10S, and no more than 24 days';
    return { expected, value: isKept ? length : null };
  },
  positive: (text) => whole(text, 1),
  number: (text) => whole(text, 0),
};

function whole(text: string, least: number): ReadValue {
  const value = /^\d{1,9}$/.test(text) ? Number(text) : -1;
  return { expected: `a whole number from ${least}`, value: value >= least ? value : null };
}
