import {
  IDS,
  isAmong,
  isInForce,
  putIdentifiers,
  putParts,
  putRow,
  raiseEpoch,
  readByIdsAsOf,
  recordSource,
  recordVersion,
  withChanges,
  without,
} from '@causeway/kit';
import type { Database, Written } from '@causeway/kit';
import { and, eq, getTableColumns } from 'drizzle-orm';
import { followMembers } from '../duties/repository/condition-duties.js';
import type { PublicHealthRecordSystemEntry } from '../entries.js';
import {
  FACTS_OWNER,
  epochs,
  identifiers,
  localisedNames,
  sources,
  systems,
  systemStandings,
} from '../tables.js';
import type { ChangedParties } from './changed-parties.js';

/** A system with the standing in force. */
export type SystemRecord = typeof systems.$inferSelect &
  Omit<typeof systemStandings.$inferSelect, 'owner' | 'validFrom' | 'validTo'>;

/** Public health record systems, read by one statement each, and written. */
export interface SystemStore {
  /** The systems of the ids that are there, in no order; as they stood at an instant where one is named. */
  systemsById(ids: readonly string[], at?: number): SystemRecord[];
  /** Writes a system, with the members it has from then on. */
  putPublicHealthRecordSystem(entry: PublicHealthRecordSystemEntry, at?: number): Written;
}

/** The systems of a database, by a clock that gives epoch milliseconds. */
export function systemStore(
  { db }: Database,
  changed: ChangedParties,
  clock: () => number,
): SystemStore {
  return {
    systemsById: readByIdsAsOf((at) =>
      db
        .select({
          ...getTableColumns(systems),
          ...without(getTableColumns(systemStandings), 'owner', 'validFrom', 'validTo'),
        })
        .from(systems)
        .innerJoin(
          systemStandings,
          and(eq(systemStandings.owner, systems.id), isInForce(systemStandings, at)),
        )
        .where(isAmong(systems.id, IDS))
        .prepare(),
    ),

    putPublicHealthRecordSystem: (entry, at) =>
      changed.inTransaction(() => {
        const now = clock();
        const { source, identifier, name, members, ...row } = entry;
        const written = putRow(db, systems, row);
        const isRenamed = putParts(db, localisedNames, entry.id, name);
        if (written !== 'unchanged' || isRenamed) changed.note(entry.id, at ?? now);
        const moment = { at: at ?? now, now };
        const isChange = recordVersion(db, systemStandings, entry.id, moment, () => ({ members }));
        if (isChange) {
          followMembers(db, entry.id, moment);
          raiseEpoch(db, epochs, FACTS_OWNER);
        }
        return withChanges(
          written,
          isChange,
          isRenamed,
          putIdentifiers(db, identifiers, 'PublicHealthRecordSystem', entry.id, identifier),
          recordSource(db, sources, 'PublicHealthRecordSystem', entry.id, source),
        );
      }),
  };
}
