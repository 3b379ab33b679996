import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { TEST_NOW, officeCaller, personCaller, professionalCaller } from '@causeway/kit/testing';
import type { Caller, ClinicalScope, DepositDuty, EncounterAbroad } from '@causeway/schema';
import { instantAfter } from '@causeway/schema';
import type { NewRecord } from '../new-record.js';
import { deposits } from '../tables.js';
import { openRecordsDatabase } from '../database.js';
import { buildRecord, ofType } from '../testing/build-record.js';
import { openWith } from '../testing/open.js';
import type { OpenRecords } from '../testing/open.js';
import { recordRepository } from '../repository.js';
import { dutiesIn } from './repository.js';
import type { Duties } from './repository.js';
import { BY_END } from './repository/duty-report.js';
import { pageRequest } from '@causeway/kit';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const at = (text: string): number => Date.parse(text);

const HOME: DepositDuty = {
  id: 'd-home',
  organization: 'o-home',
  basis: 'SPECIFICATION',
  categories: ['LAB_REPORT', 'ALLERGY_ADR'],
  within: 'P1D',
  from: at('2026-05-01T00:00:00+08:00'),
  until: null,
};

const ABROAD: DepositDuty = {
  ...HOME,
  id: 'd-abroad',
  organization: 'o-abroad',
  basis: 'CONDITION',
  categories: [],
  within: 'P7D',
};

const encounterAbroad = (stated: Partial<EncounterAbroad> = {}): EncounterAbroad => ({
  id: 'e-abroad',
  grant: 'g-1',
  patient: 'p-chan',
  organization: 'o-abroad',
  mayDeposit: true,
  scopes: ['LAB_REPORT'],
  openedAt: TEST_NOW - 10 * DAY,
  closedAt: TEST_NOW - 10 * DAY + HOUR,
  ...stated,
});

const ENDED = at('2026-05-20T11:00:00+08:00');

const encounter = (stated: Partial<NewRecord> = {}, end: string = '2026-05-20T11:00:00+08:00') =>
  ofType('Encounter', {
    id: 'e-1',
    authorOrganization: 'o-home',
    clinicalDate: '2026-05-20T10:00:00+08:00',
    status: 'finished',
    content: { resourceType: 'Encounter', period: { start: '2026-05-20T10:00:00+08:00', end } },
    ...stated,
  });

const report = (stated: Partial<NewRecord> = {}) =>
  ofType('DiagnosticReport', {
    id: 'r-lab',
    category: 'LAB_REPORT',
    authorOrganization: 'o-home',
    encounter: 'e-1',
    status: 'final',
    ...stated,
  });

const allergy = (stated: Partial<NewRecord> = {}) =>
  buildRecord({ id: 'r-allergy', authorOrganization: 'o-home', encounter: 'e-1', ...stated });

const HTEST = { system: 'http://terminology.hl7.org/CodeSystem/v3-ActReason', code: 'HTEST' };

let database: ReturnType<typeof openRecordsDatabase>;
let duties: Duties;

beforeEach(() => {
  database = openRecordsDatabase({ path: ':memory:' });
  duties = dutiesIn(database);
});

afterEach(() => {
  database.close();
});

const put = (...batch: readonly NewRecord[]): void => {
  recordRepository(database).putRecords(batch);
};

/** The receipt of a deposit of records at an instant. */
const receive = (
  depositedAt: number,
  ids: readonly string[],
  stated: Partial<typeof deposits.$inferInsert> = {},
): void => {
  const id = `receipt-${String(depositedAt)}`;
  const resource = { type: 'DiagnosticReport', category: 'LAB_REPORT', fullUrl: null } as const;
  database.db
    .insert(deposits)
    .values({
      id,
      patient: 'p-chan',
      keyOwner: 'Organization/o-home',
      idempotencyKey: id,
      organization: 'o-home',
      practitionerRole: 'r-1',
      grant: null,
      encounter: 'e-1',
      sourceJurisdiction: 'HK',
      legalBasis: 'c-1',
      isTest: false,
      digest: '',
      resources: ids.map((record) => ({ ...resource, id: record, digest: '' })),
      depositedAt,
      ...stated,
    })
    .run();
};

