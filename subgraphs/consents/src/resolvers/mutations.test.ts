import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { TEST_NOW } from '@causeway/kit/testing';
import type { GrantState } from '@causeway/schema';
import { everything, give, revokeConsent, revokeGrant } from '../testing/changes.js';
import {
  change,
  consent,
  consentOfGrant,
  grant,
  importedConsent,
  openEmpty,
  own,
} from '../testing/open.js';
import type { OpenConsents } from '../testing/open.js';
import { idsOf, select } from '../testing/select.js';

let open: OpenConsents;

beforeEach(() => {
  open = openEmpty();
});

afterEach(() => {
  open.close();
});

describe('giveSharingConsent', () => {
  it('gives an organisation consent to everything, in force at once', async () => {
    const { data, errors } = await change(open, give(), 'p-1');
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      giveSharingConsent: {
        id: expect.stringMatching(/^[0-9a-f-]{36}$/),
        version: 1,
        status: 'ACTIVE',
        kind: 'SHARING',
        grantor: 'Patient/p-1',
        subject: { id: 'p-1' },
        grantee: [{ id: 'o-clinic' }],
        dateTime: '2026-06-01T04:00:00.000Z',
        period: null,
        decision: 'PERMIT',
        provision: [],
        category: [{ coding: [{ code: 'IDSCL' }] }],
        supersededBy: null,
      },
    });
  });

  it('gives consent to chosen scopes as permits in a consent that denies the rest', async () => {
    const args =
      ', scopes: [MEDICATION, ALLERGY_ADR], period: { start: "2026-06-01", end: "2027-05-31" }';
    const { data } = await change(open, give(args), 'p-1');
    expect(data).toMatchObject({
      giveSharingConsent: {
        period: { start: '2026-06-01', end: '2027-05-31' },
        decision: 'DENY',
        provision: [{ type: 'PERMIT', category: ['PERSON', 'ALLERGY_ADR', 'MEDICATION'] }],
      },
    });
  });

  it('takes the place of a former consent to the same organisation', async () => {
    open.repository.putConsent(consent('c-former', 'p-1'), TEST_NOW - 1);
    open.repository.putConsent(consent('c-lab', 'p-1', { grantee: ['o-lab'] }), TEST_NOW - 1);
    const { data } = await change(open, give(), 'p-1');
    const { id } = data?.['giveSharingConsent'] as { id: string };
    const active = await idsOf(open, 'consents(status: ACTIVE)', [own('p-1')]);
    expect(active?.[0].split(' ')).toEqual([id, 'c-lab']);
    const [patient] = await select(
      open,
      'consents(status: INACTIVE) { edges { node { id supersededBy { id } } } }',
      [own('p-1')],
    );
    expect(patient?.['consents']).toEqual({
      edges: [{ node: { id: 'c-former', supersededBy: { id } } }],
    });
  });

  it('succeeds though the clock was set back since the former consent', async () => {
    open.repository.putConsent(consent('c-former', 'p-1'));
    open.clock.now = TEST_NOW - 5_000;
    const { errors } = await change(open, give(), 'p-1');
    expect(errors).toBeUndefined();
    expect((await idsOf(open, 'consents(status: ACTIVE)', [own('p-1')]))?.[1]).toBe(1);
  });

  it.each([
    ['a period that is over', ', period: { end: "2026-05-31" }', 'in the past'],
    [
      'a period that ends before it begins',
      ', period: { start: "2027-01-02", end: "2027-01-01" }',
      'ends before',
    ],
    ['no scope', ', scopes: []', 'at least one scope'],
    ['an administrative scope', ', scopes: [MEDICATION, AUDIT]', 'got AUDIT'],
  ])('refuses %s and changes nothing', async (_case, args, message) => {
    const before = everything(open);
    const { data, errors } = await change(open, give(args), 'p-1');
    expect(data).toEqual({ giveSharingConsent: null });
    expect(errors).toMatchObject([
      { message: expect.stringContaining(message), extensions: { code: 'BAD_USER_INPUT' } },
    ]);
    expect(everything(open)).toEqual(before);
  });

  it.each(['', 'no id', 'x'.repeat(65)])('refuses the organisation "%s"', async (organization) => {
    const { errors } = await change(open, give().replace('o-clinic', organization), 'p-1');
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  it('takes a period that ends today', async () => {
    const { errors } = await change(open, give(', period: { end: "2026-06-01" }'), 'p-1');
    expect(errors).toBeUndefined();
  });
});

