import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { permit, personCaller, officeCaller } from '@causeway/kit/testing';
import type { FetchContext, Permit } from '@causeway/schema';
import { ofType } from '../testing/build-record.js';
import {
  KEY,
  allergy,
  atHome,
  bundleOf,
  deciding,
  deposit,
  depositPermit,
  depositor,
  receiptIn,
  refusalIn,
  report,
  result,
} from '../testing/deposits.js';
import type { AskedReceipt, Depositing } from '../testing/deposits.js';
import { openWith } from '../testing/open.js';
import type { OpenRecords } from '../testing/open.js';

let records: OpenRecords;

beforeEach(() => {
  records = openWith(
    ofType('Encounter', { id: 'e-home', patient: 'p-chan', authorOrganization: 'o-sz' }),
  );
});

afterEach(() => {
  records.close();
});

const stored = () =>
  records.repository.statedOfPatient('p-chan').filter(({ id }) => id !== 'e-home');

const storedOf = (type: string) => stored().filter((record) => record.type === type);

async function taken(bundle: unknown, depositing?: Depositing): Promise<AskedReceipt> {
  return receiptIn(await deposit(records, bundle, depositing));
}

const HTEST = { system: 'http://terminology.hl7.org/CodeSystem/v3-ActReason', code: 'HTEST' };

