/** The staging file: one place where a run keeps what it has read, what it decided, and what it will write. */
import { fileURLToPath } from 'node:url';
import { openDatabase } from '@causeway/kit';
import {
  and,
  asc,
  eq,
  exists,
  getTableColumns,
  gt,
  isNull,
  max,
  ne,
  not,
  or,
  sql,
} from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { files, items, rows, runs } from './tables.js';
import type { Disposition, Findings, ItemRow, Phase, StagedRow } from './tables.js';
import { rowsOfKind } from './row-entries.js';
import type { RowKind, RowOf } from './row-entries.js';

const MIGRATIONS = fileURLToPath(new URL('../../../migrations', import.meta.url));

/** An item to be staged, without what follows from the run. */
export type NewItem = Omit<ItemRow, 'seq' | 'isEarlier'>;

/** What was decided of an item. */
export interface Settled {
  readonly seq: number;
  readonly disposition: Disposition;
  readonly code?: NonNullable<ItemRow['code']>;
  readonly reason?: string;
}

/** Everything that a run decides before it writes. */
export interface Decided {
  readonly settled: Iterable<Settled>;
  readonly rows: Iterable<StagedRow>;
  readonly findings: Findings;
}

/** Items by type, disposition and code. */
export interface Tally {
  readonly type: string | null;
  readonly disposition: Disposition | null;
  readonly code: ItemRow['code'];
  readonly isEarlier: boolean;
  readonly count: number;
}

/** Everything a run keeps between two instructions, and after being killed. */
export interface Staging {
  /** The run that is under way, null where there is none. */
  current(): { readonly phase: Phase; readonly task: string } | null;
  /** Begins a run: forgets what an earlier one read, save what it kept. */
  begin(task: string): void;
  /** Whether the run has read a file to its end in this state. */
  hasRead(path: string, state: string): boolean;
  /** Forgets what was read of a file whose end was not reached. */
  forget(path: string): void;
  /** Stages items of a file. */
  add(items: readonly NewItem[]): void;
  /** Says that a file has been read to its end. */
  finish(path: string, state: string): void;
  /** Every item that is not refused yet, in order, without its content; of those kept earlier, what was not read anew. */
  open(): readonly Omit<ItemRow, 'content'>[];
  /** The JSON of an item's resource. */
  contentOf(seq: number): string;
  /** Records decisions and rows, and turns to committing: all at once. */
  decide(decided: Decided): void;
  /** What was found while deciding. */
  findings(): Findings;
  /** The rows of a kind that belong to a patient, or to none. */
  rows<Kind extends RowKind>(kind: Kind, patient: string | null): readonly RowOf<Kind>[];
  /** The patients that rows belong to, in order. */
  patients(): readonly string[];
  /** The rows that the run makes. */
  made(): readonly StagedRow[];
  tallies(): readonly Tally[];
  /** The items that were refused or kept, in order. */
  notTaken(): readonly Omit<ItemRow, 'content'>[];
  /** Ends the run: what was kept stays, everything else goes. */
  end(): void;
  close(): void;
}

