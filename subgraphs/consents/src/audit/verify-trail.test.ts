import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { without } from '@causeway/kit';
import { and, asc, desc, eq, gt, gte, sql } from 'drizzle-orm';
import { auditAnchoredEnds, auditAnchors, auditEvents, auditHeads } from '../tables.js';
import type { AuditEventRow } from '../tables.js';
import { access, openEmpty } from '../testing/open.js';
import type { OpenConsents } from '../testing/open.js';
import { hashOfAnchor, rootOf } from './anchor.js';
import { EMPTY_CHAIN, linked } from './chain.js';
import type { NotedAnchor } from './verify-anchors.js';
import type { TrailState } from './verify-trail.js';

let folder: string;
let open: OpenConsents;

const record = (...ids: string[]) =>
  open.repository.recordAccess(ids.map((id) => access(id, id.startsWith('e') ? 'p-1' : 'p-2')));

// Anchor 1 binds p-1 up to 2 and p-2 up to 1, anchor 2 p-1 up to 4, anchor 3 p-2 up to 3; e-5 is not anchored yet.
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'causeway-trail-'));
  open = openEmpty(join(folder, 'consents.sqlite'));
  record('e-1', 'x-1', 'e-2');
  expect(open.repository.anchorAudit()).toBe(1);
  record('e-3', 'e-4');
  expect(open.repository.anchorAudit()).toBe(2);
  record('x-2', 'x-3');
  expect(open.repository.anchorAudit()).toBe(3);
  record('e-5');
});

afterEach(() => {
  open.close();
  rmSync(folder, { recursive: true });
});

type Db = OpenConsents['database']['db'];

const verified = (noted: NotedAnchor | null = null): TrailState =>
  open.repository.verifyTrail({ noted, onProgress: () => undefined });

/** Changes the stored trail past the triggers, as somebody with the file could. */
function tamper(change: (db: Db) => unknown): void {
  const { db } = open.database;
  const triggers = db.all<{ name: string }>(
    sql`select name from sqlite_master where type = 'trigger'`,
  );
  for (const { name } of triggers) db.run(sql.raw(`drop trigger ${name}`));
  change(db);
}

const chainOf = (db: Db, patient = 'p-1') =>
  db
    .select()
    .from(auditEvents)
    .where(eq(auditEvents.patient, patient))
    .orderBy(asc(auditEvents.sequence))
    .all();

/** The events of p-1 in other words, properly linked, with the head that belongs to them. */
function rewriteChain(db: Db, events: readonly AuditEventRow[], from = EMPTY_CHAIN): void {
  db.delete(auditEvents)
    .where(and(eq(auditEvents.patient, 'p-1'), gt(auditEvents.sequence, from.sequence)))
    .run();
  let end = from;
  for (const event of events) {
    const row = linked(without(event, 'sequence', 'previousHash', 'hash'), end);
    db.insert(auditEvents).values(row).run();
    end = row;
  }
  db.update(auditHeads)
    .set({ sequence: end.sequence, hash: end.hash })
    .where(eq(auditHeads.patient, 'p-1'))
    .run();
}

/** The anchors from one on, with their ends, made to fit the chains as they are. */
function rewriteAnchors(db: Db, from: number): void {
  for (const anchor of db
    .select()
    .from(auditAnchors)
    .where(gte(auditAnchors.sequence, from))
    .orderBy(asc(auditAnchors.sequence))
    .all()) {
    const isOfAnchor = eq(auditAnchoredEnds.anchor, anchor.sequence);
    for (const { patient, sequence } of db
      .select()
      .from(auditAnchoredEnds)
      .where(isOfAnchor)
      .all()) {
      const event = chainOf(db, patient).find((one) => one.sequence === sequence);
      db.update(auditAnchoredEnds)
        .set({ hash: event?.hash ?? '' })
        .where(and(isOfAnchor, eq(auditAnchoredEnds.patient, patient)))
        .run();
    }
    const ends = db
      .select()
      .from(auditAnchoredEnds)
      .where(isOfAnchor)
      .orderBy(asc(auditAnchoredEnds.patient))
      .all();
    const before = db
      .select()
      .from(auditAnchors)
      .where(eq(auditAnchors.sequence, anchor.sequence - 1))
      .get();
    const entry = {
      ...without(anchor, 'hash'),
      root: rootOf(ends),
      previousHash: before?.hash ?? anchor.previousHash,
    };
    db.update(auditAnchors)
      .set({ ...entry, hash: hashOfAnchor(entry) })
      .where(eq(auditAnchors.sequence, anchor.sequence))
      .run();
  }
}

