import { describe, expect, it } from '@jest/globals';
import { outgoingRequest } from '../execution/index.js';
import {
  CONTEXT_HEADER,
  ReplayGuard,
  SUBGRAPHS,
  SignedContextError,
  verifyRequest,
} from '@causeway/schema';
import type {
  FetchContext,
  SubgraphName,
  SubgraphRequest,
  SubgraphResponse,
} from '@causeway/schema';
import { NO_METRICS } from '../metrics/index.js';
import { createDispatch } from './dispatch.js';
import type { SubgraphTransport } from './dispatch.js';
import { SubgraphUnavailableError } from './subgraph-unavailable-error.js';
import { TransportError } from './transport-error.js';

const NOW = Date.parse('2026-11-22T12:00:00+08:00');
const CONTEXT: FetchContext = { use: 'data', caller: null, permits: [], now: NOW };

const eachSubgraph = <Value>(make: (name: SubgraphName, position: number) => Value) =>
  Object.fromEntries(SUBGRAPHS.map((name, position) => [name, make(name, position)])) as Record<
    SubgraphName,
    Value
  >;

const keys = eachSubgraph((_name, position) => new Uint8Array(32).fill(position + 1));

function dispatching(answer: SubgraphResponse | Error) {
  const sent: (SubgraphRequest & { readonly to: SubgraphName; readonly signal: unknown })[] = [];
  const transport =
    (to: SubgraphName): SubgraphTransport =>
    (request, signal) => {
      sent.push({ ...request, to, signal });
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
    };
  const dispatch = createDispatch({ transports: eachSubgraph(transport), keys, clock: () => NOW });
  return { sent, dispatch };
}

const OK = { status: 200, body: '{"data":{"a":1}}' };
const REQUEST = outgoingRequest('{ a }', { v: 1 });

describe('a dispatcher', () => {
  it('sends an operation with its context, signed for the subgraph it is for', async () => {
    const { sent, dispatch } = dispatching(OK);
    const { signal } = new AbortController();
    expect(await dispatch('records', REQUEST, CONTEXT, signal)).toEqual({ data: { a: 1 } });
    const [request] = sent;
    expect(request).toMatchObject({ to: 'records', method: 'POST', signal });
    const { method = '', path = '', body = '', headers = {} } = request ?? {};
    expect(JSON.parse(body)).toEqual({
      query: '{ a }',
      variables: { v: 1 },
      extensions: { causeway: CONTEXT },
    });
    const verify = (name: SubgraphName) => {
      const signed = { method, path, subgraph: name, body };
      verifyRequest(signed, headers[CONTEXT_HEADER], [keys[name]], NOW, new ReplayGuard());
    };
    expect(() => {
      verify('records');
    }).not.toThrow();
    expect(() => {
      verify('patients');
    }).toThrow(SignedContextError);
  });

  it.each<readonly [string, SubgraphResponse | Error, string]>([
    ['a status', { status: 500, body: '{"data":{}}' }, 'status 500'],
    ['no JSON', { status: 200, body: '<html>' }, 'text that is no JSON'],
    ['nothing', { status: 200, body: '' }, 'text that is no JSON'],
    ['null', { status: 200, body: 'null' }, 'JSON that is no answer'],
    ['a list', { status: 200, body: '[]' }, 'JSON that is no answer'],
    ['a text', { status: 200, body: '"data"' }, 'JSON that is no answer'],
  ])('does not take %s for an answer', async (_name, answer, problem) => {
    const { dispatch } = dispatching(answer);
    await expect(dispatch('records', REQUEST, CONTEXT)).rejects.toThrow(
      new SubgraphUnavailableError('records', problem),
    );
  });

  it('passes on why nothing came', async () => {
    const { dispatch } = dispatching(new Error('down'));
    await expect(dispatch('records', REQUEST, CONTEXT)).rejects.toThrow('down');
  });

  it('sends nothing to a subgraph that it does not know', async () => {
    const { sent, dispatch } = dispatching(OK);
    await expect(dispatch('elsewhere', REQUEST, CONTEXT)).rejects.toThrow(SubgraphUnavailableError);
    await expect(dispatch('constructor', REQUEST, CONTEXT)).rejects.toThrow(
      SubgraphUnavailableError,
    );
    expect(sent).toEqual([]);
  });
});

