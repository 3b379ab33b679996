import { IDS, isAmong, oncePerDatabase, placeOf, readByIds } from '@causeway/kit';
import type { Database } from '@causeway/kit';
import { eq, sql } from 'drizzle-orm';
import { gathered } from '../audit/notice-group.js';
import { accessNotifications } from '../tables.js';
import type { AccessNotificationRow } from '../tables.js';
import { addNotices } from './append-events.js';

/**
 * Adds the notices of accesses. One whose group has a notice that is not on its way yet is told with that one. Called in
 * the transaction of what they tell of.
 */
export function gatherNotices(db: Database['db'], notices: readonly AccessNotificationRow[]): void {
  const open = openNotices(db, notices);
  const isWaiting = new Set(open.map(({ id }) => id));
  const groups = new Map<string, AccessNotificationRow>(
    open.map((notice) => [notice.groupKey ?? notice.id, notice]),
  );
  const touched = new Set<string>();
  for (const notice of notices) {
    const key = notice.groupKey ?? notice.id;
    const former = groups.get(key);
    groups.set(key, former === undefined ? notice : gathered(former, notice));
    touched.add(key);
  }
  const { rewrite } = statements(db);
  const fresh: AccessNotificationRow[] = [];
  for (const key of touched) {
    const notice = groups.get(key);
    if (notice === undefined) continue;
    if (isWaiting.has(notice.id)) rewrite.run(notice);
    else fresh.push(notice);
  }
  addNotices(
    db,
    fresh.map((notice) => ({ notice, secret: null })),
  );
}

/** The notices that gather views for any of the groups: their keys are taken away when they leave. */
function openNotices(
  db: Database['db'],
  notices: readonly AccessNotificationRow[],
): AccessNotificationRow[] {
  const keys = [...new Set(notices.flatMap(({ groupKey }) => groupKey ?? []))];
  if (keys.length === 0) return [];
  return statements(db).ofGroups(keys);
}

const statements = oncePerDatabase((db) => ({
  ofGroups: readByIds(
    db
      .select()
      .from(accessNotifications)
      .where(isAmong(accessNotifications.groupKey, IDS))
      .prepare(),
  ),
  rewrite: db
    .update(accessNotifications)
    .set({
      views: placeOf('views', accessNotifications.views),
      scopes: placeOf('scopes', accessNotifications.scopes),
    })
    .where(eq(accessNotifications.id, sql.placeholder('id')))
    .prepare(),
}));
