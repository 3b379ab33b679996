/** Items that belong to a patient and have one row each: related persons and consents. */
import type { Source } from '@causeway/kit';
import type { Element, Resolve, Resource } from '@causeway/records/fhir';
import { isOutdoneBy, rankOf } from '../identity/rank.js';
import type { Kind } from '../kinds.js';
import type { LinkItem, LinkRun } from './link-run.js';
import type { Subject } from './subject.js';
import { sourceWithin } from './targets.js';

/** How the items of a kind become rows. */
export interface BoundKind {
  readonly type: string;
  boundTo(resource: Resource, item: LinkItem): Subject;
  idOfSource(source: Source): string | null;
  /** What an earlier run made the row of; null where that is not remembered. */
  resourceOf(id: string): Element | null;
  newId(): string;
  entryOf(
    resource: Resource,
    context: {
      readonly id: string;
      readonly patient: string;
      readonly source: Source;
      readonly resolve: Resolve;
    },
  ): unknown;
}

interface Bound {
  readonly id: string;
  readonly isNew: boolean;
  readonly patient: string;
  readonly source: Source;
  item: LinkItem;
  resource: Resource;
}

/** Decides on every item of a kind: its patient, its id, and the version that says most. */
export function stageBound(
  run: LinkRun,
  kind: Extract<Kind, 'related-person' | 'consent'>,
  bound: BoundKind,
): void {
  const rows = new Map<string, Bound>();
  for (const item of run.itemsOf(kind)) {
    const resource = run.resourceOf(item);
    const subject = bound.boundTo(resource, item);
    if (subject.kind === 'none') {
      run.refuse(item, subject.refusal);
    } else if (subject.kind === 'unknown') {
      run.keep(item, subject.reason);
    } else {
      const source = sourceWithin(subject.patient, item.source);
      const key = `${source.namespace} ${source.id}`;
      const known = rows.get(key);
      const stored = known === undefined ? bound.idOfSource(source) : null;
      const row = known ?? {
        id: stored ?? bound.newId(),
        isNew: stored === null,
        patient: subject.patient,
        source,
        item,
        resource,
      };
      run.take(item, known === undefined && row.isNew);
      run.targets.place(item.seq, { type: bound.type, id: row.id, patient: row.patient });
      if (known !== undefined && !isOutdoneBy(rankOf(resource), rankOf(known.resource))) {
        Object.assign(row, { item, resource });
      }
      rows.set(key, row);
    }
  }
  for (const row of rows.values()) stage(run, kind, bound, row);
}

function stage(
  run: LinkRun,
  kind: Extract<Kind, 'related-person' | 'consent'>,
  bound: BoundKind,
  { id, isNew, patient, source, item, resource }: Bound,
): void {
  const before = isNew ? null : bound.resourceOf(id);
  const isKept = before !== null && isOutdoneBy(rankOf(resource), rankOf(before));
  const resolve = run.resolverFor(item, patient);
  if (!isKept) run.noteUnresolved(resource, resolve);
  const entry = isKept ? null : bound.entryOf(resource, { id, patient, source, resolve });
  run.rows.push({ kind, id, patient, isNew, entry, sources: [] });
}
