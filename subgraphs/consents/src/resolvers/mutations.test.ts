import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { TEST_NOW, permit, personCaller, professionalCaller } from '@causeway/kit/testing';
import type { Caller, GrantState, Permit } from '@causeway/schema';
import { accessNotifications, auditEvents, consents, epochs, grants, outbox } from '../tables.js';
import {
  authority,
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

/** Every row that a change could touch. */
function everything(): unknown {
  const { db } = open.database;
  return [consents, grants, epochs, auditEvents, accessNotifications, outbox].map((table) =>
    db.select().from(table).all(),
  );
}

const give = (args = '', patient = 'p-1'): string =>
  `mutation { giveSharingConsent(patient: "${patient}", organization: "o-clinic"${args}) {
    id version status kind grantor subject { id } grantee { id } dateTime period { start end } decision
    provision { type category } category { coding { code } } supersededBy { id }
  } }`;

const revokeConsent = (id: string, patient = 'p-1'): string =>
  `mutation { revokeSharingConsent(patient: "${patient}", id: "${id}") { id version status } }`;

const revokeGrant = (id: string, patient = 'p-1'): string =>
  `mutation { revokeGrant(patient: "${patient}", id: "${id}") {
    id state stateHistory { state since } encounter { id status } link { status } consent { id status }
  } }`;

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
    const before = everything();
    const { data, errors } = await change(open, give(args), 'p-1');
    expect(data).toEqual({ giveSharingConsent: null });
    expect(errors).toMatchObject([
      { message: expect.stringContaining(message), extensions: { code: 'BAD_USER_INPUT' } },
    ]);
    expect(everything()).toEqual(before);
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
      const before = everything();
      const { errors } = await change(open, revokeConsent('c-1'), 'p-1');
      expect(errors).toMatchObject([{ extensions: { code: 'CONFLICT' } }]);
      expect(everything()).toEqual(before);
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
    const before = everything();
    const { errors } = await change(open, revokeGrant('g-1'), 'p-1');
    expect(errors?.[0]?.extensions['code'] ?? null).toBe(code);
    if (code !== null) expect(everything()).toEqual(before);
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

describe('every change', () => {
  beforeEach(() => {
    for (const patient of ['p-1', 'p-2']) {
      const n = patient.slice(2);
      open.repository.putConsent(consent(`c-${n}`, patient), TEST_NOW - 1);
      open.repository.putConsent(consentOfGrant(`g-${n}`, patient), TEST_NOW - 1);
      open.repository.putGrant(grant(`g-${n}`, patient), TEST_NOW - 1);
    }
  });

  const CHANGES = [
    ['giveSharingConsent', give(), 'CONSENT_GIVEN', 'CREATE', 'CONSENT', 'o-clinic'],
    [
      'revokeSharingConsent',
      revokeConsent('c-1'),
      'CONSENT_REVOKED',
      'UPDATE',
      'CONSENT',
      'o-clinic',
    ],
    ['revokeGrant', revokeGrant('g-1'), 'GRANT_REVOKED', 'UPDATE', 'GRANT', 'o-shenzhen'],
  ] as const;

  it.each(CHANGES)(
    'by %s is audited and told to the patient, and raises the epoch',
    async (field, mutation, kind, action, scope, organization) => {
      const epochOf = () =>
        open.repository.facts(
          [{ patient: 'p-1', organization: null, practitionerRole: null, grant: null }],
          TEST_NOW,
        )[0]?.epoch ?? 0;
      const before = epochOf();
      const { data } = await open.ask(mutation, {
        caller: personCaller('p-mother'),
        permits: [authority('p-1', { basis: ['c-basis'] })],
      });
      const { id } = data?.[field] as { id: string };
      expect(epochOf()).toBeGreaterThan(before);
      const [patient] = await select(
        open,
        `auditEvents { edges { node { action outcome requested release scopes agent { who requestor } entity { what } } } }
         accessNotifications { edges { node { kind duty organization { id } event { action } } } }`,
        [own('p-1')],
      );
      const type = scope === 'GRANT' ? 'CrossBorderGrant' : 'Consent';
      expect(patient).toMatchObject({
        auditEvents: {
          edges: [
            {
              node: {
                action,
                outcome: 'PERMIT',
                requested: 'AUTHORISE',
                release: 'RELEASED',
                scopes: [scope],
                agent: expect.arrayContaining([{ who: 'Patient/p-mother', requestor: true }]),
                entity: expect.arrayContaining([
                  { what: `${type}/${id}` },
                  { what: 'Consent/c-basis' },
                ]),
              },
            },
          ],
        },
        accessNotifications: {
          edges: [
            {
              node: {
                kind,
                duty: 'PREFERENCE',
                organization: { id: organization },
                event: { action },
              },
            },
          ],
        },
      });
      expect(open.database.db.select().from(outbox).all()).toHaveLength(1);
      expect(open.repository.verifyChain('p-1')).toEqual({ state: 'INTACT', events: 1 });
    },
  );

  it.each(CHANGES.map(([field, mutation]) => [field, mutation] as const))(
    'by %s is undone whole when its event cannot be written',
    async (_field, mutation) => {
      open.database.db.run(
        "create trigger full before insert on audit_event begin select raise(abort, 'disk full'); end",
      );
      const before = everything();
      await expect(change(open, mutation, 'p-1')).rejects.toThrow();
      expect(everything()).toEqual(before);
    },
  );

  const provider = professionalCaller('o-clinic');
  const cases: [string, Caller, readonly Permit[]][] = [
    ['no permit', personCaller('p-1'), []],
    ['a permit to read', personCaller('p-1'), [own('p-1')]],
    ['a permit for another patient', personCaller('p-2'), [authority('p-2')]],
    ['a permit without the scope', personCaller('p-1'), [permit('p-1', { action: 'AUTHORISE' })]],
    ['a professional', provider, [authority('p-1')]],
  ];

  it.each(
    CHANGES.flatMap(([field, mutation]) => cases.map((one) => [field, mutation, ...one] as const)),
  )(
    'by %s is refused, as for a patient who does not exist, %s to %s',
    async (field, mutation, _case, caller, permits) => {
      const before = everything();
      const refused = await open.ask(mutation, { caller, permits });
      expect(refused).toMatchObject({
        data: { [field]: null },
        errors: [{ extensions: { code: 'NOT_FOUND' } }],
      });
      expect(everything()).toEqual(before);
      const unknown = mutation.replace('"p-1"', '"p-nobody"');
      expect(await open.ask(unknown, { caller, permits })).toEqual(refused);
    },
  );

  it.each([
    ['revokeSharingConsent', revokeConsent, 'c-2'],
    ['revokeGrant', revokeGrant, 'g-2'],
  ])(
    "by %s is refused for an id of nothing, of another patient's, and of another kind alike",
    async (field, mutation, others) => {
      const before = everything();
      const unknown = await change(open, mutation('nothing'), 'p-1');
      expect(unknown).toMatchObject({
        data: { [field]: null },
        errors: [{ extensions: { code: 'NOT_FOUND' } }],
      });
      expect(await change(open, mutation(others), 'p-1')).toEqual(unknown);
      expect(await change(open, mutation('c-g-1'), 'p-1')).toEqual(unknown);
      expect(everything()).toEqual(before);
    },
  );

  it('lets a caregiver revoke a grant, and read nothing of it', async () => {
    const caregiver = authority('p-1', {
      scopes: ['GRANT'],
      administrativeBasis: 'PARTY',
      parties: ['p-daughter'],
    });
    const asked = { caller: personCaller('p-daughter'), permits: [caregiver] };
    expect(await open.ask(revokeGrant('g-1'), asked)).toEqual({ data: { revokeGrant: null } });
    expect(await idsOf(open, 'crossBorderGrants(state: REVOKED)', [own('p-1')])).toEqual([
      'g-1',
      1,
    ]);
    const { errors } = await open.ask(give(), asked);
    expect(errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
  });
});
