import { setTimeout } from 'node:timers/promises';
import { afterEach, describe, expect, it } from '@jest/globals';
import { Periodic } from './periodic.js';

const LONG = 60_000;

let periodic: Periodic | undefined;

afterEach(() => periodic?.close());

/** Something periodic that counts its runs. */
function counting(pause: number, task: () => Promise<void> = () => Promise.resolve()) {
  const errors: unknown[] = [];
  const counted = { runs: 0, errors };
  periodic = new Periodic({
    task: () => {
      counted.runs += 1;
      return task();
    },
    pause,
    onError: (error) => errors.push(error),
  });
  return { periodic, counted };
}

describe('what is done again and again', () => {
  it('begins at once, and goes on after each pause', async () => {
    const { periodic, counted } = counting(5);
    periodic.start();
    expect(counted.runs).toBe(1);
    while (counted.runs < 3) await setTimeout(1);
  });

  it('does not wait for its pause to end when it is woken', async () => {
    const { periodic, counted } = counting(LONG);
    periodic.start();
    await setTimeout(1);
    periodic.wake();
    await setTimeout(1);
    expect(counted.runs).toBe(2);
  });

  it('is done once more where it is woken while it is under way', async () => {
    const gate = Promise.withResolvers<undefined>();
    const { periodic, counted } = counting(LONG, () => gate.promise);
    periodic.start();
    periodic.wake();
    periodic.wake();
    gate.resolve(undefined);
    await setTimeout(1);
    expect(counted.runs).toBe(2);
  });

  it('goes on after a failure, which is reported', async () => {
    const { periodic, counted } = counting(1, () => Promise.reject(new Error('down')));
    periodic.start();
    while (counted.runs < 3) await setTimeout(1);
    expect(counted.errors[0]).toEqual(new Error('down'));
  });

  it('comes to its end before it is closed, and is not done after', async () => {
    let isDone = false;
    const { periodic, counted } = counting(1, async () => {
      await setTimeout(5);
      isDone = true;
    });
    periodic.start();
    await periodic.close();
    expect(isDone).toBe(true);
    await setTimeout(5);
    expect(counted.runs).toBe(1);
  });

  it('can be closed before it has begun', async () => {
    await counting(LONG).periodic.close();
  });
});
