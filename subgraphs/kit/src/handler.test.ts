import { setTimeout } from 'node:timers/promises';
import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import {
  CONTEXT_HEADER,
  REQUESTS_PER_EXCHANGE,
  SUBGRAPH_PATH,
  signRequest,
} from '@causeway/schema';
import type { FetchContext, SubgraphHandler, SubgraphRequest } from '@causeway/schema';
import { GraphQLError, buildSchema, isObjectType } from 'graphql';
import type { BuiltSubgraph } from './build-subgraph.js';
import { createHandler } from './handler.js';
import { signedSubgraphRequest } from './signed-fetch.js';
import { stopInTime } from './stop-in-time.js';
import { TEST_KEY, TEST_NOW, permit, professionalCaller } from './testing.js';

interface Context {
  readonly fetch: FetchContext;
}

const schema = buildSchema(
  `type Query { patients(prefix: String): [String!] coded: Int broken: Int rude: Int slow: Slow }
  type Slow { rest: Int }
  type Mutation { change: Slow }`,
);

const roots: Readonly<Record<string, (args: never, context: Context) => unknown>> = {
  patients: ({ prefix = '' }: { prefix?: string }, { fetch }) =>
    fetch.permits.map(({ patient }) => `${prefix}${patient}`),
  coded: () => {
    throw new GraphQLError('Expected less', { extensions: { code: 'BAD_USER_INPUT' } });
  },
  broken: () => {
    throw new Error('patient p-chan has no such column');
  },
  rude: () => {
    throw new GraphQLError('p-chan', { extensions: { code: 'MY_OWN_CODE' } });
  },
  slow: () => setTimeout(20, {}),
  change: () => setTimeout(20, {}),
};

for (const type of [schema.getQueryType(), schema.getMutationType()]) {
  for (const field of Object.values(type?.getFields() ?? {}))
    field.resolve = (_, args, context: Context) => roots[field.name]?.(args as never, context);
}

/** How often work went on after `slow` or `change`. */
let rests = 0;
const rest = Object.entries(schema.getTypeMap()).flatMap(([name, type]) =>
  name === 'Slow' && isObjectType(type) ? Object.values(type.getFields()) : [],
);
for (const field of rest) field.resolve = () => (rests += 1);

const subgraph: BuiltSubgraph = { name: 'records', sdl: '', schema: stopInTime(schema) };

const CONTEXT: FetchContext = {
  use: 'data',
  caller: professionalCaller(),
  permits: [permit('p-chan')],
  now: TEST_NOW,
};

let handle: SubgraphHandler;
let asked: number;
let reported: unknown[];

beforeEach(() => {
  asked = 0;
  rests = 0;
  reported = [];
  handle = createHandler<Context>(subgraph, {
    keys: [TEST_KEY],
    clock: () => TEST_NOW,
    createContext: (fetch) => {
      asked += 1;
      return { fetch };
    },
    onError: (error) => reported.push(error),
  });
});

const request = (query: string, variables = {}, stated: Partial<FetchContext> = {}) =>
  signedSubgraphRequest(
    'records',
    { query, variables },
    { ...CONTEXT, ...stated },
    TEST_KEY,
    TEST_NOW,
  );

async function ask(
  of: SubgraphRequest,
  signal?: AbortSignal,
): Promise<{ status: number; body: unknown }> {
  const { status, body } = await handle(of, signal);
  return { status, body: JSON.parse(body) };
}

describe('a signed request', () => {
  it('is answered under the context that is signed with it', async () => {
    expect(
      await ask(
        request('query ($prefix: String) { patients(prefix: $prefix) }', { prefix: 'the ' }),
      ),
    ).toEqual({ status: 200, body: { data: { patients: ['the p-chan'] } } });
  });

  it('is answered again when it is signed again, by the parsed form of the first', async () => {
    const first = await ask(request('{ patients }'));
    expect(await ask(request('{ patients }'))).toEqual(first);
    expect(asked).toBe(2);
  });

  it.each([
    ['does not parse', '{ patients'],
    ['asks for what is not there', '{ diary }'],
  ])('that %s is a bad one, and is not executed', async (_, query) => {
    expect(await ask(request(query))).toMatchObject({
      status: 400,
      body: { errors: [{ message: expect.any(String) as unknown }] },
    });
    expect(asked).toBe(0);
  });

  it('gets the message of an error with a code of ours', async () => {
    expect(await ask(request('{ coded }'))).toMatchObject({
      status: 200,
      body: {
        data: { coded: null },
        errors: [{ message: 'Expected less', extensions: { code: 'BAD_USER_INPUT' } }],
      },
    });
    expect(reported).toEqual([]);
  });

  it.each(['broken', 'rude'])(
    'gets nothing of another error, which is reported: %s',
    async (field) => {
      const { body } = await ask(request(`{ ${field} }`));
      expect(body).toEqual({
        data: { [field]: null },
        errors: [
          {
            message: 'The subgraph failed',
            path: [field],
            extensions: { code: 'INTERNAL_SERVER_ERROR' },
          },
        ],
      });
      expect(JSON.stringify(body)).not.toContain('p-chan');
      expect(reported).toHaveLength(1);
    },
  );
});

