import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PATIENT_CHAN, PERSONAS } from '@causeway/seeds';
import { coded } from '../support/coded.js';
import { startGraph } from '../support/start-graph.js';
import type { TestGraph } from '../support/start-graph.js';

const NAME = 'query ($id: ID!) { patient(id: $id) { name { text } } }';

let graph: TestGraph;

beforeAll(async () => {
  graph = await startGraph();
});

afterAll(() => graph.close());

const repeated = (count: number, part: (position: number) => string): string =>
  Array.from({ length: count }, (_, position) => part(position)).join(' ');

/** Each operation, and the code and status it is refused with before anything is fetched. */
const REFUSED: readonly (readonly [string, string, object, string, number])[] = [
  ['a syntax error', '{ patient(', {}, 'GRAPHQL_PARSE_FAILED', 400],
  ['an unknown field', '{ patients { name } }', {}, 'GRAPHQL_VALIDATION_FAILED', 400],
  ['a hidden field', '{ patientFacts(keys: []) }', {}, 'GRAPHQL_VALIDATION_FAILED', 400],
  [
    'a hidden mutation',
    'mutation { recordAccess(events: []) }',
    {},
    'GRAPHQL_VALIDATION_FAILED',
    400,
  ],
  [
    '_entities',
    '{ _entities(representations: []) { __typename } }',
    {},
    'GRAPHQL_VALIDATION_FAILED',
    400,
  ],
  ['_service', '{ _service { sdl } }', {}, 'GRAPHQL_VALIDATION_FAILED', 400],
  [
    'a fragment cycle',
    `query ($id: ID!) { patient(id: $id) { ...A } } fragment A on Patient { id ...B } fragment B on Patient { ...A }`,
    { id: PATIENT_CHAN },
    'GRAPHQL_VALIDATION_FAILED',
    400,
  ],
  ['a missing variable', NAME, {}, 'BAD_USER_INPUT', 400],
  ['a variable of another type', NAME, { id: { in: [PATIENT_CHAN] } }, 'BAD_USER_INPUT', 400],
  [
    'too many aliases',
    `{ ${repeated(31, (n) => `a${n}: __typename`)} }`,
    {},
    'OPERATION_TOO_COMPLEX',
    400,
  ],
  [
    'too many root fields',
    `{ ${repeated(21, () => '__typename')} }`,
    {},
    'OPERATION_TOO_COMPLEX',
    400,
  ],
  [
    'too many levels',
    `{ me { ${repeated(17, () => 'encounters { edges { node { subject {')} id ${'} } } }'.repeat(17)} } }`,
    {},
    'OPERATION_TOO_COMPLEX',
    400,
  ],
  [
    'too many tokens',
    `{ ${repeated(5_000, () => '__typename')} }`,
    {},
    'GRAPHQL_PARSE_FAILED',
    400,
  ],
  [
    'too many directives',
    `{ __typename ${repeated(11, () => '@include(if: true)')} }`,
    {},
    'GRAPHQL_VALIDATION_FAILED',
    400,
  ],
];

