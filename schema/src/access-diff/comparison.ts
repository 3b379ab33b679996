import { freshApprovals, unapprovedWidenings } from './approvals.js';
import type { Approval } from './approvals.js';
import { compareAccess } from './compare-access.js';
import type { AccessChange, AccessVersion } from './compare-access.js';
import { shapeChanges, unannouncedBreaks } from './shape-changes.js';
import type { ShapeChange } from './shape-changes.js';

/** One version of a graph, with all that a comparison reads of it. */
export interface GraphVersion extends AccessVersion {
  readonly approvals: readonly Approval[];
  /** The text of its CHANGELOG.md; empty without one. */
  readonly changelog: string;
}

/** What changed between two versions of a graph, and what of it nobody has announced or approved. */
export interface Comparison {
  readonly shape: readonly ShapeChange[];
  readonly access: readonly AccessChange[];
  readonly unannounced: readonly ShapeChange[];
  readonly unapproved: readonly AccessChange[];
}

/** Compares two versions of a graph, in its shape and in who gets what. */
export async function compareVersions(
  before: GraphVersion,
  after: GraphVersion,
): Promise<Comparison> {
  const shape = await shapeChanges(before.graph.api, after.graph.api);
  const access = compareAccess(before, after);
  return {
    shape,
    access,
    unannounced: unannouncedBreaks(shape, after.changelog),
    unapproved: unapprovedWidenings(access, freshApprovals(before.approvals, after.approvals)),
  };
}

/** Whether nothing is left to announce or approve. */
export function isAgreed({ unannounced, unapproved }: Comparison): boolean {
  return unannounced.length === 0 && unapproved.length === 0;
}