const newestAnchor = (): NotedAnchor => {
  const row = open.database.db
    .select()
    .from(auditAnchors)
    .orderBy(desc(auditAnchors.sequence))
    .get();
  return { sequence: row?.sequence ?? 0, hash: row?.hash ?? '' };
};

const chain = (problem: string, sequence: number, event: string | null, anchor?: number) => ({
  state: 'BROKEN_CHAIN',
  patient: 'p-1',
  chain: { state: 'BROKEN', problem, sequence, event, ...(anchor !== undefined && { anchor }) },
});

const anchor = (problem: string, place: number) => ({
  state: 'BROKEN_ANCHOR',
  anchor: { state: 'BROKEN', problem, anchor: place },
});

describe('verifyTrail', () => {
  it('finds all chains and anchors intact', () => {
    expect(verified(newestAnchor())).toEqual({
      state: 'INTACT',
      patients: 2,
      events: 8,
      newest: expect.objectContaining({ sequence: 3, chains: 2, events: 7 }),
    });
  });

  it('tells how far it has come', () => {
    const told: number[] = [];
    open.repository.verifyTrail({ noted: null, onProgress: (events) => told.push(events) });
    expect(told).toEqual([5, 8]);
  });

  it('finds an empty trail intact', () => {
    const empty = openEmpty();
    expect(empty.repository.anchorAudit()).toBe(0);
    expect(empty.repository.verifyTrail({ noted: null, onProgress: () => undefined })).toEqual({
      state: 'INTACT',
      patients: 0,
      events: 0,
      newest: null,
    });
    empty.close();
  });

  it('verifies chains that are longer than a page', () => {
    record(...Array.from({ length: 1_300 }, (_, n) => `e-more-${n}`));
    open.repository.anchorAudit();
    expect(verified()).toMatchObject({ state: 'INTACT', events: 1_308 });
  });

  const isEvent = (id: string) => eq(auditEvents.id, id);
  const cut = (db: Db, from: number) =>
    db
      .delete(auditEvents)
      .where(and(eq(auditEvents.patient, 'p-1'), gte(auditEvents.sequence, from)))
      .run();

  it.each<[string, (db: Db) => unknown, object]>([
    [
      'an event is changed',
      (db) => db.update(auditEvents).set({ outcome: 'DENY' }).where(isEvent('e-2')).run(),
      chain('CHANGED', 2, 'e-2'),
    ],
    [
      'an event is made unreadable',
      (db) => db.run(sql`update audit_event set scopes = 'no json' where id = 'e-3'`),
      chain('CHANGED', 3, 'e-3'),
    ],
    [
      'an event in the middle is removed',
      (db) => db.delete(auditEvents).where(isEvent('e-3')).run(),
      chain('REMOVED', 3, null),
    ],
    [
      'the place of an event is changed',
      (db) => db.update(auditEvents).set({ sequence: 9 }).where(isEvent('e-5')).run(),
      chain('REMOVED', 5, null),
    ],
    ['the end is cut', (db) => cut(db, 4), chain('REMOVED', 4, null)],
    [
      'the end is cut with the head',
      (db) => {
        rewriteChain(db, chainOf(db).slice(0, 3));
      },
      chain('REMOVED', 4, null, 2),
    ],
    [
      'a chain goes, its head with it',
      (db) => {
        cut(db, 1);
        db.delete(auditHeads).where(eq(auditHeads.patient, 'p-1')).run();
      },
      chain('REMOVED', 1, null, 1),
    ],
    [
      'two events change places',
      (db) => {
        for (const [id, sequence] of [
          ['e-2', 102],
          ['e-3', 2],
          ['e-2', 3],
        ] as const) {
          db.update(auditEvents).set({ sequence }).where(isEvent(id)).run();
        }
      },
      chain('REORDERED', 2, 'e-3'),
    ],
    [
      'an event is put in between',
      (db) => {
        const events = chainOf(db);
        for (const { id, sequence } of events.slice(2).reverse()) {
          db.update(auditEvents)
            .set({ sequence: sequence + 1 })
            .where(isEvent(id))
            .run();
        }
        const [first, second] = events;
        if (first === undefined || second === undefined) throw new Error('Expected two events');
        const entry = without({ ...first, id: 'e-new' }, 'sequence', 'previousHash', 'hash');
        db.insert(auditEvents).values(linked(entry, second)).run();
      },
      chain('REORDERED', 4, 'e-3'),
    ],
    [
      'an event is put at the end',
      (db) => {
        const end = chainOf(db).at(-1);
        if (end === undefined) throw new Error('Expected an event');
        const entry = without({ ...end, id: 'e-new' }, 'sequence', 'previousHash', 'hash');
        db.insert(auditEvents).values(linked(entry, end)).run();
      },
      chain('ADDED', 6, 'e-new'),
    ],
    [
      'a chain of its own is put there',
      (db) => {
        const [event] = chainOf(db);
        if (event === undefined) throw new Error('Expected an event');
        const entry = without(event, 'sequence', 'previousHash', 'hash');
        db.insert(auditEvents)
          .values(linked({ ...entry, id: 'e-new', patient: 'p-0' }, EMPTY_CHAIN))
          .run();
      },
      { ...chain('ADDED', 1, 'e-new'), patient: 'p-0' },
    ],
    [
      'a chain is rewritten to its end, its head with it',
      (db) => {
        const events = chainOf(db).map((event) => ({ ...event, outcome: 'DENY' as const }));
        rewriteChain(db, events);
      },
      chain('CHANGED', 2, 'e-2', 1),
    ],
    [
      'a chain is rewritten from the middle on, its head with it',
      (db) => {
        const [, , third, ...rest] = chainOf(db);
        const before = chainOf(db)[1];
        if (third === undefined || before === undefined) throw new Error('Expected three events');
        rewriteChain(db, [{ ...third, reason: 'other' }, ...rest], before);
      },
      chain('CHANGED', 4, 'e-4', 2),
    ],
    [
      'an anchor is changed',
      (db) =>
        db.update(auditAnchors).set({ anchoredAt: 1 }).where(eq(auditAnchors.sequence, 2)).run(),
      anchor('CHANGED', 2),
    ],
    [
      'an anchor is changed and its hash made to fit',
      (db) => {
        const row = db.select().from(auditAnchors).where(eq(auditAnchors.sequence, 2)).get();
        if (row === undefined) throw new Error('Expected an anchor');
        const entry = { ...row, anchoredAt: 1 };
        db.update(auditAnchors)
          .set({ ...entry, hash: hashOfAnchor(entry) })
          .where(eq(auditAnchors.sequence, 2))
          .run();
      },
      anchor('CHANGED', 2),
    ],
    [
      'an anchor in the middle is removed',
      (db) => db.delete(auditAnchors).where(eq(auditAnchors.sequence, 2)).run(),
      anchor('REMOVED', 2),
    ],
    [
      'the newest anchor is removed without its ends',
      (db) => db.delete(auditAnchors).where(eq(auditAnchors.sequence, 3)).run(),
      anchor('REMOVED', 3),
    ],
    [
      'all anchors are removed without their ends',
      (db) => db.delete(auditAnchors).run(),
      anchor('REMOVED', 1),
    ],
    [
      'an end that an anchor binds is changed',
      (db) =>
        db
          .update(auditAnchoredEnds)
          .set({ hash: 'f'.repeat(64) })
          .where(and(eq(auditAnchoredEnds.anchor, 1), eq(auditAnchoredEnds.patient, 'p-1')))
          .run(),
      anchor('ENDS_CHANGED', 1),
    ],
    [
      'the place of an end that an anchor binds is changed',
      (db) =>
        db
          .update(auditAnchoredEnds)
          .set({ sequence: 9 })
          .where(eq(auditAnchoredEnds.anchor, 3))
          .run(),
      anchor('ENDS_CHANGED', 3),
    ],
    [
      'an end that an anchor binds is removed',
      (db) => db.delete(auditAnchoredEnds).where(eq(auditAnchoredEnds.anchor, 2)).run(),
      anchor('ENDS_CHANGED', 2),
    ],
  ])('names what is wrong when %s', (_case, change, expected) => {
    tamper(change);
    expect(verified()).toEqual(expected);
  });

  it('takes a chain for intact whose end was cut before anything anchored it: nothing else knows of it', () => {
    tamper((db) => rewriteChain(db, chainOf(db).slice(0, 4)));
    expect(verified().state).toBe('INTACT');
  });

  describe('against an anchor that was noted elsewhere', () => {
    it('finds that everything was rewritten, chain and anchors to their end', () => {
      const noted = newestAnchor();
      tamper((db) => {
        rewriteChain(
          db,
          chainOf(db).map((event) => ({ ...event, reason: 'other' })),
        );
        rewriteAnchors(db, 1);
      });
      expect(verified()).toMatchObject({ state: 'INTACT' });
      expect(verified(noted)).toEqual(anchor('REWRITTEN', 3));
    });

    it('finds that the end of the anchors was cut, their ends with them', () => {
      const noted = newestAnchor();
      tamper((db) => {
        db.delete(auditAnchors).where(eq(auditAnchors.sequence, 3)).run();
        db.delete(auditAnchoredEnds).where(eq(auditAnchoredEnds.anchor, 3)).run();
      });
      expect(verified()).toMatchObject({ state: 'INTACT' });
      expect(verified(noted)).toEqual(anchor('REMOVED', 3));
    });
  });
});