describe('revokeSharingConsent', () => {
  it('makes the consent inactive', async () => {
    open.repository.putConsent(consent('c-1', 'p-1'), TEST_NOW - 1);
    expect(await change(open, revokeConsent('c-1'), 'p-1')).toEqual({
      data: { revokeSharingConsent: { id: 'c-1', version: 2, status: 'INACTIVE' } },
    });
  });

  it('succeeds though the clock was set back since the consent was given', async () => {
    open.repository.putConsent(consent('c-1', 'p-1'));
    open.clock.now = TEST_NOW - 5_000;
    const { errors } = await change(open, revokeConsent('c-1'), 'p-1');
    expect(errors).toBeUndefined();
  });

  it.each(['draft', 'proposed', 'rejected', 'inactive', 'entered-in-error'] as const)(
    'refuses a consent that is %s and changes nothing',
    async (status) => {
      open.repository.putConsent(consent('c-1', 'p-1', { status }));
      const before = everything(open);
      const { errors } = await change(open, revokeConsent('c-1'), 'p-1');
      expect(errors).toMatchObject([{ extensions: { code: 'CONFLICT' } }]);
      expect(everything(open)).toEqual(before);
    },
  );

  it('refuses a consent that another source recorded', async () => {
    open.repository.putConsent(importedConsent('c-1', 'p-1'));
    const { errors } = await change(open, revokeConsent('c-1'), 'p-1');
    expect(errors).toMatchObject([{ extensions: { code: 'CONFLICT' } }]);
  });
});

describe('revokeGrant', () => {
  beforeEach(() => {
    open.repository.putConsent(consentOfGrant('g-1', 'p-1'), TEST_NOW - 1);
    open.repository.putGrant(grant('g-1', 'p-1'), TEST_NOW - 1);
  });

  it('ends the grant with its consent, its encounter and its link', async () => {
    const { data, errors } = await change(open, revokeGrant('g-1'), 'p-1');
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({
      revokeGrant: {
        id: 'g-1',
        state: 'REVOKED',
        encounter: { id: 'e-g-1', status: 'CLOSED' },
        link: { status: 'REVOKED' },
        consent: { id: 'c-g-1', status: 'INACTIVE' },
      },
    });
    const { stateHistory } = data?.['revokeGrant'] as { stateHistory: unknown[] };
    expect(stateHistory.at(-1)).toEqual({ state: 'REVOKED', since: '2026-06-01T04:00:00.000Z' });
    expect(stateHistory).toHaveLength(4);
  });

  it.each<[GrantState, string | null]>([
    ['AUTHORISED', null],
    ['LINK_ISSUED', null],
    ['REDEEMED', null],
    ['SUSPENDED', null],
    ['REQUESTED', 'CONFLICT'],
    ['COMPLETED', 'CONFLICT'],
    ['EXPIRED', 'CONFLICT'],
    ['REVOKED', 'CONFLICT'],
    ['DECLINED', 'CONFLICT'],
    ['LAPSED', 'CONFLICT'],
    ['LOCKED', 'CONFLICT'],
  ])('of a grant that is %s is answered with %s', async (state, code) => {
    open.repository.putGrant(grant('g-1', 'p-1', { state }));
    const before = everything(open);
    const { errors } = await change(open, revokeGrant('g-1'), 'p-1');
    expect(errors?.[0]?.extensions['code'] ?? null).toBe(code);
    if (code !== null) expect(everything(open)).toEqual(before);
  });

  it('succeeds though the clock was set back since the grant changed', async () => {
    open.clock.now = TEST_NOW - 5_000;
    const { errors } = await change(open, revokeGrant('g-1'), 'p-1');
    expect(errors).toBeUndefined();
  });

  it('shows what was changed to a later field of the same operation', async () => {
    const { data } = await change(
      open,
      `mutation {
        before: giveSharingConsent(patient: "p-1", organization: "o-1") { subject { crossBorderGrants { edges { node { state } } } } }
        revokeGrant(patient: "p-1", id: "g-1") { id }
        after: giveSharingConsent(patient: "p-1", organization: "o-2") { subject { crossBorderGrants { edges { node { state } } } } }
      }`,
      'p-1',
    );
    const grantsIn = (state: string) => ({
      subject: { crossBorderGrants: { edges: [{ node: { state } }] } },
    });
    expect(data).toMatchObject({ before: grantsIn('REDEEMED'), after: grantsIn('REVOKED') });
  });
});
