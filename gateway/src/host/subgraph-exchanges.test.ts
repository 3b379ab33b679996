import { setImmediate as turn } from 'node:timers/promises';
import { REQUESTS_PER_EXCHANGE } from '@causeway/schema';
import type { SubgraphResponse } from '@causeway/schema';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { SubgraphExchanges } from './subgraph-exchanges.js';
import { TransportError } from './transport-error.js';
import type { TransportFailure } from './transport-error.js';

/** An exchange under way. */
interface Carried {
  readonly body: string;
  readonly signal: AbortSignal | undefined;
  /** Ends it with a body. */
  readonly answer: (body: unknown, status?: number) => void;
  readonly fail: (failure: TransportFailure) => void;
}

let carried: Carried[];
let sizes: number[];
let exchanges: SubgraphExchanges;

beforeEach(() => {
  carried = [];
  sizes = [];
  exchanges = new SubgraphExchanges({
    subgraph: 'records',
    carry: (body, signal) =>
      new Promise<SubgraphResponse>((resolve, reject) => {
        carried.push({
          body,
          signal,
          answer: (value, status = 200) => resolve({ status, body: JSON.stringify(value) }),
          fail: (failure) => reject(new TransportError('records', failure)),
        });
      }),
    onSent: (requests) => sizes.push(requests),
  });
});

const request = (id: number): string => `{"query":"{ a${id} }"}`;
const answerTo = (id: number): object => ({ data: { id } });

/** Sends so many in this turn; what comes of each. */
async function sendMany(count: number, signals: readonly AbortSignal[] = []) {
  const sent = Array.from({ length: count }, (_, id) =>
    exchanges.sendTogether(request(id), signals[id]).catch((error: unknown) => error),
  );
  await turn();
  return { sent };
}

const first = (): Carried => {
  const [one] = carried;
  if (one === undefined) throw new Error('Expected an exchange');
  return one;
};

describe('requests that fall due in one turn', () => {
  it('go in one exchange, and each gets its own answer', async () => {
    const { sent } = await sendMany(3);
    expect(carried.map(({ body }) => body)).toEqual([`[${[0, 1, 2].map(request).join()}]`]);
    first().answer([0, 1, 2].map(answerTo));
    expect(await Promise.all(sent)).toEqual([0, 1, 2].map(answerTo));
    expect(sizes).toEqual([3]);
  });

  it('wait for nothing that is under way', async () => {
    await sendMany(2);
    const { sent: later } = await sendMany(2);
    expect(carried).toHaveLength(2);
    carried[1]?.answer([0, 1].map(answerTo));
    expect(await Promise.all(later)).toEqual([0, 1].map(answerTo));
  });

  it('are no more than a bound in one exchange', async () => {
    await sendMany(2 * REQUESTS_PER_EXCHANGE + 1);
    expect(sizes).toEqual([REQUESTS_PER_EXCHANGE, REQUESTS_PER_EXCHANGE, 1]);
    expect(carried.map(({ body }) => body.startsWith('['))).toEqual([true, true, false]);
  });

  it('go as before where there is only one: its body and its signal', async () => {
    const { signal } = new AbortController();
    const {
      sent: [sent],
    } = await sendMany(1, [signal]);
    expect(first()).toMatchObject({ body: request(0), signal });
    first().answer(answerTo(0));
    expect(await sent).toEqual(answerTo(0));
  });

  it('leave out what is long, which goes at once', async () => {
    void exchanges.sendTogether('x'.repeat(8 * 2 ** 10));
    expect(carried).toEqual([]);
    void exchanges.sendTogether('x'.repeat(8 * 2 ** 10 + 1));
    expect(carried).toHaveLength(1);
    await turn();
    expect(carried.map(({ body }) => body.length)).toEqual([8 * 2 ** 10 + 1, 8 * 2 ** 10]);
  });
});

