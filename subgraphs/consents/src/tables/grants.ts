/** Cross-border grants with their history. */
import {
  flag,
  index,
  int,
  json,
  primaryKey,
  table,
  text,
  uniqueIndex,
  word,
} from '@causeway/kit/columns';
import { versionColumns } from '@causeway/kit/tables';
import type { GrantFact, GrantState, Period, PurposeOfUse, SharableScope } from '@causeway/schema';
import { sql } from 'drizzle-orm';

/** A state that a grant had or has. */
export interface StateChange {
  readonly state: GrantState;
  /** From when (FHIR dateTime). */
  readonly since: string;
}

/** The secure link of a grant, without its secret. */
export interface SecureLinkStatus {
  readonly id: string;
  readonly status: 'ACTIVE' | 'USED' | 'EXPIRED' | 'LOCKED' | 'REVOKED';
  /** FHIR dateTime. */
  readonly expiresAt: string;
  /** Passcode attempts that are left for its whole life. */
  readonly remainingAttempts: number;
}

/** What a party asks a patient for. */
export interface GrantTerms {
  readonly scopes: readonly SharableScope[];
  /** ISO 8601 duration: `P3Y`. */
  readonly lookBack: string;
  readonly permissions: GrantFact['permissions'];
  readonly includesRestricted: boolean;
  /** ISO 8601 duration from the patient's authorisation on: `P7D`. */
  readonly duration: string;
}

/** Who asked, by the token that asked. */
export interface GrantRequester {
  readonly practitionerRole: string;
  readonly system: string | null;
  readonly client: string;
  /** In the asker's own words; shown to the patient as a quotation. */
  readonly reason: string | null;
}

/** Versions of cross-border grants; the owner is the grant's id. */
export const grants = table(
  'cross_border_grant',
  {
    ...versionColumns(),
    /** Patient id. */
    patient: text('patient').notNull(),
    /** Organization id of the requester. */
    organization: text('organization').notNull(),
    practitionerRole: text('practitioner_role'),
    purpose: word<PurposeOfUse>('purpose').notNull(),
    scopes: json<readonly SharableScope[]>('scopes').notNull(),
    /** ISO 8601 duration: `P3Y`. */
    lookBack: text('look_back').notNull(),
    permissions: json<GrantFact['permissions']>('permissions').notNull(),
    period: json<Period>('period').notNull(),
    state: word<GrantState>('state').notNull(),
    /** Oldest first; the last one is `state`. */
    stateHistory: json<readonly StateChange[]>('state_history').notNull(),
    /** When it was asked for, in epoch milliseconds. */
    instant: int('instant').notNull(),
    encounter: json<NonNullable<GrantFact['encounter']>>('encounter'),
    link: json<SecureLinkStatus>('link'),
    includesRestricted: flag('includes_restricted').notNull(),
    /** The Consent id that materialises it; null before it is authorised. */
    consent: text('consent'),
    /** What was asked for, as asked; null for a grant that was not asked for through this layer. */
    asked: json<GrantTerms>('asked'),
    askedBy: json<GrantRequester>('asked_by'),
    /** Until when the patient may answer, in epoch milliseconds; lapsed after. */
    answerBy: int('answer_by'),
    /** When an open encounter ends by itself, in epoch milliseconds. */
    encounterEndsAt: int('encounter_ends_at'),
    /** Until when records of the encounter may be deposited, in epoch milliseconds; null where nobody authorised it. */
    depositUntil: int('deposit_until'),
    /** When time changes its state next, in epoch milliseconds; null for never. Follows from the other columns. */
    turnsAt: int('turns_at'),
  },
  (columns) => [
    primaryKey({ columns: [columns.owner, columns.validFrom] }),
    uniqueIndex('cross_border_grant_in_force')
      .on(columns.owner)
      .where(sql`valid_to is null`),
    index('cross_border_grant_page')
      .on(columns.patient, columns.instant, columns.owner)
      .where(sql`valid_to is null`),
    index('cross_border_grant_organization')
      .on(columns.organization, columns.instant, columns.owner)
      .where(sql`valid_to is null`),
    index('cross_border_grant_turning')
      .on(columns.turnsAt)
      .where(sql`valid_to is null and turns_at is not null`),
  ],
);

/** A version of a grant. */
export type GrantRow = typeof grants.$inferSelect;