describe('work that nobody waits for', () => {
  const OVER = {
    data: { slow: { rest: null } },
    errors: [{ path: ['slow', 'rest'], extensions: { code: 'DEADLINE_EXCEEDED' } }],
  };
  const gone = AbortSignal.abort();

  it('goes on as long as the gateway waits', async () => {
    const { body } = await ask(request('{ slow { rest } }', {}, { wait: 5_000 }));
    expect(body).toEqual({ data: { slow: { rest: 1 } } });
  });

  it('stops where the gateway has stopped waiting', async () => {
    const begun = performance.now();
    const now = jest.spyOn(performance, 'now').mockReturnValue(begun);
    const asking = ask(request('{ slow { rest } }', {}, { wait: 10 }));
    now.mockReturnValue(begun + 11);
    const { body } = await asking;
    now.mockRestore();
    expect(body).toMatchObject(OVER);
    expect(rests).toBe(0);
  });

  it('stops where the gateway has gone', async () => {
    const going = new AbortController();
    const asking = ask(request('{ slow { rest } }'), going.signal);
    going.abort();
    expect((await asking).body).toMatchObject(OVER);
    expect(rests).toBe(0);
  });

  it('is not begun', async () => {
    const { body } = await ask(request('{ slow { rest } }'), gone);
    expect(body).toMatchObject({ data: { slow: null } });
  });

  it('is finished where it changes something', async () => {
    const { body } = await ask(request('mutation { change { rest } }', {}, { wait: 1 }), gone);
    expect(body).toEqual({ data: { change: { rest: 1 } } });
  });
});

describe('a request that is not of the gateway', () => {
  const good = (): SubgraphRequest => request('{ patients }');
  const widened = JSON.stringify({
    query: '{ patients }',
    extensions: { causeway: { ...CONTEXT, permits: [permit('p-lee')] } },
  });

  const refusals: readonly (readonly [string, () => SubgraphRequest])[] = [
    ['without a token', () => ({ ...good(), headers: {} })],
    [
      'with a token of another key',
      () =>
        signedSubgraphRequest(
          'records',
          { query: '{ patients }' },
          CONTEXT,
          new Uint8Array(32),
          TEST_NOW,
        ),
    ],
    [
      'with a token for another subgraph',
      () =>
        signedSubgraphRequest('patients', { query: '{ patients }' }, CONTEXT, TEST_KEY, TEST_NOW),
    ],
    [
      'whose body was changed',
      () => ({ ...good(), body: good().body.replace('patients', 'coded') }),
    ],
    ['whose permits were changed', () => ({ ...good(), body: widened })],
    ['by another method', () => ({ ...good(), method: 'GET' })],
    ['at another path', () => ({ ...good(), path: '/health' })],
    [
      'of half a minute ago',
      () =>
        signedSubgraphRequest(
          'records',
          { query: '{ patients }' },
          CONTEXT,
          TEST_KEY,
          TEST_NOW - 31_000,
        ),
    ],
    ['with a body that is not even JSON', () => ({ ...good(), body: '<xml/>' })],
  ];

  it.each(refusals)('is refused %s, and nothing is executed', async (_, make) => {
    expect(await ask(make())).toEqual({
      status: 401,
      body: {
        errors: [
          {
            message: expect.stringContaining('Expected a signed context of the gateway') as unknown,
            extensions: { code: 'UNAUTHENTICATED' },
          },
        ],
      },
    });
    expect(asked).toBe(0);
  });

  it('is refused the second time', async () => {
    const once = good();
    expect(once.headers[CONTEXT_HEADER]).toBeDefined();
    expect((await ask(once)).status).toBe(200);
    expect((await ask(once)).status).toBe(401);
    expect(asked).toBe(1);
  });
});

