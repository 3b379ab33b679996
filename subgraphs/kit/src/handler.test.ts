import { setTimeout } from 'node:timers/promises';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { CONTEXT_HEADER } from '@causeway/schema';
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
    const { body } = await ask(request('{ slow { rest } }', {}, { wait: 10 }));
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
