import { describe, expect, it } from '@jest/globals';
import { TicketStore } from './ticket-store.js';

const NOW = Date.parse('2026-11-22T12:00:00+08:00');
const IDLE = 30 * 60_000;

const store = (capacity = 10) => new TicketStore<string>({ idle: IDLE, capacity });

describe('a ticket store', () => {
  it('gives a value to the holder of its ticket, which says nothing of it', () => {
    const kept = store();
    const [one, other] = [kept.keep('one', NOW), kept.keep('other', NOW)];
    expect([kept.find(one, NOW), kept.find(other, NOW)]).toEqual(['one', 'other']);
    expect(one).toMatch(/^[\w-]{43}$/);
    expect(kept.find(`${one}x`, NOW)).toBeUndefined();
  });

  it('keeps a value for as long as it is asked for in time', () => {
    const kept = store();
    const ticket = kept.keep('value', NOW);
    expect(kept.find(ticket, NOW + IDLE - 1)).toBe('value');
    expect(kept.find(ticket, NOW + 2 * IDLE - 2)).toBe('value');
    expect(kept.find(ticket, NOW + 3 * IDLE - 2)).toBeUndefined();
    expect(kept.size).toBe(0);
  });

  it('gives a value once to who takes it', () => {
    const kept = store();
    const ticket = kept.keep('value', NOW);
    expect([kept.take(ticket, NOW), kept.take(ticket, NOW)]).toEqual(['value', undefined]);
  });

  it('makes room by what was not asked for the longest', () => {
    const kept = store(2);
    const [first, second] = [kept.keep('first', NOW), kept.keep('second', NOW)];
    kept.find(first, NOW);
    const third = kept.keep('third', NOW);
    expect([first, second, third].map((ticket) => kept.find(ticket, NOW))).toEqual([
      'first',
      undefined,
      'third',
    ]);
  });
});
