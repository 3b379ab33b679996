/** Reads the audit trail as a whole, in pages: it may be larger than memory. */
import type { Database } from '@causeway/kit';
import { and, asc, count, eq, gt, max, min, sql } from 'drizzle-orm';
import type { Chain } from '../audit/verify-chain.js';
import type { Trail } from '../audit/verify-trail.js';
import { auditAnchoredEnds, auditAnchors, auditEvents, auditHeads } from '../tables.js';
import type { AnchoredEndRow, AuditAnchorRow, AuditEventRow } from '../tables.js';

const PAGE = 500;

/** Below every place of a chain and every anchor. */
const BEGINNING = Number.MIN_SAFE_INTEGER;

/** The audit trail of a database; to be read in one transaction, since the chains grow all the time. */
export function auditTrail(db: Database['db']): Trail {
  const chainOf = chainReader(db);
  return {
    patients: patientsOf(db),
    chainOf,
    anchors: inPages(
      (after: number) =>
        db
          .select()
          .from(auditAnchors)
          .where(gt(auditAnchors.sequence, after))
          .orderBy(asc(auditAnchors.sequence))
          .limit(PAGE)
          .all(),
      ({ sequence }: AuditAnchorRow) => sequence,
      BEGINNING,
    ),
    endsOf: (anchor) =>
      inPages(
        (after: string | null) =>
          db
            .select()
            .from(auditAnchoredEnds)
            .where(
              and(
                eq(auditAnchoredEnds.anchor, anchor),
                after === null ? undefined : gt(auditAnchoredEnds.patient, after),
              ),
            )
            .orderBy(asc(auditAnchoredEnds.patient))
            .limit(PAGE)
            .all(),
        ({ patient }: AnchoredEndRow) => patient,
        null,
      ),
    newestWithEnds: () =>
      db
        .select({ newest: max(auditAnchoredEnds.anchor) })
        .from(auditAnchoredEnds)
        .get()?.newest ?? 0,
  };
}

/** Everybody of whom an event, an end of a chain or an anchored end is kept, in the order of the ids. */
export function* patientsOf(db: Database['db']): Generator<string> {
  const after = sql.placeholder('after');
  const following = [auditHeads, auditEvents, auditAnchoredEnds].map((table) => ({
    first: db.select({ patient: min(table.patient) }).from(table),
    next: db
      .select({ patient: min(table.patient) })
      .from(table)
      .where(gt(table.patient, after))
      .prepare(),
  }));
  let found = following.map(({ first }) => first.get()?.patient);
  for (;;) {
    const [patient] = found.filter((one) => one != null).sort(byBytes);
    if (patient === undefined) return;
    yield patient;
    found = following.map(({ next }) => next.get({ after: patient })?.patient);
  }
}

/** In the order of the database: by the bytes of UTF-8. */
function byBytes(one: string, other: string): number {
  return Buffer.compare(Buffer.from(one), Buffer.from(other));
}

function chainReader(db: Database['db']): (patient: string) => Chain {
  const patient = sql.placeholder('patient');
  const isOfPatient = eq(auditEvents.patient, patient);
  const head = db.select().from(auditHeads).where(eq(auditHeads.patient, patient)).prepare();
  const events = db
    .select()
    .from(auditEvents)
    .where(and(isOfPatient, gt(auditEvents.sequence, sql.placeholder('after'))))
    .orderBy(asc(auditEvents.sequence))
    .limit(PAGE)
    .prepare();
  const anchored = db
    .select()
    .from(auditAnchoredEnds)
    .where(
      and(
        eq(auditAnchoredEnds.patient, patient),
        gt(auditAnchoredEnds.anchor, sql.placeholder('after')),
      ),
    )
    .orderBy(asc(auditAnchoredEnds.anchor))
    .limit(PAGE)
    .prepare();
  const length = db.select({ total: count() }).from(auditEvents).where(isOfPatient).prepare();
  const holder = db
    .select({ id: auditEvents.id })
    .from(auditEvents)
    .where(and(isOfPatient, eq(auditEvents.hash, sql.placeholder('hash'))))
    .prepare();
  const unreadable = db
    .select({ sequence: auditEvents.sequence, id: auditEvents.id })
    .from(auditEvents)
    .where(
      and(
        isOfPatient,
        sql`not (json_valid(${auditEvents.caller}) and json_valid(${auditEvents.scopes}) and json_valid(${auditEvents.counts}) and json_valid(${auditEvents.basis}))`,
      ),
    )
    .orderBy(asc(auditEvents.sequence))
    .limit(1)
    .prepare();
  return (id) => ({
    head: head.get({ patient: id }),
    events: inPages(
      (after: number) => events.all({ patient: id, after }),
      ({ sequence }: AuditEventRow) => sequence,
      BEGINNING,
    ),
    anchored: inPages(
      (after: number) => anchored.all({ patient: id, after }),
      ({ anchor }: AnchoredEndRow) => anchor,
      BEGINNING,
    ),
    holds: (hash) => holder.get({ patient: id, hash }) !== undefined,
    length: () => length.get({ patient: id })?.total ?? 0,
    unreadable: () => unreadable.get({ patient: id }) ?? null,
  });
}

function* inPages<Row, Key>(
  page: (after: Key) => readonly Row[],
  keyOf: (row: Row) => Key,
  beginning: Key,
): Generator<Row> {
  let after = beginning;
  for (;;) {
    const rows = page(after);
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGE) return;
    after = keyOf(last);
  }
}