const tellEncounter = (encounter: EncounterAbroad): void => {
  const position = duties.feedPosition('consents/encounters') + 1;
  duties.takeEncounters([{ position, at: TEST_NOW, encounter }]);
};

const ALL = pageRequest({ first: 100 }, BY_END);

/** What is due under a duty at an instant, encounter by encounter: its state, and what is missing. */
const items = (duty: DepositDuty, now = TEST_NOW) =>
  duties
    .items(duty, null, ALL, now)
    .map(({ encounter: id, state, missing }) => [id, state, missing.toSorted().join(' ')]);

describe('a duty at home', () => {
  it('is due within its time of the end of an encounter, to the millisecond', () => {
    put(encounter());
    const dueBy = ENDED + DAY;
    expect(duties.items(HOME, null, ALL, dueBy)).toEqual([
      {
        encounter: 'e-1',
        ended: ENDED,
        dueBy,
        state: 'DUE',
        missing: expect.arrayContaining(['LAB_REPORT', 'ALLERGY_ADR']),
      },
    ]);
    expect(items(HOME, dueBy + 1)).toEqual([['e-1', 'LATE', 'ALLERGY_ADR LAB_REPORT']]);
  });

  it.each(['PT12H', 'P1W', 'P1M', 'P1Y2M3DT4H5M6S'])('counts %s as grants do', (within) => {
    const end = '2026-01-31T23:30:00.123+08:00';
    put(encounter({}, end));
    const duty = { ...HOME, within, from: 0 };
    expect(duties.items(duty, null, ALL, TEST_NOW)[0]?.dueBy).toBe(instantAfter(at(end), within));
  });

  it('is fulfilled by a record of each category by the same organisation', () => {
    put(encounter(), report());
    expect(items(HOME)).toEqual([['e-1', 'LATE', 'ALLERGY_ADR']]);
    put(allergy());
    expect(items(HOME)).toEqual([['e-1', 'ARRIVED', '']]);
  });

  it('is fulfilled by the encounter itself where that is what is to be deposited', () => {
    put(encounter());
    const categories: readonly ClinicalScope[] = ['ENCOUNTER'];
    expect(items({ ...HOME, categories })).toEqual([['e-1', 'ARRIVED', '']]);
  });

  it.each<[string, Partial<NewRecord>]>([
    ['another organisation', { authorOrganization: 'o-other' }],
    ['another patient', { patient: 'p-wong' }],
    ['another encounter', { encounter: 'e-2', clinicalDate: '2026-05-20T10:30:00+08:00' }],
    ['no encounter, before it', { encounter: null, clinicalDate: '2026-05-20T09:59:59+08:00' }],
    ['no encounter, after it', { encounter: null, clinicalDate: '2026-05-20T11:00:01+08:00' }],
    ['no encounter and no date', { encounter: null, clinicalDate: null }],
    ['what was entered in error', { status: 'entered-in-error' }],
    ['a test', { security: [HTEST] }],
  ])('is not fulfilled by a record of %s', (_what, stated) => {
    put(encounter(), allergy(), report(stated));
    expect(items(HOME)).toEqual([['e-1', 'LATE', 'LAB_REPORT']]);
  });

  it.each(['2026-05-20', '2026-05-20T10:30:00+08:00', '2026-05'])(
    'is fulfilled by a record without an encounter whose date may lie within it: %s',
    (clinicalDate) => {
      put(encounter(), allergy(), report({ encounter: null, clinicalDate }));
      expect(items(HOME)).toEqual([['e-1', 'ARRIVED', '']]);
    },
  );

  it('is fulfilled late by a deposit that came late', () => {
    put(encounter(), allergy(), report());
    receive(ENDED + DAY + 1, ['r-lab']);
    expect(items(HOME)).toEqual([['e-1', 'ARRIVED_LATE', '']]);
  });

  it('is fulfilled in time by one that came on the dot, whatever came again later', () => {
    put(encounter(), allergy(), report());
    receive(ENDED + DAY + 1, ['r-lab']);
    receive(ENDED + DAY, ['r-lab']);
    expect(items(HOME)).toEqual([['e-1', 'ARRIVED', '']]);
  });

  it.each<[string, NewRecord]>([
    ['goes on', encounter({ content: { resourceType: 'Encounter', period: {} } })],
    ['says only the month of its end', encounter({}, '2026-05')],
    ['is of another organisation', encounter({ authorOrganization: 'o-other' })],
    ['was cancelled', encounter({ status: 'cancelled' })],
    ['was entered in error', encounter({ status: 'entered-in-error' })],
    ['is a test', encounter({ security: [HTEST] })],
  ])('is not of an encounter that %s', (_what, record) => {
    put(record);
    expect(items(HOME)).toEqual([]);
  });

  it('takes a date as the end of that day', () => {
    put(encounter({}, '2026-05-20'));
    expect(duties.items(HOME, null, ALL, TEST_NOW)[0]?.ended).toBe(
      at('2026-05-20T23:59:59.999+08:00'),
    );
  });

  it('is of encounters that end from its beginning on and before its end', () => {
    put(encounter());
    expect(items({ ...HOME, from: ENDED })).toHaveLength(1);
    expect(items({ ...HOME, from: ENDED + 1 })).toEqual([]);
    expect(items({ ...HOME, until: ENDED + 1 })).toHaveLength(1);
    expect(items({ ...HOME, until: ENDED })).toEqual([]);
  });
});

