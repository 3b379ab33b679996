import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { TEST_NOW, permit, personCaller, professionalCaller } from '@causeway/kit/testing';
import type { Caller, Permit } from '@causeway/schema';
import { outbox } from '../tables.js';
import { everything, give, revokeConsent, revokeGrant } from '../testing/changes.js';
import {
  authority,
  change,
  consent,
  consentOfGrant,
  grant,
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
    ['giveSharingConsent', give(), 'CONSENT_GIVEN', 'CREATE', 'CONSENT', 'o-clinic', 'PREFERENCE'],
    [
      'revokeSharingConsent',
      revokeConsent('c-1'),
      'CONSENT_REVOKED',
      'UPDATE',
      'CONSENT',
      'o-clinic',
      'PREFERENCE',
    ],
    [
      'revokeGrant',
      revokeGrant('g-1'),
      'GRANT_REVOKED',
      'UPDATE',
      'GRANT',
      'o-shenzhen',
      'MANDATORY',
    ],
  ] as const;

  it.each(CHANGES)(
    'by %s is audited and told to the patient, and raises the epoch',
    async (field, mutation, kind, action, scope, organization, duty) => {
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
                duty,
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
      const before = everything(open);
      await expect(change(open, mutation, 'p-1')).rejects.toThrow();
      expect(everything(open)).toEqual(before);
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
      const before = everything(open);
      const refused = await open.ask(mutation, { caller, permits });
      expect(refused).toMatchObject({
        data: { [field]: null },
        errors: [{ extensions: { code: 'NOT_FOUND' } }],
      });
      expect(everything(open)).toEqual(before);
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
      const before = everything(open);
      const unknown = await change(open, mutation('nothing'), 'p-1');
      expect(unknown).toMatchObject({
        data: { [field]: null },
        errors: [{ extensions: { code: 'NOT_FOUND' } }],
      });
      expect(await change(open, mutation(others), 'p-1')).toEqual(unknown);
      expect(await change(open, mutation('c-g-1'), 'p-1')).toEqual(unknown);
      expect(everything(open)).toEqual(before);
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
