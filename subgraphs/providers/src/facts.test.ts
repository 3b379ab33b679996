import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { TEST_NOW } from '@causeway/kit/testing';
import type { ProviderFacts } from '@causeway/schema';
import { openEmpty, organization, practitionerRole, recognition, system } from './testing/open.js';
import type { OpenProviders } from './testing/open.js';

let providers: OpenProviders;
let repository: OpenProviders['repository'];

beforeEach(() => {
  providers = openEmpty();
  ({ repository } = providers);
});

afterEach(() => {
  providers.close();
});

const QUERY = 'query ($keys: [AccessFactsKey!]!) { providerFacts(keys: $keys) }';

const KEY = { practitionerRole: 'r-1', organization: 'o-1', system: null };

const factsOf = (key: Partial<Record<keyof typeof KEY, string | null>> = {}): ProviderFacts => {
  const [facts] = repository.facts([{ ...KEY, ...key } as typeof KEY]);
  if (facts === undefined) throw new Error('Expected facts of one key, got none');
  return facts;
};

const recognise = (id: string): void => {
  repository.setRecognitionStatus(id, { status: 'RECOGNISED', reason: null, suspension: null });
};

describe('Query.providerFacts', () => {
  it('answers each key in order, with null for parties that are not there', async () => {
    repository.putOrganization(organization('o-1'));
    repository.putPractitionerRole(practitionerRole('r-1'));
    repository.putPublicHealthRecordSystem(system('s-1', { members: ['o-1'] }));
    repository.putRecognition(recognition('rec-1'));
    recognise('rec-1');
    const { data, errors } = await providers.ask(QUERY, {
      use: 'facts',
      caller: null,
      variables: {
        keys: [
          { practitionerRole: 'r-1', organization: 'o-1', system: 's-1' },
          { practitionerRole: 'r-nobody', organization: 'o-nobody', system: 's-nobody' },
          KEY,
        ],
      },
    });
    expect(errors).toBeUndefined();
    const organizationFacts = {
      id: 'o-1',
      jurisdiction: 'CN-GD',
      city: 'Shenzhen',
      registration: null,
      recognition: {
        id: 'rec-1',
        status: 'RECOGNISED',
        period: { start: '2026-01-01', end: '2027-12-31' },
        suspension: null,
        conditions: [{ kind: 'MAX_LOOKBACK', value: 'P3Y' }],
      },
      deemedConsent: false,
    };
    const roleFacts = {
      id: 'r-1',
      organization: 'o-1',
      active: true,
      period: { start: '2024-01-01', end: null },
      profession: 'DOCTOR',
    };
    expect(data).toEqual({
      providerFacts: [
        {
          epoch: 5,
          organization: organizationFacts,
          practitionerRole: roleFacts,
          system: { id: 's-1', recognition: null, members: ['o-1'] },
        },
        { epoch: 5, organization: null, practitionerRole: null, system: null },
        { epoch: 5, organization: organizationFacts, practitionerRole: roleFacts, system: null },
      ],
    });
  });

  it('states the registration of a domestic provider', () => {
    repository.putOrganization(organization('o-1', { jurisdiction: 'HK', city: null }));
    const period = { start: '2020-01-01', end: '2025-12-31' };
    repository.setRegistration('o-1', {
      registration: { status: 'SUSPENDED', period },
      deemedConsent: true,
    });
    expect(factsOf().organization).toEqual({
      id: 'o-1',
      jurisdiction: 'HK',
      city: null,
      registration: { status: 'SUSPENDED', period },
      recognition: null,
      deemedConsent: true,
    });
  });

  it('states a suspension with its period, and a recognition whose period is over, without judging either', () => {
    repository.putOrganization(organization('o-1'));
    repository.putRecognition(
      recognition('rec-1', { period: { start: '2020-01-01', end: '2021-12-31' } }),
    );
    recognise('rec-1');
    const suspension = { start: '2021-01-01', end: '2021-01-14' };
    repository.setRecognitionStatus('rec-1', { status: 'SUSPENDED', reason: null, suspension });
    expect(factsOf().organization?.recognition).toMatchObject({
      status: 'SUSPENDED',
      period: { start: '2020-01-01', end: '2021-12-31' },
      suspension,
    });
  });

  it('states conditions of unknown kinds, so that they can deny', () => {
    repository.putOrganization(organization('o-1'));
    const conditions = [{ kind: 'MOON_PHASE', value: 'full' }];
    repository.putRecognition(recognition('rec-1', { conditions }));
    expect(factsOf().organization?.recognition?.conditions).toEqual(conditions);
  });

  it('states the recognition that stands, beside a newer application', () => {
    repository.putOrganization(organization('o-1'));
    repository.putRecognition(recognition('rec-1'));
    recognise('rec-1');
    repository.putRecognition(recognition('rec-0'));
    expect(factsOf().organization?.recognition?.id).toBe('rec-1');
  });

  it('states what is registered now, and nothing of its past', () => {
    const earlier = TEST_NOW - 1_000;
    repository.putOrganization(organization('o-1'), earlier);
    repository.putPractitionerRole(practitionerRole('r-1'), earlier);
    repository.putPublicHealthRecordSystem(system('s-1', { members: ['o-1'] }), earlier);
    repository.putRecognition(recognition('rec-1'), earlier);
    repository.putOrganization(organization('o-1', { jurisdiction: 'CN-BJ' }));
    repository.putPractitionerRole(practitionerRole('r-1', { active: false }));
    repository.putPublicHealthRecordSystem(system('s-1', { members: [] }));
    recognise('rec-1');
    expect(factsOf({ system: 's-1' })).toMatchObject({
      organization: { jurisdiction: 'CN-BJ', recognition: { status: 'RECOGNISED' } },
      practitionerRole: { active: false },
      system: { members: [] },
    });
    expect(repository.recognitionsOf(['o-1'])).toHaveLength(1);
    expect(repository.organizationsById(['o-1'])).toHaveLength(1);
    expect(repository.practitionerRolesById(['r-1'])).toHaveLength(1);
    expect(repository.systemsById(['s-1'])).toHaveLength(1);
  });

  it('states what was registered at an instant that a key names, beside keys of the present', async () => {
    const then = TEST_NOW - 1_000;
    repository.putOrganization(organization('o-1'), then);
    repository.putPractitionerRole(practitionerRole('r-1'), then);
    repository.putPublicHealthRecordSystem(system('s-1', { members: ['o-1'] }), then);
    repository.putRecognition(recognition('rec-1'), then);
    recognise('rec-1');
    repository.putOrganization(organization('o-1', { jurisdiction: 'CN-BJ' }));
    repository.putPractitionerRole(practitionerRole('r-1', { active: false }));
    repository.putPublicHealthRecordSystem(system('s-1', { members: [] }));
    const asked = { ...KEY, system: 's-1' };
    const { data } = await providers.ask(QUERY, {
      use: 'facts',
      caller: null,
      variables: { keys: [{ ...asked, at: then }, asked, { ...asked, at: then - 1 }] },
    });
    expect(data).toMatchObject({
      providerFacts: [
        {
          organization: { jurisdiction: 'CN-GD', recognition: { status: 'APPLIED' } },
          practitionerRole: { active: true },
          system: { members: ['o-1'] },
        },
        {
          organization: { jurisdiction: 'CN-BJ', recognition: { status: 'RECOGNISED' } },
          practitionerRole: { active: false },
          system: { members: [] },
        },
        { organization: null, practitionerRole: null, system: null },
      ],
    });
  });

  it('states no role for one at no organisation', () => {
    repository.putPractitionerRole(practitionerRole('r-1', { organization: null }));
    expect(factsOf().practitionerRole).toBeNull();
  });

  it.each(['data', 'audit'] as const)('is refused in a fetch of use %s', async (use) => {
    const { data, errors } = await providers.ask(QUERY, { use, variables: { keys: [KEY] } });
    expect(data ?? null).toBeNull();
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });

  it.each([
    ['a text', 'o-1'],
    ['no organisation', { practitionerRole: 'r-1', system: null }],
    ['no role', { organization: 'o-1', system: null }],
    ['no system', { practitionerRole: 'r-1', organization: 'o-1' }],
    ['a number', { ...KEY, system: 1 }],
    ['no instant', { ...KEY, at: 'yesterday' }],
  ])('refuses a malformed key: %s', async (_, key) => {
    const { errors } = await providers.ask(QUERY, {
      use: 'facts',
      caller: null,
      variables: { keys: [key] },
    });
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  it.each([1, 50])('runs five statements for %i keys', (count) => {
    const keys = Array.from({ length: count }, (_, index) => ({
      practitionerRole: `r-${index}`,
      organization: `o-${index}`,
      system: `s-${index}`,
    }));
    for (const key of keys) repository.putOrganization(organization(key.organization));
    providers.statements.length = 0;
    repository.facts(keys);
    expect(providers.statements).toHaveLength(5);
  });
});

describe('the epoch of providers', () => {
  const registration = {
    registration: { status: 'REGISTERED', period: { start: null, end: null } },
    deemedConsent: false,
  } as const;

  const changes: [string, () => unknown][] = [
    ['a city', () => repository.putOrganization(organization('o-1', { city: 'Zhuhai' }))],
    ['a registration', () => repository.setRegistration('o-1', registration)],
    ['a role', () => repository.putPractitionerRole(practitionerRole('r-1', { active: false }))],
    ['members', () => repository.putPublicHealthRecordSystem(system('s-1', { members: ['o-1'] }))],
    ['a status', () => recognise('rec-1')],
    ['conditions', () => repository.putRecognition(recognition('rec-1', { conditions: [] }))],
  ];

  beforeEach(() => {
    repository.putOrganization(organization('o-1'));
    repository.putPractitionerRole(practitionerRole('r-1'));
    repository.putPublicHealthRecordSystem(system('s-1'));
    repository.putRecognition(recognition('rec-1'));
  });

  it.each(changes)('grows with a change of %s, and not when it is stated again', (_, change) => {
    const { epoch } = factsOf();
    change();
    expect(factsOf().epoch).toBe(epoch + 1);
    change();
    expect(factsOf().epoch).toBe(epoch + 1);
  });

  it('stays when something changes that no decision reads', () => {
    const { epoch } = factsOf();
    repository.putOrganization(organization('o-1', { name: [] }));
    repository.putPractitionerRole(practitionerRole('r-1', { licenceRef: '1' }));
    expect(factsOf().epoch).toBe(epoch);
  });
});
