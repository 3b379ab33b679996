/** What a change of the graph does to one kind of caller. */
import { NEVER } from '../access/access.js';
import type { Access } from '../access/access.js';
import { accessOf } from '../access/caller-access.js';
import { gettableBy } from '../access/gettable.js';
import type { Gettable } from '../access/gettable.js';
import type { AccessGraph } from '../access/label-access.js';
import type { AudienceCaller } from '../audiences.js';
import type { AccessRow } from './access-table.js';
import { verdictOf } from './verdict.js';
import type { Verdict } from './verdict.js';

/** One side of a comparison: the graph as one kind of caller meets it. */
export interface CallerView {
  readonly rows: ReadonlyMap<string, AccessRow>;
  /** What the caller could ever get; undefined where there is no such caller. */
  readonly gettable: Gettable | undefined;
  readonly caller: AudienceCaller | undefined;
}

/** What became of the access of one kind of caller to one coordinate. */
export interface CallerChange {
  readonly row: AccessRow;
  readonly verdict: Verdict;
  readonly before: Access;
  readonly after: Access;
  /** The type whose own widening, or arrival, brings this widening along; null where it stands for itself. */
  readonly within: string | null;
}

/** The graph as a kind of caller meets it. */
export function viewOf(
  graph: AccessGraph,
  rows: ReadonlyMap<string, AccessRow>,
  caller: AudienceCaller | undefined,
): CallerView {
  return { rows, gettable: caller === undefined ? undefined : gettableBy(graph, caller), caller };
}

/** What became of every coordinate that is on either side. */
export function compareViews(before: CallerView, after: CallerView): readonly CallerChange[] {
  const coordinates = [...new Set([...before.rows.keys(), ...after.rows.keys()])].sort();
  const changes = coordinates.flatMap((coordinate): readonly CallerChange[] => {
    const row = after.rows.get(coordinate) ?? before.rows.get(coordinate);
    if (row === undefined || !isCompared(row, before, after)) return [];
    const accesses = { before: accessIn(before, row), after: accessIn(after, row) };
    const verdict = verdictOf(accesses.before, accesses.after);
    return [{ row, verdict, ...accesses, within: null }];
  });
  const explain = explanation(changes, before, after);
  return changes.map((change) => ({ ...change, within: explain(change) }));
}

/** Arguments and presence are compared where the caller meets them, and met them: what is new there comes by a field. */
function isCompared(row: AccessRow, before: CallerView, after: CallerView): boolean {
  if (row.kind === 'field') return true;
  const { types, arguments: given } = after.gettable ?? NOTHING;
  const isMet = row.kind === 'record' ? types.has(row.type) : given.has(row.coordinate);
  return isMet && before.rows.has(row.coordinate);
}

const NOTHING: Gettable = { types: new Set(), fields: new Set(), arguments: new Set() };

function accessIn({ rows, gettable, caller }: CallerView, { coordinate, kind }: AccessRow): Access {
  const row = rows.get(coordinate);
  if (row === undefined || caller === undefined) return NEVER;
  if (kind === 'field') {
    return gettable?.fields.has(coordinate) === true ? accessOf(caller, row.total) : NEVER;
  }
  return accessOf(caller, row.own);
}

/**
 * Tells which widenings another one brings along: fields within a record type that itself widens, and fields within a
 * type that the caller meets for the first time. Whoever follows the way to such a type from what was met before comes
 * first by a field that is reported, or else by one that is no widening; then the type's own fields are reported.
 */
function explanation(
  changes: readonly CallerChange[],
  before: CallerView,
  after: CallerView,
): (change: CallerChange) => string | null {
  const isNew = (type: string): boolean => before.gettable?.types.has(type) !== true;
  const fields = changes.filter(({ row }) => row.kind === 'field');
  const enteredUnseen = new Set(
    fields
      .filter(({ row, verdict }) => verdict !== 'WIDENS' && (row.isRoot || !isNew(row.type)))
      .filter(({ row }) => after.gettable?.fields.has(row.coordinate) === true)
      .flatMap(({ row }) => row.returned),
  );
  const widened = new Set(
    changes
      .filter(({ row, verdict }) => row.kind === 'record' && verdict === 'WIDENS')
      .map(({ row }) => row.coordinate),
  );
  return ({ row, verdict }) => {
    if (verdict !== 'WIDENS' || row.kind !== 'field') return null;
    if (!row.isRoot && isNew(row.type) && !enteredUnseen.has(row.type)) return row.type;
    const others = [row.type, ...row.returned].filter((type) => widened.has(type));
    return ownVerdict(row, before, after) === 'WIDENS' ? null : (others[0] ?? null);
  };
}

function ownVerdict({ coordinate }: AccessRow, before: CallerView, after: CallerView): Verdict {
  const [was, is] = [before, after].map(({ rows, caller }) => {
    const row = rows.get(coordinate);
    return row === undefined || caller === undefined ? NEVER : accessOf(caller, row.own);
  });
  return verdictOf(was ?? NEVER, is ?? NEVER);
}
