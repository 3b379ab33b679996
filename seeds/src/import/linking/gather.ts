/** All resources of one type that are about the same, under one id. */
import type { Identifier } from '@causeway/schema/datatypes';
import type { Source } from '@causeway/kit';
import type { Element, Resource } from '@causeway/records/fhir';
import type { IdentityBook } from '../identity/identity-book.js';
import { isOutdoneBy, rankOf } from '../identity/rank.js';
import type { PersonContext } from '../entries/patient.js';
import { identifiersOf } from '../entries/read.js';
import type { RowKind } from '../staging/row-entries.js';
import type { LinkItem, LinkRun } from './link-run.js';

interface Member {
  readonly item: LinkItem;
  readonly resource: Resource;
  readonly source: Source;
}

/** What all resources under one id amount to. */
export interface Gathered {
  readonly id: string;
  readonly isNew: boolean;
  readonly members: [Member, ...Member[]];
}

/** Gathers the resources of some items by who they are about, and says what became of each item. */
export function gather<Profile>(
  run: LinkRun,
  items: readonly LinkItem[],
  book: IdentityBook<Profile>,
  describe: (resource: Resource, item: LinkItem) => Profile,
): readonly Gathered[] {
  const gathered = new Map<string, Gathered>();
  for (const item of items) {
    const resource = run.resourceOf(item);
    const profile = describe(resource, item);
    const identifiers = identifiersOf(resource);
    const identity = book.identify({ source: item.source, identifiers, profile });
    if (identity.isKeptApart) run.noteKeptApart();
    run.take(item, identity.isNew);
    const member = { item, resource, source: identity.source };
    const known = gathered.get(identity.id);
    if (known === undefined) {
      gathered.set(identity.id, { id: identity.id, isNew: identity.isNew, members: [member] });
    } else {
      known.members.push(member);
    }
  }
  return [...gathered.values()];
}

/** What is stored of those who were there before. */
export interface StoredResources {
  resourceOf(id: string): Element | null;
  identifiersOf(owners: readonly string[]): readonly Identifier[];
}

/** How a resource becomes what its writer takes. */
export type EntryOf = (resource: Resource, context: PersonContext) => unknown;

/**
 * Stages the row of what was gathered: made from the version that says most. One that is there and says more, or was
 * not made from a resource at all, stays as it is.
 */
export function stageGathered(
  run: LinkRun,
  kind: RowKind,
  { id, isNew, members }: Gathered,
  stored: StoredResources,
  entryOf: EntryOf,
): void {
  const best = bestOf(members);
  const before = isNew ? null : stored.resourceOf(id);
  const isKept = !isNew && (before === null || isOutdoneBy(rankOf(best.resource), rankOf(before)));
  const own = members.flatMap(({ resource }) => identifiersOf(resource));
  const context = {
    id,
    source: best.source,
    identifier: distinct([...(isNew ? [] : stored.identifiersOf([id])), ...own]),
    resolve: run.resolverFor(best.item, null),
  };
  if (!isKept) run.noteUnresolved(best.resource, context.resolve);
  run.rows.push({
    kind,
    id,
    patient: kind === 'patient' ? id : null,
    isNew,
    entry: isKept ? null : entryOf(best.resource, context),
    sources: members.map(({ source }) => source),
  });
}

function bestOf(members: Gathered['members']): Member {
  const [first, ...others] = members;
  return others.reduce(
    (best, each) => (isOutdoneBy(rankOf(each.resource), rankOf(best.resource)) ? best : each),
    first,
  );
}

function distinct(identifiers: readonly Identifier[]): readonly Identifier[] {
  const byKey = new Map<string, Identifier>();
  for (const { use = null, type = null, system = null, value = null } of identifiers) {
    const key = `${system ?? ''} ${value ?? ''}`;
    if (!byKey.has(key)) byKey.set(key, { use, type, system, value });
  }
  return [...byKey.values()];
}
