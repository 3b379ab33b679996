/** The secrets of secure links, as digests: the link's state stands with its grant. */
import { int, table, text, uniqueIndex } from '@causeway/kit/columns';

/** What a link and its passcode are compared with. */
export const linkSecrets = table(
  'link_secret',
  {
    /** The link's id, as its grant names it. */
    id: text('id').primaryKey(),
    /** CrossBorderGrant id. */
    grant: text('grant').notNull(),
    /** SHA-256 of the link's 256 random bits, in hex. */
    digest: text('digest').notNull(),
    /** Salted digest of the passcode, keyed by the link's random bits. */
    passcodeDigest: text('passcode_digest').notNull(),
    passcodeSalt: text('passcode_salt').notNull(),
    /** Epoch milliseconds. */
    issuedAt: int('issued_at').notNull(),
  },
  (columns) => [
    uniqueIndex('link_secret_digest').on(columns.digest),
    uniqueIndex('link_secret_grant').on(columns.grant, columns.id),
  ],
);

/** A link's secrets as stored. */
export type LinkSecretRow = typeof linkSecrets.$inferSelect;
