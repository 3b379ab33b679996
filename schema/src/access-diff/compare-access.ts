/** Who gets more, less or the same after a change: by the labels of two graphs, and by what audiences could hold. */
import type { AccessGraph } from '../access/label-access.js';
import { AUDIENCE_NAMES } from '../audiences.js';
import type { Audience, AudienceName } from '../audiences.js';
import { accessTable } from './access-table.js';
import type { AccessRow } from './access-table.js';
import { compareViews, viewOf } from './caller-comparison.js';
import type { CallerChange } from './caller-comparison.js';
import { verdictOf } from './verdict.js';
import type { Verdict } from './verdict.js';
import { witnessOf } from './witness.js';
import type { Witness } from './witness.js';

/** A graph, with what its audiences could hold. */
export interface AccessVersion {
  readonly graph: AccessGraph;
  readonly audiences: readonly Audience[];
}

/** What became of an audience's access to a coordinate whose access changed for some audience, or in its labels. */
export interface AccessChange {
  readonly coordinate: string;
  readonly audience: AudienceName;
  readonly verdict: Verdict;
  /** The kinds of callers whom the verdict is true of; none where it is EQUAL. */
  readonly callers: readonly string[];
  /** For a widening: who gets what. */
  readonly witness: Witness | null;
  /** For a widening that another one brings along: the type that is reported for it. */
  readonly within: string | null;
}

/** The access changes, by audience and coordinate; what is the same in labels and for everybody is not told. */
export function compareAccess(
  former: AccessVersion,
  latter: AccessVersion,
): readonly AccessChange[] {
  const before = { ...former, rows: accessTable(former.graph) };
  const after = { ...latter, rows: accessTable(latter.graph) };
  const all = AUDIENCE_NAMES.flatMap((audience) => changesFor(audience, before, after));
  const touched = new Set([
    ...all.filter(({ verdict }) => verdict !== 'EQUAL').map(({ coordinate }) => coordinate),
    ...relabelled(before, after),
  ]);
  return all
    .filter(({ coordinate }) => touched.has(coordinate))
    .sort((left, right) => compareText(left.coordinate, right.coordinate));
}

/** A version with what its labels ask for, coordinate by coordinate. */
interface Tabled extends AccessVersion {
  readonly rows: ReadonlyMap<string, AccessRow>;
}

function changesFor(
  audience: AudienceName,
  before: Tabled,
  after: Tabled,
): readonly AccessChange[] {
  const [was, is] = [before, after].map(
    ({ audiences }) => audiences.find(({ name }) => name === audience)?.callers ?? [],
  );
  const names = [...new Set([...(is ?? []), ...(was ?? [])].map(({ caller }) => caller))];
  const byCoordinate = new Map<string, Told[]>();
  for (const name of names) {
    const [former, latter] = [was, is].map((callers) =>
      callers?.find(({ caller }) => caller === name),
    );
    const views = [
      viewOf(before.graph, before.rows, former),
      viewOf(after.graph, after.rows, latter),
    ] as const;
    for (const change of compareViews(...views)) {
      const told = byCoordinate.get(change.row.coordinate) ?? [];
      byCoordinate.set(change.row.coordinate, [...told, { caller: name, change }]);
    }
  }
  return [...byCoordinate].map(([coordinate, told]) => ({
    coordinate,
    audience,
    ...together(told, audience, after.graph),
  }));
}

/** A change, and to whom. */
interface Told {
  readonly caller: string;
  readonly change: CallerChange;
}

/** One verdict over all callers of an audience: that of those who gain, then that of those who lose. */
function together(
  told: readonly Told[],
  audience: AudienceName,
  { labels }: AccessGraph,
): Omit<AccessChange, 'coordinate' | 'audience'> {
  const of = (verdict: Verdict): readonly Told[] =>
    told.filter(({ change }) => change.verdict === verdict);
  const namesOf = (some: readonly Told[]): readonly string[] => some.map(({ caller }) => caller);
  const widening = of('WIDENS');
  const [example] = [...widening].sort(
    (left, right) => Number(left.change.within !== null) - Number(right.change.within !== null),
  );
  if (example !== undefined) {
    return {
      verdict: 'WIDENS',
      callers: namesOf(widening),
      witness: witnessOf(example.change, audience, example.caller, labels),
      within: example.change.within,
    };
  }
  const narrowing = of('NARROWS');
  const verdict = narrowing.length > 0 ? 'NARROWS' : 'EQUAL';
  return { verdict, callers: namesOf(narrowing), witness: null, within: null };
}

/** Coordinates on both sides whose labels ask for something else than before. */
function relabelled(before: Tabled, after: Tabled): readonly string[] {
  return [...after.rows].flatMap(([coordinate, { own }]) => {
    const former = before.rows.get(coordinate);
    return former === undefined || verdictOf(former.own, own) === 'EQUAL' ? [] : [coordinate];
  });
}

function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