describe('an operation with', () => {
  it.each(REFUSED)(
    '%s is refused, and nothing is fetched',
    async (_name, query, variables, code, status) => {
      const answer = await graph.ask('patient-chan', query, variables);
      expect(answer.errors.map(({ extensions }) => extensions?.['code'])).toContain(code);
      expect(answer.data ?? null).toBeNull();
      expect(answer.status).toBe(status);
      expect(graph.asked).toEqual([]);
      expect(answer.text).not.toMatch(/Did you mean|stacktrace|\/src\//);
    },
  );

  it.each([
    ['a cursor that is none', { after: 'not a cursor' }],
    [
      'a cursor of JSON that is none of ours',
      { after: Buffer.from('{"a":1}').toString('base64url') },
    ],
    ['a page of none', { first: 0 }],
    ['a page of too many', { first: 101 }],
    ['a page from both ends', { first: 1, last: 1 }],
  ])('%s says what is wrong, at its place', async (_name, variables) => {
    const query = `query ($id: ID!, $first: Int, $last: Int, $after: String) {
      patient(id: $id) { name { text } mine: allergyIntolerances(first: $first, last: $last, after: $after) { totalCount } }
    }`;
    const answer = await graph.ask('patient-chan', query, { id: PATIENT_CHAN, ...variables });
    expect(answer.errors.map(({ path, extensions }) => [path, extensions])).toEqual([
      [['patient', 'mine'], coded('BAD_USER_INPUT')],
    ]);
    expect(answer.data).toMatchObject({ patient: { name: expect.any(Array), mine: null } });
  });

  it('thousands of nested fragments is refused in time', async () => {
    const fragments = repeated(
      40,
      (n) =>
        `fragment F${n} on Patient { ${n === 39 ? 'id' : `...F${n + 1} encounters { edges { node { subject { ...F${n + 1} } } } }`} }`,
    );
    const start = performance.now();
    const answer = await graph.ask(
      'patient-chan',
      `query ($id: ID!) { patient(id: $id) { ...F0 } } ${fragments}`,
      { id: PATIENT_CHAN },
    );
    expect(answer.errors.length).toBeGreaterThan(0);
    expect(graph.asked).toEqual([]);
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});

describe('a request', () => {
  it('without a token is refused with 401, and nothing is fetched', async () => {
    const answer = await graph.ask(null, NAME, { id: PATIENT_CHAN });
    expect([answer.status, answer.errors.map(({ extensions }) => extensions)]).toEqual([
      401,
      [coded('UNAUTHENTICATED')],
    ]);
    expect(graph.asked).toEqual([]);
  });

  it.each([
    ['none', null],
    ['one that the token does not hold', 'HRESCH'],
    ['one that does not exist', 'CURIOSITY'],
    ['two', 'TREAT, PATRQT'],
  ])(
    'with a purpose of use that is %s is refused, and nothing is fetched',
    async (_name, purpose) => {
      const answer = await graph.ask('dr-wong', NAME, { id: PATIENT_CHAN }, { purpose });
      expect([answer.status, answer.errors.map(({ extensions }) => extensions)]).toEqual([
        400,
        [coded('PURPOSE_REQUIRED')],
      ]);
      expect(graph.asked).toEqual([]);
    },
  );

  it('whose token is bound to another organisation’s grant is denied', async () => {
    const [li, zhao] = ['dr-li', 'dr-zhao'].map((name) =>
      PERSONAS.find((persona) => persona.name === name),
    );
    if (li === undefined || zhao === undefined) throw new Error('Expected the personas');
    const stolen = {
      ...zhao.claims,
      ...(li.claims.grant !== undefined && { grant: li.claims.grant }),
    };
    const answer = await graph.ask(stolen, NAME, { id: PATIENT_CHAN });
    expect(answer.text).toBe('{"data":{"patient":null}}\n');
    expect(graph.dataRequests()).toEqual([]);
  });

  it('whose token names a role at another organisation is denied', async () => {
    const wong = PERSONAS.find(({ name }) => name === 'dr-wong');
    const ng = PERSONAS.find(({ name }) => name === 'pharmacist-ng');
    if (wong === undefined || ng?.claims.organization === undefined)
      throw new Error('Expected the personas');
    const answer = await graph.ask({ ...wong.claims, organization: ng.claims.organization }, NAME, {
      id: PATIENT_CHAN,
    });
    expect(answer.text).toBe('{"data":{"patient":null}}\n');
  });

  it('about the schema is answered without a token, in development only', async () => {
    const query = '{ __schema { queryType { name } } __type(name: "Patient") { name } }';
    expect((await graph.ask(null, query)).data).toEqual({
      __schema: { queryType: { name: 'Query' } },
      __type: { name: 'Patient' },
    });
    const production = await startGraph({ isProduction: true });
    try {
      expect(
        (await production.ask(null, query)).errors.map(({ extensions }) => extensions),
      ).toEqual([coded('UNAUTHENTICATED')]);
    } finally {
      await production.close();
    }
  });
});