describe('a duty abroad', () => {
  const dueBy = TEST_NOW - 10 * DAY + HOUR + 7 * DAY;

  it.each<[string, number, string]>([
    ['in time while it is', dueBy, 'DUE'],
    ['late from then on', dueBy + 1, 'LATE'],
  ])('is %s', (_what, now, state) => {
    tellEncounter(encounterAbroad());
    expect(items(ABROAD, now)).toEqual([['e-abroad', state, '']]);
  });

  it.each<[string, number, string]>([
    ['before it was due', dueBy, 'ARRIVED'],
    ['after', dueBy + 1, 'ARRIVED_LATE'],
  ])('is fulfilled by any deposit of the encounter %s', (_what, when, state) => {
    tellEncounter(encounterAbroad());
    receive(when, [], { organization: 'o-abroad', encounter: 'e-abroad', grant: 'g-1' });
    expect(items(ABROAD)).toEqual([['e-abroad', state, '']]);
  });

  it.each<[string, Partial<typeof deposits.$inferInsert>]>([
    ['of another encounter', { encounter: 'e-2' }],
    ['by another organisation', { organization: 'o-other' }],
    ['of another patient', { patient: 'p-wong' }],
    ['of test data', { isTest: true }],
  ])('is not fulfilled by a deposit %s', (_what, stated) => {
    tellEncounter(encounterAbroad());
    receive(dueBy, [], { organization: 'o-abroad', encounter: 'e-abroad', ...stated });
    expect(items(ABROAD)).toEqual([['e-abroad', 'LATE', '']]);
  });

  it.each<[string, Partial<EncounterAbroad>]>([
    ['that goes on', { closedAt: null }],
    ['of which the patient authorised no deposit', { mayDeposit: false }],
    ['of another organisation', { organization: 'o-other' }],
    ['that ended before it', { closedAt: ABROAD.from - 1 }],
  ])('is not of an encounter %s', (_what, stated) => {
    tellEncounter(encounterAbroad(stated));
    expect(items(ABROAD)).toEqual([]);
  });

  it('is not of encounters at home, nor one at home of those abroad', () => {
    put(encounter({ authorOrganization: 'o-abroad' }));
    tellEncounter(encounterAbroad({ organization: 'o-home' }));
    expect([items(ABROAD), items(HOME)]).toEqual([[], []]);
  });
});