describe('a dispatcher whose exchanges are shared', () => {
  const EMPTY = { status: 200, body: '[{"data":{}},{"data":{"a":1}}]' };

  function sharing(fail: (times: number) => Error | null = () => null) {
    const sent: SubgraphRequest[] = [];
    const sizes: unknown[] = [];
    const transport = (): SubgraphTransport => (request) => {
      sent.push(request);
      const error = fail(sent.length);
      if (error !== null) return Promise.reject(error);
      return Promise.resolve(request.body.startsWith('[') ? EMPTY : OK);
    };
    const dispatch = createDispatch({
      transports: eachSubgraph(transport),
      keys,
      clock: () => NOW,
      exchanges: 'shared',
      metrics: { ...NO_METRICS, batchSent: (...batch) => sizes.push(batch) },
    });
    return { sent, sizes, dispatch };
  }

  const OTHER: FetchContext = { ...CONTEXT, wait: 7 };

  it('sends fetches of one turn under one signature, each under its own context', async () => {
    const { sent, sizes, dispatch } = sharing();
    const answers = [
      dispatch('records', REQUEST, CONTEXT),
      dispatch('records', outgoingRequest('{ b }', {}), OTHER),
    ];
    expect(await Promise.all(answers)).toEqual([{ data: {} }, { data: { a: 1 } }]);
    expect(sent).toHaveLength(1);
    const { method = '', path = '', body = '', headers = {} } = sent[0] ?? {};
    expect(JSON.parse(body)).toEqual([
      { query: '{ a }', variables: { v: 1 }, extensions: { causeway: CONTEXT } },
      { query: '{ b }', variables: {}, extensions: { causeway: OTHER } },
    ]);
    const signed = { method, path, subgraph: 'records', body };
    const token = headers[CONTEXT_HEADER];
    expect(() =>
      verifyRequest(signed, token, [keys.records], NOW, new ReplayGuard()),
    ).not.toThrow();
    const cut = { ...signed, body: JSON.stringify((JSON.parse(body) as unknown[]).slice(1)) };
    expect(() => verifyRequest(cut, token, [keys.records], NOW, new ReplayGuard())).toThrow(
      SignedContextError,
    );
    expect(sizes).toEqual([['fetches', 2]]);
  });

  it('sends one fetch as ever, byte for byte', async () => {
    const { sent, dispatch } = sharing();
    const single = dispatching(OK);
    await dispatch('records', REQUEST, CONTEXT);
    await single.dispatch('records', REQUEST, CONTEXT);
    expect(sent.map(({ body }) => body)).toEqual(single.sent.map(({ body }) => body));
  });

  it.each<readonly [string, string, Partial<FetchContext>]>([
    ['what may change something', 'mutation { a }', {}],
    ['facts', '{ a }', { use: 'facts' }],
    ['what it asks on its own behalf', '{ a }', { use: 'relay' }],
  ])('sends %s alone, and at once', async (_what, query, stated) => {
    const { sent, dispatch } = sharing();
    const alone = outgoingRequest(query, {});
    const answers = [
      dispatch('records', REQUEST, CONTEXT),
      dispatch('records', alone, { ...CONTEXT, ...stated }),
      dispatch('records', alone, { ...CONTEXT, ...stated }),
    ];
    expect(sent).toHaveLength(2);
    await Promise.all(answers);
    expect(sent.map(({ body }) => body.startsWith('['))).toEqual([false, false, false]);
  });

  it('shares no exchange between subgraphs', async () => {
    const { sent, dispatch } = sharing();
    await Promise.all([
      dispatch('records', REQUEST, CONTEXT),
      dispatch('patients', REQUEST, CONTEXT),
    ]);
    expect(sent.map(({ body }) => body.startsWith('['))).toEqual([false, false]);
  });

  it('sends once more what never reached the subgraph, signed anew, and no third time', async () => {
    const down = new TransportError('records', 'unreachable');
    const { sent, dispatch } = sharing((times) => (times === 1 ? down : null));
    const answers = [dispatch('records', REQUEST, CONTEXT), dispatch('records', REQUEST, CONTEXT)];
    for (const answer of await Promise.all(answers)) expect(answer).toHaveProperty('data');
    expect(new Set(sent.map(({ headers }) => headers[CONTEXT_HEADER])).size).toBe(sent.length);
    const gone = sharing(() => down);
    const failed = await Promise.allSettled([
      gone.dispatch('records', REQUEST, CONTEXT),
      gone.dispatch('records', REQUEST, CONTEXT),
    ]);
    expect(failed.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(gone.sent.length).toBeLessThanOrEqual(3);
  });
});
