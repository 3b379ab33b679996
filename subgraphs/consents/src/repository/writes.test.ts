import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { HistoryError } from '@causeway/kit';
import { TEST_NOW } from '@causeway/kit/testing';
import { asc } from 'drizzle-orm';
import { PeriodError } from '../period.js';
import { consents, epochs, grants } from '../tables.js';
import { care, consent, grant, importedConsent, openEmpty, stepUp } from '../testing/open.js';
import type { OpenConsents } from '../testing/open.js';
import type { NewConsent } from './put-consent.js';

let open: OpenConsents;

beforeEach(() => {
  open = openEmpty();
});

afterEach(() => {
  open.close();
});

const HOUR = 3_600_000;

/** Every version of every consent: id, version, status, what superseded it, and how long it held in hours from now. */
function versions(): unknown[] {
  const rows = open.database.db
    .select()
    .from(consents)
    .orderBy(asc(consents.owner), asc(consents.validFrom))
    .all();
  const hours = (instant: number | null) => (instant === null ? null : (instant - TEST_NOW) / HOUR);
  return rows.map(({ owner, version, status, supersededBy, validFrom, validTo }) => [
    owner,
    version,
    status,
    supersededBy,
    hours(validFrom),
    hours(validTo),
  ]);
}

/** Every row of every table of facts. */
function everything(): unknown {
  const { db } = open.database;
  return [consents, grants, epochs].map((table) => db.select().from(table).all());
}

describe('putConsent', () => {
  it('keeps the history of a consent', () => {
    expect(open.repository.putConsent(consent('c-1', 'p-1'), TEST_NOW - 2 * HOUR)).toBe('created');
    const inactive = consent('c-1', 'p-1', { status: 'inactive' });
    expect(open.repository.putConsent(inactive, TEST_NOW - HOUR)).toBe('updated');
    expect(versions()).toEqual([
      ['c-1', 1, 'active', null, -2, -1],
      ['c-1', 2, 'inactive', null, -1, null],
    ]);
  });

  it('supersedes the active consent for the same patient, kind and grantee', () => {
    open.repository.putConsent(consent('c-1', 'p-1'), TEST_NOW - 2 * HOUR);
    open.repository.putConsent(consent('c-2', 'p-1'), TEST_NOW - HOUR);
    expect(versions()).toEqual([
      ['c-1', 1, 'active', null, -2, -1],
      ['c-1', 2, 'inactive', 'c-2', -1, null],
      ['c-2', 1, 'active', null, -1, null],
    ]);
  });

  it.each<[string, NewConsent]>([
    ['another patient', consent('c-2', 'p-2')],
    ['another kind', consent('c-2', 'p-1', { kind: 'RESTRICTION' })],
    ['another grantee', consent('c-2', 'p-1', { grantee: ['o-lab'] })],
    ['one grantee more', consent('c-2', 'p-1', { grantee: ['o-clinic', 'o-lab'] })],
    ['no grantee in particular', consent('c-2', 'p-1', { grantee: [] })],
    ['a proposal', consent('c-2', 'p-1', { status: 'proposed' })],
    ['another source', importedConsent('c-2', 'p-1')],
  ])('leaves the active consent in force beside one of %s', (_case, other) => {
    open.repository.putConsent(consent('c-1', 'p-1'), TEST_NOW - 2 * HOUR);
    open.repository.putConsent(other, TEST_NOW - HOUR);
    expect(versions()).toContainEqual(['c-1', 1, 'active', null, -2, null]);
  });

  it('takes the same grantees in another order for the same key', () => {
    open.repository.putConsent(consent('c-1', 'p-1', { grantee: ['o-1', 'o-2'] }), TEST_NOW - HOUR);
    open.repository.putConsent(consent('c-2', 'p-1', { grantee: ['o-2', 'o-1'] }));
    expect(versions()).toContainEqual(['c-1', 2, 'inactive', 'c-2', 0, null]);
  });

  it('supersedes when a proposal becomes active', () => {
    open.repository.putConsent(consent('c-1', 'p-1'), TEST_NOW - 2 * HOUR);
    open.repository.putConsent(consent('c-2', 'p-1', { status: 'proposed' }), TEST_NOW - HOUR);
    open.repository.putConsent(consent('c-2', 'p-1'));
    expect(versions()).toContainEqual(['c-1', 2, 'inactive', 'c-2', 0, null]);
  });

  it('never supersedes what another source recorded: each of those may deny something', () => {
    open.repository.putConsent(importedConsent('c-1', 'p-1'), TEST_NOW - 2 * HOUR);
    open.repository.putConsent(importedConsent('c-2', 'p-1'), TEST_NOW - HOUR);
    open.repository.putConsent(consent('c-3', 'p-1'));
    expect(versions()).toMatchObject([
      ['c-1', 1, 'active', null, -2, null],
      ['c-2', 1, 'active', null, -1, null],
      ['c-3', 1, 'active', null, 0, null],
    ]);
  });

  it('changes nothing when a history is written again in its order', () => {
    const write = (): unknown[] => [
      open.repository.putConsent(consent('c-1', 'p-1'), TEST_NOW - 3 * HOUR),
      open.repository.putConsent(consent('c-2', 'p-1'), TEST_NOW - 2 * HOUR),
      open.repository.putConsent(
        importedConsent('c-3', 'p-1', { dateTime: null }),
        TEST_NOW - HOUR,
      ),
      open.repository.putGrant(grant('g-1', 'p-1'), TEST_NOW - HOUR),
      open.repository.putCareRelation(care('p-1', 'o-clinic'), TEST_NOW - HOUR),
      open.repository.putStepUp(stepUp('p-1', 'r-1'), TEST_NOW - HOUR),
    ];
    expect(new Set(write())).toEqual(new Set(['created']));
    const before = everything();
    expect(new Set(write())).toEqual(new Set(['unchanged']));
    expect(everything()).toEqual(before);
  });

  it('changes nothing when a source is read again later', () => {
    const write = () =>
      open.repository.putConsent(importedConsent('c-1', 'p-1', { dateTime: null }));
    write();
    const before = everything();
    open.clock.now += HOUR;
    expect(write()).toBe('unchanged');
    expect(everything()).toEqual(before);
  });

  it('knows which resource of a source an imported consent was made of', () => {
    const source = { namespace: 'https://invented.example', id: 'source-c-1' };
    expect(open.repository.consentOfSource(source)).toBeNull();
    open.repository.putConsent(importedConsent('c-1', 'p-1'));
    expect(open.repository.consentOfSource(source)).toBe('c-1');
  });

  it('refuses to let a consent pass to another patient, and changes nothing', () => {
    open.repository.putConsent(consent('c-1', 'p-1'));
    const before = everything();
    expect(() => open.repository.putConsent(consent('c-1', 'p-2'))).toThrow(
      'stay with its patient',
    );
    expect(everything()).toEqual(before);
  });

  it('refuses a change in the future', () => {
    expect(() => open.repository.putConsent(consent('c-1', 'p-1'), TEST_NOW + 1)).toThrow(
      HistoryError,
    );
  });

  it.each<[string, Partial<Omit<NewConsent, 'origin'>>]>([
    ['its period', { period: { start: null, end: 'next spring' } }],
    ['a provision', { provision: [{ type: 'deny', period: { start: 'once', end: null } }] }],
    [
      'the data of a provision within a provision',
      {
        provision: [
          {
            type: 'permit',
            provision: [{ type: 'deny', dataPeriod: { start: null, end: 'then' } }],
          },
        ],
      },
    ],
  ])('refuses a period of %s that cannot be read', (_case, stated) => {
    const bad = consent('c-1', 'p-1', stated);
    expect(() => open.repository.putConsent(bad)).toThrow(PeriodError);
  });
});

