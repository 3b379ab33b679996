import { without } from '@causeway/kit';
import type { AuditEventRow } from '../tables.js';
import { EMPTY_CHAIN, hashOf } from './chain.js';
import type { ChainEnd } from './chain.js';

/** What is wrong with the first place of a chain at which it does not hold. */
export type Break =
  /** An event that was here is gone. */
  | 'REMOVED'
  /** What the event says is not what was recorded. */
  | 'CHANGED'
  /** The event is as it was recorded, and belongs elsewhere. */
  | 'REORDERED'
  /** The event was put there past the trail. */
  | 'ADDED';

/** A chain that does not hold, and where first. */
export interface BrokenChain {
  readonly state: 'BROKEN';
  readonly problem: Break;
  /** The place in the chain, from 1. */
  readonly sequence: number;
  /** The AuditEvent id found there; null where nothing is. */
  readonly event: string | null;
}

/** Whether a chain holds. */
export type ChainState = { readonly state: 'INTACT'; readonly events: number } | BrokenChain;

/** Verifies a patient's chain: its events in their order, against the end that was recorded with the last of them. */
export function verifyChain(
  events: readonly AuditEventRow[],
  head: ChainEnd = EMPTY_CHAIN,
): ChainState {
  const hashes = new Set(events.map((event) => event.hash));
  let before: AuditEventRow | null = null;
  for (const event of events) {
    const place = (before?.sequence ?? 0) + 1;
    const { hash, previousHash } = event;
    const entry = without(event, 'sequence', 'previousHash', 'hash');
    if (event.sequence !== place) return broken('REMOVED', place, null);
    if (place > head.sequence) return broken('ADDED', place, event.id);
    if (hash !== hashOf(entry, previousHash)) return broken('CHANGED', place, event.id);
    if (previousHash !== (before ?? EMPTY_CHAIN).hash) {
      const isElsewhere = hashes.has(previousHash) || previousHash === EMPTY_CHAIN.hash;
      if (isElsewhere) return broken('REORDERED', place, event.id);
      // The event that this one follows is nowhere: replaced where none is missing, removed otherwise.
      return before !== null && events.length === head.sequence
        ? broken('CHANGED', before.sequence, before.id)
        : broken('REMOVED', place, null);
    }
    before = event;
  }
  const end = before ?? EMPTY_CHAIN;
  if (head.sequence > end.sequence) return broken('REMOVED', end.sequence + 1, null);
  if (head.hash !== end.hash) return broken('CHANGED', end.sequence, before?.id ?? null);
  return { state: 'INTACT', events: events.length };
}

function broken(problem: Break, sequence: number, event: string | null): BrokenChain {
  return { state: 'BROKEN', problem, sequence, event };
}