describe('what is told', () => {
  const event = (position: number, id = 'd-1') => ({ position, at: 1, duty: { ...HOME, id } });

  it('counts once, the last of it', () => {
    expect(duties.takeDuties([event(1), event(2)])).toBe(2);
    expect(duties.takeDuties([event(1, 'd-other'), event(2, 'd-other')])).toBe(2);
    expect(duties.takeDuties([{ ...event(3), duty: { ...HOME, id: 'd-1', within: 'P2D' } }])).toBe(
      3,
    );
    expect(duties.dutyById('d-1', null)?.within).toBe('P2D');
    expect(duties.dutyById('d-other', null)).toBeUndefined();
  });

  it('is refused from a gap on, all of it', () => {
    expect(() => duties.takeDuties([event(1), event(3)])).toThrow('position 2');
    expect(duties.feedPosition('providers/duties')).toBe(0);
    expect(duties.dutyById('d-1', null)).toBeUndefined();
  });

  it('of an encounter follows its changes', () => {
    tellEncounter(encounterAbroad({ closedAt: null }));
    expect(items(ABROAD)).toEqual([]);
    tellEncounter(encounterAbroad());
    expect(items(ABROAD)).toHaveLength(1);
    expect(duties.feedPosition('consents/encounters')).toBe(2);
    expect(duties.feedPosition('providers/duties')).toBe(0);
  });
});

