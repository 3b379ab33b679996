import {
  DEFAULT_CACHE_LIMITS,
  DEFAULT_EXCHANGE_LIMITS,
  DEFAULT_HTTP_LIMITS,
  DEFAULT_LIMITS,
  DEFAULT_PLANNING,
} from '@causeway/gateway';
import { DEFAULT_SERVER_LIMITS } from '@causeway/kit';
import { describe, expect, it } from '@jest/globals';
import { readLimits } from './limit-settings.js';

const problemsOf = (environment: Record<string, string>): readonly string[] => {
  const problems: string[] = [];
  readLimits(environment, problems);
  return problems;
};

/** Every limit, with what it is to be and what cannot be followed. */
const EXCHANGES = [
  ['TIMEOUT', 'PT5S', 'timeout', 5_000, '5'],
  ['CONNECT_TIMEOUT', 'PT1S', 'connectTimeout', 1_000, 'PT0S'],
  ['MAX_ANSWER_SIZE', '1000000', 'maxAnswerSize', 1_000_000, '1 MB'],
  ['MAX_ANSWER_DEPTH', '50', 'maxAnswerDepth', 50, '0'],
  ['CONNECTIONS', '8', 'connections', 8, '0'],
  ['WAITING', '0', 'waiting', 0, '-1'],
] as const;

const SERVERS = [
  ['BODY_SIZE', '1000', 'bodySize', 1_000, '1e3'],
  ['ARRIVAL', 'PT3S', 'arrival', 3_000, ''],
  ['CONNECTIONS', '10', 'connections', 10, 'many'],
  ['LINGER', 'PT1S', 'linger', 1_000, '1s'],
  ['GRACE', 'PT20S', 'grace', 20_000, 'P'],
] as const;

const HTTP = [
  ['BODY_SIZE', '1000', 'bodyBytes', 1_000, '0'],
  ['HEADER_SIZE', '8192', 'headerBytes', 8_192, '8k'],
  ['COMPRESS_FROM', '0', 'compressFrom', 0, '-1'],
  ['PERSISTED_SIZE', '0', 'persistedBytes', 0, 'none'],
  ['CONNECTIONS', '10', 'connections', 10, '0'],
  ['REQUESTS_PER_CONNECTION', '100', 'requestsPerConnection', 100, '0'],
  ['REQUESTS_AT_ONCE', '20', 'requestsAtOnce', 20, '0'],
  ['EVENT_LOOP_DELAY', '50', 'eventLoopDelay', 50, 'PT1S'],
  ['RETRY_AFTER', 'PT5S', 'retryAfter', 5_000, '5'],
  ['HEADERS_TIMEOUT', 'PT5S', 'headersTimeout', 5_000, '5'],
  ['REQUEST_TIMEOUT', 'PT5S', 'requestTimeout', 5_000, ''],
  ['KEEP_ALIVE', 'PT5S', 'keepAliveTimeout', 5_000, 'P'],
  ['DRAIN', 'PT5S', 'drain', 5_000, '5s'],
] as const;

const OPERATIONS = [
  ['DEPTH', '4', 'depth', 4, '0'],
  ['ALIASES', '0', 'aliases', 0, '-1'],
  ['ROOT_FIELDS', '2', 'rootFields', 2, '0'],
  ['DIRECTIVES', '0', 'directives', 0, 'x'],
  ['SELECTIONS', '10', 'selections', 10, '0'],
  ['TOKENS', '100', 'tokens', 100, '0'],
] as const;

const CACHES = [
  ['DOCUMENTS_KEPT', '0', 'documents', 0, '32 MB'],
  ['OPERATIONS_KEPT', '1000', 'operations', 1_000, '-1'],
  ['PLANS_KEPT', '1000', 'plans', 1_000, 'PT1S'],
] as const;

const { small, large, ...others } = DEFAULT_PLANNING;

const PLANNING = [
  ['DEADLINE', 'PT1S', { deadline: 1_000 }, '1'],
  ['PATIENCE', 'PT5S', { patience: 5_000 }, '1'],
  ['REFUSED_FOR', 'PT5M', { refusedFor: 300_000 }, 'PT0S'],
  ['SMALL_TEXT', '0', { smallText: 0 }, '-1'],
  ['AT_ONCE_SMALL', '4', { small: { ...small, width: 4 } }, '0'],
  ['QUEUE_SMALL', '0', { small: { ...small, queue: 0 } }, '-1'],
  ['AT_ONCE_LARGE', '2', { large: { ...large, width: 2 } }, '0'],
  ['QUEUE_LARGE', '8', { large: { ...large, queue: 8 } }, 'x'],
] as const;

const taken = (rows: readonly (readonly [string, string, string, number, string])[]) =>
  rows.map(([name, text, limit, value]) => [name, text, limit, value] as const);

