import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, it } from '@jest/globals';
import { createHandler, serveSubgraph } from '@causeway/kit';
import type { RunningServer } from '@causeway/kit';
import { TEST_KEY } from '@causeway/kit/testing';
import { buildSchema } from 'graphql';
import { outgoingRequest } from '../../gateway/src/execution/index.js';
import { createDispatch } from '../../gateway/src/host/dispatch.js';
import { httpTransport } from '../../gateway/src/host/http-transport.js';
import { TransportError } from '../../gateway/src/host/transport-error.js';
import { eachSubgraph } from '../../start/src/each-subgraph.js';

const schema = buildSchema('type Query { read: Int } type Mutation { change(id: Int!): Int }');

const ended: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const end of ended.splice(0).reverse()) await end();
});

/** A subgraph that can be started anew at the same port, and a gateway's dispatcher to it over sockets. */
async function restartable() {
  const changes: number[] = [];
  const change = schema.getMutationType()?.getFields()['change'];
  if (change !== undefined) change.resolve = (_source, { id }) => changes.push(id as number);
  const serve = (port: number): Promise<RunningServer> => {
    const handle = createHandler(
      { name: 'records', sdl: '', schema },
      { keys: [TEST_KEY], clock: Date.now, createContext: () => ({}) },
    );
    // Work that takes a moment, so that a restart finds some under way.
    return serveSubgraph({
      handle: async (request, signal) => {
        await pause(2);
        return handle(request, signal);
      },
      port,
      // Long enough for what is on its way, on a busy machine too.
      limits: { linger: 1_000 },
    });
  };
  const first = await serve(0);
  let current = first;
  const url = new URL(first.url);
  const transport = httpTransport({ subgraph: 'records', url, connections: 8 });
  const dispatch = createDispatch({
    transports: eachSubgraph(() => (request, signal) => transport.send(request, signal)),
    keys: eachSubgraph(() => TEST_KEY),
    clock: Date.now,
    exchanges: 'shared',
  });
  ended.push(
    () => current.close(),
    () => transport.close(),
  );
  return {
    changes,
    ask: (query: string, variables = {}) =>
      dispatch(
        'records',
        outgoingRequest(query, variables),
        { use: 'data', caller: null, permits: [], now: Date.now(), wait: 5_000 },
        AbortSignal.timeout(5_000),
      ),
    /** Ends it and starts it anew; it is not there for so long (ms). */
    restart: async (gap: number): Promise<void> => {
      const closed = current.close();
      await pause(gap);
      current = await serve(first.port);
      await closed;
    },
  };
}

type Restartable = Awaited<ReturnType<typeof restartable>>;

/** Eight clients that ask one after the other, while the subgraph is started anew thrice; what each question came to. */
async function underLoad(
  { restart }: Restartable,
  ask: () => Promise<unknown>,
): Promise<readonly string[]> {
  const outcomes: string[] = [];
  let isOver = false;
  const client = async (): Promise<void> => {
    while (!isOver) {
      const asking = ask().then(
        () => 'answered',
        (error: unknown) => (error instanceof TransportError ? error.failure : String(error)),
      );
      outcomes.push(await asking);
    }
  };
  const afterMore = async (count: number): Promise<void> => {
    const enough = outcomes.length + count;
    while (outcomes.length < enough) await pause(5);
  };
  const clients = Array.from({ length: 8 }, client);
  for (const gap of [0, 10, 30]) {
    await afterMore(40);
    await restart(gap);
    // What found nobody and came again is answered before the next time: it comes no third time.
    await pause(300);
  }
  await afterMore(40);
  isOver = true;
  await Promise.all(clients);
  return outcomes;
}

describe('a subgraph that is started anew under load', () => {
  it('fails no read', async () => {
    const subgraph = await restartable();
    const outcomes = await underLoad(subgraph, () => subgraph.ask('{ read }'));
    expect(outcomes.filter((outcome) => outcome !== 'answered')).toEqual([]);
  });

  it('makes a change once, or the change fails with a code', async () => {
    const subgraph = await restartable();
    let id = 0;
    const answered: number[] = [];
    const outcomes = await underLoad(subgraph, async () => {
      const own = (id += 1);
      await subgraph.ask('mutation ($id: Int!) { change(id: $id) }', { id: own });
      answered.push(own);
    });
    expect(new Set(subgraph.changes).size).toBe(subgraph.changes.length);
    expect(subgraph.changes).toEqual(expect.arrayContaining(answered));
    expect(answered.length).toBeGreaterThan(50);
    for (const outcome of new Set(outcomes))
      expect(['answered', 'unreachable', 'broken']).toContain(outcome);
  });
});
