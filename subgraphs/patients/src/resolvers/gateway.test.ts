import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Database } from '@causeway/kit';
import { TEST_NOW, workBeside } from '@causeway/kit/testing';
import type { OwnUse } from '@causeway/schema';
import { sql } from 'drizzle-orm';
import { openEmpty, patient } from '../testing/open.js';
import type { OpenPatients } from '../testing/open.js';

const DAY = 86_400_000;

let folder: string;
let path: string;
let patients: OpenPatients;
let repository: OpenPatients['repository'];

const open = (): void => {
  patients = openEmpty(path);
  ({ repository } = patients);
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'causeway-patients-'));
  path = join(folder, 'patients.db');
  open();
});

afterEach(() => {
  patients.close();
  rmSync(folder, { recursive: true });
});

/** Works on the database itself, beside the subgraph. */
const beside = (work: (db: Database['db']) => void): void => {
  workBeside({ path, migrations: new URL('../../migrations', import.meta.url).pathname }, work);
};

const ask = (query: string, use: OwnUse | 'data' = 'relay') =>
  patients.ask(query, { use, ...(use === 'data' ? {} : { caller: null }) });

describe("what is for the gateway's own calls", () => {
  const FIELDS = [
    ['relay', '{ joiningEvents(after: 0, first: 1) }'],
    ['relay', 'mutation { acknowledgeJoiningEvents(upTo: 0) }'],
    ['courier', '{ contactFacts(patients: ["p-1"]) }'],
  ] as const;
  const USES = ['data', 'facts', 'audit', 'relay', 'courier'] as const;

  it.each(FIELDS.flatMap(([own, field]) => USES.map((use) => [use, own, field] as const)))(
    'in a call for %s is answered for %s alone: %s',
    async (use, own, field) => {
      const { errors } = await ask(field, use);
      if (use === own) expect(errors).toBeUndefined();
      else expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    },
  );
});

describe('the feed of standings', () => {
  it('tells of each change of joining, and of nothing else', async () => {
    repository.putPatient(patient('p-1'), TEST_NOW - 9 * DAY);
    repository.setJoiningStatus('p-1', 'ACTIVE', TEST_NOW - 8 * DAY);
    repository.setJoiningStatus('p-1', 'ACTIVE', TEST_NOW - 7 * DAY);
    repository.setIncapable('p-1', true);
    repository.putPatient(patient('p-1', { birthDate: '1961-01-01' }));
    repository.setJoiningStatus('p-1', 'DECEASED');
    expect(await ask('{ joiningEvents(after: 0, first: 10) }')).toEqual({
      data: {
        joiningEvents: [
          { position: 1, at: TEST_NOW - 8 * DAY, patient: 'p-1', joining: 'ACTIVE' },
          { position: 2, at: TEST_NOW, patient: 'p-1', joining: 'DECEASED' },
        ],
      },
    });
  });

  it('is read from a position on, so many events at a time', async () => {
    for (const id of ['p-1', 'p-2', 'p-3']) {
      repository.putPatient(patient(id));
      repository.setJoiningStatus(id, 'ACTIVE');
    }
    const { data } = await ask('{ joiningEvents(after: 1, first: 1) }');
    expect(data?.['joiningEvents']).toMatchObject([{ position: 2 }]);
  });

  it.each(['after: -1, first: 1', 'after: 0, first: 0', 'after: 0, first: 1001'])(
    'is refused with %s',
    async (args) => {
      expect(await ask(`{ joiningEvents(${args}) }`)).toMatchObject({
        errors: [{ extensions: { code: 'BAD_USER_INPUT' } }],
      });
    },
  );

  it('tells nothing of a change that was undone, and leaves no gap for it', () => {
    repository.putPatient(patient('p-1'));
    expect(() =>
      repository.inTransaction(() => {
        repository.setJoiningStatus('p-1', 'SUSPENDED');
        throw new Error('The disk is full');
      }),
    ).toThrow('The disk is full');
    repository.setJoiningStatus('p-1', 'ACTIVE');
    expect(repository.joiningEvents(0, 10)).toMatchObject([{ position: 1, joining: 'ACTIVE' }]);
  });

  it('undoes a change that it cannot tell of', () => {
    repository.putPatient(patient('p-1'));
    beside((db) => {
      db.run(
        sql`create trigger full before insert on joining_event begin select raise(abort, 'full'); end`,
      );
    });
    expect(() => {
      repository.joinEHealth('p-1');
    }).toThrow('full');
    expect(() => repository.setJoiningStatus('p-1', 'ACTIVE')).toThrow('full');
    expect(repository.patientsById(['p-1'])).toMatchObject([{ joining: 'NOT_JOINED' }]);
  });

  it.each([
    ['changed', sql`update joining_event set joining = 'ACTIVE'`, 'never changed'],
    ['deleted', sql`delete from joining_event`, 'never deleted'],
    [
      'added out of turn',
      sql`insert into joining_event (position, at, patient, joining) values (3, 0, 'p-1', 'ACTIVE')`,
      'follows on the last one',
    ],
    [
      'replaced',
      sql`insert or replace into joining_event (position, at, patient, joining) values (1, 0, 'p-1', 'ACTIVE')`,
      'follows on the last one',
    ],
  ])('has no event that is %s', (_, statement, message) => {
    repository.putPatient(patient('p-1'));
    repository.setJoiningStatus('p-1', 'WITHDRAWN');
    beside((db) => {
      expect(() => db.run(statement)).toThrow(
        expect.objectContaining({
          cause: expect.objectContaining({ message: expect.stringContaining(message) }),
        }),
      );
    });
    expect(repository.joiningEvents(0, 10)).toMatchObject([{ joining: 'WITHDRAWN' }]);
  });

  it('begins, in a database that is older than it, with those who had withdrawn', () => {
    for (const id of ['p-1', 'p-2', 'p-3']) repository.putPatient(patient(id), TEST_NOW - DAY);
    repository.setJoiningStatus('p-1', 'ACTIVE', TEST_NOW - DAY + 1);
    repository.setJoiningStatus('p-2', 'WITHDRAWN', TEST_NOW - DAY + 2);
    patients.close();
    beside((db) => {
      db.run(sql`drop trigger joining_event_never_goes`);
      db.run(sql`delete from joining_event`);
    });
    open();
    const told = [{ position: 1, at: TEST_NOW - DAY + 2, patient: 'p-2', joining: 'WITHDRAWN' }];
    expect(repository.joiningEvents(0, 10)).toEqual(told);
    expect(() => {
      repository.joinEHealth('p-2');
    }).toThrow('whose consents have ended');
    patients.close();
    open();
    expect(repository.joiningEvents(0, 10)).toEqual(told);
  });
});

