import { setImmediate as tick, setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { BatchTurns } from './batch-turns.js';

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
      if (waiting.length === 1) turns.take(send);
    },
    answer: async (): Promise<void> => {
      answers.shift()?.();
      await tick();
      await tick();
    },
  };
}

describe('a batch', () => {
  it('goes at the end of the tick where none is under way', async () => {
    const { sent, ask } = gathering();
    ask('a');
    ask('b');
    expect(sent).toEqual([]);
    await tick();
    expect(sent).toEqual([['a', 'b']]);
  });

  it('waits for the one before it, and takes along what is asked for meanwhile', async () => {
    const { sent, ask, answer } = gathering(60_000);
    ask('a');
    await tick();
    ask('b');
    await tick();
    ask('c');
    await tick();
    expect(sent).toEqual([['a']]);
    await answer();
    expect(sent).toEqual([['a'], ['b', 'c']]);
    await answer();
    ask('d');
    await tick();
    expect(sent).toEqual([['a'], ['b', 'c'], ['d']]);
  });

  it('does not wait for one that takes long', async () => {
    const { sent, ask } = gathering(10);
    ask('a');
    await tick();
    ask('b');
    await pause(50);
    expect(sent).toEqual([['a'], ['b']]);
  });

  it('goes after one that failed', async () => {
    const turns = new BatchTurns(60_000);
    const sent: string[] = [];
    turns.take(() => {
      sent.push('a');
      return Promise.reject(new Error('down'));
    });
    await tick();
    turns.take(() => {
      sent.push('b');
      return Promise.resolve();
    });
    await tick();
    await tick();
    expect(sent).toEqual(['a', 'b']);
  });
});
