import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { CHILD_CHAN, PATIENT_CHAN, SDM_CHAN } from '@causeway/seeds';
import type { SubgraphName, SubgraphResponse } from '@causeway/schema';
import { coded } from '../support/coded.js';
import { startGraph } from '../support/start-graph.js';
import type { TestGraph } from '../support/start-graph.js';

const ALLERGIES = `query ($id: ID!) {
  patient(id: $id) { name { text } allergyIntolerances(first: 100) { totalCount edges { cursor node { code { text } } } } }
}`;

let graph: TestGraph;

beforeAll(async () => {
  graph = await startGraph();
});

afterEach(() => {
  graph.intercept = (_name, _request, answer) => answer();
});

afterAll(() => graph.close());

/** A record as the gateway asks for it: under keys of their own, the objects that it alone reads. */
interface Node {
  __hidden_patient: { id: string } | null;
  category: unknown;
  clinicalDate: string | null;
  __hidden_security: { system: string; code: string }[];
  code: { text: string };
}

interface Connection {
  totalCount: number;
  edges: { cursor: string; node: Node }[];
}

interface Entities {
  data: { _entities: ({ allergyIntolerances: Connection } | null)[] } & Record<string, unknown>;
  errors?: unknown;
}

/** Lets a subgraph's data answers pass through a change. */
const tamper = (subgraph: SubgraphName, change: (answer: Entities) => unknown): void => {
  graph.intercept = async (name, request, answer) => {
    const response = await answer();
    const isData = request.body.includes('"use":"data"');
    if (name !== subgraph || !isData) return response;
    return { ...response, body: JSON.stringify(change(JSON.parse(response.body) as Entities)) };
  };
};

const eachNode = (change: (node: Node) => void) => (answer: Entities) => {
  for (const entity of answer.data._entities)
    entity?.allergyIntolerances.edges.forEach(({ node }) => change(node));
  return answer;
};

/** Answers nothing until nobody waits any more. */
const gone = (signal: AbortSignal | undefined): Promise<never> =>
  new Promise((_resolve, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });

