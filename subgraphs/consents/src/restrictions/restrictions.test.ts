import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { personCaller } from '@causeway/kit/testing';
import type { Permit } from '@causeway/schema';
import { accessNotifications, auditEvents, consents } from '../tables.js';
import { clinic, codesOf, party, recordSystem, tellParties } from '../testing/asking.js';
import { everything } from '../testing/changes.js';
import { askNow } from '../testing/links.js';
import { authority, consent, importedConsent, openEmpty } from '../testing/open.js';
import type { OpenConsents } from '../testing/open.js';

let open: OpenConsents;

beforeEach(() => {
  open = openEmpty();
  tellParties(open, clinic(), party(), recordSystem());
});

afterEach(() => {
  open.close();
});

const restrict = (
  input: Readonly<Record<string, unknown>>,
  permits: Permit[] = [authority('p-1')],
) =>
  askNow(
    open,
    `mutation ($input: RestrictAccessInput!) { restrictAccess(patient: "p-1", input: $input) {
      id kind status decision grantee { id } provision { type category } grantor period { start }
    } }`,
    { caller: personCaller('p-1'), permits, variables: { input } },
  );

async function restricted(input: Readonly<Record<string, unknown>>) {
  const { data, errors } = await restrict(input);
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  return data?.['restrictAccess'] as { id: string; provision: unknown };
}

const lift = (id: string, permits: Permit[] = [authority('p-1')]) =>
  askNow(open, `mutation { liftRestriction(patient: "p-1", id: "${id}") { id status } }`, {
    caller: personCaller('p-1'),
    permits,
  });

const active = () =>
  open.database.db
    .select()
    .from(consents)
    .all()
    .filter(({ validTo, status }) => validTo === null && status === 'active')
    .map(({ grantee, provision }) => ({ grantee, provision }));

describe('restrictAccess', () => {
  it.each<readonly [string, Readonly<Record<string, unknown>>, unknown, unknown]>([
    [
      'categories to everybody',
      { scopes: ['MEDICATION', 'DIAGNOSIS'] },
      [],
      [{ type: 'DENY', category: ['DIAGNOSIS', 'MEDICATION'] }],
    ],
    [
      'everything to one organisation',
      { organization: 'o-clinic' },
      [{ id: 'o-clinic' }],
      [{ type: 'DENY', category: null }],
    ],
    [
      'categories to one organisation abroad',
      { organization: 'o-shenzhen', scopes: ['LAB_REPORT'] },
      [{ id: 'o-shenzhen' }],
      [{ type: 'DENY', category: ['LAB_REPORT'] }],
    ],
  ])('denies %s from now on', async (_case, input, grantee, provision) => {
    const { data } = await restrict(input);
    expect(data?.['restrictAccess']).toMatchObject({
      kind: 'RESTRICTION',
      status: 'ACTIVE',
      decision: 'PERMIT',
      grantor: 'Patient/p-1',
      period: null,
      grantee,
      provision,
    });
  });

  it('adds to what is restricted, and opens nothing', async () => {
    await restricted({ scopes: ['MEDICATION'] });
    await restricted({ organization: 'o-clinic' });
    await restricted({ scopes: ['LAB_REPORT'] });
    await restricted({ organization: 'o-clinic', scopes: ['LAB_REPORT'] });
    expect(active()).toEqual([
      { grantee: [], provision: [{ type: 'deny', category: ['MEDICATION', 'LAB_REPORT'] }] },
      { grantee: ['o-clinic'], provision: [{ type: 'deny' }] },
    ]);
  });

  it('keeps a denial of another form beside it', async () => {
    const provision = [
      { type: 'deny', securityLabel: [{ system: null, code: 'PSY' }] },
      { type: 'deny', category: ['MEDICATION'], actor: ['o-clinic'] },
      { type: 'deny', category: ['PERSON', 'BIRTH'] },
    ] as const;
    open.repository.putConsent(
      consent('c-1', 'p-1', { kind: 'RESTRICTION', grantee: [], provision }),
    );
    await restricted({ scopes: ['LAB_REPORT'] });
    expect(active()).toEqual([
      {
        grantee: [],
        provision: [
          provision[0],
          provision[1],
          { type: 'deny', category: ['PERSON', 'BIRTH', 'LAB_REPORT'] },
        ],
      },
    ]);
  });

  it('does not bring back what was restricted for a time that is over', async () => {
    open.repository.putConsent(
      consent('c-1', 'p-1', {
        kind: 'RESTRICTION',
        grantee: [],
        period: { start: null, end: '2026-05-31' },
        provision: [{ type: 'deny', category: ['MEDICATION'] }],
      }),
    );
    await restricted({ scopes: ['LAB_REPORT'] });
    expect(active()).toEqual([
      { grantee: [], provision: [{ type: 'deny', category: ['LAB_REPORT'] }] },
    ]);
  });

  it('is audited and told', async () => {
    const { id } = await restricted({ organization: 'o-clinic' });
    const { db } = open.database;
    expect(db.select().from(auditEvents).all()).toMatchObject([
      { change: 'CONSENT_GIVEN', changed: `Consent/${id}` },
    ]);
    expect(db.select().from(accessNotifications).all()).toMatchObject([
      { kind: 'CONSENT_GIVEN', organization: 'o-clinic' },
    ]);
  });

  it.each<readonly [string, Readonly<Record<string, unknown>>]>([
    ['nothing', {}],
    ['no category', { scopes: [] }],
    ['no category of an organisation', { organization: 'o-clinic', scopes: [] }],
    ['an organisation that is unknown', { organization: 'o-unknown' }],
    ['a system', { organization: 'phrs' }],
  ])('refuses to restrict %s', async (_case, input) => {
    expect(codesOf(await restrict(input))).toEqual(['BAD_USER_INPUT']);
    expect(active()).toEqual([]);
  });

  it.each<readonly [string, Permit[]]>([
    ['may only read', [authority('p-1', { action: 'READ' })]],
    ['may authorise grants alone', [authority('p-1', { scopes: ['GRANT'] })]],
    ['stands for another', [authority('p-2')]],
  ])('is not there for one who %s', async (_case, permits) => {
    expect(codesOf(await restrict({ scopes: ['LAB_REPORT'] }, permits))).toEqual(['NOT_FOUND']);
    expect(active()).toEqual([]);
  });
});

