/** What the records subgraph is to learn of encounters abroad. */
import { index, int, json, table, text } from '@causeway/kit/columns';
import type { EncounterAbroad } from '@causeway/schema';

/** Encounters as they were after each change. Only ever appended to: triggers of the database hold that. */
export const encounterEvents = table(
  'encounter_event',
  {
    /** From 1, without gaps. */
    position: int('position').primaryKey(),
    /** The encounter's id. */
    owner: text('owner').notNull(),
    /** When it changed, in epoch milliseconds. */
    at: int('at').notNull(),
    encounter: json<EncounterAbroad>('encounter').notNull(),
  },
  (columns) => [index('encounter_event_owner').on(columns.owner)],
);
