import { DEFAULT_EXCHANGE_LIMITS } from '@causeway/gateway';
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

const taken = (rows: readonly (readonly [string, string, string, number, string])[]) =>
  rows.map(([name, text, limit, value]) => [name, text, limit, value] as const);

describe('readLimits', () => {
  it('knows every limit', () => {
    expect(EXCHANGES.map(([, , limit]) => limit)).toEqual(Object.keys(DEFAULT_EXCHANGE_LIMITS));
    expect(SERVERS.map(([, , limit]) => limit)).toEqual(Object.keys(DEFAULT_SERVER_LIMITS));
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

  it.each([
    ...EXCHANGES.map(([name, , , , wrong]) => [`CAUSEWAY_SUBGRAPH_${name}`, wrong] as const),
    ...EXCHANGES.map(
      ([name, , , , wrong]) => [`CAUSEWAY_SUBGRAPH_${name}_CONSENTS`, wrong] as const,
    ),
    ...SERVERS.map(([name, , , , wrong]) => [`CAUSEWAY_SUBGRAPH_SERVER_${name}`, wrong] as const),
  ])('says what it expected of %s, and got: %s', (name, wrong) => {
    expect(problemsOf({ [name]: wrong })).toEqual([
      expect.stringMatching(
        new RegExp(
          `^${name}: expected (an ISO 8601 duration such as PT10S|a whole number from [01]), got "`,
        ),
      ),
    ]);
  });
});
