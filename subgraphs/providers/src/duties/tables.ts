/** Duties to deposit, with their history, and the feed of them. */
import { index, int, json, primaryKey, table, text, word } from '@causeway/kit/columns';
import { versionColumns } from '@causeway/kit/tables';
import type { ClinicalScope, DepositDuty } from '@causeway/schema';

/** Versions of duties to deposit; the owner is the DepositDuty id. */
export const depositDuties = table(
  'deposit_duty',
  {
    ...versionColumns(),
    /** Organization id of who has to deposit. */
    organization: text('organization').notNull(),
    basis: word<DepositDuty['basis']>('basis').notNull(),
    /** The Recognition id whose condition it is; null for a specification. */
    recognition: text('recognition'),
    /** Empty where it is of whatever an encounter brings. */
    categories: json<readonly ClinicalScope[]>('categories').notNull(),
    /** ISO 8601 duration from the end of an encounter. */
    within: text('within').notNull(),
    /** Encounters that end from this instant on, until before that one; epoch milliseconds. */
    from: int('from_instant').notNull(),
    until: int('until_instant'),
    reason: text('reason'),
    /** The subject of the office that recorded it; null for what follows from a recognition. */
    recordedBy: text('recorded_by'),
  },
  (columns) => [
    primaryKey({ columns: [columns.owner, columns.validFrom] }),
    index('deposit_duty_organization').on(columns.organization),
    index('deposit_duty_recognition').on(columns.recognition),
  ],
);

/** A version of a duty. */
export type DutyRow = typeof depositDuties.$inferSelect;

/** Duties as they were after each change. Only ever appended to: triggers of the database hold that. */
export const dutyEvents = table('deposit_duty_event', {
  /** From 1, without gaps. */
  position: int('position').primaryKey(),
  /** When it changed, in epoch milliseconds. */
  at: int('at').notNull(),
  duty: json<DepositDuty>('duty').notNull(),
});
