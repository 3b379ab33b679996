import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Database } from '@causeway/kit';
import { TEST_NOW, workBeside } from '@causeway/kit/testing';
import type { PartyEvent } from '@causeway/schema';
import { sql } from 'drizzle-orm';
import { openEmpty, organization, recognition, system } from '../testing/open.js';
import type { OpenProviders } from '../testing/open.js';

const DAY = 86_400_000;

let folder: string;
let path: string;
let providers: OpenProviders;
let repository: OpenProviders['repository'];

const open = (): void => {
  providers = openEmpty(path);
  ({ repository } = providers);
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'causeway-providers-'));
  path = join(folder, 'providers.db');
  open();
});

afterEach(() => {
  providers.close();
  rmSync(folder, { recursive: true });
});

const events = (): PartyEvent[] => repository.partyEvents(0, 1_000);

/** Works on the database itself, beside the subgraph. */
const beside = (work: (db: Database['db']) => void): void => {
  workBeside({ path, migrations: new URL('../../migrations', import.meta.url).pathname }, work);
};

const RECOGNISED = { status: 'RECOGNISED', reason: null, suspension: null } as const;

describe('the feed of parties', () => {
  it('tells of each change of an organisation and of a system as it then is', () => {
    repository.putOrganization(organization('o-1'), TEST_NOW - 5 * DAY);
    repository.putPublicHealthRecordSystem(system('s-1'), TEST_NOW - 4 * DAY);
    repository.putRecognition(recognition('rec-1'), TEST_NOW - 3 * DAY);
    repository.setRecognitionStatus('rec-1', RECOGNISED, TEST_NOW - 2 * DAY);
    repository.putOrganization(
      organization('o-1', { name: [{ language: 'zh-Hant-HK', text: '蓮灣醫院' }] }),
    );
    const told = {
      id: 'o-1',
      kind: 'Organization',
      names: [{ language: 'en', text: 'Hospital o-1' }],
      jurisdiction: 'CN-GD',
      recognition: null,
      instrument: null,
    };
    const instrument = { type: 'GBA_STANDARD_CONTRACT', reference: 'INVENTED-001' };
    const known = {
      id: 'rec-1',
      status: 'APPLIED',
      period: { start: '2026-01-01', end: '2027-12-31' },
      suspension: null,
      conditions: [{ kind: 'MAX_LOOKBACK', value: 'P3Y' }],
    };
    expect(events()).toEqual([
      { position: 1, at: TEST_NOW - 5 * DAY, party: told },
      {
        position: 2,
        at: TEST_NOW - 4 * DAY,
        party: {
          ...told,
          id: 's-1',
          kind: 'PublicHealthRecordSystem',
          names: [{ language: 'en', text: 'System s-1' }],
        },
      },
      { position: 3, at: TEST_NOW - 3 * DAY, party: { ...told, recognition: known, instrument } },
      {
        position: 4,
        at: TEST_NOW - 2 * DAY,
        party: { ...told, recognition: { ...known, status: 'RECOGNISED' }, instrument },
      },
      {
        position: 5,
        at: TEST_NOW,
        party: {
          ...told,
          names: [{ language: 'zh-Hant-HK', text: '蓮灣醫院' }],
          recognition: { ...known, status: 'RECOGNISED' },
          instrument,
        },
      },
    ]);
  });

  it('tells nothing where a party changes in what is not told of it', () => {
    repository.putOrganization(organization('o-1'));
    repository.putPublicHealthRecordSystem(system('s-1'));
    repository.putOrganization(organization('o-1', { city: 'Zhuhai' }));
    repository.setRegistration('o-1', { registration: null, deemedConsent: true });
    repository.putPublicHealthRecordSystem(system('s-1', { members: ['o-1'], endpoint: null }));
    expect(events()).toHaveLength(2);
  });

  it.each([
    ['the jurisdiction of an organisation', () => organization('o-1', { jurisdiction: 'CN-GX' })],
    ['the name of an organisation', () => organization('o-1', { name: [] })],
  ])('tells of a change of %s', (_, changed) => {
    repository.putOrganization(organization('o-1'));
    repository.putOrganization(changed());
    expect(events()).toHaveLength(2);
  });

  it.each([
    ['the jurisdiction', { jurisdiction: 'CN-GX' }],
    ['the name', { name: [] }],
  ])('tells of a change of %s of a system', (_, changed) => {
    repository.putPublicHealthRecordSystem(system('s-1'));
    repository.putPublicHealthRecordSystem(system('s-1', changed));
    expect(events()).toHaveLength(2);
  });

  it('tells of both subjects where a recognition turns out to be another’s', () => {
    for (const id of ['o-1', 'o-2']) repository.putOrganization(organization(id));
    repository.putRecognition(recognition('rec-1'));
    repository.putRecognition(
      recognition('rec-1', { subject: { type: 'Organization', id: 'o-2' } }),
    );
    expect(
      events()
        .slice(3)
        .map(({ party }) => [party.id, party.recognition?.id ?? null]),
    ).toEqual([
      ['o-1', null],
      ['o-2', 'rec-1'],
    ]);
  });

  it('tells of each party once for one transaction, at its last change, and adds one row', () => {
    const before = providers.statements.length;
    repository.inTransaction(() => {
      for (const id of ['o-1', 'o-2']) repository.putOrganization(organization(id), TEST_NOW - DAY);
      repository.putRecognition(recognition('rec-1'), TEST_NOW - DAY);
      repository.setRecognitionStatus('rec-1', RECOGNISED);
    });
    expect(events().map(({ position, at, party }) => [position, at, party.id])).toEqual([
      [1, TEST_NOW, 'o-1'],
      [2, TEST_NOW - DAY, 'o-2'],
    ]);
    const inserts = providers.statements
      .slice(before)
      .filter((statement) => statement.startsWith('insert into "party_event"'));
    expect(inserts).toHaveLength(1);
  });

  it('tells of more parties in one transaction than one statement takes', () => {
    repository.inTransaction(() => {
      for (let number = 1; number <= 1_201; number += 1)
        repository.putOrganization(organization(`o-${number}`));
    });
    expect(repository.partyEvents(0, 2_000).map(({ position }) => position)).toEqual(
      Array.from({ length: 1_201 }, (_, index) => index + 1),
    );
  });

  it('tells nothing of a change that was undone, and leaves no gap for it', () => {
    repository.putOrganization(organization('o-1'));
    expect(() =>
      repository.inTransaction(() => {
        repository.putOrganization(organization('o-2'));
        throw new Error('The disk is full');
      }),
    ).toThrow('The disk is full');
    repository.putOrganization(organization('o-3'));
    expect(events().map(({ position, party }) => [position, party.id])).toEqual([
      [1, 'o-1'],
      [2, 'o-3'],
    ]);
  });

  it('undoes a change that it cannot tell of', () => {
    beside((db) => {
      db.run(
        sql`create trigger full before insert on party_event begin select raise(abort, 'full'); end`,
      );
    });
    expect(() => repository.putOrganization(organization('o-1'))).toThrow('full');
    expect(repository.organizationsById(['o-1'])).toEqual([]);
  });

  it('is read from a position on, so many events at a time', () => {
    for (const id of ['o-1', 'o-2', 'o-3']) repository.putOrganization(organization(id));
    expect(repository.partyEvents(1, 1).map(({ position }) => position)).toEqual([2]);
    expect(repository.partyEvents(3, 1)).toEqual([]);
  });

  it.each([
    ['changed', sql`update party_event set at = 0`, 'never changed'],
    ['deleted', sql`delete from party_event`, 'never deleted'],
    [
      'added out of turn',
      sql`insert into party_event (position, owner, at, party) values (3, 'o-1', 0, '{}')`,
      'follows on the last one',
    ],
    [
      'replaced',
      sql`insert or replace into party_event (position, owner, at, party) values (1, 'o-1', 0, '{}')`,
      'follows on the last one',
    ],
  ])('has no event that is %s', (_, statement, message) => {
    repository.putOrganization(organization('o-1'));
    beside((db) => {
      expect(() => db.run(statement)).toThrow(
        expect.objectContaining({
          cause: expect.objectContaining({ message: expect.stringContaining(message) }),
        }),
      );
    });
    expect(events()).toHaveLength(1);
  });

  it('begins, in a database that is older than it, with one event of each party', () => {
    repository.putOrganization(organization('o-1'));
    repository.putOrganization(organization('o-2'));
    repository.putPublicHealthRecordSystem(system('s-1'));
    providers.close();
    beside((db) => {
      db.run(sql`drop trigger party_event_never_goes`);
      db.run(sql`delete from party_event`);
    });
    open();
    const told = events().map(({ position, at, party }) => [position, at, party.id]);
    expect(told).toEqual([
      [1, TEST_NOW, 'o-1'],
      [2, TEST_NOW, 'o-2'],
      [3, TEST_NOW, 's-1'],
    ]);
    providers.close();
    open();
    expect(events()).toHaveLength(3);
  });

  it('tells again, once, of parties that it told of without their instrument', () => {
    repository.putOrganization(organization('o-1'));
    repository.putRecognition(recognition('rec-1'));
    providers.close();
    beside((db) => {
      db.run(sql`drop trigger party_event_never_changes`);
      db.run(sql`update party_event set party = json_remove(party, '$.instrument')`);
    });
    const reopened = (): unknown[] => {
      open();
      const told = events().map(({ position, party }) => [position, party.instrument]);
      providers.close();
      return told;
    };
    const instrument = { type: 'GBA_STANDARD_CONTRACT', reference: 'INVENTED-001' };
    const told = [
      [1, undefined],
      [2, undefined],
      [3, instrument],
    ];
    expect(reopened()).toEqual(told);
    expect(reopened()).toEqual(told);
    open();
  });
});

