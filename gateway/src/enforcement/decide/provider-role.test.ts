import { describe, expect, it } from '@jest/globals';
import type { Caller, ProviderFacts, ProviderRole } from '@causeway/schema';
import {
  NOW,
  abroadFacts,
  abroadRequest,
  domesticFacts,
  domesticRequest,
  officeRequest,
  ownRequest,
  recognition,
} from '../testing/requests.js';
import { providerRole } from './provider-role.js';

const AT_HOME = domesticRequest().caller;
const ABROAD = abroadRequest().caller;

const inSystem = { ...ABROAD, kind: 'system', system: 'phrs' } as Caller;

const systemFacts = (members: readonly string[], isRecognised = true): ProviderFacts => ({
  ...abroadFacts({ recognition: null }),
  system: { id: 'phrs', recognition: isRecognised ? recognition() : null, members },
});

const under = (kind: string, value: string, profession = 'DOCTOR'): ProviderFacts =>
  abroadFacts({ recognition: recognition({ conditions: [{ kind, value }] }) }, { profession });

/** Who asks, what is known of the party, and the role that it holds. */
const ROLES: readonly (readonly [string, Caller, ProviderFacts | null, ProviderRole | null])[] = [
  ['a professional of a registered clinic', AT_HOME, domesticFacts(), 'provider:domestic'],
  ['one of a recognised hospital', ABROAD, abroadFacts(), 'provider:cross-border'],
  [
    'one without a grant',
    { ...ABROAD, grant: null } as Caller,
    abroadFacts(),
    'provider:cross-border',
  ],
  [
    'a recognised system for a member',
    inSystem,
    systemFacts(['hospital-szh']),
    'provider:cross-border',
  ],
  ['a system for a stranger', inSystem, systemFacts(['other']), null],
  ['a system that is not recognised', inSystem, systemFacts(['hospital-szh'], false), null],
  ['a patient', ownRequest().caller, null, null],
  ['a patient, whatever is known of a clinic', ownRequest().caller, domesticFacts(), null],
  ['an office', officeRequest().caller, domesticFacts(), null],
  [
    'a patient, for the purpose and at the organisation of a hospital’s doctor',
    { ...ABROAD, kind: 'person', person: 'chan' },
    abroadFacts(),
    null,
  ],
  [
    'an office, for the purpose and at the organisation of a hospital’s doctor',
    { ...ABROAD, kind: 'office', office: 'AUDITOR' },
    abroadFacts(),
    null,
  ],
  // 1: the token’s own organisation.
  ['nobody that the registry knows', AT_HOME, null, null],
  ['a token of another organisation', AT_HOME, domesticFacts({ id: 'other' }), null],
  // 2: the role.
  ['an inactive role', AT_HOME, domesticFacts({}, { active: false }), null],
  ['a role elsewhere', ABROAD, abroadFacts({}, { organization: 'other' }), null],
  [
    'a role that ended',
    AT_HOME,
    domesticFacts({}, { period: { start: null, end: '2026-11-21' } }),
    null,
  ],
  // 3: registration, recognition, and its conditions.
  ['a clinic without registration', AT_HOME, domesticFacts({ registration: null }), null],
  ['a hospital never recognised', ABROAD, abroadFacts({ recognition: null }), null],
  [
    'a suspended hospital',
    ABROAD,
    abroadFacts({
      recognition: recognition({
        status: 'SUSPENDED',
        suspension: { start: '2026-11-01', end: '2026-11-22' },
      }),
    }),
    null,
  ],
  [
    'a cancelled hospital',
    ABROAD,
    abroadFacts({ recognition: recognition({ status: 'CANCELLED' }) }),
    null,
  ],
  [
    'a recognition that ended',
    ABROAD,
    abroadFacts({ recognition: recognition({ period: { start: null, end: '2026-11-21' } }) }),
    null,
  ],
  ['a hospital in Beijing', ABROAD, abroadFacts({ jurisdiction: 'CN-BJ', city: 'Beijing' }), null],
  ['a condition of unknown kind', ABROAD, under('MUST_BE_NICE', 'true'), null],
  ['another client than the designated one', ABROAD, under('DESIGNATED_CLIENT', 'browser'), null],
  ['the designated client', ABROAD, under('DESIGNATED_CLIENT', 'client'), 'provider:cross-border'],
  ['a named location', ABROAD, under('NAMED_LOCATIONS', 'ward-1'), null],
  ['a validity that is over', ABROAD, under('VALIDITY_PERIOD', '/2026-06-30'), null],
  // Who may read or deposit is no question before anything of a patient is.
  [
    'a clerk, where doctors may read',
    ABROAD,
    under('PRACTITIONER_ROLES', 'DOCTOR', 'CLERK'),
    'provider:cross-border',
  ],
  ['where nothing may be read', ABROAD, under('READ_ALLOWED', 'false'), 'provider:cross-border'],
  [
    'where nothing may be deposited',
    ABROAD,
    under('DEPOSIT_ALLOWED', 'false'),
    'provider:cross-border',
  ],
  // 4: purpose.
  [
    'at home, for care management',
    { ...AT_HOME, purpose: 'CAREMGT' },
    domesticFacts(),
    'provider:domestic',
  ],
  [
    'at home, in an emergency',
    { ...AT_HOME, purpose: 'ETREAT' },
    domesticFacts(),
    'provider:domestic',
  ],
  ['at home, for payment', { ...AT_HOME, purpose: 'HPAYMT' }, domesticFacts(), null],
  [
    'at home, to break the glass by its older name',
    { ...AT_HOME, purpose: 'BTG' },
    domesticFacts(),
    null,
  ],
  ['abroad, in an emergency', { ...ABROAD, purpose: 'ETREAT' }, abroadFacts(), null],
  ['abroad, to break the glass', { ...ABROAD, purpose: 'BTG' }, abroadFacts(), null],
  ['abroad, for care management', { ...ABROAD, purpose: 'CAREMGT' }, abroadFacts(), null],
  ['a purpose outside the conditions', ABROAD, under('ALLOWED_PURPOSES', 'CAREMGT'), null],
];

describe('the role of a provider', () => {
  it.each(ROLES)('%s', (_name, caller, facts, expected) => {
    expect(providerRole(caller, facts, NOW)).toBe(expected);
  });

  it('goes by the clock', () => {
    const facts = abroadFacts({
      recognition: recognition({ period: { start: null, end: '2026-11-22' } }),
    });
    const midnight = Date.parse('2026-11-23T00:00:00+08:00');
    expect(providerRole(ABROAD, facts, midnight - 1)).toBe('provider:cross-border');
    expect(providerRole(ABROAD, facts, midnight)).toBeNull();
  });
});
