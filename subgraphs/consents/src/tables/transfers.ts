/** The register of what crossed the boundary, which is only ever appended to: see the triggers among the migrations. */
import { index, int, json, table, text, uniqueIndex, word } from '@causeway/kit/columns';
import type { LegalInstrument, LocalisedName, PurposeOfUse, SharableScope } from '@causeway/schema';

/** Which way records crossed. */
export type TransferDirection = 'HK_TO_MAINLAND' | 'MAINLAND_TO_HK';

/** One crossing a row. It names no patient and holds nothing of what a record says. */
export const transfers = table(
  'transfer',
  {
    /** Random UUID. */
    id: text('id').primaryKey(),
    /** When it crossed, in epoch milliseconds. */
    at: int('at').notNull(),
    direction: word<TransferDirection>('direction').notNull(),
    /** What it crossed by, as known at the time; null where none was known here. */
    instrumentType: word<LegalInstrument['type']>('instrument_type'),
    instrumentReference: text('instrument_reference'),
    /** How many records of each category; 0 where a category was answered and had none. */
    counts: json<Readonly<Partial<Record<SharableScope, number>>>>('counts').notNull(),
    /** The Organization id of the party outside Hong Kong, and its names at the time. */
    organization: text('organization').notNull(),
    organizationNames: json<readonly LocalisedName[]>('organization_names').notNull(),
    /** The PublicHealthRecordSystem id it went through, and its names at the time; null without one. */
    system: text('system'),
    systemNames: json<readonly LocalisedName[]>('system_names').notNull(),
    purpose: word<PurposeOfUse>('purpose').notNull(),
    /** CrossBorderGrant id. */
    grant: text('grant'),
    /** AuditEvent id. */
    event: text('event').notNull(),
  },
  (columns) => [
    uniqueIndex('transfer_event').on(columns.event),
    index('transfer_page').on(columns.at, columns.id),
    index('transfer_organization').on(columns.organization, columns.at, columns.id),
  ],
);

/** A crossing as registered. */
export type TransferRow = typeof transfers.$inferSelect;
