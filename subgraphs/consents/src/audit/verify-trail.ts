import type { AuditAnchorRow } from '../tables.js';
import { verifyAnchors } from './verify-anchors.js';
import type { Anchors, BrokenAnchor, NotedAnchor } from './verify-anchors.js';
import { verifyChain } from './verify-chain.js';
import type { BrokenChain, Chain } from './verify-chain.js';

/** The whole trail, read as it is verified. */
export interface Trail extends Anchors {
  /** Everybody of whom anything is kept, in one order. */
  readonly patients: Iterable<string>;
  chainOf(patient: string): Chain;
}

/** Whether the whole trail holds, and the first thing that does not. */
export type TrailState =
  | {
      readonly state: 'INTACT';
      readonly patients: number;
      readonly events: number;
      /** To be noted elsewhere: what was recorded before it cannot be rewritten unseen by who notes it. */
      readonly newest: AuditAnchorRow | null;
    }
  | { readonly state: 'BROKEN_ANCHOR'; readonly anchor: BrokenAnchor }
  | { readonly state: 'BROKEN_CHAIN'; readonly patient: string; readonly chain: BrokenChain };

/** How to verify beside the trail. */
export interface VerifyOptions {
  /** An anchor that was noted outside the database; null for none. */
  readonly noted: NotedAnchor | null;
  /** Told now and then of how many events have been verified. */
  readonly onProgress: (events: number) => void;
}

/** Verifies the anchors, and then each patient's chain, against itself and against what the anchors bind. */
export function verifyTrail(trail: Trail, { noted, onProgress }: VerifyOptions): TrailState {
  const anchors = verifyAnchors(trail, noted);
  if (anchors.state === 'BROKEN') return { state: 'BROKEN_ANCHOR', anchor: anchors };
  let [patients, events] = [0, 0];
  for (const patient of trail.patients) {
    const chain = verifyChain(trail.chainOf(patient));
    if (chain.state === 'BROKEN') return { state: 'BROKEN_CHAIN', patient, chain };
    patients += 1;
    events += chain.events;
    onProgress(events);
  }
  return { state: 'INTACT', patients, events, newest: anchors.newest };
}
