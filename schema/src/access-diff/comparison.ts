import type { AudienceName } from '../audiences.js';
import { freshApprovals, unapprovedWidenings } from './approvals.js';
import type { Approval } from './approvals.js';
import { compareAccess } from './compare-access.js';
import type { AccessChange, AccessVersion } from './compare-access.js';
import { OperationUses } from '../consumers/touched.js';
import type { TouchedOperation } from '../consumers/touched.js';
import type { Consumer } from '../consumers/registry.js';
import { shapeChanges, unannouncedBreaks } from './shape-changes.js';
import type { ShapeChange } from './shape-changes.js';

/** One version of a graph, with all that a comparison reads of it. */
export interface GraphVersion extends AccessVersion {
  readonly approvals: readonly Approval[];
  /** The text of its CHANGELOG.md; empty without one. */
  readonly changelog: string;
  /** The teams that have registered operations with it. */
  readonly consumers: readonly Consumer[];
}

/** What changed between two versions of a graph, and what of it nobody has announced or approved. */
export interface Comparison {
  readonly shape: readonly ShapeChange[];
  readonly access: readonly AccessChange[];
  readonly unannounced: readonly ShapeChange[];
  readonly unapproved: readonly AccessChange[];
  /** The registered operations that use what was changed: those of the version after. */
  readonly touched: readonly TouchedOperation[];
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
    touched: touchedOperations(before, after, { shape, access }),
  };
}

/** Those of the touched operations that a change at a coordinate is told with: for an audience, its own alone. */
export function touchedAt(
  { touched }: Comparison,
  coordinate: string,
  audience?: AudienceName,
): readonly TouchedOperation[] {
  return touched.filter(
    (one) => one.coordinate === coordinate && (audience === undefined || one.audience === audience),
  );
}

/** What is only new, or equal to an audience, touches nobody. */
function touchedOperations(
  before: GraphVersion,
  after: GraphVersion,
  { shape, access }: Pick<Comparison, 'shape' | 'access'>,
): readonly TouchedOperation[] {
  const uses = new OperationUses(after.consumers, [before.graph.api, after.graph.api]);
  const changed = new Set([
    ...shape.filter(({ criticality }) => criticality !== 'SAFE').map(at),
    ...access.filter(({ verdict, within }) => verdict !== 'EQUAL' && within === null).map(at),
  ]);
  return [...changed].flatMap((coordinate) => uses.touchedBy(coordinate));
}

const at = ({ coordinate }: { readonly coordinate: string }): string => coordinate;

/** Whether nothing is left to announce or approve. */
export function isAgreed({ unannounced, unapproved }: Comparison): boolean {
  return unannounced.length === 0 && unapproved.length === 0;
}
