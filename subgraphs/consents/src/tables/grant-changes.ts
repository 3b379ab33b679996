/** Which grants have changed, for those who wait for it. */
import { int, table, text, uniqueIndex } from '@causeway/kit/columns';

/** The last change of each grant, in the order of the changes. What it was stands with the grant itself. */
export const grantChanges = table(
  'grant_change',
  {
    grant: text('grant').primaryKey(),
    /** From 1; a grant that changes again takes the next one, and leaves its former one. */
    position: int('position').notNull(),
    /** Patient id. */
    patient: text('patient').notNull(),
  },
  (columns) => [uniqueIndex('grant_change_position').on(columns.position)],
);
