import {
  IDS,
  isAmong,
  isInForce,
  putIdentifiers,
  putParts,
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
import { and, asc, count, eq, exists, getTableColumns, sql } from 'drizzle-orm';
import type { Placeholder, SQL } from 'drizzle-orm';
import type { OrganizationEntry, Registration } from '../entries.js';
import type { LocalisedText } from '../localised-text.js';
import {
  FACTS_OWNER,
  epochs,
  identifiers,
  localisedNames,
  organizations,
  organizationStandings,
  sources,
} from '../tables.js';
import type { ChangedParties } from './changed-parties.js';
import { pageById } from './page-by-id.js';
import type { PageById } from './page-by-id.js';
import { UnknownProviderError } from './unknown-provider-error.js';

/** An organisation with the standing in force. */
export type OrganizationRecord = Omit<typeof organizations.$inferSelect, 'content'> &
  Omit<typeof organizationStandings.$inferSelect, 'owner' | 'validFrom' | 'validTo'>;

/** A name with the id of its owner. */
export type OwnedName = LocalisedText & { readonly owner: string };

/** Which organisations to list. */
export interface OrganizationFilter {
  /** ISO 3166-2. */
  readonly jurisdiction: string | null;
  /** Part of a name in any script. */
  readonly text: string | null;
}

/** Organisations, read by one statement each, and written. */
export interface OrganizationStore {
  /** The organisations of the ids that are there, in no order; as they stood at an instant where one is named. */
  organizationsById(ids: readonly string[], at?: number): OrganizationRecord[];
  /** A page of the organisations that a filter takes, in the order of ids. */
  organizationPage(filter: OrganizationFilter, page: PageById): OrganizationRecord[];
  /** How many organisations a filter takes. */
  countOrganizations(filter: OrganizationFilter): number;
  /** The names of several organisations or systems, in the order of each. */
  namesOf(owners: readonly string[]): OwnedName[];
  /** An organisation's states, oldest first. */
  organizationStandingsOf(organization: string): (typeof organizationStandings.$inferSelect)[];
  /** Writes an organisation. One that is new is not registered. */
  putOrganization(entry: OrganizationEntry, at?: number): Written;
  /** Records a registration as domestic provider, or its end; returns whether that was a change. @throws UnknownProviderError */
  setRegistration(organization: string, registration: Registration, at?: number): boolean;
}

const UNREGISTERED = {
  registrationStatus: null,
  registrationStart: null,
  registrationEnd: null,
  deemedConsent: false,
} as const;

/** The organisations of a database, by a clock that gives epoch milliseconds. */
export function organizationStore(
  { db }: Database,
  changed: ChangedParties,
  clock: () => number,
): OrganizationStore {
  const inForce = (at?: Placeholder) =>
    db
      .select({
        ...without(getTableColumns(organizations), 'content'),
        ...without(getTableColumns(organizationStandings), 'owner', 'validFrom', 'validTo'),
      })
      .from(organizations)
      .innerJoin(organizationStandings, isStanding(at));

  const isTaken = ({ jurisdiction, text }: OrganizationFilter): SQL | undefined =>
    and(
      jurisdiction === null ? undefined : eq(organizationStandings.jurisdiction, jurisdiction),
      text === null ? undefined : exists(db.select().from(localisedNames).where(isNamed(text))),
    );

  return {
    organizationsById: readByIdsAsOf((at) =>
      inForce(at).where(isAmong(organizations.id, IDS)).prepare(),
    ),

    organizationPage: (filter, page) => {
      const { within, order, rows } = pageById(organizations.id, page);
      return inForce()
        .where(and(isTaken(filter), within))
        .orderBy(order)
        .limit(rows)
        .all();
    },

    countOrganizations: (filter) =>
      db
        .select({ total: count() })
        .from(organizations)
        .innerJoin(organizationStandings, isStanding())
        .where(isTaken(filter))
        .get()?.total ?? 0,

    namesOf: readByIds(
      db
        .select(without(getTableColumns(localisedNames), 'position'))
        .from(localisedNames)
        .where(isAmong(localisedNames.owner, IDS))
        .orderBy(asc(localisedNames.owner), asc(localisedNames.position))
        .prepare(),
    ),

    organizationStandingsOf: (organization) =>
      db
        .select()
        .from(organizationStandings)
        .where(eq(organizationStandings.owner, organization))
        .orderBy(asc(organizationStandings.validFrom))
        .all(),

    putOrganization: (entry, at) =>
      changed.inTransaction(() => {
        const now = clock();
        const { source, identifier, name, jurisdiction, city, ...row } = entry;
        const written = putRow(db, organizations, row);
        const isChange = recordVersion(
          db,
          organizationStandings,
          entry.id,
          { at: at ?? now, now },
          (before) => ({ ...(before ?? UNREGISTERED), jurisdiction, city }),
        );
        const isRenamed = putParts(db, localisedNames, entry.id, name);
        if (isChange) raiseEpoch(db, epochs, FACTS_OWNER);
        if (isChange || isRenamed) changed.note(entry.id, at ?? now);
        return withChanges(
          written,
          isChange,
          isRenamed,
          putIdentifiers(db, identifiers, 'Organization', entry.id, identifier),
          recordSource(db, sources, 'Organization', entry.id, source),
        );
      }),

    setRegistration: (organization, { registration, deemedConsent }, at) =>
      changed.inTransaction(() => {
        const now = clock();
        const isChange = recordVersion(
          db,
          organizationStandings,
          organization,
          { at: at ?? now, now },
          (before) => {
            if (before === null) throw new UnknownProviderError('Organization', organization);
            return {
              ...before,
              registrationStatus: registration?.status ?? null,
              registrationStart: registration?.period.start ?? null,
              registrationEnd: registration?.period.end ?? null,
              deemedConsent,
            };
          },
        );
        if (isChange) raiseEpoch(db, epochs, FACTS_OWNER);
        return isChange;
      }),
  };
}

const isStanding = (at?: Placeholder) =>
  and(eq(organizationStandings.owner, organizations.id), isInForce(organizationStandings, at));

function isNamed(text: string): SQL | undefined {
  const pattern = `%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
  return and(
    eq(localisedNames.owner, organizations.id),
    sql`${localisedNames.text} like ${pattern} escape '\\'`,
  );
}
