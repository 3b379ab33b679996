import { without } from '@causeway/kit';
import type { AnchoredEndRow, AuditEventRow } from '../tables.js';
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
  /**
   * The anchor that bound something else, where the chain holds by itself. What was changed then stands at the place or
   * before it.
   */
  readonly anchor?: number;
}

/** Whether a chain holds. */
export type ChainState = { readonly state: 'INTACT'; readonly events: number } | BrokenChain;

/** A patient's chain, read as it is verified. */
export interface Chain {
  /** The end that was recorded with the last event; undefined for a chain without any. */
  readonly head: ChainEnd | undefined;
  /** In their order. */
  readonly events: Iterable<AuditEventRow>;
  /** The ends that anchors bind, the oldest first. */
  readonly anchored: Iterable<AnchoredEndRow>;
  /** Whether an event of the chain carries a hash, wherever it stands. */
  holds(hash: string): boolean;
  /** How many events there are. */
  length(): number;
  /** The first event that is not kept in the form of one; null where all are. */
  unreadable(): { readonly sequence: number; readonly id: string } | null;
}

/** Verifies a patient's chain: its events in their order, against the end that was recorded, and what anchors bind. */
export function verifyChain(chain: Chain): ChainState {
  try {
    return verifyReadable(chain);
  } catch (error) {
    const event = chain.unreadable();
    if (event === null) throw error;
    return broken('CHANGED', event.sequence, event.id);
  }
}

function verifyReadable(chain: Chain): ChainState {
  const head = chain.head ?? EMPTY_CHAIN;
  const anchored = chain.anchored[Symbol.iterator]();
  let bound = next(anchored);
  let before: AuditEventRow | null = null;
  for (const event of chain.events) {
    const place = (before?.sequence ?? 0) + 1;
    const problem = breakAt(event, before, place, head, chain);
    if (problem !== null) return problem;
    if (bound?.sequence === place) {
      if (bound.hash !== event.hash) {
        return { ...broken('CHANGED', place, event.id), anchor: bound.anchor };
      }
      bound = next(anchored);
    }
    before = event;
  }
  const end = before ?? EMPTY_CHAIN;
  if (head.sequence > end.sequence) return broken('REMOVED', end.sequence + 1, null);
  if (head.hash !== end.hash) return broken('CHANGED', end.sequence, before?.id ?? null);
  if (bound !== null) {
    return { ...broken('REMOVED', end.sequence + 1, null), anchor: bound.anchor };
  }
  return { state: 'INTACT', events: end.sequence };
}

function breakAt(
  event: AuditEventRow,
  before: AuditEventRow | null,
  place: number,
  head: ChainEnd,
  chain: Chain,
): BrokenChain | null {
  const { hash, previousHash } = event;
  const entry = without(event, 'sequence', 'previousHash', 'hash');
  if (event.sequence !== place) return broken('REMOVED', place, null);
  if (place > head.sequence) return broken('ADDED', place, event.id);
  if (hash !== hashOf(entry, previousHash)) return broken('CHANGED', place, event.id);
  if (previousHash === (before ?? EMPTY_CHAIN).hash) return null;
  const isElsewhere = previousHash === EMPTY_CHAIN.hash || chain.holds(previousHash);
  if (isElsewhere) return broken('REORDERED', place, event.id);
  // The event that this one follows is nowhere: replaced where none is missing, removed otherwise.
  return before !== null && chain.length() === head.sequence
    ? broken('CHANGED', before.sequence, before.id)
    : broken('REMOVED', place, null);
}

function next<Value>(values: Iterator<Value>): Value | null {
  const result = values.next();
  return result.done === true ? null : result.value;
}

function broken(problem: Break, sequence: number, event: string | null): BrokenChain {
  return { state: 'BROKEN', problem, sequence, event };
}