describe('a deposit that is taken', () => {
  it('becomes records of the patient, by the depositor, from there', async () => {
    const { resources } = await taken(bundleOf(allergy(), report()));
    expect(resources).toMatchObject([
      { type: 'AllergyIntolerance', category: 'ALLERGY_ADR', fullUrl: null },
      { type: 'DiagnosticReport', category: 'LAB_REPORT', fullUrl: null },
    ]);
    const [first] = storedOf('AllergyIntolerance');
    expect(first).toMatchObject({
      id: resources[0]?.id,
      patient: 'p-chan',
      clinicalDate: '2026-05-30',
      authorOrganization: 'o-sz',
      sourceJurisdiction: 'CN-GD',
    });
    expect(first?.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4/);
  });

  it('links its records to one another, by full URL and by id', async () => {
    const bundle = bundleOf(
      {
        fullUrl: 'urn:uuid:r',
        resource: report({ result: [{ reference: 'urn:uuid:o' }, { reference: 'Observation/2' }] }),
      },
      { fullUrl: 'urn:uuid:o', resource: result() },
      { resource: result({ id: '2' }) },
    );
    const { resources } = await taken(bundle);
    const [linked] = storedOf('DiagnosticReport');
    expect(linked?.links.map(({ element, target }) => [element, target])).toEqual([
      ['result', resources[1]?.id],
      ['result', resources[2]?.id],
    ]);
    expect(resources.map(({ category }) => category)).toEqual(Array(3).fill('LAB_REPORT'));
  });

  it('keeps any other reference as text, and links it to nothing', async () => {
    const recorder = { reference: 'https://his.example.cn/Practitioner/7', display: 'Dr Li' };
    await taken(bundleOf(allergy({ recorder })));
    const [record] = storedOf('AllergyIntolerance');
    expect(record?.content['recorder']).toEqual(recorder);
    expect(record?.links).toEqual([]);
  });

  it('links to the encounter once that is a record, which is brought once', async () => {
    const encounter = {
      resourceType: 'Encounter',
      id: 'e-1',
      status: 'finished',
      class: { code: 'AMB' },
      subject: { reference: 'Patient/p-chan' },
      period: { start: '2026-05-29' },
    };
    const first = await taken(bundleOf(encounter));
    await taken(bundleOf(allergy({ recordedDate: undefined })), { key: 'key-0002' });
    expect(storedOf('AllergyIntolerance')[0]?.encounter).toBe(first.resources[0]?.id);
    expect(refusalIn(await deposit(records, bundleOf(encounter), { key: 'key-0003' }))).toMatch(
      /^DEPOSIT_REJECTED Bundle.entry\[0\].resource: Expected no encounter/,
    );
  });

  it('at home is of an encounter of the organisation, or of none', async () => {
    const home = { permit: atHome() };
    await taken(bundleOf(allergy({ encounter: { reference: 'Encounter/e-home' } })), home);
    await taken(bundleOf(allergy({ encounter: undefined })), { ...home, key: 'key-0002' });
    expect(
      storedOf('AllergyIntolerance')
        .map(({ encounter }) => encounter)
        .sort(),
    ).toEqual(['e-home', null]);
    expect(storedOf('AllergyIntolerance')[0]?.sourceJurisdiction).toBe('HK');
  });

  it('lets a text follow the most sensitive of what came with it', async () => {
    const hiv = report({
      code: { coding: [{ system: 'http://snomed.info/sct', code: '86406008' }] },
    });
    const note = {
      resourceType: 'DocumentReference',
      status: 'current',
      subject: { reference: 'Patient/p-chan' },
      content: [{ attachment: { contentType: 'text/plain', data: 'aGVsbG8=' } }],
    };
    await taken(bundleOf(hiv, note));
    const codes = storedOf('DocumentReference')[0]?.security.map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining(['R', 'HIV']));
  });

  it('gives the digest of each resource, whatever the order of its members', async () => {
    const one = await taken(bundleOf({ resourceType: 'AllergyIntolerance', ...allergy() }));
    const { resourceType, ...rest } = allergy() as Record<string, unknown>;
    const other = await taken(bundleOf({ ...rest, resourceType }), { key: 'key-0002' });
    expect(other.resources[0]?.digest).toBe(one.resources[0]?.digest);
    expect(other.digest).toBe(one.digest);
    expect(one.digest).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('the Provenance of a deposit', () => {
  it('says when, by whom, for whom, from where and on what basis, in each category', async () => {
    await taken(bundleOf(allergy(), report(), report()));
    const stamps = storedOf('Provenance');
    expect(stamps.map(({ category }) => category).sort()).toEqual(['ALLERGY_ADR', 'LAB_REPORT']);
    expect(stamps.find(({ category }) => category === 'LAB_REPORT')?.links).toHaveLength(2);
    expect(stamps[0]).toMatchObject({
      authorOrganization: 'o-sz',
      authorRole: 'r-li',
      sourceJurisdiction: 'CN-GD',
      content: {
        policy: ['CrossBorderGrant/g-1', 'Consent/c-join', 'Consent/c-grant'],
        location: { display: 'CN-GD' },
        agent: [{ onBehalfOf: { reference: 'Organization/o-sz' } }],
      },
    });
  });

  it('is labelled as what it is about', async () => {
    const hiv = report({
      code: { coding: [{ system: 'http://snomed.info/sct', code: '86406008' }] },
    });
    await taken(bundleOf(report(), hiv));
    const labels = (type: string) =>
      storedOf(type)
        .map(({ security }) => JSON.stringify(security))
        .sort();
    expect(labels('Provenance')).toEqual(labels('DiagnosticReport'));
    expect(new Set(labels('Provenance')).size).toBe(2);
  });

  it('that came with it stands in the category of its targets, under their labels', async () => {
    const provenance = {
      resourceType: 'Provenance',
      target: [{ reference: 'urn:uuid:a' }],
      recorded: '2026-05-30T10:00:00+08:00',
      agent: [{ who: { display: 'Shenzhen' } }],
    };
    const { resources } = await taken(
      bundleOf({ fullUrl: 'urn:uuid:a', resource: allergy() }, provenance),
    );
    expect(resources[1]).toMatchObject({ type: 'Provenance', category: 'ALLERGY_ADR' });
    const own = storedOf('Provenance').find(({ id }) => id === resources[1]?.id);
    expect(own?.security).toEqual(storedOf('AllergyIntolerance')[0]?.security);
  });
});

describe('test data', () => {
  it('is marked, every record of it', async () => {
    const bundle = bundleOf(allergy(), report({ meta: { security: [HTEST] } }));
    const answer = await deposit(records, bundle, { caller: depositor('HTEST') });
    expect(answer.data?.['depositRecords']).toMatchObject({ isTest: true });
    for (const { security } of stored()) {
      expect(security.filter(({ code }) => code === 'HTEST')).toEqual([HTEST]);
    }
    expect(stored()).toHaveLength(4);
  });

  it('is no real deposit', async () => {
    const answer = await deposit(records, bundleOf(allergy()));
    expect(answer.data?.['depositRecords']).toMatchObject({ isTest: false });
    expect(JSON.stringify(stored())).not.toContain('HTEST');
  });
});

describe('a key', () => {
  it('gives the same receipt for the same bundle again, and nothing new', async () => {
    const first = await taken(bundleOf(allergy()));
    const before = stored();
    expect(await taken(bundleOf(allergy()))).toEqual(first);
    expect(stored()).toEqual(before);
    expect(await events()).toHaveLength(1);
  });

  it('gives one receipt to many at once', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => taken(bundleOf(allergy()))));
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    expect(storedOf('AllergyIntolerance')).toHaveLength(1);
  });

  it('is refused for another bundle', async () => {
    await taken(bundleOf(allergy()));
    expect(refusalIn(await deposit(records, bundleOf(report())))).toMatch(
      /^CONFLICT Expected a new idempotency key/,
    );
    expect(storedOf('DiagnosticReport')).toEqual([]);
  });

  it('belongs to one grant', async () => {
    await taken(bundleOf(allergy()));
    await taken(bundleOf(allergy()), { permit: depositPermit({ grant: 'g-2' }) });
    expect(storedOf('AllergyIntolerance')).toHaveLength(2);
  });

  it('at home belongs to one organisation', async () => {
    const bundle = bundleOf(allergy({ encounter: undefined }));
    const first = await taken(bundle, { permit: atHome() });
    expect((await taken(bundle, { permit: atHome() })).id).toBe(first.id);
  });

  it('is good for nobody who may not deposit', async () => {
    await taken(bundleOf(allergy()));
    const again = await deposit(records, bundleOf(allergy()), {
      permit: depositPermit({ action: 'READ' }),
    });
    expect(refusalIn(again)).toMatch(/^NOT_FOUND/);
  });
});