describe('in the graph', () => {
  let open: OpenRecords;

  beforeEach(() => {
    open = openWith(encounter(), report(), encounter({ id: 'e-2', sourceId: 'e-2' }), allergy());
    open.duties.takeDuties([
      { position: 1, at: 1, duty: HOME },
      { position: 2, at: 1, duty: ABROAD },
    ]);
    const told = encounterAbroad({ closedAt: TEST_NOW - DAY });
    open.duties.takeEncounters([{ position: 1, at: 1, encounter: told }]);
    open.statements.length = 0;
  });

  afterEach(() => {
    open.close();
  });

  const SECRETARY = officeCaller('SECRETARY_FOR_HEALTH');

  const REPORT = `query($organization: ID, $first: Int, $after: String) {
    depositDutyReport(organization: $organization, first: $first, after: $after) {
      totalCount pageInfo { endCursor hasNextPage }
      edges { node { duty { id } organization { id } due arrived arrivedLate late oldestLate } }
    } }`;

  const ITEMS = `query($duty: ID!, $state: DepositDutyState, $first: Int, $after: String, $last: Int) {
    depositDutyItems(duty: $duty, state: $state, first: $first, after: $after, last: $last) {
      totalCount pageInfo { endCursor } edges { node { encounter ended dueBy state missing } }
    } }`;

  const ask = (query: string, variables: object = {}, caller: Caller = SECRETARY) =>
    open.ask(query, { caller, variables: { ...variables } });

  const reported = async (variables: object = {}, caller: Caller = SECRETARY) => {
    const { data } = await ask(REPORT, variables, caller);
    return (
      data?.['depositDutyReport'] as { edges: { node: { duty: { id: string } } }[] }
    ).edges.map(({ node }) => node.duty.id);
  };

  const encounters = async (variables: object = {}, caller: Caller = SECRETARY) => {
    const { data } = await ask(ITEMS, { duty: 'd-home', ...variables }, caller);
    const page = data?.['depositDutyItems'] as {
      totalCount: number;
      pageInfo: { endCursor: string };
      edges: { node: { encounter: string } }[];
    };
    const ids = page.edges.map(({ node }) => node.encounter);
    return { ids, total: page.totalCount, end: page.pageInfo.endCursor };
  };

  it('the report counts what is due, duty by duty', async () => {
    const { data } = await ask(REPORT);
    expect(data?.['depositDutyReport']).toMatchObject({
      totalCount: 2,
      edges: [
        {
          node: {
            duty: { id: 'd-abroad' },
            organization: { id: 'o-abroad' },
            due: 1,
            arrived: 0,
            arrivedLate: 0,
            late: 0,
            oldestLate: null,
          },
        },
        {
          node: {
            duty: { id: 'd-home' },
            organization: { id: 'o-home' },
            due: 0,
            arrived: 1,
            arrivedLate: 0,
            late: 1,
            oldestLate: new Date(ENDED + DAY).toISOString(),
          },
        },
      ],
    });
    // The duties, what is due under all of them, and how many there are.
    expect(open.statements).toHaveLength(3);
  });

  it('the items are listed by their end, page by page', async () => {
    expect(await encounters({ first: 1 })).toMatchObject({ ids: ['e-1'], total: 2 });
    const { end } = await encounters({ first: 1 });
    expect(await encounters({ first: 1, after: end })).toMatchObject({ ids: ['e-2'] });
    expect(await encounters({ last: 1 })).toMatchObject({ ids: ['e-2'] });
    expect(await encounters({ state: 'LATE' })).toMatchObject({ ids: ['e-2'], total: 1 });
    expect(await encounters({ state: 'DUE' })).toMatchObject({ ids: [], total: 0 });
    expect(await encounters({ duty: 'd-none' })).toMatchObject({ ids: [], total: 0 });
    open.statements.length = 0;
    await encounters();
    expect(open.statements).toHaveLength(3);
  });

  it('names no patient', async () => {
    const answers = [await ask(REPORT), await ask(ITEMS, { duty: 'd-home' })];
    expect(JSON.stringify(answers)).not.toContain('p-chan');
  });

  it('the report is of one organisation where one is named, page by page', async () => {
    expect(await reported({ organization: 'o-home' })).toEqual(['d-home']);
    expect(await reported({ first: 1 })).toEqual(['d-abroad']);
    const { data } = await ask(REPORT, { first: 1 });
    const page = data?.['depositDutyReport'] as { pageInfo: { endCursor: string } };
    expect(await reported({ first: 1, after: page.pageInfo.endCursor })).toEqual(['d-home']);
  });

  it('a provider sees its own duties, and those alone', async () => {
    const own = professionalCaller('o-home');
    expect(await reported({}, own)).toEqual(['d-home']);
    expect(await reported({ organization: 'o-abroad' }, own)).toEqual([]);
    expect(await encounters({}, own)).toMatchObject({ total: 2 });
    expect(await encounters({ duty: 'd-abroad' }, own)).toMatchObject({ ids: [], total: 0 });
    expect(await encounters({}, professionalCaller('o-other'))).toMatchObject({
      ids: [],
      total: 0,
    });
  });

  it.each<[string, Caller]>([
    ['a patient', personCaller('p-chan')],
    ['an auditor', officeCaller('AUDITOR')],
  ])('is not for %s', async (_who, caller) => {
    for (const query of [REPORT, ITEMS]) {
      const { errors } = await ask(query, { duty: 'd-home' }, caller);
      expect(errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
    }
  });

  it('the feeds are for the relay alone, and take what has their shape', async () => {
    const relay = { use: 'relay', caller: null } as const;
    expect((await open.ask('{ dutyFeedPositions }', relay)).data).toEqual({
      dutyFeedPositions: { duties: 2, encounters: 1 },
    });
    const good = {
      applyDutyEvents: { position: 3, at: 1, duty: HOME },
      applyEncounterEvents: { position: 2, at: 1, encounter: encounterAbroad() },
    };
    const bad = {
      applyDutyEvents: { position: 3, at: 1, duty: { ...HOME, within: 'soon' } },
      applyEncounterEvents: {
        position: 2,
        at: 1,
        encounter: { ...encounterAbroad(), closedAt: '1' },
      },
    };
    for (const field of ['applyDutyEvents', 'applyEncounterEvents'] as const) {
      const type = field === 'applyDutyEvents' ? 'DepositDutyEventInput' : 'EncounterEventInput';
      const query = `mutation($events: [${type}!]!) { ${field}(events: $events) }`;
      const tellIt = (events: unknown[], stated: object = relay) =>
        open.ask(query, { ...stated, variables: { events } });
      const codeOf = async (events: unknown[], stated?: object) =>
        (await tellIt(events, stated)).errors?.[0]?.extensions['code'];
      expect(await codeOf([good[field]], { caller: SECRETARY })).toBe('FORBIDDEN');
      expect(await codeOf([bad[field]])).toBe('BAD_USER_INPUT');
      expect(await codeOf([{ ...good[field], position: 9 }])).toBe('CONFLICT');
      expect((await tellIt([good[field]])).data).toEqual({ [field]: good[field].position });
    }
    expect((await open.ask('{ dutyFeedPositions }')).errors?.[0]?.extensions['code']).toBe(
      'FORBIDDEN',
    );
  });
});
