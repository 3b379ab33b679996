import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { asc, eq, sql } from 'drizzle-orm';
import { auditEvents, auditHeads } from '../tables.js';
import type { AuditEventRow } from '../tables.js';
import { access, openEmpty } from '../testing/open.js';
import type { OpenConsents } from '../testing/open.js';
import { without } from '@causeway/kit';
import { hashOf } from './chain.js';
import type { BrokenChain } from './verify-chain.js';

let open: OpenConsents;

beforeEach(() => {
  open = openEmpty();
  open.repository.recordAccess(
    ['e-1', 'x-1', 'e-2', 'e-3', 'x-2', 'e-4'].map((id) =>
      access(id, id.startsWith('e') ? 'p-1' : 'p-2'),
    ),
  );
});

afterEach(() => {
  open.close();
});

/** Changes the stored trail past the triggers, as somebody with the file could. */
function tamper(change: (db: OpenConsents['database']['db']) => void): void {
  const { db } = open.database;
  const triggers = db.all<{ name: string }>(
    sql`select name from sqlite_master where type = 'trigger'`,
  );
  for (const { name } of triggers) db.run(sql.raw(`drop trigger ${name}`));
  change(db);
}

const isEvent = (id: string) => eq(auditEvents.id, id);

/** The row of an event as it stands. */
function rowOf(id: string): AuditEventRow {
  const row = open.database.db.select().from(auditEvents).where(isEvent(id)).get();
  if (row === undefined) throw new Error(`Expected the event ${id}, found none`);
  return row;
}

function set(id: string, stated: Partial<AuditEventRow>): void {
  tamper((db) => db.update(auditEvents).set(stated).where(isEvent(id)).run());
}

/** Moves events to other places, through free ones, since no two can share a place. */
function move(places: Readonly<Record<string, number>>): void {
  const entries = Object.entries(places);
  for (const [id, sequence] of entries) set(id, { sequence: sequence + 100 });
  for (const [id, sequence] of entries) set(id, { sequence });
}

function remove(id: string): void {
  tamper((db) => db.delete(auditEvents).where(isEvent(id)).run());
}

/** The event with its hash made to fit what it says now. */
function rehash(id: string): void {
  const row = rowOf(id);
  const entry = without(row, 'sequence', 'previousHash', 'hash');
  set(id, { hash: hashOf(entry, row.previousHash) });
}

