import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { TEST_NOW, personCaller } from '@causeway/kit/testing';
import type { Caller, GrantState } from '@causeway/schema';
import { everything } from '../testing/changes.js';
import { authorisedGrant, closeEncounter, codeOf, putGrantOf } from '../testing/links.js';
import { drLi, grant, openEmpty, own } from '../testing/open.js';
import type { OpenConsents } from '../testing/open.js';
import { select } from '../testing/select.js';

let open: OpenConsents;

beforeEach(() => {
  open = openEmpty();
  putGrantOf(open, grant('g-1', 'p-1'));
});

afterEach(() => {
  open.close();
});

const factsNow = () => {
  const key = { patient: 'p-1', organization: 'o-shenzhen', practitionerRole: 'r-li' };
  return open.repository.facts([{ ...key, grant: 'g-1' }], TEST_NOW)[0];
};

describe('closeEncounter', () => {
  it('ends the encounter and the grant with it, and tells the patient', async () => {
    const before = factsNow()?.epoch ?? 0;
    expect(await closeEncounter(open)).toEqual({
      data: {
        closeEncounter: { id: 'g-1', encounter: 'e-g-1', state: 'COMPLETED', opensUntil: null },
      },
    });
    expect(factsNow()).toMatchObject({
      grant: { state: 'COMPLETED', encounter: { open: false } },
      consents: [{ id: 'c-g-1', status: 'inactive' }],
    });
    expect(factsNow()?.epoch).toBeGreaterThan(before);
    const [patient] = await select(
      open,
      `auditEvents { edges { node { requested reach entity { what } agent { who requestor } } } }
       accessNotifications { edges { node { kind duty } } }`,
      [own('p-1')],
    );
    expect(patient).toMatchObject({
      auditEvents: {
        edges: [
          {
            node: {
              reach: 'CROSS_BORDER',
              entity: expect.arrayContaining([{ what: 'CrossBorderGrant/g-1' }]),
              agent: expect.arrayContaining([{ who: 'PractitionerRole/r-li', requestor: true }]),
            },
          },
        ],
      },
      accessNotifications: { edges: [{ node: { kind: 'GRANT_COMPLETED', duty: 'MANDATORY' } }] },
    });
  });

  it('is open to any of the staff where the encounter is', async () => {
    const clerk = { ...drLi(null), practitionerRole: 'r-clerk' } as Caller;
    expect((await closeEncounter(open, 'g-1', clerk)).errors).toBeUndefined();
  });

  it('is a conflict the second time', async () => {
    await closeEncounter(open);
    const before = everything(open);
    expect(codeOf(await closeEncounter(open))).toBe('CONFLICT');
    expect(everything(open)).toEqual(before);
  });

  it.each([
    ['the encounter has ended by itself', { encounterEndsAt: TEST_NOW + 1_000 }],
    ['the grant has expired', { period: { start: null, end: '2026-06-01T12:00:00.999+08:00' } }],
  ])('is a conflict once %s, though nobody has recorded that', async (_why, stated) => {
    putGrantOf(open, grant('g-2', 'p-1', stated));
    open.clock.now = TEST_NOW + 1_000;
    const before = everything(open);
    expect(codeOf(await closeEncounter(open, 'g-2'))).toBe('CONFLICT');
    expect(everything(open)).toEqual(before);
    open.clock.now -= 1;
    expect((await closeEncounter(open, 'g-2')).errors).toBeUndefined();
  });

  it.each<[string, string, Caller]>([
    ['an unknown grant', 'g-none', drLi(null)],
    ['another organisation', 'g-1', { ...drLi(null), organization: 'o-other' } as Caller],
    ['the patient', 'g-1', personCaller('p-1')],
  ])('is not found for %s, all alike', async (_who, id, caller) => {
    const before = everything(open);
    const answer = await closeEncounter(open, id, caller);
    expect(codeOf(answer)).toBe('NOT_FOUND');
    expect(answer).toEqual(await closeEncounter(open, 'g-nothing', drLi(null)));
    expect(everything(open)).toEqual(before);
  });

  it.each<GrantState>([
    'REQUESTED',
    'AUTHORISED',
    'LINK_ISSUED',
    'COMPLETED',
    'EXPIRED',
    'REVOKED',
    'DECLINED',
    'LAPSED',
    'LOCKED',
    'SUSPENDED',
  ])('is a conflict for a grant that is %s, and changes nothing', async (state) => {
    putGrantOf(open, authorisedGrant('g-2', 'p-1', { state }));
    const before = everything(open);
    expect(codeOf(await closeEncounter(open, 'g-2'))).toBe('CONFLICT');
    expect(everything(open)).toEqual(before);
  });
});