const events = async (after = 0): Promise<readonly unknown[]> => {
  const query = `{ depositEvents(after: ${after}, first: 10) }`;
  const { data } = await records.ask(query, { use: 'relay', caller: null });
  return data?.['depositEvents'] as readonly unknown[];
};

describe('the feed of deposits', () => {
  it('tells of each in its order', async () => {
    const first = await taken(bundleOf(allergy(), report(), report()));
    await taken(bundleOf(allergy()), { key: 'key-0002' });
    expect(await events()).toMatchObject([
      {
        position: 1,
        receipt: first.id,
        patient: 'p-chan',
        organization: 'o-sz',
        practitionerRole: 'r-li',
        grant: 'g-1',
        purpose: 'TREAT',
        counts: { ALLERGY_ADR: 1, LAB_REPORT: 2 },
        isTest: false,
      },
      { position: 2 },
    ]);
    expect(await events(1)).toHaveLength(1);
  });

  it.each<[string, Partial<FetchContext>]>([
    ['for data', {}],
    ['for facts', { use: 'facts', caller: null }],
  ])('is closed to a fetch %s', async (_, stated) => {
    const answer = await records.ask('{ depositEvents(after: 0, first: 1) }', stated);
    expect(answer.errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
  });

  it.each([
    [-1, 1],
    [0, 0],
    [0, 1_001],
  ])('does not take after %p and first %p', async (after, first) => {
    const query = `{ depositEvents(after: ${after}, first: ${first}) }`;
    const answer = await records.ask(query, { use: 'relay', caller: null });
    expect(refusalIn(answer)).toMatch(/^BAD_USER_INPUT/);
  });
});

const LIST = `query ($patients: [_Any!]!) {
  _entities(representations: $patients) {
    ... on Patient {
      depositReceipts(first: 1) { totalCount pageInfo { hasNextPage endCursor } edges { node { id disputes { reason } } } }
    }
  }
}`;

const listed = async (permits: readonly Permit[], caller: FetchContext['caller']) => {
  const { data } = await records.ask(LIST, {
    permits,
    caller,
    variables: { patients: [{ __typename: 'Patient', id: 'p-chan' }] },
  });
  const [patient] = data?.['_entities'] as [{ depositReceipts: unknown } | null];
  return patient?.depositReceipts ?? null;
};

describe('receipts', () => {
  const OWN = permit('p-chan', { scopes: ['PERSON', 'DEPOSIT'] });
  const party = (organization: string): Permit =>
    permit('p-chan', {
      scopes: ['PERSON', 'DEPOSIT'],
      administrativeBasis: 'PARTY',
      parties: [organization],
    });

  beforeEach(async () => {
    await taken(bundleOf(allergy()));
    await taken(bundleOf(report()), { key: 'key-0002' });
  });

  it.each<[string, Permit, number | null]>([
    ['the patient', OWN, 2],
    ['the organisation that deposited', party('o-sz'), 2],
    ['another organisation', party('o-other'), 0],
    [
      'an office',
      permit('p-chan', { scopes: ['PERSON', 'DEPOSIT'], administrativeBasis: 'OFFICE' }),
      0,
    ],
    ['who has no scope for them', permit('p-chan'), null],
  ])('are listed for %s', async (_, given, total) => {
    const list = await listed([given], personCaller('p-chan'));
    if (total === null) expect(list).toBeNull();
    else expect(list).toMatchObject({ totalCount: total, pageInfo: { hasNextPage: total > 1 } });
  });

  it('are counted anew after each deposit of a request', async () => {
    const { data } = await records.ask(
      `mutation ($one: DepositRecordsInput!, $other: DepositRecordsInput!) {
        one: depositRecords(input: $one) { patient { ...Counted } }
        other: depositRecords(input: $other) { patient { ...Counted } }
      }
      fragment Counted on Patient { depositReceipts { totalCount edges { node { id } } } }`,
      {
        caller: depositor(),
        permits: [depositPermit({ administrativeBasis: 'PARTY', parties: ['o-sz'] })],
        variables: {
          one: { patient: 'p-chan', idempotencyKey: 'key-0003', bundle: bundleOf(allergy()) },
          other: { patient: 'p-chan', idempotencyKey: 'key-0004', bundle: bundleOf(allergy()) },
        },
      },
    );
    const withReceipts = (totalCount: number) => ({
      patient: { depositReceipts: { totalCount, edges: { length: totalCount } } },
    });
    expect(data).toMatchObject({ one: withReceipts(3), other: withReceipts(4) });
  });

  it.each<[string, Permit, boolean]>([
    ['the patient', OWN, true],
    ['another organisation', party('o-other'), false],
    ['another patient', permit('p-lee', { scopes: ['PERSON', 'DEPOSIT'] }), false],
  ])('are found by id for %s', async (_, given, isFound) => {
    const { id } = await taken(bundleOf(allergy()));
    const { data } = await records.ask(
      'query ($r: [_Any!]!) { _entities(representations: $r) { ... on DepositReceipt { id } } }',
      {
        permits: [given],
        caller: officeCaller(),
        variables: { r: [{ __typename: 'DepositReceipt', id }] },
      },
    );
    expect(data?.['_entities']).toEqual([isFound ? { id } : null]);
  });
});

const DISPUTE = `mutation ($patient: ID!, $receipt: ID!, $record: ID, $reason: String!) {
  disputeDeposit(patient: $patient, receipt: $receipt, record: $record, reason: $reason) {
    id disputes { id record reason withdrawnAt }
  }
}`;

const WITHDRAW = `mutation ($patient: ID!, $dispute: ID!) {
  withdrawDispute(patient: $patient, dispute: $dispute) { disputes { id withdrawnAt } }
}`;

describe('a dispute', () => {
  const REASON = 'This was not me.';
  let receipt: AskedReceipt;

  beforeEach(async () => {
    receipt = await taken(bundleOf(allergy(), allergy()));
  });

  const dispute = (stated: object = {}, context: Partial<FetchContext> = deciding()) =>
    records.ask(DISPUTE, {
      ...context,
      variables: { patient: 'p-chan', receipt: receipt.id, reason: REASON, ...stated },
    });

  const withdraw = (id: string, context: Partial<FetchContext> = deciding()) =>
    records.ask(WITHDRAW, { ...context, variables: { patient: 'p-chan', dispute: id } });

  const idIn = async (answer: ReturnType<typeof dispute>): Promise<string> => {
    const { data } = await answer;
    const { disputes } = data?.['disputeDeposit'] as { disputes: readonly [{ id: string }] };
    return disputes[0].id;
  };

  /** Whether each record of the deposit says that it is disputed. */
  const marks = async (): Promise<unknown> => {
    const { data } = await records.ask(
      'query ($r: [_Any!]!) { _entities(representations: $r) { ... on AllergyIntolerance { disputed } } }',
      {
        permits: [permit('p-chan', { confidentiality: ['N', 'R'] })],
        variables: {
          r: receipt.resources.map(({ id }) => ({ __typename: 'AllergyIntolerance', id })),
        },
      },
    );
    return (data?.['_entities'] as readonly { disputed: boolean }[]).map((each) => each.disputed);
  };

  const epoch = () => records.repository.facts([{ patient: 'p-chan' }])[0]?.epoch ?? 0;

  it('of a record marks it alone, until it is withdrawn', async () => {
    expect(await marks()).toEqual([false, false]);
    const before = epoch();
    const id = await idIn(dispute({ record: receipt.resources[1]?.id }));
    expect(await marks()).toEqual([false, true]);
    expect(epoch()).toBeGreaterThan(before);
    expect((await withdraw(id)).errors).toBeUndefined();
    expect(await marks()).toEqual([false, false]);
  });

  it('of the deposit marks all it brought, and takes nothing away', async () => {
    const before = stored();
    await dispute();
    expect(await marks()).toEqual([true, true]);
    expect(stored()).toEqual(before);
  });

  it('keeps its reason from the depositor, who sees that there is one', async () => {
    await dispute();
    const again = await deposit(records, bundleOf(allergy(), allergy()), { key: KEY });
    expect(again.data?.['depositRecords']).toMatchObject({
      disputes: [{ record: null, reason: null, withdrawnAt: null }],
    });
  });

  it.each<[string, string, object]>([
    ['in too few words', 'BAD_USER_INPUT', { reason: ' no ' }],
    ['in too many words', 'BAD_USER_INPUT', { reason: 'x'.repeat(1_001) }],
    ['with control characters', 'BAD_USER_INPUT', { reason: 'this is\u202e wrong' }],
    ['of what is no receipt', 'NOT_FOUND', { receipt: 'r-none' }],
    ['of what the deposit did not bring', 'NOT_FOUND', { record: 'e-home' }],
    ['of another patient', 'NOT_FOUND', { patient: 'p-lee' }],
  ])('%s is %s', async (_, code, stated) => {
    expect(refusalIn(await dispute(stated))).toMatch(new RegExp(`^${code} `));
    expect(await marks()).toEqual([false, false]);
  });

  it.each<[string, Partial<FetchContext>]>([
    ['without a permit to authorise', deciding({ action: 'READ' })],
    ['for a caregiver', deciding({ administrativeBasis: 'PARTY' })],
    ['without the scope', deciding({ scopes: ['CONSENT'] })],
    ['for a professional', { ...deciding(), caller: depositor() }],
  ])('is not there %s', async (_, context) => {
    expect(refusalIn(await dispute({}, context))).toMatch(/^NOT_FOUND /);
    const id = await idIn(dispute());
    expect(refusalIn(await withdraw(id, context))).toMatch(/^NOT_FOUND /);
    expect(await marks()).toEqual([true, true]);
  });

  it("of another patient's deposit is not there", async () => {
    const lee: Partial<FetchContext> = {
      caller: personCaller('p-lee'),
      permits: [permit('p-lee', { action: 'AUTHORISE', scopes: ['DEPOSIT'] })],
    };
    expect(refusalIn(await dispute({ patient: 'p-lee' }, lee))).toMatch(/^NOT_FOUND /);
    const id = await idIn(dispute());
    const answer = await records.ask(WITHDRAW, {
      ...lee,
      variables: { patient: 'p-lee', dispute: id },
    });
    expect(refusalIn(answer)).toMatch(/^NOT_FOUND /);
    expect(await marks()).toEqual([true, true]);
  });

  it('stands once, and is withdrawn once', async () => {
    const id = await idIn(dispute());
    expect(refusalIn(await dispute())).toMatch(/^CONFLICT /);
    await withdraw(id);
    expect(refusalIn(await withdraw(id))).toMatch(/^CONFLICT /);
    expect((await dispute()).errors).toBeUndefined();
  });
});