describe('verifyChain', () => {
  it('finds each patient’s chain intact, and one of nobody too', () => {
    expect(open.repository.verifyChain('p-1')).toEqual({ state: 'INTACT', events: 4 });
    expect(open.repository.verifyChain('p-2')).toEqual({ state: 'INTACT', events: 2 });
    expect(open.repository.verifyChain('nobody')).toEqual({ state: 'INTACT', events: 0 });
  });

  const broken = (
    problem: BrokenChain['problem'],
    sequence: number,
    event: string | null,
  ): BrokenChain => ({ state: 'BROKEN', problem, sequence, event });

  it.each<[string, () => void, BrokenChain]>([
    ['the first event is removed', () => remove('e-1'), broken('REMOVED', 1, null)],
    ['one in the middle is removed', () => remove('e-2'), broken('REMOVED', 2, null)],
    ['the last event is removed', () => remove('e-4'), broken('REMOVED', 4, null)],
    [
      'all events are removed',
      () => ['e-1', 'e-2', 'e-3', 'e-4'].forEach(remove),
      broken('REMOVED', 1, null),
    ],
    [
      'one is removed and the gap closed',
      () => {
        remove('e-2');
        move({ 'e-3': 2, 'e-4': 3 });
      },
      broken('REMOVED', 2, null),
    ],
    [
      'the first is removed and the gap closed',
      () => {
        remove('e-1');
        move({ 'e-2': 1, 'e-3': 2, 'e-4': 3 });
      },
      broken('REMOVED', 1, null),
    ],
    ['an event is changed', () => set('e-2', { outcome: 'DENY' }), broken('CHANGED', 2, 'e-2')],
    ['two events change places', () => move({ 'e-2': 3, 'e-3': 2 }), broken('REORDERED', 2, 'e-3')],
    [
      'the first event goes to the end',
      () => move({ 'e-1': 4, 'e-2': 1, 'e-3': 2, 'e-4': 3 }),
      broken('REORDERED', 1, 'e-2'),
    ],
    [
      'an event of another patient is put in',
      () => {
        remove('e-2');
        set('x-2', { patient: 'p-1', sequence: 2 });
      },
      broken('CHANGED', 2, 'x-2'),
    ],
    [
      'an event is changed and its hash made to fit',
      () => {
        set('e-2', { scopes: [] });
        rehash('e-2');
      },
      broken('CHANGED', 2, 'e-2'),
    ],
    [
      'the last event is changed and its hash made to fit',
      () => {
        set('e-4', { scopes: [] });
        rehash('e-4');
      },
      broken('CHANGED', 4, 'e-4'),
    ],
    [
      'an event is added at the end',
      () => {
        const added = { ...rowOf('e-4'), id: 'e-5', sequence: 5, previousHash: rowOf('e-4').hash };
        tamper((db) => db.insert(auditEvents).values(added).run());
        rehash('e-5');
      },
      broken('ADDED', 5, 'e-5'),
    ],
    [
      'the end of the chain is forgotten',
      () => tamper((db) => db.delete(auditHeads).where(eq(auditHeads.patient, 'p-1')).run()),
      broken('ADDED', 1, 'e-1'),
    ],
  ])('finds the first place when %s', (_case, change, expected) => {
    change();
    expect(open.repository.verifyChain('p-1')).toEqual(expected);
  });

  const others: Partial<AuditEventRow> = {
    id: 'e-other',
    patient: 'p-2',
    recordedAt: 1,
    caller: { ...access('x', 'p-1').caller, tokenId: 't-other' },
    organization: 'o-other',
    purpose: 'CAREMGT',
    action: 'DEPOSIT',
    outcome: 'DENY',
    gate: 'LABEL',
    reason: 'other',
    release: 'FAILED',
    operationName: 'Other',
    operationDigest: 'beef',
    scopes: ['PERSON'],
    counts: { ALLERGY_ADR: 1 },
    basis: [],
    abroad: true,
    change: 'GRANT_REVOKED',
    changed: 'Consent/c-other',
    previousHash: 'f'.repeat(64),
    hash: 'f'.repeat(64),
  };

  it.each(Object.entries(others))('notices a change of %s', (name, value) => {
    // Another patient's event would stand in another chain; its place there is free.
    const place = name === 'patient' ? { sequence: 3 } : {};
    set('e-3', { [name]: value, ...place });
    const chain = open.repository.verifyChain(name === 'patient' ? 'p-2' : 'p-1');
    expect(chain.state).toBe('BROKEN');
  });

  it('covers every column of an event but its place', () => {
    const columns = Object.keys(rowOf('e-1')).sort();
    expect([...Object.keys(others), 'sequence'].sort()).toEqual(columns);
  });

  it('is not troubled by another order of members within a column', () => {
    tamper((db) =>
      db.run(sql`update audit_event set counts = ' { "ALLERGY_ADR" : 2 } ' where id = 'e-2'`),
    );
    expect(open.repository.verifyChain('p-1').state).toBe('INTACT');
  });
});

describe('the tables of the trail', () => {
  it.each([
    ['a change', "update audit_event set reason = 'other' where id = 'e-1'"],
    ['a deletion', "delete from audit_event where id = 'e-1'"],
    ['a deletion of all', 'delete from audit_event'],
    [
      'a replacement',
      `insert or replace into audit_event select id, patient, sequence, previous_hash, hash, 0, caller, organization, purpose, action, outcome, gate, reason, release, operation_name, operation_digest, scopes, counts, basis, abroad, change, changed from audit_event where id = 'e-1'`,
    ],
    [
      'a replacement of a place',
      `insert or replace into audit_event select 'e-9', patient, sequence, previous_hash, hash, recorded_at, caller, organization, purpose, action, outcome, gate, reason, release, operation_name, operation_digest, scopes, counts, basis, abroad, change, changed from audit_event where id = 'e-1'`,
    ],
    ['an end that goes back', "update audit_head set sequence = 1 where patient = 'p-1'"],
    ['another hash of the end', "update audit_head set hash = 'f' where patient = 'p-1'"],
    ['an end of another patient', "update audit_head set patient = 'p-9', sequence = 9"],
    ['a deletion of an end', 'delete from audit_head'],
  ])('refuse %s', (_case, statement) => {
    const rows = () => [
      open.database.db.select().from(auditEvents).orderBy(asc(auditEvents.id)).all(),
      open.database.db.select().from(auditHeads).all(),
    ];
    const before = rows();
    expect(() => open.database.db.run(sql.raw(statement))).toThrow(
      expect.objectContaining({
        cause: expect.objectContaining({
          message: expect.stringContaining('only ever appended to'),
        }),
      }),
    );
    expect(rows()).toEqual(before);
  });
});
