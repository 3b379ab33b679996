/** What every kind of notice says, in every language. */
import type { NoticeKind } from '@causeway/schema';
import { ACCESS_WORDS } from './access-words.js';
import { DEPOSIT_WORDS } from './deposit-words.js';
import { GRANT_WORDS } from './grant-words.js';
import { JOINING_WORDS } from './joining-words.js';
import { LINK_WORDS } from './link-words.js';
import type { NoticeWords } from './notice-words.js';

export { PLACEHOLDERS } from './notice-words.js';
export type { NoticeWords, Placeholder } from './notice-words.js';

/** The catalogue of notices. */
export const NOTICE_WORDS: Readonly<Record<NoticeKind, NoticeWords>> = {
  ...ACCESS_WORDS,
  ...JOINING_WORDS,
  ...GRANT_WORDS,
  ...LINK_WORDS,
  ...DEPOSIT_WORDS,
};
