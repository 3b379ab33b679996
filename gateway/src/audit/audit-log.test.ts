import { describe, expect, it } from '@jest/globals';
import type { AccessEvent } from '@causeway/schema';
import { AuditLog, AuditUnavailableError } from './audit-log.js';
import type { RecordAccess } from './audit-log.js';

const event = (id: string) => ({ id }) as AccessEvent;

/** A log whose calls are on record; the answer of each is as told. */
function logging(answer: (events: readonly AccessEvent[]) => unknown) {
  const calls: string[] = [];
  const record: RecordAccess = (events) => {
    calls.push(events.map(({ id }) => id).join(' '));
    return Promise.resolve().then(() => answer(events));
  };
  return { calls, log: new AuditLog(record) };
}

describe('the audit log', () => {
  it('records the events of one tick in one call, and is done once they are on record', async () => {
    const { calls, log } = logging(({ length }) => length);
    await Promise.all([log.record([event('a'), event('b')]), log.record([event('c')])]);
    expect(calls).toEqual(['a b c']);
    await log.record([event('a')]);
    expect(calls).toEqual(['a b c', 'a']);
  });

  it('makes no call for no events', async () => {
    const { calls, log } = logging(({ length }) => length);
    await log.record([]);
    expect(calls).toEqual([]);
  });

  it.each<readonly [string, (events: readonly AccessEvent[]) => unknown]>([
    ['records fewer', ({ length }) => length - 1],
    ['records more', ({ length }) => length + 1],
    ['answers anything else', () => 'yes'],
    ['answers nothing', () => undefined],
    ['fails', () => Promise.reject(new Error('down'))],
  ])('that %s is unavailable', async (_name, answer) => {
    await expect(logging(answer).log.record([event('a')])).rejects.toThrow(AuditUnavailableError);
  });

  it('says why it is unavailable', async () => {
    const cause = new Error('down');
    const { log } = logging(() => Promise.reject(cause));
    await expect(log.record([event('a')])).rejects.toMatchObject({ cause });
  });

  it('does not try an event again that was alone: a log that is locked must not be waited for twice', async () => {
    const { calls, log } = logging(() => Promise.reject(new Error('locked')));
    await expect(log.record([event('a')])).rejects.toThrow(AuditUnavailableError);
    expect(calls).toEqual(['a']);
  });

  it('does not let one event that cannot be taken cost the others of its tick', async () => {
    const { log } = logging((events) => {
      if (events.some(({ id }) => id === 'bad')) throw new Error('refused');
      return events.length;
    });
    const [good, bad] = await Promise.allSettled([
      log.record([event('good')]),
      log.record([event('bad')]),
    ]);
    expect([good.status, bad.status]).toEqual(['fulfilled', 'rejected']);
  });
});
