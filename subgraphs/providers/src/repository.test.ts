import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { TEST_NOW } from '@causeway/kit/testing';
import { IDENTIFIER_SYSTEMS } from '@causeway/schema';
import { RecognitionLifeCycleError, UnknownProviderError } from './index.js';
import {
  openEmpty,
  organization,
  practitioner,
  practitionerRole,
  recognition,
  system,
} from './testing/open.js';
import type { OpenProviders } from './testing/open.js';

const DAY = 86_400_000;

let providers: OpenProviders;
let repository: OpenProviders['repository'];

beforeEach(() => {
  providers = openEmpty();
  ({ repository } = providers);
});

afterEach(() => {
  providers.close();
});

describe('writing', () => {
  it.each([
    ['an organisation', () => repository.putOrganization(organization('o-1'))],
    ['a practitioner', () => repository.putPractitioner(practitioner('pr-1'))],
    ['a role', () => repository.putPractitionerRole(practitionerRole('r-1'))],
    ['a system', () => repository.putPublicHealthRecordSystem(system('s-1'))],
    ['a recognition', () => repository.putRecognition(recognition('rec-1'))],
  ])('%s twice changes nothing the second time', (_, put) => {
    expect(put()).toBe('created');
    expect(put()).toBe('unchanged');
  });

  it.each([
    ['names', () => repository.putOrganization(organization('o-1', { name: [] }))],
    [
      'identifiers',
      () => repository.putOrganization(organization('o-1', { identifier: [{ value: '1' }] })),
    ],
    ['the city', () => repository.putOrganization(organization('o-1', { city: null }))],
  ])('%s of an organisation updates it', (_, put) => {
    repository.putOrganization(organization('o-1'));
    expect(put()).toBe('updated');
  });

  it('leaves the registration of a known organisation alone', () => {
    repository.putOrganization(organization('o-1'), TEST_NOW - 2 * DAY);
    repository.setRegistration(
      'o-1',
      {
        registration: { status: 'REGISTERED', period: { start: null, end: null } },
        deemedConsent: true,
      },
      TEST_NOW - DAY,
    );
    repository.putOrganization(organization('o-1', { city: 'Zhuhai' }));
    expect(repository.organizationStandingsOf('o-1')).toMatchObject([
      { city: 'Shenzhen', registrationStatus: null, deemedConsent: false },
      { city: 'Shenzhen', registrationStatus: 'REGISTERED', deemedConsent: true },
      { city: 'Zhuhai', registrationStatus: 'REGISTERED', deemedConsent: true, validTo: null },
    ]);
  });

  it('keeps the history of a role', () => {
    repository.putPractitionerRole(practitionerRole('r-1'), TEST_NOW - DAY);
    repository.putPractitionerRole(practitionerRole('r-1', { organization: 'o-2' }));
    expect(repository.practitionerRoleStandingsOf('r-1')).toMatchObject([
      { organization: 'o-1', validFrom: TEST_NOW - DAY, validTo: TEST_NOW },
      { organization: 'o-2', validFrom: TEST_NOW, validTo: null },
    ]);
  });

  it('refuses a registration or status of what is not there', () => {
    expect(() =>
      repository.setRegistration('o-nobody', { registration: null, deemedConsent: true }),
    ).toThrow(UnknownProviderError);
    expect(() =>
      repository.setRecognitionStatus('rec-nobody', {
        status: 'RECOGNISED',
        reason: null,
        suspension: null,
      }),
    ).toThrow(UnknownProviderError);
  });
});

describe('setRecognitionStatus', () => {
  const recognised = { status: 'RECOGNISED', reason: null, suspension: null } as const;
  const suspended = {
    status: 'SUSPENDED',
    reason: 'An incident',
    suspension: { start: '2026-05-20', end: '2026-06-10' },
  } as const;

  it('can be replayed', () => {
    const replay = (): void => {
      repository.putRecognition(recognition('rec-1'), TEST_NOW - 9 * DAY);
      repository.setRecognitionStatus('rec-1', recognised, TEST_NOW - 8 * DAY);
      repository.setRecognitionStatus('rec-1', suspended, TEST_NOW - 2 * DAY);
      repository.setRecognitionStatus('rec-1', recognised, TEST_NOW - DAY);
    };
    replay();
    const history = repository.recognitionStandingsOf(['rec-1']);
    replay();
    expect(repository.recognitionStandingsOf(['rec-1'])).toEqual(history);
    expect(history.map(({ status }) => status)).toEqual([
      'APPLIED',
      'RECOGNISED',
      'SUSPENDED',
      'RECOGNISED',
    ]);
  });

  it('refuses what the life of a recognition does not allow, and writes nothing', () => {
    repository.putRecognition(recognition('rec-1'));
    expect(() => repository.setRecognitionStatus('rec-1', suspended)).toThrow(
      RecognitionLifeCycleError,
    );
    expect(repository.recognitionStandingsOf(['rec-1'])).toMatchObject([{ status: 'APPLIED' }]);
  });

  it('refuses a second recognition of a subject that stands', () => {
    repository.putRecognition(recognition('rec-1'));
    repository.putRecognition(recognition('rec-2'));
    repository.setRecognitionStatus('rec-1', recognised);
    expect(() => repository.setRecognitionStatus('rec-2', recognised)).toThrow(/rec-1 and rec-2/);
    expect(repository.countRecognitions({ status: 'RECOGNISED', category: null })).toBe(1);
  });

  it('keeps the conditions, and new conditions keep the status', () => {
    repository.putRecognition(recognition('rec-1'), TEST_NOW - 3 * DAY);
    repository.setRecognitionStatus('rec-1', recognised, TEST_NOW - 2 * DAY);
    repository.putRecognition(recognition('rec-1', { conditions: [] }), TEST_NOW - DAY);
    repository.setRecognitionStatus('rec-1', suspended);
    expect(repository.recognitionStandingsOf(['rec-1'])).toMatchObject([
      { status: 'APPLIED', conditions: [{ kind: 'MAX_LOOKBACK' }] },
      { status: 'RECOGNISED', conditions: [{ kind: 'MAX_LOOKBACK' }] },
      { status: 'RECOGNISED', conditions: [] },
      { status: 'SUSPENDED', conditions: [] },
    ]);
  });
});

describe('looking up', () => {
  it('finds each kind by its own identifiers and sources', () => {
    const hcp = { system: IDENTIFIER_SYSTEMS.hcpNumber, value: '1234 567 890' };
    repository.putOrganization(organization('o-1', { identifier: [hcp] }));
    repository.putPractitioner(practitioner('pr-1'));
    expect(
      repository.idsByIdentifier('Organization', IDENTIFIER_SYSTEMS.hcpNumber, '1234567890'),
    ).toEqual(['o-1']);
    expect(
      repository.idsByIdentifier('Practitioner', IDENTIFIER_SYSTEMS.hcpNumber, '1234567890'),
    ).toEqual([]);
    const source = { namespace: 'https://invented.example', id: 'pr-1' };
    expect(repository.idOfSource('Practitioner', source)).toBe('pr-1');
    expect(repository.idOfSource('Organization', source)).toBeNull();
    expect(repository.addSource('Practitioner', 'pr-1', { namespace: 'b', id: '2' })).toBe(true);
    expect(repository.idOfSource('Practitioner', { namespace: 'b', id: '2' })).toBe('pr-1');
  });
});