describe('liftRestriction', () => {
  it('lifts a restriction, all of it, and is audited and told', async () => {
    await restricted({ scopes: ['MEDICATION'] });
    const { id } = await restricted({ scopes: ['LAB_REPORT'] });
    expect((await lift(id)).data).toEqual({ liftRestriction: { id, status: 'INACTIVE' } });
    expect(active()).toEqual([]);
    const { db } = open.database;
    expect(db.select().from(auditEvents).all().at(-1)).toMatchObject({ change: 'CONSENT_REVOKED' });
    expect(db.select().from(accessNotifications).all().at(-1)).toMatchObject({
      kind: 'CONSENT_REVOKED',
      organization: null,
    });
  });

  it('lifts no other', async () => {
    const { id } = await restricted({ organization: 'o-clinic' });
    await restricted({ scopes: ['LAB_REPORT'] });
    await lift(id);
    expect(active()).toHaveLength(1);
  });

  it.each([
    ['unknown', 'NOT_FOUND'],
    ['theirs', 'NOT_FOUND'],
    ['sharing', 'NOT_FOUND'],
    ['imported', 'CONFLICT'],
    ['lifted', 'CONFLICT'],
  ])('of one that is %s answers %s, and changes nothing', async (id, code) => {
    const stated = { kind: 'RESTRICTION', grantee: [] } as const;
    open.repository.putConsent(consent('theirs', 'p-2', stated));
    open.repository.putConsent(consent('sharing', 'p-1'));
    open.repository.putConsent(importedConsent('imported', 'p-1', stated));
    open.repository.putConsent(consent('lifted', 'p-1', { ...stated, status: 'inactive' }));
    const before = everything(open);
    expect(codesOf(await lift(id))).toEqual([code]);
    expect(everything(open)).toEqual(before);
  });

  it('is not there for one who may only read', async () => {
    const { id } = await restricted({ scopes: ['LAB_REPORT'] });
    expect(codesOf(await lift(id, [authority('p-1', { action: 'READ' })]))).toEqual(['NOT_FOUND']);
    expect(active()).toHaveLength(1);
  });
});
