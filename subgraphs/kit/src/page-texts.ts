/** What is told of pages that cannot be given, in each language. Data alone; a word in braces is filled in. */
import { texts } from '@causeway/schema';
import type { Texts } from '@causeway/schema';

/** By what is wrong with the arguments of a list. */
export const PAGE = {
  bothEnds: texts(
    'Expected `first` or `last`, got both; ask for one of them',
    '`first` 與 `last` 只可使用其一，但收到兩者；請只選其一',
    '`first` 与 `last` 只可使用其一，但收到两者；请只选其一',
  ),
  size: texts(
    'Expected `{argument}` from 1 to {most}, got {got}; ask for a page of that size and go on with its cursor',
    '`{argument}` 應為 1 至 {most}，但收到 {got}；請按此數目查詢一頁，再以其游標翻頁',
    '`{argument}` 应为 1 至 {most}，但收到 {got}；请按此数目查询一页，再以其游标翻页',
  ),
  cursor: texts(
    'Expected a cursor that an earlier page of this list gave, got another text; ask without it for the first page',
    '游標應取自此列表較早的一頁，但收到其他文字；請不帶游標查詢首頁',
    '游标应取自此列表较早的一页，但收到其他文字；请不带游标查询首页',
  ),
} as const satisfies Readonly<Record<string, Texts>>;
