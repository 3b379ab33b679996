/** Summaries that patients carry themselves. */
import { index, int, table, text, uniqueIndex } from '@causeway/kit/columns';

/** Summaries that patients carry themselves: encrypted files behind SMART Health Links. */
export const carriedFiles = table(
  'carried_file',
  {
    /** SHA-256 of the manifest's 256 random bits, in hex. */
    digest: text('digest').primaryKey(),
    /** Patient id. */
    patient: text('patient').notNull(),
    /** Salted digest of the passcode. */
    passcodeDigest: text('passcode_digest').notNull(),
    passcodeSalt: text('passcode_salt').notNull(),
    remainingAttempts: int('remaining_attempts').notNull(),
    /** The file, as a compact JWE; its key is kept nowhere. */
    jwe: text('jwe').notNull(),
    contentType: text('content_type').notNull(),
    label: text('label').notNull(),
    /** Epoch milliseconds. */
    createdAt: int('created_at').notNull(),
    expiresAt: int('expires_at').notNull(),
    revokedAt: int('revoked_at'),
    /** How many times it was opened, and when last, in epoch milliseconds. */
    openings: int('openings').notNull().default(0),
    lastOpenedAt: int('last_opened_at'),
    /** SHA-256 of the one location at which it may be fetched once, in hex, and until when. */
    locationDigest: text('location_digest'),
    locationExpiresAt: int('location_expires_at'),
  },
  (columns) => [
    index('carried_file_patient').on(columns.patient),
    uniqueIndex('carried_file_location').on(columns.locationDigest),
  ],
);

/** A carried file as stored. */
export type CarriedFileRow = typeof carriedFiles.$inferSelect;
