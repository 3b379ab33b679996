/** What other subgraphs have told of duties to deposit, and of the encounters they are due for. */
import type { DepositDuty, EncounterAbroad, FeedSource } from '@causeway/schema';
import { index, json, table, text } from '@causeway/kit/columns';
import { feedPositionTable } from '@causeway/kit/tables';

/** Who has to deposit what within which time, as the providers subgraph last told. */
export const depositDuties = table(
  'deposit_duty',
  {
    /** The duty's id. */
    id: text('id').primaryKey(),
    organization: text('organization').notNull(),
    duty: json<DepositDuty>('duty').notNull(),
  },
  (columns) => [index('deposit_duty_organization').on(columns.organization)],
);

/** Encounters abroad under grants, as the consents subgraph last told: what a duty abroad is due for. */
export const encountersAbroad = table(
  'encounter_abroad',
  {
    /** The encounter's id, as its grant names it. */
    id: text('id').primaryKey(),
    organization: text('organization').notNull(),
    encounter: json<EncounterAbroad>('encounter').notNull(),
  },
  (columns) => [index('encounter_abroad_organization').on(columns.organization)],
);

/** How far this subgraph has come in listening to others. */
export const feedPositions = feedPositionTable<FeedSource>();