describe('a request that is given up', () => {
  const givingUp = () => Array.from({ length: 3 }, () => new AbortController());

  it('ends at once, and no other with it', async () => {
    const ends = givingUp();
    const { sent } = await sendMany(
      3,
      ends.map(({ signal }) => signal),
    );
    ends[1]?.abort();
    expect(await sent[1]).toMatchObject({ failure: 'cancelled' });
    expect(first().signal?.aborted).toBe(false);
    first().answer([0, 1, 2].map(answerTo));
    expect(await Promise.all([sent[0], sent[2]])).toEqual([0, 2].map(answerTo));
  });

  it('ends the exchange where it is the last', async () => {
    const ends = givingUp();
    const { sent } = await sendMany(
      3,
      ends.map(({ signal }) => signal),
    );
    for (const end of ends) end.abort();
    expect(first().signal?.aborted).toBe(true);
    expect(await Promise.all(sent)).toMatchObject(ends.map(() => ({ failure: 'cancelled' })));
  });

  it('is not sent where it has not been yet', async () => {
    const ends = givingUp();
    const sending = sendMany(
      3,
      ends.map(({ signal }) => signal),
    );
    ends[0]?.abort();
    const { sent } = await sending;
    expect(await sent[0]).toMatchObject({ failure: 'cancelled' });
    expect(first().body).toBe(`[${[1, 2].map(request).join()}]`);
  });

  it('leaves an exchange to those who never give up', async () => {
    const end = new AbortController();
    const { sent } = await sendMany(2, [end.signal]);
    end.abort();
    expect(first().signal?.aborted).toBe(false);
    first().answer([0, 1].map(answerTo));
    expect(await sent[1]).toEqual(answerTo(1));
  });
});

describe('an answer to three requests', () => {
  const failed = (problem: string) => ({ message: expect.stringContaining(problem) as unknown });

  it.each<readonly [string, unknown, number, string]>([
    ['one answer', answerTo(0), 200, 'JSON that is no list'],
    ['nothing', null, 200, 'JSON that is no list'],
    ['a list that says how long it is', { length: 3 }, 200, 'JSON that is no list'],
    ['too few', [answerTo(0), answerTo(1)], 200, '2 answers to 3 requests'],
    ['too many', [0, 1, 2, 3].map(answerTo), 200, '4 answers to 3 requests'],
    ['none', [], 200, '0 answers to 3 requests'],
    ['another status', [0, 1, 2].map(answerTo), 500, 'status 500'],
  ])('is none for any of them where it is %s', async (_what, body, status, problem) => {
    const { sent } = await sendMany(3);
    first().answer(body, status);
    expect(await Promise.all(sent)).toMatchObject(sent.map(() => failed(problem)));
    expect(carried).toHaveLength(1);
  });

  it.each([[null], ['data'], [4711], [[answerTo(1)]]])(
    'is none for the one in whose place it has %j',
    async (value) => {
      const { sent } = await sendMany(3);
      first().answer([answerTo(0), value, answerTo(2)]);
      expect(await Promise.all(sent)).toMatchObject([
        answerTo(0),
        failed('JSON that is no answer'),
        answerTo(2),
      ]);
    },
  );

  it.each<TransportFailure>(['too large', 'too deep'])(
    'is asked for one by one where it is %s',
    async (failure) => {
      const { sent } = await sendMany(3);
      first().fail(failure);
      await turn();
      expect(carried.slice(1).map(({ body }) => body)).toEqual([0, 1, 2].map(request));
      carried.slice(1).forEach(({ answer, fail }, id) => {
        if (id === 1) fail(failure);
        else answer(answerTo(id));
      });
      expect(await Promise.all(sent)).toMatchObject([answerTo(0), { failure }, answerTo(2)]);
      expect(carried).toHaveLength(4);
    },
  );

  it.each<TransportFailure>(['unreachable', 'broken', 'overloaded', 'timeout', 'encoded'])(
    'is none for any of them where it is %s',
    async (failure) => {
      const { sent } = await sendMany(3);
      first().fail(failure);
      expect(await Promise.all(sent)).toMatchObject(sent.map(() => ({ failure })));
      expect(carried).toHaveLength(1);
    },
  );
});
