import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { PATIENT_CHAN } from '@causeway/seeds';
import type { SubgraphName, SubgraphRequest, SubgraphResponse } from '@causeway/schema';
import { startGraph } from '../support/start-graph.js';
import type { TestGraph } from '../support/start-graph.js';
import { TODAY } from '../support/seeded-world.js';

const RECORD =
  'query ($id: ID!) { patient(id: $id) { name { text } allergyIntolerances { totalCount } } }';
const UNAVAILABLE = { data: null, codes: ['POLICY_UNAVAILABLE'] };

let graph: TestGraph;

beforeAll(async () => {
  graph = await startGraph();
});

afterEach(() => {
  graph.intercept = (_name, _request, answer) => answer();
});

afterAll(() => graph.close());

type Use = 'data' | 'facts' | 'audit';

const isUse = (request: SubgraphRequest, use: Use): boolean =>
  request.body.includes(`"use":"${use}"`);

/** Replaces a subgraph's answers to one use. */
const fault = (
  subgraph: SubgraphName,
  use: Use,
  response: () => Promise<SubgraphResponse>,
): void => {
  graph.intercept = (name, request, answer) =>
    name === subgraph && isUse(request, use) ? response() : answer();
};

const ask = async (persona: Parameters<TestGraph['ask']>[0], query = RECORD) => {
  const { data, errors, text } = await graph.ask(
    persona,
    query,
    query.includes('$id') ? { id: PATIENT_CHAN } : {},
  );
  return { data, codes: errors.map(({ extensions }) => extensions?.['code']), text };
};

const FAULTS: readonly (readonly [string, () => Promise<SubgraphResponse>])[] = [
  ['is down', () => Promise.reject(new Error('ECONNREFUSED'))],
  [
    'answers rubbish',
    () =>
      Promise.resolve({
        status: 200,
        body: '{"data":{"patientFacts":["yes"],"providerFacts":["yes"],"consentFacts":["yes"],"recordAccess":"yes"}}',
      }),
  ],
  ['answers null', () => Promise.resolve({ status: 200, body: '{"data":null}' })],
  [
    'answers with an error',
    () => Promise.resolve({ status: 200, body: '{"data":{},"errors":[{"message":"locked"}]}' }),
  ],
  ['answers 503', () => Promise.resolve({ status: 503, body: '' })],
];

describe.each(['patients', 'providers', 'consents'] as const)(
  'where %s, asked for facts,',
  (subgraph) => {
    it.each(FAULTS)('%s, nothing is decided, fetched or released', async (_name, response) => {
      fault(subgraph, 'facts', response);
      const { text, ...answer } = await ask('dr-wong');
      expect(answer).toEqual(UNAVAILABLE);
      expect(text).not.toContain('CHAN');
      expect(graph.dataRequests()).toEqual([]);
    });
  },
);

describe('where records, asked whether they are as they were,', () => {
  it.each(FAULTS)(
    '%s, none of them is fetched, and the rest is released',
    async (_name, response) => {
      fault('records', 'facts', response);
      const { data, codes } = await ask('dr-wong');
      expect(data).toMatchObject({
        patient: { name: expect.any(Array), allergyIntolerances: null },
      });
      expect(codes).toEqual(['SUBGRAPH_FAILED']);
      expect(graph.dataRequestsTo('records')).toEqual([]);
    },
  );

  it('stops to answer, none that were fetched are released', async () => {
    let readings = 0;
    graph.intercept = (name, request, answer) => {
      if (name !== 'records' || !isUse(request, 'facts')) return answer();
      readings += 1;
      return readings === 1 ? answer() : Promise.reject(new Error('gone'));
    };
    const { data, codes } = await ask('dr-wong');
    expect(data).toMatchObject({ patient: { name: expect.any(Array), allergyIntolerances: null } });
    expect(codes).toEqual(['SUBGRAPH_FAILED']);
  });
});

describe('where the audit log', () => {
  it.each(FAULTS)('%s, nothing is released', async (_name, response) => {
    fault('consents', 'audit', response);
    const { text, ...answer } = await ask('dr-wong');
    expect(answer).toEqual(UNAVAILABLE);
    expect(text).not.toContain('CHAN');
  });

  it('says that fewer events are on record than were sent, nothing is released', async () => {
    fault('consents', 'audit', () =>
      Promise.resolve({ status: 200, body: '{"data":{"recordAccess":0}}' }),
    );
    expect(await ask('dr-wong')).toMatchObject(UNAVAILABLE);
  });

  it('is down, what is nobody’s is answered all the same', async () => {
    fault('consents', 'audit', () => Promise.reject(new Error('ECONNREFUSED')));
    const { data, codes } = await ask(
      'dr-wong',
      '{ recognitions(first: 1) { edges { node { status } } } }',
    );
    expect(codes).toEqual([]);
    expect(JSON.stringify(data)).toContain('status');
  });
});

