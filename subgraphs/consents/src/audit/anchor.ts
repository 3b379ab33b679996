/**
 * Anchors across all chains. Each binds the ends of the chains that grew since the anchor before, and that anchor
 * itself, so that it binds the end of every chain as it was, at a cost that grows with what changed. A chain that is
 * rewritten to its end, its head with it, no longer leads to the ends that were anchored. Who rewrites the anchors too
 * is found out only by an anchor that was noted elsewhere.
 */
import { createHash } from 'node:crypto';
import { canonicalJson } from '@causeway/kit';
import type { AnchoredEndRow, AuditAnchorRow } from '../tables.js';

/** What an anchor says, without its hash. */
export type AnchorEntry = Omit<AuditAnchorRow, 'hash'>;

/** What the first anchor follows. */
export const NO_ANCHOR: Pick<AuditAnchorRow, 'sequence' | 'chains' | 'events' | 'hash'> = {
  sequence: 0,
  chains: 0,
  events: 0,
  hash: '0'.repeat(64),
};

/** The hash over the ends that an anchor binds, in the order of their patients. */
export function rootOf(ends: Iterable<Omit<AnchoredEndRow, 'anchor'>>): string {
  const root = createHash('sha256');
  for (const { patient, sequence, hash } of ends) {
    root.update(`${canonicalJson([patient, sequence, hash])}\n`);
  }
  return root.digest('hex');
}

/** The hash an anchor should carry, by everything it says and the anchor before it. */
export function hashOfAnchor(anchor: AnchorEntry): string {
  const { sequence, anchoredAt, chains, events, root, previousHash } = anchor;
  return createHash('sha256')
    .update(canonicalJson({ sequence, anchoredAt, chains, events, root, previousHash }))
    .digest('hex');
}