describe('putGrant', () => {
  it('keeps the history of a grant', () => {
    open.repository.putGrant(grant('g-1', 'p-1', { state: 'AUTHORISED' }), TEST_NOW - HOUR);
    expect(open.repository.putGrant(grant('g-1', 'p-1'))).toBe('updated');
    const rows = open.database.db.select().from(grants).orderBy(asc(grants.validFrom)).all();
    expect(rows).toMatchObject([
      { state: 'AUTHORISED', validTo: TEST_NOW },
      { state: 'REDEEMED', validTo: null },
    ]);
  });
});

describe('putCareRelation', () => {
  it('refuses a period that cannot be read, which would be open otherwise', () => {
    const bad = care('p-1', 'o-1', { period: { start: '2026-01-01', end: 'soon' } });
    expect(() => open.repository.putCareRelation(bad)).toThrow(PeriodError);
  });
});

describe('putStepUp', () => {
  it('refuses an end that cannot be read', () => {
    const bad = stepUp('p-1', 'r-1', { until: 'later' });
    expect(() => open.repository.putStepUp(bad)).toThrow(PeriodError);
  });
});

describe('inTransaction', () => {
  it('writes all or nothing', () => {
    const writeHalf = (): void =>
      open.repository.inTransaction(() => {
        open.repository.putConsent(consent('c-1', 'p-1'));
        throw new Error('half way');
      });
    expect(writeHalf).toThrow('half way');
    expect(versions()).toEqual([]);
    expect(open.database.db.select().from(epochs).all()).toEqual([]);
  });
});
