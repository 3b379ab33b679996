/** Codes by which patients let themselves be asked. */
import { index, int, table, text, word } from '@causeway/kit/columns';

/** What a code lets be done: ask for a cross-border grant, or for a sharing consent at home; deposit what a visit brings. */
export type RequestCodeUse = 'GRANT' | 'SHARING' | 'DEPOSIT';

/** One-time codes from the patient's app: the only way to name a patient from abroad. */
export const requestCodes = table(
  'request_code',
  {
    /** SHA-256 of the code, in hex; the code itself is kept nowhere. */
    digest: text('digest').primaryKey(),
    use: word<RequestCodeUse>('use').notNull(),
    /** Patient id. */
    patient: text('patient').notNull(),
    /** The Organization id that may use it. */
    organization: text('organization').notNull(),
    /** Epoch milliseconds. */
    issuedAt: int('issued_at').notNull(),
    expiresAt: int('expires_at').notNull(),
    usedAt: int('used_at'),
  },
  (columns) => [index('request_code_patient').on(columns.patient)],
);

/** A code as stored. */
export type RequestCodeRow = typeof requestCodes.$inferSelect;
