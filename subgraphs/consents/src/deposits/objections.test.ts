import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { personCaller } from '@causeway/kit/testing';
import type { ConsentFacts, Permit } from '@causeway/schema';
import { accessNotifications, auditEvents } from '../tables.js';
import { clinic, codesOf, party, recordSystem, tellParties } from '../testing/asking.js';
import { everything } from '../testing/changes.js';
import { askNow } from '../testing/links.js';
import { authority, consent, importedConsent, openEmpty } from '../testing/open.js';
import type { OpenConsents } from '../testing/open.js';

let open: OpenConsents;

beforeEach(() => {
  open = openEmpty();
  tellParties(open, party(), clinic(), recordSystem());
});

afterEach(() => {
  open.close();
});

const change = (query: string, id: string, permits: readonly Permit[]) =>
  askNow(open, query, { caller: personCaller('p-1'), permits, variables: { id } });

const object = (organization: string, permits: readonly Permit[] = [authority('p-1')]) =>
  change(
    `mutation ($id: ID!) { objectToDeposit(patient: "p-1", organization: $id) {
      id kind status decision grantor grantee { id } provision { type }
    } }`,
    organization,
    permits,
  );

const lift = (id: string, permits: readonly Permit[] = [authority('p-1')]) =>
  change(
    'mutation ($id: ID!) { liftDepositObjection(patient: "p-1", id: $id) { id status } }',
    id,
    permits,
  );

async function objected(organization: string): Promise<string> {
  const { data } = await object(organization);
  return (data?.['objectToDeposit'] as { id: string }).id;
}

/** The objections in force, as decisions read them. */
async function inForce(): Promise<unknown[]> {
  const key = { patient: 'p-1', organization: null, practitionerRole: null, grant: null };
  const { data } = await askNow(
    open,
    'query ($keys: [AccessFactsKey!]!) { consentFacts(keys: $keys) }',
    { use: 'facts', caller: null, variables: { keys: [key] } },
  );
  const [facts] = data?.['consentFacts'] as ConsentFacts[];
  return (facts?.consents ?? [])
    .filter(({ status }) => status === 'active')
    .map(({ kind, decision, grantee, provision }) => ({ kind, decision, grantee, provision }));
}

const OBJECTION = { kind: 'DEPOSIT_OBJECTION', decision: 'deny', provision: [] };

describe('objectToDeposit', () => {
  it.each(['o-clinic', 'o-shenzhen'])('denies deposits by %s, and by nobody else', async (id) => {
    const { data } = await object(id);
    expect(data?.['objectToDeposit']).toMatchObject({
      kind: 'DEPOSIT_OBJECTION',
      status: 'ACTIVE',
      decision: 'DENY',
      grantor: 'Patient/p-1',
      grantee: [{ id }],
      provision: [],
    });
    expect(await inForce()).toEqual([{ ...OBJECTION, grantee: [id] }]);
  });

  it('takes the place of a former objection, and stands beside one to another', async () => {
    await object('o-clinic');
    await object('o-clinic');
    await object('o-shenzhen');
    const grantees = (await inForce()).map((one) => (one as { grantee: unknown }).grantee);
    expect(grantees.sort()).toEqual([['o-clinic'], ['o-shenzhen']]);
  });

  it('is audited and told', async () => {
    const id = await objected('o-clinic');
    const { db } = open.database;
    expect(db.select().from(auditEvents).all()).toMatchObject([
      { change: 'CONSENT_GIVEN', changed: `Consent/${id}` },
    ]);
    expect(db.select().from(accessNotifications).all()).toMatchObject([
      { kind: 'CONSENT_GIVEN', organization: 'o-clinic' },
    ]);
  });

  it.each(['o-unknown', 'phrs'])('takes no objection to %s', async (id) => {
    expect(codesOf(await object(id))).toEqual(['BAD_USER_INPUT']);
    expect(await inForce()).toEqual([]);
  });

  it.each<readonly [string, Permit[]]>([
    ['may only read', [authority('p-1', { action: 'READ' })]],
    ['may authorise grants alone', [authority('p-1', { scopes: ['GRANT'] })]],
    ['stands for another', [authority('p-2')]],
  ])('is not there for one who %s', async (_case, permits) => {
    expect(codesOf(await object('o-clinic', permits))).toEqual(['NOT_FOUND']);
    expect(await inForce()).toEqual([]);
  });
});

describe('liftDepositObjection', () => {
  it('lifts one, and is audited and told', async () => {
    const id = await objected('o-clinic');
    await object('o-shenzhen');
    expect((await lift(id)).data).toEqual({ liftDepositObjection: { id, status: 'INACTIVE' } });
    expect(await inForce()).toEqual([{ ...OBJECTION, grantee: ['o-shenzhen'] }]);
    const { db } = open.database;
    expect(db.select().from(auditEvents).all().at(-1)).toMatchObject({
      change: 'CONSENT_REVOKED',
      changed: `Consent/${id}`,
    });
    expect(db.select().from(accessNotifications).all().at(-1)).toMatchObject({
      kind: 'CONSENT_REVOKED',
      organization: 'o-clinic',
    });
  });

  it.each([
    ['unknown', 'NOT_FOUND'],
    ['theirs', 'NOT_FOUND'],
    ['restriction', 'NOT_FOUND'],
    ['imported', 'CONFLICT'],
    ['lifted', 'CONFLICT'],
  ])('of one that is %s answers %s, and changes nothing', async (id, code) => {
    const stated = { kind: 'DEPOSIT_OBJECTION', decision: 'deny' } as const;
    open.repository.putConsent(consent('theirs', 'p-2', stated));
    open.repository.putConsent(consent('restriction', 'p-1', { kind: 'RESTRICTION' }));
    open.repository.putConsent(importedConsent('imported', 'p-1', stated));
    open.repository.putConsent(consent('lifted', 'p-1', { ...stated, status: 'inactive' }));
    const before = everything(open);
    expect(codesOf(await lift(id))).toEqual([code]);
    expect(everything(open)).toEqual(before);
  });

  it('is not there for one who may only read', async () => {
    const id = await objected('o-clinic');
    expect(codesOf(await lift(id, [authority('p-1', { action: 'READ' })]))).toEqual(['NOT_FOUND']);
    expect(await inForce()).toHaveLength(1);
  });
});
