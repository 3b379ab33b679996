import { comparableIdentifier } from '@causeway/schema';
import type { Identifier } from '@causeway/schema/datatypes';
import { and, asc, eq } from 'drizzle-orm';
import { isAmong } from './among.js';
import type { Database } from './database.js';
import { IDS, readByIds } from './prepared.js';
import type { identifierTable } from './tables.js';
import { putParts } from './upsert.js';

type Identifiers<OwnerType extends string> = ReturnType<typeof identifierTable<OwnerType>>;

/** An identifier with the id of its owner. */
export interface OwnedIdentifier extends Identifier {
  readonly owner: string;
}

/** Makes an owner's business identifiers the given ones; returns whether that was a change. */
export function putIdentifiers<OwnerType extends string>(
  db: Database['db'],
  table: Identifiers<OwnerType>,
  ownerType: OwnerType,
  owner: string,
  identifiers: readonly Identifier[],
): boolean {
  const parts = identifiers.map(({ use = null, type = null, system = null, value = null }) => ({
    ownerType,
    use,
    type,
    system,
    value,
    comparable: value === null ? null : comparableIdentifier(system ?? '', value),
  }));
  return putParts(db, table, owner, parts);
}

/** Reads the business identifiers of several owners, in the order of each. */
export function identifiersReader<OwnerType extends string>(
  db: Database['db'],
  table: Identifiers<OwnerType>,
): (owners: readonly string[]) => OwnedIdentifier[] {
  const { owner, use, type, system, value } = table;
  return readByIds(
    db
      .select({ owner, use, type, system, value })
      .from(table)
      .where(isAmong(owner, IDS))
      .orderBy(asc(owner), asc(table.position))
      .prepare(),
  );
}

/** The ids of those who have an identifier, in the form it is compared by; normally one or none. */
export function ownersOfIdentifier<OwnerType extends string>(
  db: Database['db'],
  table: Identifiers<OwnerType>,
  ownerType: OwnerType,
  system: string,
  value: string,
): string[] {
  return db
    .selectDistinct({ owner: table.owner })
    .from(table)
    .where(
      and(
        eq(table.ownerType, ownerType),
        eq(table.system, system),
        eq(table.comparable, comparableIdentifier(system, value)),
      ),
    )
    .orderBy(asc(table.owner))
    .all()
    .map((row) => row.owner);
}