describe('a list of operations', () => {
  const element = (query: string, stated: Partial<FetchContext> = {}, variables = {}) => ({
    query,
    variables,
    extensions: { causeway: { ...CONTEXT, ...stated } },
  });

  const signed = (body: string): SubgraphRequest => {
    const unsigned = { method: 'POST', path: SUBGRAPH_PATH, body };
    const token = signRequest({ ...unsigned, subgraph: 'records' }, TEST_KEY, TEST_NOW);
    return { ...unsigned, headers: { [CONTEXT_HEADER]: token } };
  };

  const list = (...elements: readonly unknown[]): SubgraphRequest =>
    signed(JSON.stringify(elements));

  it('is answered by a list in its order, each under its own context', async () => {
    const query = 'query ($prefix: String) { patients(prefix: $prefix) }';
    expect(
      await ask(
        list(
          element(query, { permits: [permit('p-chan')] }, { prefix: '1 ' }),
          element(query, { permits: [] }, { prefix: '2 ' }),
          element(query, { permits: [permit('p-lee'), permit('p-chan')] }),
        ),
      ),
    ).toEqual({
      status: 200,
      body: [
        { data: { patients: ['1 p-chan'] } },
        { data: { patients: [] } },
        { data: { patients: ['p-lee', 'p-chan'] } },
      ],
    });
    expect(asked).toBe(3);
  });

  it('makes a context for each, also where two are alike', async () => {
    await ask(list(element('{ patients }'), element('{ patients }')));
    expect(asked).toBe(2);
  });

  it('may hold one, which is answered by a list of one', async () => {
    expect((await ask(list(element('{ patients }')))).body).toEqual([
      { data: { patients: ['p-chan'] } },
    ]);
  });

  const MASKED = { extensions: { code: 'INTERNAL_SERVER_ERROR' } };
  const failures: readonly (readonly [string, unknown, object])[] = [
    ['fails', element('{ broken }'), { data: { broken: null }, errors: [MASKED] }],
    ['does not parse', element('{ patients'), { errors: [{}] }],
    ['asks for what is not there', element('{ diary }'), { errors: [{}] }],
    ['has no context', { query: '{ patients }' }, { errors: [MASKED] }],
    ['is none', null, { errors: [MASKED] }],
    ['is a list', [element('{ patients }')], { errors: [MASKED] }],
    [
      'nobody waits for',
      element('{ slow { rest } }', { wait: -1 }),
      { data: { slow: null }, errors: [{ extensions: { code: 'DEADLINE_EXCEEDED' } }] },
    ],
  ];

  it.each(failures)('of which one %s is answered but for that one', async (_what, bad, answer) => {
    const good = element('{ patients }');
    const { status, body } = await ask(list(good, bad, good));
    const well = { data: { patients: ['p-chan'] } };
    expect({ status, body }).toMatchObject({ status: 200, body: [well, answer, well] });
    expect(body).toHaveLength(3);
    expect(JSON.stringify((body as unknown[])[1])).not.toContain('p-chan');
  });

  it('changes nothing', async () => {
    const { body } = await ask(
      list(element('{ patients }'), element('mutation { change { rest } }')),
    );
    expect(body).toMatchObject([
      { data: { patients: ['p-chan'] } },
      { errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] },
    ]);
    expect(asked).toBe(1);
    expect(rests).toBe(0);
  });

  it.each([0, REQUESTS_PER_EXCHANGE + 1])('of %i is refused as a whole', async (length) => {
    const elements = Array.from({ length }, () => element('{ patients }'));
    expect(await ask(list(...elements))).toMatchObject({
      status: 400,
      body: { errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] },
    });
    expect(asked).toBe(0);
  });

  it('is answered where it is as long as may be', async () => {
    const elements = Array.from({ length: REQUESTS_PER_EXCHANGE }, () => element('{ patients }'));
    expect((await ask(list(...elements))).body).toHaveLength(REQUESTS_PER_EXCHANGE);
  });

  const one = element('{ patients }');
  const forged: readonly (readonly [string, () => SubgraphRequest])[] = [
    ['without a token', () => ({ ...list(one), headers: {} })],
    ['with the token of one of its own', () => ({ ...list(one), body: JSON.stringify(one) })],
    [
      'that one more was put into',
      () => ({
        ...list(one),
        body: JSON.stringify([one, element('{ patients }', { permits: [permit('p-lee')] })]),
      }),
    ],
    [
      'whose order was changed',
      () => ({
        ...list(one, element('{ coded }')),
        body: JSON.stringify([element('{ coded }'), one]),
      }),
    ],
  ];

  it.each(forged)('%s is refused, and nothing is executed', async (_what, make) => {
    expect((await ask(make())).status).toBe(401);
    expect(asked).toBe(0);
  });

  it('is refused the second time', async () => {
    const once = list(one, one);
    expect((await ask(once)).status).toBe(200);
    expect((await ask(once)).status).toBe(401);
    expect(asked).toBe(2);
  });

  it('stops where the gateway has gone', async () => {
    const going = new AbortController();
    const asking = ask(
      list(element('{ slow { rest } }'), element('{ slow { rest } }')),
      going.signal,
    );
    going.abort();
    expect(await asking).toMatchObject({ body: [{ errors: [{}] }, { errors: [{}] }] });
    expect(rests).toBe(0);
  });
});
