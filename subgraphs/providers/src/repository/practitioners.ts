import {
  IDS,
  isAmong,
  isInForce,
  putIdentifiers,
  putRow,
  raiseEpoch,
  readByIds,
  readByIdsAsOf,
  recordSource,
  recordVersion,
  withChanges,
  without,
} from '@causeway/kit';
import type { Database, Written } from '@causeway/kit';
import { and, asc, eq, getTableColumns } from 'drizzle-orm';
import type { PractitionerEntry, PractitionerRoleEntry } from '../entries.js';
import {
  FACTS_OWNER,
  epochs,
  identifiers,
  practitionerRoles,
  practitionerRoleStandings,
  practitioners,
  sources,
} from '../tables.js';

/** A practitioner as read. */
export type PractitionerRecord = Omit<typeof practitioners.$inferSelect, 'content'>;

/** A role with the standing in force. */
export type PractitionerRoleRecord = Omit<typeof practitionerRoles.$inferSelect, 'content'> &
  Omit<typeof practitionerRoleStandings.$inferSelect, 'owner' | 'validFrom' | 'validTo'>;

/** Professionals and their roles, read by one statement each, and written. */
export interface PractitionerStore {
  /** The practitioners of the ids that are there, in no order. */
  practitionersById(ids: readonly string[]): PractitionerRecord[];
  /** The roles of the ids that are there, in no order; as they stood at an instant where one is named. */
  practitionerRolesById(ids: readonly string[], at?: number): PractitionerRoleRecord[];
  /** A role's states, oldest first. */
  practitionerRoleStandingsOf(role: string): (typeof practitionerRoleStandings.$inferSelect)[];
  /** Writes a practitioner. */
  putPractitioner(entry: PractitionerEntry): Written;
  /** Writes a role, as it holds from then on. */
  putPractitionerRole(entry: PractitionerRoleEntry, at?: number): Written;
}

/** The professionals of a database, by a clock that gives epoch milliseconds. */
export function practitionerStore(database: Database, clock: () => number): PractitionerStore {
  const { db } = database;
  return {
    practitionersById: readByIds(
      db
        .select(without(getTableColumns(practitioners), 'content'))
        .from(practitioners)
        .where(isAmong(practitioners.id, IDS))
        .prepare(),
    ),

    practitionerRolesById: readByIdsAsOf((at) =>
      db
        .select({
          ...without(getTableColumns(practitionerRoles), 'content'),
          ...without(getTableColumns(practitionerRoleStandings), 'owner', 'validFrom', 'validTo'),
        })
        .from(practitionerRoles)
        .innerJoin(
          practitionerRoleStandings,
          and(
            eq(practitionerRoleStandings.owner, practitionerRoles.id),
            isInForce(practitionerRoleStandings, at),
          ),
        )
        .where(isAmong(practitionerRoles.id, IDS))
        .prepare(),
    ),

    practitionerRoleStandingsOf: (role) =>
      db
        .select()
        .from(practitionerRoleStandings)
        .where(eq(practitionerRoleStandings.owner, role))
        .orderBy(asc(practitionerRoleStandings.validFrom))
        .all(),

    putPractitioner: (entry) =>
      database.inTransaction(() => {
        const { source, identifier, ...row } = entry;
        return withChanges(
          putRow(db, practitioners, row),
          putIdentifiers(db, identifiers, 'Practitioner', entry.id, identifier),
          recordSource(db, sources, 'Practitioner', entry.id, source),
        );
      }),

    putPractitionerRole: (entry, at) =>
      database.inTransaction(() => {
        const now = clock();
        const { source, identifier, organization, profession, active, period, ...row } = entry;
        const written = putRow(db, practitionerRoles, row);
        const isChange = recordVersion(
          db,
          practitionerRoleStandings,
          entry.id,
          { at: at ?? now, now },
          () => ({
            organization,
            profession,
            active,
            periodStart: period.start,
            periodEnd: period.end,
          }),
        );
        if (isChange) raiseEpoch(db, epochs, FACTS_OWNER);
        return withChanges(
          written,
          isChange,
          putIdentifiers(db, identifiers, 'PractitionerRole', entry.id, identifier),
          recordSource(db, sources, 'PractitionerRole', entry.id, source),
        );
      }),
  };
}