/** Opens the staging file at a path. @throws DatabaseError if it cannot be used */
export function openStaging(path: string): Staging {
  // FULL: what is decided here is what a run that was killed goes by.
  const database = openDatabase({ path, migrations: MIGRATIONS, synchronous: 'FULL' });
  const { db } = database;
  const { content, ...light } = getTableColumns(items);
  const isKept = and(eq(items.isEarlier, true), isNull(items.disposition));
  const anew = alias(items, 'anew');
  const isReadAnew = and(
    eq(items.isEarlier, true),
    exists(
      db
        .select()
        .from(anew)
        .where(
          and(
            eq(anew.isEarlier, false),
            eq(anew.sourceNamespace, items.sourceNamespace),
            eq(anew.sourceId, items.sourceId),
          ),
        ),
    ),
  );

  const clear = (): void => {
    db.delete(runs).run();
    db.delete(files).run();
    db.delete(rows).run();
    db.delete(items)
      .where(or(isNull(items.disposition), ne(items.disposition, 'KEPT')))
      .run();
    const kept = db.select({ seq: items.seq }).from(items).orderBy(asc(items.seq)).all();
    kept.forEach(({ seq }, index) => {
      // Counted anew, so that an import that changes nothing leaves the file as it was.
      db.update(items)
        .set({ seq: index + 1, disposition: null, code: null, reason: null, isEarlier: true })
        .where(eq(items.seq, seq))
        .run();
    });
  };

  return {
    current: () => db.select({ phase: runs.phase, task: runs.task }).from(runs).get() ?? null,

    begin: (task) =>
      database.inTransaction(() => {
        // Of a run that never came to decide, what it read goes; what earlier ones kept stays.
        db.update(items).set({ disposition: 'KEPT' }).where(isKept).run();
        clear();
        db.insert(runs).values({ id: 1, phase: 'READING', task, findings: null }).run();
      }),

    hasRead: (path, state) =>
      db
        .select({ path: files.path })
        .from(files)
        .where(and(eq(files.path, path), eq(files.state, state)))
        .get() !== undefined,

    forget: (path) =>
      database.inTransaction(() => {
        db.delete(files).where(eq(files.path, path)).run();
        db.delete(items)
          .where(and(eq(items.file, path), eq(items.isEarlier, false)))
          .run();
      }),

    add: (batch) =>
      database.inTransaction(() => {
        let seq =
          db
            .select({ last: max(items.seq) })
            .from(items)
            .get()?.last ?? 0;
        for (const item of batch) {
          seq += 1;
          db.insert(items)
            .values({ ...item, seq, isEarlier: false })
            .run();
        }
      }),

    finish: (path, state) => {
      db.insert(files).values({ path, state }).run();
    },

    open: () =>
      db
        .select(light)
        .from(items)
        .where(and(isNull(items.disposition), not(isReadAnew ?? sql`false`)))
        .orderBy(asc(items.seq))
        .all(),

    contentOf: (seq) => {
      const row = db.select({ content }).from(items).where(eq(items.seq, seq)).get();
      if (row?.content == null)
        throw new Error(`Expected item ${seq} with its content, found none`);
      return row.content;
    },

    findings: () => {
      const row = db.select({ findings: runs.findings }).from(runs).get();
      if (row?.findings == null) throw new Error('Expected a run that has decided, found none');
      return row.findings;
    },

    decide: ({ settled, rows: staged, findings }) =>
      database.inTransaction(() => {
        db.delete(items).where(isReadAnew).run();
        for (const { seq, disposition, code, reason } of settled) {
          db.update(items)
            .set({ disposition, code: code ?? null, reason: reason ?? null })
            .where(eq(items.seq, seq))
            .run();
        }
        for (const row of staged) db.insert(rows).values(row).run();
        db.update(runs).set({ phase: 'COMMITTING', findings }).run();
      }),

    rows: (kind, patient) => {
      const isOf = patient === null ? isNull(rows.patient) : eq(rows.patient, patient);
      const isKind = eq(rows.kind, kind);
      const found = db.select().from(rows).where(and(isKind, isOf)).orderBy(asc(rows.id)).all();
      return rowsOfKind(found, kind);
    },

    patients: () =>
      db
        .selectDistinct({ patient: rows.patient })
        .from(rows)
        .where(gt(rows.patient, ''))
        .orderBy(asc(rows.patient))
        .all()
        .flatMap(({ patient }) => patient ?? []),

    made: () => db.select().from(rows).where(eq(rows.isNew, true)).all(),

    tallies: () =>
      db
        .select({
          type: items.type,
          disposition: items.disposition,
          code: items.code,
          isEarlier: items.isEarlier,
          count: sql<number>`count(*)`,
        })
        .from(items)
        .groupBy(items.type, items.disposition, items.code, items.isEarlier)
        .all(),

    notTaken: () =>
      db
        .select(light)
        .from(items)
        .where(or(eq(items.disposition, 'KEPT'), eq(items.disposition, 'REFUSED')))
        .orderBy(asc(items.seq))
        .all(),

    end: () => database.inTransaction(clear),
    close: () => database.close(),
  };
}
