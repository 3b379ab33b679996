import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { TEST_NOW } from '@causeway/kit/testing';
import type { AccessEvent, Caller } from '@causeway/schema';
import { sql } from 'drizzle-orm';
import { transfers } from '../tables.js';
import { party, recordSystem, tellParties } from '../testing/asking.js';
import { everything } from '../testing/changes.js';
import { access, drLi, openEmpty } from '../testing/open.js';
import type { OpenConsents } from '../testing/open.js';

const OWN = { type: 'GBA_STANDARD_CONTRACT', reference: 'INVENTED-001' } as const;
const OF_SYSTEM = { type: 'MEMORANDUM_OF_UNDERSTANDING', reference: 'INVENTED-002' } as const;

let open: OpenConsents;

beforeEach(() => {
  open = openEmpty();
});

afterEach(() => {
  open.close();
});

const throughSystem = { ...drLi(), kind: 'system', system: 'phrs' } as Caller;

/** A view of Dr Li abroad, unless told. */
const view = (id = 'e-1', stated: Partial<AccessEvent> = {}): AccessEvent =>
  access(id, 'p-1', { caller: drLi(), abroad: true, basis: ['c-g-1', 'g-1'], ...stated });

const registered = () => open.database.db.select().from(transfers).all();

describe('the register of transfers', () => {
  it('has what was released abroad: when, by what, how much of what, to whom, and for what', () => {
    tellParties(open, party({ instrument: OWN }));
    open.repository.recordAccess([view()]);
    expect(registered()).toEqual([
      {
        id: expect.any(String),
        at: TEST_NOW,
        direction: 'HK_TO_MAINLAND',
        instrumentType: 'GBA_STANDARD_CONTRACT',
        instrumentReference: 'INVENTED-001',
        counts: { PERSON: 0, ALLERGY_ADR: 2 },
        organization: 'o-shenzhen',
        organizationNames: party().names,
        system: null,
        systemNames: [],
        purpose: 'TREAT',
        grant: 'g-1',
        event: 'e-1',
      },
    ]);
  });

  it('names no patient', () => {
    open.repository.recordAccess([view('e-1', { patient: 'p-named' })]);
    expect(JSON.stringify(registered())).not.toContain('p-named');
  });

  it.each<readonly [string, Partial<AccessEvent>]>([
    ['an access at home', { abroad: false }],
    ['what was denied', { outcome: 'DENY', gate: 'CONSENT' }],
    ['what was withheld', { release: 'WITHHELD' }],
    ['what the caller left before', { release: 'CANCELLED' }],
    ['what failed', { release: 'FAILED' }],
    ['a grant that was looked at', { scopes: ['GRANT'], counts: { GRANT: 1 } }],
    ['a deposit, of which the records subgraph tells', { action: 'DEPOSIT' }],
    [
      'what patients read of their own',
      {
        caller: {
          kind: 'person',
          subject: 's',
          client: 'c',
          tokenId: 't',
          purpose: 'PATRQT',
          person: 'p-1',
        },
      },
    ],
  ])('has nothing of %s', (_case, stated) => {
    open.repository.recordAccess([view('e-1', stated)]);
    expect(registered()).toEqual([]);
  });

  it('has each access once, however often it is recorded', () => {
    open.repository.recordAccess([view(), view('e-2')]);
    open.repository.recordAccess([view()]);
    expect(registered().map(({ event }) => event)).toEqual(['e-1', 'e-2']);
  });

  it.each([
    ['the organisation’s own', party({ instrument: OWN }), OWN],
    ['that of the system, where the organisation has none', party({ instrument: null }), OF_SYSTEM],
  ])('says the instrument: %s', (_case, organization, { type, reference }) => {
    tellParties(open, organization, recordSystem({ instrument: OF_SYSTEM }));
    open.repository.recordAccess([view('e-1', { caller: throughSystem })]);
    expect(registered()).toMatchObject([
      {
        instrumentType: type,
        instrumentReference: reference,
        system: 'phrs',
        systemNames: recordSystem().names,
      },
    ]);
  });

  it('says of a party that nobody told of no instrument and no name', () => {
    open.repository.recordAccess([view()]);
    expect(registered()).toMatchObject([
      { instrumentType: null, instrumentReference: null, organizationNames: [] },
    ]);
  });

  it('keeps what was known at the time', () => {
    tellParties(open, party({ instrument: OWN }));
    open.repository.recordAccess([view()]);
    tellParties(open, party({ instrument: null, names: [] }));
    expect(registered()).toMatchObject([
      { instrumentReference: 'INVENTED-001', organizationNames: party().names },
    ]);
  });

  it('has an access that is recorded, or neither is there', () => {
    open.database.db.run(
      "create trigger full before insert on transfer begin select raise(abort, 'disk full'); end",
    );
    const before = everything(open);
    expect(() => open.repository.recordAccess([view()])).toThrow();
    expect(everything(open)).toEqual(before);
  });

  it.each([
    ['changed', sql`update transfer set purpose = 'HMARKT'`],
    ['deleted', sql`delete from transfer`],
    [
      'replaced by its id',
      sql`insert or replace into transfer select id, 0, direction, null, null, counts, organization, organization_names, null, system_names, purpose, null, 'e-9' from transfer`,
    ],
    [
      'replaced by its event',
      sql`insert or replace into transfer select 'x', 0, direction, null, null, counts, organization, organization_names, null, system_names, purpose, null, event from transfer`,
    ],
  ])('has no entry that is %s', (_case, statement) => {
    open.repository.recordAccess([view()]);
    const before = registered();
    expect(() => open.database.db.run(statement)).toThrow(
      expect.objectContaining({
        cause: expect.objectContaining({
          message: expect.stringContaining('only ever appended to'),
        }),
      }),
    );
    expect(registered()).toEqual(before);
  });
});