describe('Query.partyEvents', () => {
  const ask = (args = 'after: 0, first: 10', use: 'relay' | 'facts' | 'data' = 'relay') =>
    providers.ask(`{ partyEvents(${args}) }`, { use, ...(use === 'data' ? {} : { caller: null }) });

  it('answers events as JSON', async () => {
    repository.putOrganization(organization('o-1'));
    expect(await ask()).toEqual({ data: { partyEvents: events() } });
  });

  it.each(['facts', 'data'] as const)('is refused in a call for %s', async (use) => {
    expect(await ask(undefined, use)).toMatchObject({
      errors: [{ extensions: { code: 'FORBIDDEN' } }],
    });
  });

  it.each(['after: -1, first: 1', 'after: 0, first: 0', 'after: 0, first: 1001'])(
    'is refused with %s',
    async (args) => {
      expect(await ask(args)).toMatchObject({
        errors: [{ extensions: { code: 'BAD_USER_INPUT' } }],
      });
    },
  );

  describe('notes what time made of recognitions', () => {
    beforeEach(() => {
      repository.putOrganization(organization('o-1'), TEST_NOW - 9 * DAY);
      repository.putRecognition(
        recognition('rec-1', { period: { start: '2026-01-01', end: '2026-06-30' } }),
        TEST_NOW - 9 * DAY,
      );
      repository.setRecognitionStatus('rec-1', RECOGNISED, TEST_NOW - 8 * DAY);
    });

    const last = async () => {
      const { data } = await ask();
      const told = data?.['partyEvents'] as PartyEvent[];
      const event = told.at(-1);
      return [told.length, event?.at, event?.party.recognition?.status];
    };

    it('when it is read, dated when it happened, once', async () => {
      expect((await last())[0]).toBe(3);
      providers.clock.now = Date.parse('2026-06-30T23:59:59.999+08:00');
      expect((await last())[0]).toBe(3);
      providers.clock.now = Date.parse('2026-07-09T00:00:00+08:00');
      const expired = [4, Date.parse('2026-07-01T00:00:00+08:00'), 'EXPIRED'];
      expect(await last()).toEqual(expired);
      expect(await last()).toEqual(expired);
      expect(repository.recognitionStandingsOf(['rec-1']).at(-1)).toMatchObject({
        status: 'EXPIRED',
        reason: 'Its period is over',
        recordedBy: null,
        validFrom: expired[1],
      });
    });

    it('of a suspension, and then of the period', async () => {
      repository.setRecognitionStatus('rec-1', {
        status: 'SUSPENDED',
        reason: null,
        suspension: { start: '2026-06-01', end: '2026-06-10' },
      });
      providers.clock.now = Date.parse('2026-06-11T00:00:00+08:00');
      expect(await last()).toEqual([5, providers.clock.now, 'RECOGNISED']);
      providers.clock.now = Date.parse('2026-07-09T00:00:00+08:00');
      expect(await last()).toEqual([6, Date.parse('2026-07-01T00:00:00+08:00'), 'EXPIRED']);
    });

    it('of a suspension and the period at once, in the order in which they ended', async () => {
      repository.setRecognitionStatus('rec-1', {
        status: 'SUSPENDED',
        reason: null,
        suspension: { start: '2026-06-01', end: '2026-06-10' },
      });
      providers.clock.now = Date.parse('2026-07-09T00:00:00+08:00');
      expect(await last()).toEqual([5, Date.parse('2026-07-01T00:00:00+08:00'), 'EXPIRED']);
      const history = repository.recognitionStandingsOf(['rec-1']);
      expect(history.map(({ status }) => status).slice(-2)).toEqual(['RECOGNISED', 'EXPIRED']);
    });

    it('and writes nothing where it made nothing', async () => {
      const before = providers.statements.length;
      await ask();
      const writes = providers.statements
        .slice(before)
        .filter((statement) => !statement.startsWith('select'));
      expect(writes).toEqual([]);
    });
  });
});
