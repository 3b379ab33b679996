import { identifiersReader, ownerOfSource, ownersOfIdentifier, recordSource } from '@causeway/kit';
import type { Database, OwnedIdentifier, Source } from '@causeway/kit';
import { eq } from 'drizzle-orm';
import {
  identifiers,
  organizations,
  practitionerRoles,
  practitioners,
  sources,
} from '../tables.js';
import type { OwnerType } from '../tables.js';

/** What every kind of provider is found by. */
export interface ProviderLookups {
  /** The identifiers of several providers, in the order of each. */
  identifiersOf(owners: readonly string[]): OwnedIdentifier[];
  /** The id of what a resource of a source became, null where it has not been seen. */
  idOfSource(ownerType: OwnerType, source: Source): string | null;
  /** The ids of those who have a business identifier, compared by its normal form; normally one or none. */
  idsByIdentifier(ownerType: OwnerType, system: string, value: string): string[];
  /** The FHIR resource that a provider was made of; null where it was made of none. */
  resourceOf(
    ownerType: Exclude<OwnerType, 'PublicHealthRecordSystem'>,
    id: string,
  ): Readonly<Record<string, unknown>> | null;
  /** Records that a provider was merged with another resource; returns whether that was new. */
  addSource(ownerType: OwnerType, owner: string, source: Source): boolean;
}

const TABLES = {
  Organization: organizations,
  Practitioner: practitioners,
  PractitionerRole: practitionerRoles,
} as const;

/** The look-ups of a database. */
export function providerLookups(database: Database): ProviderLookups {
  const { db } = database;
  return {
    identifiersOf: identifiersReader(db, identifiers),
    idOfSource: (ownerType, source) => ownerOfSource(db, sources, ownerType, source),
    idsByIdentifier: (ownerType, system, value) =>
      ownersOfIdentifier(db, identifiers, ownerType, system, value),
    resourceOf: (ownerType, id) => {
      const from = TABLES[ownerType];
      return (
        db.select({ content: from.content }).from(from).where(eq(from.id, id)).get()?.content ??
        null
      );
    },
    addSource: (ownerType, owner, source) =>
      database.inTransaction(() => recordSource(db, sources, ownerType, owner, source)),
  };
}