const NORMAL = { system: 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality', code: 'N' };

const REPORTS = `query ($id: ID!) {
  patient(id: $id) { laboratoryReports(first: 5) { edges { node { basedOn { id } } } } }
}`;

/** A procedure, of which dr-li may see none, that says it belongs to a category of which dr-li may see all. */
const UNGRANTED = {
  __typename: 'Procedure',
  id: 'made-up',
  __hidden_subject: { id: PATIENT_CHAN },
  category: 'LAB_REPORT',
  clinicalDate: '2026-11-01T08:20:00+08:00',
  __hidden_security: [NORMAL],
};

/** What a records subgraph that ignores the signed context might answer. */
const LEAKS: readonly (readonly [string, (answer: Entities) => unknown])[] = [
  ['another patient’s records', eachNode((node) => (node.__hidden_patient = { id: CHILD_CHAN }))],
  [
    'one record of another patient among the right ones',
    (answer) => {
      const node = answer.data._entities[0]?.allergyIntolerances.edges.at(-1)?.node;
      if (node) node.__hidden_patient = { id: CHILD_CHAN };
      return answer;
    },
  ],
  ['records older than the look-back', eachNode((node) => (node.clinicalDate = '2019-01-01'))],
  ['records without a date', eachNode((node) => (node.clinicalDate = null))],
  [
    'very restricted records',
    eachNode((node) => (node.__hidden_security = [{ ...NORMAL, code: 'V' }])),
  ],
  [
    'restricted records',
    eachNode((node) => (node.__hidden_security = [NORMAL, { ...NORMAL, code: 'R' }])),
  ],
  ['unclassified records', eachNode((node) => (node.__hidden_security = []))],
  ['records of a category that is not granted', eachNode((node) => (node.category = 'DIAGNOSIS'))],
  ['records of no category', eachNode((node) => (node.category = null))],
  ['records that do not say whose they are', eachNode((node) => (node.__hidden_patient = null))],
  [
    'another patient’s record where the patient was asked for',
    (answer) => {
      const [entity] = answer.data._entities;
      return {
        data: { _entities: [entity && { ...entity, __typename: 'RelatedPerson', id: CHILD_CHAN }] },
      };
    },
  ],
  [
    'more entities than were asked for',
    (answer) => ({ data: { _entities: [...answer.data._entities, ...answer.data._entities] } }),
  ],
  ['fewer entities than were asked for', () => ({ data: { _entities: [] } })],
  [
    'a list where an object belongs',
    () => ({ data: { _entities: [{ allergyIntolerances: [1, 2] }] } }),
  ],
  [
    'an object where a list belongs',
    () => ({ data: { _entities: [{ allergyIntolerances: { totalCount: 1, edges: {} } }] } }),
  ],
  [
    'a record of a type that does not exist',
    (answer) => {
      const node = answer.data._entities[0]?.allergyIntolerances.edges[0]?.node;
      if (node) Object.assign(node, { __typename: 'Secret' });
      return answer;
    },
  ],
  ['no data at all', () => ({})],
  ['null', () => null],
];

describe('a records subgraph that answers', () => {
  it('as it was told is believed', async () => {
    const answer = await graph.ask('dr-li', ALLERGIES, { id: PATIENT_CHAN });
    expect(answer.errors).toEqual([]);
    expect(answer.text).toContain('"totalCount":7');
  });

  it.each(LEAKS)('%s releases nothing to dr-li, not even a count', async (_name, change) => {
    tamper('records', change);
    const answer = await graph.ask('dr-li', ALLERGIES, { id: PATIENT_CHAN });
    expect(answer.data).toEqual({
      patient: {
        name: [{ text: 'CHAN Tai Man' }, { text: '陳大文' }, { text: '陈大文' }],
        allergyIntolerances: null,
      },
    });
    expect(answer.errors.map(({ path, extensions }) => [path, extensions])).toEqual([
      [['patient', 'allergyIntolerances'], coded('SUBGRAPH_FAILED')],
    ]);
    expect(graph.failures.length + answer.errors.length).toBeGreaterThan(0);
  });

  it('with a record of a type that is not granted, under a category that is, releases nothing to dr-li', async () => {
    const answers: string[] = [];
    graph.intercept = async (name, request, answer) => {
      const response = await answer();
      if (name !== 'records' || !request.body.includes('"use":"data"')) return response;
      const body = response.body.replaceAll(
        /"basedOn":(?:null|\[\])/g,
        `"basedOn":[${JSON.stringify(UNGRANTED)}]`,
      );
      answers.push(body);
      return { ...response, body };
    };
    const answer = await graph.ask('dr-li', REPORTS, { id: PATIENT_CHAN });
    expect(answers.join()).toContain('"Procedure"');
    expect(answer.data).toEqual({ patient: { laboratoryReports: null } });
    expect(answer.errors.map(({ path, extensions }) => [path, extensions])).toEqual([
      [['patient', 'laboratoryReports'], coded('SUBGRAPH_FAILED')],
    ]);
  });

  it('members that nobody asked for, __proto__ among them, has them ignored', async () => {
    graph.intercept = async (name, _request, answer) => {
      const response = await answer();
      if (name !== 'records') return response;
      return {
        ...response,
        body: response.body.replace(
          '"code":{',
          '"secret":"x","__proto__":{"polluted":true},"code":{',
        ),
      };
    };
    const answer = await graph.ask('dr-li', ALLERGIES, { id: PATIENT_CHAN });
    expect(answer.text).not.toContain('secret');
    expect(answer.text).not.toContain('polluted');
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });
});

describe('a patients subgraph that answers', () => {
  it.each<readonly [string, (answer: { data: { patient: { id: string } } }) => unknown]>([
    [
      'with another patient',
      (answer) => ({ data: { patient: { ...answer.data.patient, id: CHILD_CHAN } } }),
    ],
    [
      'with a patient that has no id',
      (answer) => ({ data: { patient: { ...answer.data.patient, id: null } } }),
    ],
  ])('%s releases nothing and is asked nothing more about it', async (_name, change) => {
    tamper('patients', change as never);
    const answer = await graph.ask('dr-li', ALLERGIES, { id: PATIENT_CHAN });
    expect(answer.data).toEqual({ patient: null });
    expect(answer.errors.map(({ path, extensions }) => [path, extensions?.['code']])).toEqual([
      [['patient'], 'SUBGRAPH_FAILED'],
    ]);
    expect(graph.dataRequestsTo('records')).toEqual([]);
  });
});

/** What one who may read two patients asks of both. */
const BOTH = `query ($own: ID!, $child: ID!) {
  own: patient(id: $own) { birthDate immunizations { totalCount edges { node { id } } } }
  child: patient(id: $child) { birthDate immunizations { totalCount edges { node { id } } } }
}`;

/** What was answered of two patients, be it in one list or not, each where the other was asked for. */
function swapped(data: object): object {
  const answered = Object.values(data).flat() as readonly unknown[];
  expect(answered).toHaveLength(2);
  const rest = answered.toReversed();
  return Object.fromEntries(
    Object.entries(data).map(([key, value]: [string, unknown]) => [
      key,
      Array.isArray(value) ? value.map(() => rest.shift()) : rest.shift(),
    ]),
  );
}

const bothOf = () => graph.ask('sdm-chan', BOTH, { own: SDM_CHAN, child: CHILD_CHAN });

describe('a subgraph that answers for one permitted patient with another', () => {
  it('would have two to confuse', async () => {
    const { data, errors } = await bothOf();
    expect(errors).toEqual([]);
    expect(data).toMatchObject({
      own: { birthDate: '1984-09-02' },
      child: { birthDate: '2016-07-15' },
    });
  });

  it('within records, releases none of either', async () => {
    tamper('records', ({ data }) => ({ data: swapped(data) }));
    const { data, errors } = await bothOf();
    expect(data).toMatchObject({ own: { immunizations: null }, child: { immunizations: null } });
    expect(errors.map(({ path, extensions }) => [path, extensions])).toEqual([
      [['own', 'immunizations'], coded('SUBGRAPH_FAILED')],
      [['child', 'immunizations'], coded('SUBGRAPH_FAILED')],
    ]);
  });

  it('below root fields, releases neither, and is asked nothing more about them', async () => {
    tamper('patients', ({ data }) => ({ data: swapped(data) }));
    const { data, errors } = await bothOf();
    expect(data).toEqual({ own: null, child: null });
    expect(errors.map(({ path, extensions }) => [path, extensions])).toEqual([
      [['own'], coded('SUBGRAPH_FAILED')],
      [['child'], coded('SUBGRAPH_FAILED')],
    ]);
    expect(graph.dataRequestsTo('records')).toEqual([]);
  });
});

const answering = (response: SubgraphResponse) => () => Promise.resolve(response);

describe('a records subgraph that', () => {
  it.each<readonly [string, () => Promise<SubgraphResponse>, string]>([
    [
      'is down',
      () => Promise.reject(new Error('connect ECONNREFUSED 127.0.0.1:4004')),
      'SUBGRAPH_FAILED',
    ],
    ['answers HTML', answering({ status: 200, body: '<html>' }), 'SUBGRAPH_FAILED'],
    ['answers 500', answering({ status: 500, body: '{"data":{}}' }), 'SUBGRAPH_FAILED'],
    [
      'answers an error with its innards',
      answering({
        status: 200,
        body: JSON.stringify({
          data: null,
          errors: [
            {
              message: 'SQLITE_ERROR near patient 4711',
              extensions: { code: 'INTERNAL_SERVER_ERROR' },
            },
          ],
        }),
      }),
      'SUBGRAPH_FAILED',
    ],
  ])('%s costs its own part of the answer and no more', async (_name, response, code) => {
    graph.intercept = (name, _request, answer) => (name === 'records' ? response() : answer());
    const answer = await graph.ask('dr-li', ALLERGIES, { id: PATIENT_CHAN });
    expect(answer.data).toMatchObject({
      patient: { name: expect.any(Array), allergyIntolerances: null },
    });
    expect(answer.errors.map(({ path, extensions }) => [path, extensions])).toEqual([
      [['patient', 'allergyIntolerances'], coded(code)],
    ]);
    expect(answer.text).not.toMatch(/SQLITE|4711|4004/);
  });

  it('is slow costs its own part of the answer, at the deadline', async () => {
    // Long enough for all that is not slow, on a busy machine too.
    const deadline = 3_000;
    const slow = await startGraph({ deadline });
    try {
      // Its first answer takes longer.
      await slow.ask('dr-li', ALLERGIES, { id: PATIENT_CHAN });
      slow.intercept = async (name, request, answer, signal) =>
        name === 'records' && request.body.includes('"use":"data"') ? gone(signal) : answer();
      const begun = performance.now();
      const answer = await slow.ask('dr-li', ALLERGIES, { id: PATIENT_CHAN });
      expect(performance.now() - begun).toBeGreaterThan(deadline - 100);
      expect(answer.errors.map(({ extensions }) => extensions?.['code'])).toEqual([
        'DEADLINE_EXCEEDED',
      ]);
      expect(answer.data).toMatchObject({
        patient: { name: expect.any(Array), allergyIntolerances: null },
      });
    } finally {
      await slow.close();
    }
  });
});
