import { setImmediate as tick, setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { BatchTurns } from './batch-turns.js';

/** So many turns that whoever waits for company has gone. */
async function quiet(): Promise<void> {
  await tick();
  await tick();
}

/** Batches whose calls come back when they are told to. */
function gathering(patience?: number) {
  const turns = new BatchTurns(patience);
  const sent: string[][] = [];
  const answers: (() => void)[] = [];
  let waiting: string[] = [];
  const send = (): Promise<void> => {
    sent.push(waiting);
    waiting = [];
    return new Promise((resolve) => answers.push(resolve));
  };
  return {
    sent,
    ask: (what: string): void => {
      waiting.push(what);
      turns.join(send);
    },
    answer: async (): Promise<void> => {
      answers.shift()?.();
      await tick();
      await quiet();
    },
  };
}

describe('a batch', () => {
  it('goes once a turn has brought nobody more where none is under way', async () => {
    const { sent, ask } = gathering();
    ask('a');
    ask('b');
    await tick();
    ask('c');
    await tick();
    expect(sent).toEqual([]);
    await tick();
    expect(sent).toEqual([['a', 'b', 'c']]);
  });

  it('goes after many turns though each has brought somebody', async () => {
    const { sent, ask, answer } = gathering(60_000);
    for (let turn = 1; turn <= 100; turn += 1) {
      ask(String(turn));
      await tick();
    }
    expect(sent.map((batch) => batch.length)).toEqual([17]);
    await answer();
    expect(sent.map((batch) => batch.length)).toEqual([17, 83]);
  });

  it('waits for the one before it, and takes along what is asked for meanwhile', async () => {
    const { sent, ask, answer } = gathering(60_000);
    ask('a');
    await quiet();
    ask('b');
    await quiet();
    ask('c');
    await quiet();
    expect(sent).toEqual([['a']]);
    await answer();
    expect(sent).toEqual([['a'], ['b', 'c']]);
    await answer();
    ask('d');
    await quiet();
    expect(sent).toEqual([['a'], ['b', 'c'], ['d']]);
  });

  it('does not wait for one that takes long', async () => {
    const { sent, ask } = gathering(10);
    ask('a');
    await quiet();
    ask('b');
    await pause(50);
    expect(sent).toEqual([['a'], ['b']]);
  });

  it('that loses its patience as the former comes back takes none of the next along', async () => {
    const turns = new BatchTurns(10);
    const sent: string[] = [];
    const former = Promise.withResolvers<unknown>();
    const never = new Promise<void>(() => undefined);
    const send = (what: string, answer: Promise<unknown>, then?: () => void) => () => {
      sent.push(what);
      then?.();
      return answer;
    };
    let waited = Infinity;
    const joinNext = (): void => {
      const from = performance.now();
      turns.join(() => {
        waited = performance.now() - from;
        return never;
      });
    };
    turns.join(send('a', former.promise));
    await quiet();
    turns.join(send('b', never, joinNext));
    former.resolve(null);
    for (const late = performance.now() + 15; performance.now() < late;);
    await quiet();
    await quiet();
    expect(sent).toEqual(['a', 'b']);
    // On a machine that stood still meanwhile it has gone, having lost its own patience.
    expect(waited).toBeGreaterThan(8);
  });

  it('goes after one that failed', async () => {
    const turns = new BatchTurns(60_000);
    const sent: string[] = [];
    turns.join(() => {
      sent.push('a');
      return Promise.reject(new Error('down'));
    });
    await quiet();
    turns.join(() => {
      sent.push('b');
      return Promise.resolve();
    });
    await quiet();
    expect(sent).toEqual(['a', 'b']);
  });
});