describe('Mutation.acknowledgeJoiningEvents', () => {
  const acknowledge = async (upTo: number) => {
    const { data, errors } = await ask(`mutation { acknowledgeJoiningEvents(upTo: ${upTo}) }`);
    return errors?.[0]?.extensions['code'] ?? data?.['acknowledgeJoiningEvents'];
  };

  beforeEach(() => {
    repository.putPatient(patient('p-1'));
    repository.setJoiningStatus('p-1', 'ACTIVE', TEST_NOW);
    repository.setJoiningStatus('p-1', 'WITHDRAWN', TEST_NOW);
  });

  it('never goes back', async () => {
    expect(await acknowledge(2)).toBe(2);
    expect(await acknowledge(1)).toBe(2);
    expect(await acknowledge(2)).toBe(2);
    beside((db) => {
      expect(() => db.run(sql`update joining_acknowledgement set position = 1`)).toThrow();
    });
  });

  it.each([
    [0, 0],
    [1, 1],
    [3, 'BAD_USER_INPUT'],
  ])('of position %s answers %j', async (upTo, expected) => {
    expect(await acknowledge(upTo)).toBe(expected);
  });

  it('of what is known writes nothing', async () => {
    await acknowledge(2);
    const before = patients.statements.length;
    await acknowledge(2);
    const statements = patients.statements.slice(before);
    expect(statements.filter((statement) => !statement.startsWith('select'))).toEqual([]);
  });

  it('is kept', async () => {
    await acknowledge(2);
    patients.close();
    open();
    expect(await acknowledge(0)).toBe(2);
  });
});

describe('Query.contactFacts', () => {
  const contact = async (stated: Parameters<typeof patient>[1]) => {
    repository.putPatient(patient('p-1', stated));
    const { data } = await ask('{ contactFacts(patients: ["p-1"]) }', 'courier');
    return data?.['contactFacts'];
  };

  it('answers what the patient prefers, and how to reach them', async () => {
    expect(
      await contact({
        preferredLanguage: 'zh-Hans-CN',
        notificationPreference: { channel: 'SMS', language: 'en', refusesAccessNotices: true },
        telecom: [
          { system: 'phone', value: '+852 0000 0001', use: 'mobile' },
          { system: 'email', value: 'chan@example.org' },
          { system: 'phone', value: '+852 0000 0002', use: 'old' },
          { system: 'sms' },
          { value: 'somewhere' },
        ],
      }),
    ).toEqual([
      {
        patient: 'p-1',
        language: 'en',
        channel: 'SMS',
        refusesAccessNotices: true,
        telecom: [
          { system: 'phone', value: '+852 0000 0001' },
          { system: 'email', value: 'chan@example.org' },
        ],
      },
    ]);
  });

  it.each([
    ['zh-Hans-CN', 'zh-Hans-CN'],
    [null, 'zh-Hant'],
  ])(
    'of a patient who prefers nothing and speaks %j: by the app, in %s',
    async (preferredLanguage, language) => {
      expect(await contact({ preferredLanguage })).toEqual([
        { patient: 'p-1', language, channel: 'APP', refusesAccessNotices: false, telecom: [] },
      ]);
    },
  );

  it('answers in the order of the ids, null for a patient who is not there', async () => {
    for (const id of ['p-1', 'p-2']) repository.putPatient(patient(id));
    const { data } = await ask('{ contactFacts(patients: ["p-2", "p-nobody", "p-1"]) }', 'courier');
    expect(data?.['contactFacts']).toMatchObject([{ patient: 'p-2' }, null, { patient: 'p-1' }]);
  });
});
