import type { AnchoredEndRow, AuditAnchorRow } from '../tables.js';
import { NO_ANCHOR, hashOfAnchor, rootOf } from './anchor.js';

/** An anchor that was noted outside the database. */
export interface NotedAnchor {
  readonly sequence: number;
  readonly hash: string;
}

/** The first anchor that does not hold. */
export interface BrokenAnchor {
  readonly state: 'BROKEN';
  readonly anchor: number;
  /**
   * `REMOVED`: it is gone. `CHANGED`: what it says is not what was recorded. `ENDS_CHANGED`: the ends that it binds are
   * not those that were recorded with it. `REWRITTEN`: it holds by itself, and is not the one that was noted.
   */
  readonly problem: 'REMOVED' | 'CHANGED' | 'ENDS_CHANGED' | 'REWRITTEN';
}

/** Whether the anchors hold. */
export type AnchorsState =
  { readonly state: 'INTACT'; readonly newest: AuditAnchorRow | null } | BrokenAnchor;

/** The anchors, read as they are verified. */
export interface Anchors {
  /** In their order. */
  readonly anchors: Iterable<AuditAnchorRow>;
  /** The ends that an anchor binds, in the order of their patients. */
  endsOf(anchor: number): Iterable<AnchoredEndRow>;
  /** The highest number of an anchor that ends are kept for; 0 for none. */
  newestWithEnds(): number;
}

/** Verifies the anchors among themselves, against the ends they bind, and against one that was noted elsewhere. */
export function verifyAnchors(kept: Anchors, noted: NotedAnchor | null): AnchorsState {
  let before: AuditAnchorRow | null = null;
  for (const anchor of kept.anchors) {
    const place = (before?.sequence ?? 0) + 1;
    if (anchor.sequence !== place) return broken('REMOVED', place);
    if (anchor.hash !== hashOfAnchor(anchor)) return broken('CHANGED', place);
    if (anchor.previousHash !== (before ?? NO_ANCHOR).hash) {
      return broken('CHANGED', Math.max(1, place - 1));
    }
    if (anchor.root !== rootOf(kept.endsOf(place))) return broken('ENDS_CHANGED', place);
    if (noted?.sequence === place && noted.hash !== anchor.hash) return broken('REWRITTEN', place);
    before = anchor;
  }
  const newest = before?.sequence ?? 0;
  const known = Math.max(kept.newestWithEnds(), noted?.sequence ?? 0);
  return known > newest ? broken('REMOVED', newest + 1) : { state: 'INTACT', newest: before };
}

function broken(problem: BrokenAnchor['problem'], anchor: number): BrokenAnchor {
  return { state: 'BROKEN', anchor, problem };
}