describe('the audit event', () => {
  it('is on record before the answer leaves', async () => {
    let isRecorded = false;
    graph.intercept = async (_name, request, answer) => {
      const response = await answer();
      if (isUse(request, 'audit')) {
        await new Promise((resolve) => setTimeout(resolve, 20));
        isRecorded = true;
      }
      return response;
    };
    const answered = ask('dr-wong').then(() => isRecorded);
    expect(await answered).toBe(true);
  });

  it.each([
    ['dr-li', 'PERMIT', 'RELEASED'],
    ['dr-zhao', 'DENY', 'WITHHELD'],
    ['patient-chan', 'PERMIT', 'RELEASED'],
  ] as const)('of %s says %s and %s, once per request', async (persona, outcome, release) => {
    await ask(persona);
    const events = graph.asked
      .filter(({ context }) => context.use === 'audit')
      .flatMap(({ variables }) => variables['events'] as object[]);
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({ patient: PATIENT_CHAN, outcome, release });
  });

  it('says which scopes were released and how many records of each', async () => {
    await ask('dr-li');
    const [event] = graph.asked
      .filter(({ context }) => context.use === 'audit')
      .flatMap(({ variables }) => variables['events'] as object[]);
    expect(event).toMatchObject({ scopes: ['ALLERGY_ADR', 'PERSON'], abroad: true });
  });

  it('says nothing of a scope whose values could not be fetched', async () => {
    fault('records', 'data', () => Promise.reject(new Error('ECONNREFUSED')));
    const { data } = await ask('dr-li');
    expect(data).toMatchObject({ patient: { name: expect.any(Array), allergyIntolerances: null } });
    const [event] = graph.asked
      .filter(({ context }) => context.use === 'audit')
      .flatMap(({ variables }) => variables['events'] as object[]);
    expect(event).toMatchObject({ release: 'RELEASED', scopes: ['PERSON'], counts: { PERSON: 1 } });
  });

  it('is recorded as failed where the request failed after a decision', async () => {
    let readings = 0;
    graph.intercept = (name, request, answer) => {
      if (name === 'patients' && isUse(request, 'facts')) readings += 1;
      return readings === 2 && name === 'patients' && isUse(request, 'facts')
        ? Promise.reject(new Error('gone'))
        : answer();
    };
    expect(await ask('dr-wong')).toMatchObject(UNAVAILABLE);
    const events = graph.asked
      .filter(({ context }) => context.use === 'audit')
      .flatMap(({ variables }) => variables['events'] as object[]);
    expect(events).toMatchObject([{ outcome: 'PERMIT', release: 'FAILED', scopes: [] }]);
  });
});

describe('the clock', () => {
  it('ends a permit at the end of its day, for the next request', async () => {
    expect((await ask('dr-li')).data).toMatchObject({ patient: { name: expect.any(Array) } });
    graph.time.now = Date.parse('2027-11-23T00:00:00+08:00');
    expect((await ask('dr-li')).data).toEqual({ patient: null });
    graph.time.now = TODAY;
  });

  it.each([
    ['tells no number', () => Number.NaN],
    ['tells a time without end', () => Number.POSITIVE_INFINITY],
    [
      'fails',
      () => {
        throw new Error('no such device');
      },
    ],
  ])('opens nothing from whichever reading on it %s', async (_name, read) => {
    const untilReading = async (last: number) => {
      let readings = 0;
      const now = (): number => ((readings += 1) > last ? read() : TODAY);
      Object.defineProperty(graph.time, 'now', { configurable: true, get: now });
      try {
        return { ...(await ask('dr-li')), readings };
      } finally {
        Object.defineProperty(graph.time, 'now', { value: TODAY, writable: true });
      }
    };
    // Once before, so that what is read once in the life of a gateway has been read.
    await untilReading(Number.POSITIVE_INFINITY);
    const { readings, text: whole } = await untilReading(Number.POSITIVE_INFINITY);
    expect(whole).toContain('CHAN');
    const codes = new Set<unknown>();
    // The first reading is that of the token, which is issued elsewhere.
    for (let last = 1; last < readings; last += 1) {
      const answer = await untilReading(last);
      expect([last, answer.data]).toEqual([last, null]);
      for (const code of answer.codes) codes.add(code);
    }
    expect(codes).toEqual(new Set(['POLICY_UNAVAILABLE']));
  });
});