describe('anchorAudit', () => {
  const ends = (place: number) =>
    open.database.db
      .select()
      .from(auditAnchoredEnds)
      .where(eq(auditAnchoredEnds.anchor, place))
      .orderBy(asc(auditAnchoredEnds.patient))
      .all()
      .map(({ patient, sequence }) => `${patient} ${sequence}`);

  it('binds the ends of the chains that grew since the anchor before, and of no others', () => {
    expect([1, 2, 3].map(ends)).toEqual([['p-1 2', 'p-2 1'], ['p-1 4'], ['p-2 3']]);
  });

  it('adds no anchor where nothing was appended', () => {
    expect(open.repository.anchorAudit()).toBe(4);
    expect(open.repository.anchorAudit()).toBe(4);
    expect(open.database.db.select().from(auditAnchors).all()).toHaveLength(4);
  });

  it('goes on where it was after a restart', () => {
    open.close();
    open = openEmpty(join(folder, 'consents.sqlite'));
    expect(open.repository.anchorAudit()).toBe(4);
    expect(ends(4)).toEqual(['p-1 5']);
    expect(verified()).toMatchObject({ state: 'INTACT' });
  });

  it('goes on where it was after the file was packed anew', () => {
    open.database.db.run(sql`vacuum`);
    expect(open.repository.anchorAudit()).toBe(4);
    expect(ends(4)).toEqual(['p-1 5']);
  });

  it('is asked by the relay alone', async () => {
    const anchored = (use: 'relay' | 'data' | 'audit' | 'courier') =>
      open.ask('mutation { anchorAudit }', { use });
    expect(await anchored('relay')).toEqual({ data: { anchorAudit: 4 } });
    for (const use of ['audit', 'courier'] as const) {
      expect(await anchored(use)).toMatchObject({
        errors: [{ extensions: { code: 'FORBIDDEN' } }],
      });
    }
  });

  it.each([
    ["update audit_anchor set root = 'f'"],
    ['delete from audit_anchor'],
    ["insert into audit_anchor values (2, 1, 1, 1, 'f', 'f', 'f')"],
    ["update audit_anchored_end set hash = 'f'"],
    ['delete from audit_anchored_end'],
    ["insert into audit_anchored_end values (1, 'p-9', 1, 'f')"],
    ["insert or replace into audit_anchored_end values (1, 'p-1', 1, 'f')"],
  ])('has its tables refuse: %s', (statement) => {
    expect(() => open.database.db.run(sql.raw(statement))).toThrow(
      expect.objectContaining({
        cause: expect.objectContaining({
          message: expect.stringContaining('only ever appended to'),
        }),
      }),
    );
    expect(verified()).toMatchObject({ state: 'INTACT' });
  });
});
