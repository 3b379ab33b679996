/**
 * Duties that follow from recognitions: one for each organisation that is recognised, itself or as a member of a system,
 * under the condition DEPOSIT_DUTY, for as long as it is. A duty abroad as condition of a recognition is this layer's
 * choice: the law speaks of providers that the Secretary for Health specifies.
 */
import { randomUUID } from 'node:crypto';
import { without } from '@causeway/kit';
import type { Database, Moment } from '@causeway/kit';
import { instantAfter } from '@causeway/schema';
import type { ConditionFact } from '@causeway/schema';
import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import { isDuration } from '../../condition-kinds.js';
import { isStanding } from '../../recognition-in-force.js';
import { recognitionStandings, recognitions, systemStandings } from '../../tables.js';
import type { RecognitionStandingRow } from '../../tables.js';
import { putDuty } from './put-duty.js';
import { depositDuties } from '../tables.js';

type Standing = Pick<RecognitionStandingRow, 'status' | 'conditions'>;

/** Brings the duties that follow from a recognition to how it stands from a moment on. Called within a transaction. */
export function followRecognition(db: Database['db'], recognition: string, moment: Moment): void {
  const standing = db
    .select()
    .from(recognitionStandings)
    .where(and(eq(recognitionStandings.owner, recognition), isNull(recognitionStandings.validTo)))
    .get();
  if (standing !== undefined) follow(db, recognition, standing, moment);
}

/** Brings the duties of a system's members to who is one from a moment on. Called within a transaction. */
export function followMembers(db: Database['db'], system: string, moment: Moment): void {
  const owned = db.select().from(recognitions).where(eq(recognitions.subject, system)).all();
  for (const { id } of owned) followRecognition(db, id, moment);
}

/** Makes the duties that follow from recognitions of a time before duties were kept, by their history. */
export function followUnfollowed(database: Database, now: number): void {
  const { db } = database;
  // Read first: a database that lacks nothing is opened without waiting for its write lock.
  const unfollowed = () =>
    db
      .selectDistinct({ id: recognitionStandings.owner })
      .from(recognitionStandings)
      .leftJoin(depositDuties, eq(depositDuties.recognition, recognitionStandings.owner))
      .where(and(isNull(depositDuties.owner), hasCondition))
      .all();
  if (unfollowed().length === 0) return;
  database.inTransaction(() => {
    for (const { id } of unfollowed()) {
      const history = db
        .select()
        .from(recognitionStandings)
        .where(eq(recognitionStandings.owner, id))
        .orderBy(asc(recognitionStandings.validFrom))
        .all();
      for (const standing of history) {
        const { validFrom: at } = standing;
        // A clock that was set back must not keep the database from opening.
        follow(db, id, standing, { at, now: Math.max(now, at) });
      }
    }
  });
}

const hasCondition = sql`exists (select 1 from json_each(${recognitionStandings.conditions}) where value ->> 'kind' = 'DEPOSIT_DUTY')`;

function follow(db: Database['db'], recognition: string, standing: Standing, moment: Moment): void {
  const within = isStanding(standing.status) ? dutyIn(standing.conditions, moment.at) : null;
  const missing = new Set(within === null ? [] : holdersOf(db, recognition));
  for (const duty of openDuties(db, recognition)) {
    if (duty.within === within && missing.delete(duty.organization)) continue;
    // Not before it began, whatever instant the change is stated for.
    const at = Math.max(moment.at, duty.validFrom);
    const stated = without(duty, 'owner', 'validFrom', 'validTo');
    putDuty(db, duty.owner, { ...moment, at }, { ...stated, until: at });
  }
  if (within === null) return;
  for (const organization of missing) {
    putDuty(db, randomUUID(), moment, {
      organization,
      basis: 'CONDITION',
      recognition,
      categories: [],
      within,
      from: moment.at,
      until: null,
      reason: null,
      recordedBy: null,
    });
  }
}

/** The shortest time that conditions say, of those that can be read; null for none. */
function dutyIn(conditions: readonly ConditionFact[], at: number): string | null {
  const times = conditions
    .filter(({ kind, value }) => kind === 'DEPOSIT_DUTY' && isDuration(value))
    .map(({ value }) => ({ value, end: instantAfter(at, value) ?? Infinity }));
  return times.toSorted((one, other) => one.end - other.end)[0]?.value ?? null;
}

function holdersOf(db: Database['db'], recognition: string): readonly string[] {
  const found = db.select().from(recognitions).where(eq(recognitions.id, recognition)).get();
  if (found === undefined) return [];
  switch (found.subjectType) {
    case 'Organization':
      return [found.subject];
    case 'PublicHealthRecordSystem':
      return membersOf(db, found.subject);
  }
}

function membersOf(db: Database['db'], system: string): readonly string[] {
  return (
    db
      .select()
      .from(systemStandings)
      .where(and(eq(systemStandings.owner, system), isNull(systemStandings.validTo)))
      .get()?.members ?? []
  );
}

function openDuties(db: Database['db'], recognition: string) {
  return db
    .select()
    .from(depositDuties)
    .where(
      and(
        eq(depositDuties.recognition, recognition),
        isNull(depositDuties.validTo),
        isNull(depositDuties.until),
      ),
    )
    .all();
}