describe('readLimits', () => {
  it('knows every limit', () => {
    expect(EXCHANGES.map(([, , limit]) => limit)).toEqual(Object.keys(DEFAULT_EXCHANGE_LIMITS));
    expect(SERVERS.map(([, , limit]) => limit)).toEqual(Object.keys(DEFAULT_SERVER_LIMITS));
    expect(HTTP.map(([, , limit]) => limit)).toEqual(Object.keys(DEFAULT_HTTP_LIMITS));
    expect(OPERATIONS.map(([, , limit]) => limit)).toEqual(Object.keys(DEFAULT_LIMITS));
    expect(CACHES.map(([, , limit]) => limit)).toEqual(Object.keys(DEFAULT_CACHE_LIMITS));
    const ofPlanning = PLANNING.flatMap(([, , limits]) => Object.keys(limits));
    const known = [...Object.keys(others), 'small', 'small', 'large', 'large'];
    expect(ofPlanning).toEqual(known);
  });

  it.each(taken(EXCHANGES))('takes %s of all subgraphs: %s', (name, text, limit, value) => {
    const { exchanges } = readLimits({ [`CAUSEWAY_SUBGRAPH_${name}`]: text }, []);
    const set = { [limit]: value };
    expect(exchanges).toEqual({ patients: set, providers: set, consents: set, records: set });
  });

  it.each(taken(EXCHANGES))(
    'takes %s of one subgraph before that of all: %s',
    (name, text, limit, value) => {
      const all = name.endsWith('TIMEOUT') ? 'PT9S' : '9';
      const environment = {
        [`CAUSEWAY_SUBGRAPH_${name}`]: all,
        [`CAUSEWAY_SUBGRAPH_${name}_RECORDS`]: text,
      };
      const { exchanges } = readLimits(environment, []);
      expect(exchanges.records).toEqual({ [limit]: value });
      expect(exchanges.patients).toEqual({ [limit]: all === '9' ? 9 : 9_000 });
    },
  );

  it.each(taken(SERVERS))('takes %s of the subgraphs’ servers: %s', (name, text, limit, value) => {
    const { servers } = readLimits({ [`CAUSEWAY_SUBGRAPH_SERVER_${name}`]: text }, []);
    expect(servers).toEqual({ [limit]: value });
  });

  it.each(taken(HTTP))('takes %s of what clients send: %s', (name, text, limit, value) => {
    const { http } = readLimits({ [`CAUSEWAY_${name}`]: text }, []);
    expect(http).toEqual({ [limit]: value });
  });

  it.each(taken(OPERATIONS))('takes %s of operations: %s', (name, text, limit, value) => {
    const { operations } = readLimits({ [`CAUSEWAY_OPERATION_${name}`]: text }, []);
    expect(operations).toEqual({ [limit]: value });
  });

  it.each(taken(CACHES))('takes %s of operations: %s', (name, text, limit, value) => {
    const { caches } = readLimits({ [`CAUSEWAY_${name}`]: text }, []);
    expect(caches).toEqual({ [limit]: value });
  });

  it.each(PLANNING.map(([name, text, limits]) => [name, text, limits] as const))(
    'takes %s of planning: %s',
    (name, text, limits) => {
      const { planning } = readLimits({ [`CAUSEWAY_PLANNING_${name}`]: text }, []);
      expect(planning).toEqual({ ...DEFAULT_PLANNING, ...limits });
    },
  );

  it('takes how long a request may take', () => {
    expect(readLimits({ CAUSEWAY_DEADLINE: 'PT8S' }, []).requests).toEqual({ deadline: 8_000 });
  });

  it.each([
    ['SUBSCRIPTIONS_PER_CALLER', '3', 'perCaller', 3],
    ['SUBSCRIPTIONS', '50', 'inAll', 50],
    ['SUBSCRIPTION_DURATION', 'PT5M', 'duration', 300_000],
    ['SUBSCRIPTION_RECHECK', 'PT2S', 'recheck', 2_000],
    ['SUBSCRIPTION_PAUSE', 'PT2S', 'pause', 2_000],
  ] as const)('takes %s: %s', (name, text, limit, value) => {
    const { subscriptions } = readLimits({ [`CAUSEWAY_${name}`]: text }, []);
    expect(subscriptions).toEqual({ [limit]: value });
    expect(problemsOf({ [`CAUSEWAY_${name}`]: 'many' })).toHaveLength(1);
  });

  it.each([
    ...HTTP.map(([name, , , , wrong]) => [`CAUSEWAY_${name}`, wrong] as const),
    ...CACHES.map(([name, , , , wrong]) => [`CAUSEWAY_${name}`, wrong] as const),
    ...PLANNING.map(([name, , , wrong]) => [`CAUSEWAY_PLANNING_${name}`, wrong] as const),
    ['CAUSEWAY_DEADLINE', '15'] as const,
    // A timer that is to wait for longer than it can would not wait at all.
    ['CAUSEWAY_SUBSCRIPTION_RECHECK', 'P25D'] as const,
    ['CAUSEWAY_DRAIN', 'P1M'] as const,
    ...OPERATIONS.map(([name, , , , wrong]) => [`CAUSEWAY_OPERATION_${name}`, wrong] as const),
    ...EXCHANGES.map(([name, , , , wrong]) => [`CAUSEWAY_SUBGRAPH_${name}`, wrong] as const),
    ...EXCHANGES.map(
      ([name, , , , wrong]) => [`CAUSEWAY_SUBGRAPH_${name}_CONSENTS`, wrong] as const,
    ),
    ...SERVERS.map(([name, , , , wrong]) => [`CAUSEWAY_SUBGRAPH_SERVER_${name}`, wrong] as const),
  ])('says what it expected of %s, and got: %s', (name, wrong) => {
    expect(problemsOf({ [name]: wrong })).toEqual([
      expect.stringMatching(
        new RegExp(
          `^${name}: expected (an ISO 8601 duration such as PT10S, and no more than 24 days|a whole number from [01]), got "`,
        ),
      ),
    ]);
  });
});
