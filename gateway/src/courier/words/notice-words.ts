import { texts } from '@causeway/schema';
import type { Texts } from '@causeway/schema';

/** What may stand in a line, in braces. */
export const PLACEHOLDERS = ['organisation', 'categories', 'time', 'views', 'code'] as const;

/** What may stand in a line, in braces. */
export type Placeholder = (typeof PLACEHOLDERS)[number];

/** What a kind of notice says: a line that names what is not known is left out. */
export interface NoticeWords {
  /** Names nobody and nothing: it is read on locked screens. */
  readonly subject: Texts;
  readonly lines: readonly Texts[];
}

/** Who had access, or whom it speaks of. */
export const PARTY = texts(
  'Organisation: {organisation}',
  '機構：{organisation}',
  '机构：{organisation}',
);

/** What it is about. */
export const CATEGORIES = texts(
  'Categories: {categories}',
  '類別：{categories}',
  '类别：{categories}',
);

/** When it happened. */
export const TIME = texts(
  'Time (Hong Kong): {time}',
  '時間（香港）：{time}',
  '时间（香港）：{time}',
);

/** What to do about what was not expected. */
export const NOT_EXPECTED = texts(
  'If you did not expect this, look at who has access in the app and end it there.',
  '如此事並非你所預期，請在應用程式查看誰可取用你的紀錄，並終止其授權。',
  '如果您没有预料到此事，请在应用程序中查看谁可以取用您的记录，并终止其授权。',
);
