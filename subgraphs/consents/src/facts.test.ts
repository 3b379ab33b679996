import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { TEST_NOW } from '@causeway/kit/testing';
import type { ConsentFacts, ConsentFactsKey } from '@causeway/schema';
import {
  care,
  change,
  consent,
  consentOfGrant,
  grant,
  importedConsent,
  openEmpty,
  stepUp,
} from './testing/open.js';
import type { OpenConsents } from './testing/open.js';

let consents: OpenConsents;

beforeEach(() => {
  consents = openEmpty();
});

afterEach(() => {
  consents.close();
});

const key = (patient: string | null, stated: Partial<ConsentFactsKey> = {}): ConsentFactsKey => ({
  patient,
  organization: null,
  practitionerRole: null,
  grant: null,
  ...stated,
});

async function ask(...keys: readonly ConsentFactsKey[]): Promise<ConsentFacts[]> {
  const { data, errors } = await consents.ask(
    'query ($keys: [AccessFactsKey!]!) { consentFacts(keys: $keys) }',
    { use: 'facts', caller: null, variables: { keys } },
  );
  expect(errors).toBeUndefined();
  return data?.['consentFacts'] as ConsentFacts[];
}

async function factsOf(asked: ConsentFactsKey): Promise<ConsentFacts> {
  const [facts] = await ask(asked);
  if (facts === undefined) throw new Error('Expected facts, got none');
  return facts;
}

/** A patient with a grant to a hospital in Shenzhen, and the consent that materialises it. */
function putGrantOf(patient: string, id: string, stated: Parameters<typeof grant>[2] = {}): void {
  consents.repository.putConsent(consentOfGrant(id, patient));
  consents.repository.putGrant(grant(id, patient, stated));
}

