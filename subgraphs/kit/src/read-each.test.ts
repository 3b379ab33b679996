import { describe, expect, it } from '@jest/globals';
import { UnreadableKeyError, readEach } from './read-each.js';

/** Reads numbers, as long as they are neither of those that are damaged nor of those that are locked. */
function reading({ damaged = [] as number[], locked = [] as number[] }) {
  const readings: (readonly number[])[] = [];
  const read = (keys: readonly number[]): readonly string[] => {
    readings.push(keys);
    if (keys.some((key) => damaged.includes(key))) throw new SyntaxError('damaged');
    if (keys.some((key) => locked.includes(key)))
      throw Object.assign(new Error('database is locked'), { code: 'SQLITE_BUSY_SNAPSHOT' });
    return keys.map(String);
  };
  return { readings, read };
}

describe('readEach', () => {
  it('reads all keys at once', () => {
    const { readings, read } = reading({});
    expect(readEach([1, 2, 1], read)).toEqual(['1', '2', '1']);
    expect(readings).toEqual([[1, 2, 1]]);
  });

  it('lets what fails one key fail that one alone', () => {
    const { read } = reading({ damaged: [2] });
    const [one, two, three] = readEach([1, 2, 3], read);
    expect([one, three]).toEqual(['1', '3']);
    expect(two).toBeInstanceOf(UnreadableKeyError);
    expect(two).toMatchObject({ cause: new SyntaxError('damaged') });
  });

  it.each([
    ['one key', [2]],
    ['each of several', [2, 4]],
  ])('fails with what fails %s', (_what, keys) => {
    expect(() => readEach(keys, reading({ damaged: [2, 4] }).read)).toThrow(SyntaxError);
  });

  it.each([
    ['once', { locked: [2] }, 1],
    ['once more, however many keys are left', { damaged: [1], locked: [2] }, 3],
  ])('waits for a locked database %s', (_what, wrong, count) => {
    const { readings, read } = reading(wrong);
    expect(() => readEach([1, 2, 3], read)).toThrow(/damaged|locked/);
    expect(readings).toHaveLength(count);
  });
});
