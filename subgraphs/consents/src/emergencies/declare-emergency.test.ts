import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { permit, personCaller } from '@causeway/kit/testing';
import type { Caller } from '@causeway/schema';
import { emergencies } from '../tables.js';
import { DR_LEE, declareEmergency } from '../testing/care.js';
import type { Asking } from '../testing/care.js';
import { everything } from '../testing/changes.js';
import { codeOf } from '../testing/links.js';
import { openEmpty, own } from '../testing/open.js';
import type { OpenConsents } from '../testing/open.js';
import { select } from '../testing/select.js';

let open: OpenConsents;

beforeEach(() => {
  open = openEmpty();
});

afterEach(() => {
  open.close();
});

const factsOf = (practitionerRole: string, patient = 'p-1') => {
  const key = { patient, organization: 'o-clinic', practitionerRole, grant: null };
  return open.repository.facts([key], open.clock.now)[0];
};

describe('declareEmergency', () => {
  it('makes it a fact for this professional and patient, for four hours', async () => {
    const before = factsOf('r-lee')?.epoch ?? 0;
    const { data } = await declareEmergency(open);
    const { id, until } = data?.['declareEmergency'] as { id: string; until: string };
    expect(until).toBe('2026-06-01T08:00:00.000Z');
    expect(factsOf('r-lee')).toMatchObject({ emergency: { id, until } });
    expect(factsOf('r-lee')?.epoch).toBeGreaterThan(before);
    expect(factsOf('r-wong')?.emergency).toBeNull();
    expect(factsOf('r-lee', 'p-2')?.emergency).toBeNull();
    expect(open.database.db.select().from(emergencies).all()).toMatchObject([
      { organization: 'o-clinic', reason: 'Unconscious after a fall' },
    ]);
  });

  it('is audited, and told to the patient whatever they prefer', async () => {
    await declareEmergency(open);
    const [patient] = await select(
      open,
      `auditEvents { edges { node { action requested purposeOfEvent { coding { code } } } } }
       accessNotifications { edges { node { kind duty organization { id } } } }`,
      [own('p-1')],
    );
    expect(patient).toMatchObject({
      auditEvents: {
        edges: [
          {
            node: {
              action: 'CREATE',
              requested: 'EMERGENCY',
              purposeOfEvent: [{ coding: [{ code: 'ETREAT' }] }],
            },
          },
        ],
      },
      accessNotifications: {
        edges: [
          {
            node: {
              kind: 'EMERGENCY_ACCESS',
              duty: 'MANDATORY',
              organization: { id: 'o-clinic' },
            },
          },
        ],
      },
    });
    expect(open.repository.verifyChain('p-1')).toMatchObject({ state: 'INTACT' });
  });

  it.each(['', 'help', 'x'.repeat(501)])(
    'refuses the reason “%s” and changes nothing',
    async (reason) => {
      const before = everything(open);
      expect(codeOf(await declareEmergency(open, {}, reason))).toBe('BAD_USER_INPUT');
      expect(everything(open)).toEqual(before);
    },
  );

  it.each<[string, Asking]>([
    ['no permit', { permits: [] }],
    ['a permit to read', { permits: [permit('p-1')] }],
    ['a permit for another patient', { permits: [permit('p-2', { action: 'EMERGENCY' })] }],
    ['a permit abroad', { permits: [permit('p-1', { action: 'EMERGENCY', abroad: true })] }],
    ['the patient', { caller: personCaller('p-1') }],
    ['a system', { caller: { ...DR_LEE, kind: 'system', system: 's-1' } as Caller }],
  ])('is not found for %s', async (_who, asking) => {
    const before = everything(open);
    expect(codeOf(await declareEmergency(open, asking))).toBe('NOT_FOUND');
    expect(everything(open)).toEqual(before);
  });

  it('is undone whole when its event cannot be written', async () => {
    open.database.db.run(
      "create trigger full before insert on audit_event begin select raise(abort, 'disk full'); end",
    );
    const before = everything(open);
    await expect(declareEmergency(open)).rejects.toThrow();
    expect(everything(open)).toEqual(before);
  });
});
