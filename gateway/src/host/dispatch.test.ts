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
import { SubgraphUnavailableError, createDispatch } from './dispatch.js';
import type { SubgraphTransport } from './dispatch.js';

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