describe('consentFacts', () => {
  it('answers all that is known of a key, exactly', async () => {
    const { repository } = consents;
    repository.putConsent(
      consent('c-1', 'p-1', { provision: [{ type: 'deny', category: ['BIRTH'] }] }),
    );
    putGrantOf('p-1', 'g-1');
    repository.putCareRelation(care('p-1', 'o-shenzhen'));
    repository.putStepUp(stepUp('p-1', 'r-li'));
    const asked = key('p-1', {
      organization: 'o-shenzhen',
      practitionerRole: 'r-li',
      grant: 'g-1',
    });
    expect(await ask(asked)).toEqual([
      {
        epoch: 5,
        consents: [
          {
            id: 'c-1',
            kind: 'SHARING',
            status: 'active',
            period: { start: null, end: null },
            decision: 'permit',
            grantee: ['o-clinic'],
            provision: [{ type: 'deny', category: ['BIRTH'] }],
            origin: 'LAYER',
          },
          {
            id: 'c-g-1',
            kind: 'CROSS_BORDER',
            status: 'active',
            period: { start: null, end: null },
            decision: 'permit',
            grantee: ['o-shenzhen'],
            provision: [],
            origin: 'LAYER',
          },
        ],
        grant: {
          id: 'g-1',
          patient: 'p-1',
          organization: 'o-shenzhen',
          practitionerRole: 'r-li',
          purpose: 'TREAT',
          scopes: ['ALLERGY_ADR', 'MEDICATION'],
          lookBack: 'P3Y',
          permissions: ['READ'],
          period: { start: '2026-05-01', end: '2026-06-30' },
          state: 'REDEEMED',
          encounter: { id: 'e-g-1', organization: 'o-shenzhen', open: true },
          deposit: null,
          includesRestricted: false,
          consent: 'c-g-1',
        },
        careRelation: { period: { start: '2026-01-01', end: null } },
        stepUp: { until: '2026-06-01T12:20:00+08:00' },
        emergency: null,
      },
    ]);
  });

  it('answers in the order of the keys, with nothing for a patient of whom nothing is known', async () => {
    consents.repository.putConsent(consent('c-1', 'p-1'));
    consents.repository.putConsent(consent('c-2', 'p-2'));
    const answers = await ask(key('p-2'), key('p-nobody'), key('p-1'), key('p-2'));
    expect(answers.map((facts) => facts.consents.map(({ id }) => id))).toEqual([
      ['c-2'],
      [],
      ['c-1'],
      ['c-2'],
    ]);
    expect(answers[1]).toEqual({
      epoch: 0,
      consents: [],
      grant: null,
      careRelation: null,
      stepUp: null,
      emergency: null,
    });
  });

  it.each(['draft', 'proposed', 'active', 'rejected', 'inactive', 'entered-in-error'] as const)(
    'leaves it to the decision to judge a consent that is %s',
    async (status) => {
      consents.repository.putConsent(consent('c-1', 'p-1', { status }));
      expect((await factsOf(key('p-1'))).consents).toMatchObject([{ id: 'c-1', status }]);
    },
  );

  it('tells the origin of a consent', async () => {
    consents.repository.putConsent(importedConsent('c-1', 'p-1'));
    expect((await factsOf(key('p-1'))).consents).toMatchObject([{ origin: 'IMPORTED' }]);
  });

  it('leaves out former versions and what was superseded', async () => {
    consents.repository.putConsent(consent('c-1', 'p-1'), TEST_NOW - 3);
    consents.repository.putConsent(consent('c-1', 'p-1', { dateTime: '2026-02-02' }), TEST_NOW - 2);
    consents.repository.putConsent(consent('c-2', 'p-1'), TEST_NOW - 1);
    expect((await factsOf(key('p-1'))).consents).toMatchObject([{ id: 'c-2', status: 'active' }]);
  });

  it.each<[string, Partial<ConsentFactsKey>]>([
    ['another patient', { patient: 'p-2' }],
    ['another organisation', { organization: 'o-clinic' }],
    ['no organisation', { organization: null }],
    ['another id', { grant: 'g-2' }],
    ['no id', { grant: null }],
  ])('answers no grant to a key of %s', async (_case, differing) => {
    putGrantOf('p-1', 'g-1');
    const asked = key('p-1', { organization: 'o-shenzhen', grant: 'g-1' });
    expect((await factsOf(asked)).grant).toMatchObject({ id: 'g-1' });
    expect((await factsOf({ ...asked, ...differing })).grant).toBeNull();
  });

  it('answers a grant without a patient, for whoever has yet to learn whose it is, and nothing else', async () => {
    putGrantOf('p-1', 'g-1');
    consents.repository.putCareRelation(care('p-1', 'o-shenzhen'));
    consents.repository.putStepUp(stepUp('p-1', 'r-li'));
    const asked = key(null, {
      organization: 'o-shenzhen',
      practitionerRole: 'r-li',
      grant: 'g-1',
    });
    expect(await ask(asked)).toMatchObject([
      {
        epoch: 0,
        consents: [],
        grant: { patient: 'p-1' },
        careRelation: null,
        stepUp: null,
        emergency: null,
      },
    ]);
    expect((await factsOf({ ...asked, organization: 'o-clinic' })).grant).toBeNull();
  });

  it('answers no grant that nobody has authorised', async () => {
    putGrantOf('p-1', 'g-1', { state: 'REQUESTED', consent: null });
    const asked = key('p-1', { organization: 'o-shenzhen', grant: 'g-1' });
    expect((await factsOf(asked)).grant).toBeNull();
  });

  it('answers the relation of care that is open, whatever others are over', async () => {
    const over = { start: '2020-01-01', end: '2020-12-31' };
    const open = { start: '2026-05-01', end: null };
    const put = (id: string, period: typeof over | typeof open): void => {
      consents.repository.putCareRelation(care('p-1', 'o-clinic', { id, period }));
    };
    put('care-1', over);
    expect((await factsOf(key('p-1', { organization: 'o-clinic' }))).careRelation).toEqual({
      period: over,
    });
    put('care-2', open);
    put('care-3', over);
    expect((await factsOf(key('p-1', { organization: 'o-clinic' }))).careRelation).toEqual({
      period: open,
    });
    expect((await factsOf(key('p-1', { organization: 'o-lab' }))).careRelation).toBeNull();
    expect((await factsOf(key('p-2', { organization: 'o-clinic' }))).careRelation).toBeNull();
  });

  it('answers the step-up that lasts longest, for its own professional alone', async () => {
    const until = '2026-06-01T13:00:00+08:00';
    consents.repository.putStepUp(stepUp('p-1', 'r-1', { id: 's-1' }));
    consents.repository.putStepUp(stepUp('p-1', 'r-1', { id: 's-2', until }));
    consents.repository.putStepUp(stepUp('p-1', 'r-1', { id: 's-3' }));
    expect((await factsOf(key('p-1', { practitionerRole: 'r-1' }))).stepUp).toEqual({ until });
    expect((await factsOf(key('p-1', { practitionerRole: 'r-2' }))).stepUp).toBeNull();
    expect((await factsOf(key('p-2', { practitionerRole: 'r-1' }))).stepUp).toBeNull();
  });

  it('runs the same statements for one key and for three thousand', async () => {
    const asked = key('p-1', { organization: 'o-1', practitionerRole: 'r-1', grant: 'g-1' });
    consents.statements.length = 0;
    await ask(asked);
    const few = consents.statements.splice(0);
    await ask(...Array.from({ length: 3_000 }, (_, n) => ({ ...asked, patient: `p-${n}` })));
    expect(consents.statements).toEqual(few);
    expect(few).toHaveLength(6);
  });

  it.each<[string, (repository: OpenConsents['repository']) => unknown]>([
    [
      'a consent',
      (repository) => repository.putConsent(consent('c-new', 'p-1', { kind: 'JOINING' })),
    ],
    ['a grant', (repository) => repository.putGrant(grant('g-new', 'p-1'))],
    ['a relation of care', (repository) => repository.putCareRelation(care('p-1', 'o-1'))],
    ['a step-up', (repository) => repository.putStepUp(stepUp('p-1', 'r-1'))],
  ])('raises the epoch of the patient with %s, once, and of nobody else', async (_case, put) => {
    consents.repository.putConsent(consent('c-1', 'p-1'));
    consents.repository.putConsent(consent('c-2', 'p-2'));
    const [before, other] = await ask(key('p-1'), key('p-2'));
    put(consents.repository);
    put(consents.repository);
    const [after, same] = await ask(key('p-1'), key('p-2'));
    expect(after?.epoch).toBe((before?.epoch ?? 0) + 1);
    expect(same?.epoch).toBe(other?.epoch);
  });

  it('shows a revoked consent to the very next question, with a higher epoch', async () => {
    consents.repository.putConsent(consent('c-1', 'p-1'), TEST_NOW - 1);
    const before = await factsOf(key('p-1'));
    await change(
      consents,
      'mutation { revokeSharingConsent(patient: "p-1", id: "c-1") { id } }',
      'p-1',
    );
    const after = await factsOf(key('p-1'));
    expect(after.consents).toMatchObject([{ id: 'c-1', status: 'inactive' }]);
    expect(after.epoch).toBeGreaterThan(before.epoch);
  });

  it('shows what was in force at an instant that a key names, beside keys of the present', async () => {
    const then = TEST_NOW - 1;
    const { repository } = consents;
    repository.putConsent(consent('c-1', 'p-1'), then);
    repository.putConsent(consentOfGrant('g-1', 'p-1'), then);
    repository.putGrant(grant('g-1', 'p-1'), then);
    repository.putCareRelation(care('p-1', 'o-shenzhen'), then);
    await change(consents, 'mutation { revokeGrant(patient: "p-1", id: "g-1") { id } }', 'p-1');
    // It takes the place of the former one.
    repository.putConsent(consent('c-2', 'p-1'));
    repository.putStepUp(stepUp('p-1', 'r-li'));
    const asked = key('p-1', {
      organization: 'o-shenzhen',
      practitionerRole: 'r-li',
      grant: 'g-1',
    });
    const [past, present, before] = await ask({ ...asked, at: then }, asked, {
      ...asked,
      at: then - 1,
    });
    const told = (facts: ConsentFacts | undefined) => [
      facts?.consents.map(({ id, status }) => `${id} ${status}`),
      facts?.grant?.state,
      facts?.careRelation === null,
      facts?.stepUp === null,
    ];
    expect(told(past)).toEqual([['c-1 active', 'c-g-1 active'], 'REDEEMED', false, true]);
    expect(told(present)).toEqual([['c-2 active', 'c-g-1 inactive'], 'REVOKED', false, false]);
    expect(told(before)).toEqual([[], undefined, true, true]);
  });

  it('shows a revoked grant to the very next question, with a higher epoch', async () => {
    putGrantOf('p-1', 'g-1');
    const asked = key('p-1', { organization: 'o-shenzhen', grant: 'g-1' });
    const before = await factsOf(asked);
    await change(consents, 'mutation { revokeGrant(patient: "p-1", id: "g-1") { id } }', 'p-1');
    const after = await factsOf(asked);
    expect(after.grant).toMatchObject({ state: 'REVOKED', encounter: { open: false } });
    expect(after.consents).toMatchObject([{ id: 'c-g-1', status: 'inactive' }]);
    expect(after.epoch).toBeGreaterThan(before.epoch);
  });

  it.each(['data', 'audit'] as const)('is refused to a fetch for %s', async (use) => {
    const { data, errors } = await consents.ask('{ consentFacts(keys: []) }', { use });
    expect(data).toBeNull();
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });

  it.each([
    ['no object', 'p-1'],
    ['no patient', { organization: null, practitionerRole: null, grant: null }],
    ['a number for a grant', { ...key('p-1'), grant: 1 }],
    ['no instant', { ...key('p-1'), at: null }],
    ['a missing organisation', { patient: 'p-1', practitionerRole: null, grant: null }],
  ])('refuses a key that has %s', async (_case, bad) => {
    const { errors } = await consents.ask(
      'query ($keys: [AccessFactsKey!]!) { consentFacts(keys: $keys) }',
      { use: 'facts', caller: null, variables: { keys: [bad] } },
    );
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });
});
