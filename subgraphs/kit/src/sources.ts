import { and, eq } from 'drizzle-orm';
import type { Database } from './database.js';
import type { sourceTable } from './tables.js';

/** Where something came from: a namespace, and its id there. */
export interface Source {
  readonly namespace: string;
  readonly id: string;
}

/** A resource that already belongs to another owner. */
export class SourceConflictError extends Error {
  constructor(source: Source, known: string, owner: string) {
    super(
      `Expected ${source.id} of ${source.namespace} to belong to ${known}, as recorded; got ${owner}. Look its owner up first`,
    );
    this.name = 'SourceConflictError';
  }
}

/**
 * Records that an owner was made of a resource, beside those it was made of before; returns whether that was new.
 *
 * @throws SourceConflictError if the resource belongs to another owner
 */
export function recordSource<OwnerType extends string>(
  db: Database['db'],
  sources: ReturnType<typeof sourceTable<OwnerType>>,
  ownerType: OwnerType,
  owner: string,
  source: Source,
): boolean {
  const known = ownerOfSource(db, sources, ownerType, source);
  if (known === owner) return false;
  if (known !== null) throw new SourceConflictError(source, known, owner);
  db.insert(sources)
    .values({ ownerType, namespace: source.namespace, sourceId: source.id, owner })
    .run();
  return true;
}

/** The id of what a resource became, null where it has not been seen. */
export function ownerOfSource<OwnerType extends string>(
  db: Database['db'],
  sources: ReturnType<typeof sourceTable<OwnerType>>,
  ownerType: OwnerType,
  { namespace, id }: Source,
): string | null {
  const row = db
    .select({ owner: sources.owner })
    .from(sources)
    .where(
      and(
        eq(sources.ownerType, ownerType),
        eq(sources.namespace, namespace),
        eq(sources.sourceId, id),
      ),
    )
    .get();
  return row?.owner ?? null;
}
