import { CONDITION_KINDS } from '@causeway/schema';
import { describe, expect, it } from '@jest/globals';
import type { Gate } from '@causeway/schema';
import {
  abroad,
  callerOf,
  lasting,
  outcome,
  withGrant,
  withSharing,
} from '../testing/decisions.js';
import {
  NOW,
  abroadFacts,
  abroadRequest,
  consent,
  consentFacts,
  domesticFacts,
  domesticRequest,
  grant,
  grantConsent,
  officeRequest,
  ownRequest,
  patientFacts,
  recognition,
} from '../testing/requests.js';
import { DECISION_GATES } from './decide.js';
import type { DecisionRequest } from './request.js';

const suspended = (end: string): DecisionRequest =>
  abroadRequest({
    providerFacts: abroadFacts({
      recognition: recognition({ status: 'SUSPENDED', suspension: { start: '2026-11-01', end } }),
    }),
  });

const system = (members: readonly string[], recognised = true): DecisionRequest =>
  abroadRequest({
    caller: {
      kind: 'system',
      subject: 'subject',
      client: 'client',
      tokenId: 'token',
      purpose: 'TREAT',
      system: 'phrs',
      practitionerRole: 'dr',
      organization: 'hospital-szh',
      grant: 'grant',
    },
    providerFacts: {
      ...abroadFacts({ recognition: null }),
      system: { id: 'phrs', recognition: recognised ? recognition() : null, members },
    },
  });

const relation = (changes: object = {}) => ({
  role: 'SDM' as const,
  basis: 'PARENT' as const,
  active: true,
  period: { start: null, end: null },
  ...changes,
});

const mother = (child: Parameters<typeof patientFacts>[0], now = NOW): DecisionRequest =>
  callerOf(ownRequest({ patientFacts: patientFacts({ relations: [relation()], ...child }), now }), {
    person: 'mother',
  });

/** What is asked, what is changed about it, and what follows: each row is one reason to deny, or its absence. */
const GATES: readonly (readonly [string, DecisionRequest, Gate | 'PERMIT'])[] = [
  // 1: the token is bound to an organisation that the registry knows.
  ['a professional of a registered clinic', domesticRequest(), 'PERMIT'],
  [
    'a professional whose organisation is not in the registry',
    domesticRequest({ providerFacts: null }),
    'CALLER',
  ],
  [
    'a professional whose organisation is another one',
    domesticRequest({ providerFacts: domesticFacts({ id: 'other' }) }),
    'CALLER',
  ],
  ['a recognised system acting for a member', system(['hospital-szh']), 'PERMIT'],
  ['a recognised system acting for a stranger', system(['other']), 'CALLER'],
  // 2: the role.
  [
    'a role at another organisation',
    domesticRequest({ providerFacts: domesticFacts({}, { organization: 'other' }) }),
    'PRACTITIONER_ROLE',
  ],
  [
    'a role that is not the token’s',
    domesticRequest({ providerFacts: domesticFacts({}, { id: 'other' }) }),
    'PRACTITIONER_ROLE',
  ],
  [
    'an inactive role',
    domesticRequest({ providerFacts: domesticFacts({}, { active: false }) }),
    'PRACTITIONER_ROLE',
  ],
  [
    'a role that has ended',
    domesticRequest({
      providerFacts: domesticFacts({}, { period: { start: null, end: '2026-11-21' } }),
    }),
    'PRACTITIONER_ROLE',
  ],
  [
    'a role on its last day',
    domesticRequest({
      providerFacts: domesticFacts({}, { period: { start: null, end: '2026-11-22' } }),
    }),
    'PERMIT',
  ],
  [
    'no role',
    domesticRequest({ providerFacts: { ...domesticFacts(), practitionerRole: null } }),
    'PRACTITIONER_ROLE',
  ],
  // 3: registration and recognition.
  [
    'an unregistered clinic',
    domesticRequest({ providerFacts: domesticFacts({ registration: null }) }),
    'ORGANIZATION',
  ],
  [
    'a suspended clinic',
    domesticRequest({
      providerFacts: domesticFacts({
        registration: { status: 'SUSPENDED', period: { start: null, end: null } },
      }),
    }),
    'ORGANIZATION',
  ],
  [
    'a registration that has ended',
    domesticRequest({
      providerFacts: domesticFacts({
        registration: { status: 'REGISTERED', period: { start: null, end: '2026-11-21' } },
      }),
    }),
    'ORGANIZATION',
  ],
  ['a recognised hospital', abroadRequest(), 'PERMIT'],
  [
    'a hospital never recognised',
    abroadRequest({ providerFacts: abroadFacts({ recognition: null }) }),
    'ORGANIZATION',
  ],
  [
    'a Hong Kong registration does not help abroad',
    abroadRequest({
      providerFacts: abroadFacts({
        recognition: null,
        registration: { status: 'REGISTERED', period: { start: null, end: null } },
      }),
    }),
    'ORGANIZATION',
  ],
  ...(['APPLIED', 'REFUSED', 'CANCELLED', 'EXPIRED', 'WITHDRAWN'] as const).map(
    (status) =>
      [
        `recognition ${status}`,
        abroadRequest({ providerFacts: abroadFacts({ recognition: recognition({ status }) }) }),
        'ORGANIZATION',
      ] as const,
  ),
  ['a suspension on its last day', suspended('2026-11-22'), 'ORGANIZATION'],
  ['the day after a suspension', suspended('2026-11-21'), 'PERMIT'],
  [
    'a suspension without an end',
    abroadRequest({
      providerFacts: abroadFacts({ recognition: recognition({ status: 'SUSPENDED' }) }),
    }),
    'ORGANIZATION',
  ],
  [
    'a recognition at 23:59:59.999 of its last day',
    abroadRequest({
      providerFacts: abroadFacts({
        recognition: recognition({ period: { start: null, end: '2026-11-22' } }),
      }),
      now: Date.parse('2026-11-22T23:59:59.999+08:00'),
    }),
    'PERMIT',
  ],
  [
    'a recognition at 00:00:00 of the day after',
    abroadRequest({
      providerFacts: abroadFacts({
        recognition: recognition({ period: { start: null, end: '2026-11-22' } }),
      }),
      now: Date.parse('2026-11-23T00:00:00+08:00'),
    }),
    'ORGANIZATION',
  ],
  [
    'a jurisdiction outside the Greater Bay Area',
    abroadRequest({ providerFacts: abroadFacts({ jurisdiction: 'CN-BJ', city: 'Beijing' }) }),
    'ORGANIZATION',
  ],
  [
    'a city of Guangdong outside the Greater Bay Area',
    abroadRequest({ providerFacts: abroadFacts({ city: 'Shantou' }) }),
    'ORGANIZATION',
  ],
  ['a system that is not recognised', system(['hospital-szh'], false), 'ORGANIZATION'],
  [
    'a condition of unknown kind',
    abroad([{ kind: 'MUST_BE_NICE', value: 'true' }]),
    'ORGANIZATION',
  ],
  [
    'a condition named like an object’s own member',
    abroad([{ kind: 'constructor', value: 'true' }]),
    'ORGANIZATION',
  ],
  [
    'a condition whose value cannot be read',
    abroad([{ kind: 'READ_ALLOWED', value: 'perhaps' }]),
    'ORGANIZATION',
  ],
  [
    'a scope that is not in the catalogue',
    abroad([{ kind: 'ALLOWED_SCOPES', value: 'EVERYTHING' }]),
    'ORGANIZATION',
  ],
  ['READ_ALLOWED false', abroad([{ kind: 'READ_ALLOWED', value: 'false' }]), 'ORGANIZATION'],
  [
    'READ_ALLOWED false among several',
    abroad([
      { kind: 'READ_ALLOWED', value: 'false' },
      { kind: 'READ_ALLOWED', value: 'true' },
    ]),
    'ORGANIZATION',
  ],
  [
    'DEPOSIT_ALLOWED false, reading',
    abroad([{ kind: 'DEPOSIT_ALLOWED', value: 'false' }]),
    'PERMIT',
  ],
  [
    'DEPOSIT_ALLOWED false, depositing',
    abroad([{ kind: 'DEPOSIT_ALLOWED', value: 'false' }], { action: 'DEPOSIT' }),
    'ORGANIZATION',
  ],
  [
    'another client than the designated one',
    abroad([{ kind: 'DESIGNATED_CLIENT', value: 'browser' }]),
    'ORGANIZATION',
  ],
  [
    'the designated client',
    abroad([{ kind: 'DESIGNATED_CLIENT', value: 'browser, client' }]),
    'PERMIT',
  ],
  [
    'a profession that the conditions do not name',
    abroad([{ kind: 'PRACTITIONER_ROLES', value: 'NURSE' }]),
    'ORGANIZATION',
  ],
  [
    'a validity period that is over',
    abroad([{ kind: 'VALIDITY_PERIOD', value: '2026-01-01/2026-06-30' }]),
    'ORGANIZATION',
  ],
  [
    'a named location, which no token shows',
    abroad([{ kind: 'NAMED_LOCATIONS', value: 'ward-1' }]),
    'ORGANIZATION',
  ],
  // 4: purpose.
  ['a patient with a treatment purpose', callerOf(ownRequest(), { purpose: 'TREAT' }), 'PURPOSE'],
  [
    'a domestic professional for payment',
    callerOf(domesticRequest(), { purpose: 'HPAYMT' }),
    'PURPOSE',
  ],
  [
    'a domestic professional for care management',
    callerOf(domesticRequest(), { purpose: 'CAREMGT' }),
    'PERMIT',
  ],
  ['break-glass abroad', callerOf(abroadRequest(), { purpose: 'BTG' }), 'PURPOSE'],
  ['an emergency abroad', callerOf(abroadRequest(), { purpose: 'ETREAT' }), 'PURPOSE'],
  ['care management abroad', callerOf(abroadRequest(), { purpose: 'CAREMGT' }), 'PURPOSE'],
  [
    'a purpose outside the conditions',
    abroad([{ kind: 'ALLOWED_PURPOSES', value: 'CAREMGT' }]),
    'PURPOSE',
  ],
  ['an auditor for treatment', callerOf(officeRequest(), { purpose: 'TREAT' }), 'PURPOSE'],
  // 5: joining.
  ...(['NOT_JOINED', 'SUSPENDED', 'WITHDRAWN', 'DECEASED'] as const).flatMap((joining) => [
    [
      `a professional, patient ${joining}`,
      domesticRequest({ patientFacts: patientFacts({ joining }) }),
      'JOINING',
    ] as const,
    [
      `abroad, patient ${joining}`,
      abroadRequest({ patientFacts: patientFacts({ joining }) }),
      'JOINING',
    ] as const,
    [
      `the patient, ${joining}`,
      ownRequest({ patientFacts: patientFacts({ joining }) }),
      'PERMIT',
    ] as const,
  ]),
  ['a patient who is not there', domesticRequest({ patientFacts: null }), 'JOINING'],
  ['oneself, not there', ownRequest({ patientFacts: null }), 'JOINING'],
  // 6: relation.
  [
    'a patient not under care',
    domesticRequest({ consentFacts: consentFacts({ consents: [consent()] }) }),
    'RELATION',
  ],
  [
    'a care relation that has ended',
    domesticRequest({
      consentFacts: consentFacts({
        consents: [consent()],
        careRelation: { period: { start: null, end: '2026-11-21' } },
      }),
    }),
    'RELATION',
  ],
  [
    'an encounter that is closed',
    withGrant({ encounter: { id: 'e', organization: 'hospital-szh', open: false } }),
    'RELATION',
  ],
  [
    'an encounter of another organisation',
    withGrant({ encounter: { id: 'e', organization: 'other', open: true } }),
    'RELATION',
  ],
  ['no encounter', withGrant({ encounter: null }), 'RELATION'],
  ['another person', callerOf(ownRequest(), { person: 'stranger' }), 'RELATION'],
  ['a mother of a child of 10', mother({ birthDate: '2016-03-01' }), 'PERMIT'],
  [
    'a mother whose relation is not active',
    mother({ birthDate: '2016-03-01', relations: [relation({ active: false })] }),
    'RELATION',
  ],
  [
    'a mother whose relation has ended',
    mother({
      birthDate: '2016-03-01',
      relations: [relation({ period: { start: null, end: '2026-11-21' } })],
    }),
    'RELATION',
  ],
  [
    'a mother, a millisecond before the child turns 16',
    mother({ birthDate: '2010-11-23' }, Date.parse('2026-11-22T23:59:59.999+08:00')),
    'PERMIT',
  ],
  [
    'a mother, as the child turns 16 at local midnight',
    mother({ birthDate: '2010-11-23' }, Date.parse('2026-11-23T00:00:00+08:00')),
    'RELATION',
  ],
  [
    'a parent of an incapable adult',
    mother({ birthDate: '1990-01-01', incapable: true }),
    'RELATION',
  ],
  [
    'a guardian of an incapable adult',
    mother({
      birthDate: '1990-01-01',
      incapable: true,
      relations: [relation({ basis: 'GUARDIAN' })],
    }),
    'PERMIT',
  ],
  [
    'a guardian of a capable adult',
    mother({ birthDate: '1990-01-01', relations: [relation({ basis: 'GUARDIAN' })] }),
    'RELATION',
  ],
  ['a caregiver reading', mother({ relations: [relation({ role: 'CAREGIVER' })] }), 'RELATION'],
  [
    'a caregiver authorising',
    { ...mother({ relations: [relation({ role: 'CAREGIVER' })] }), action: 'AUTHORISE' },
    'PERMIT',
  ],
  ['a contact', mother({ relations: [relation({ role: 'CONTACT' })] }), 'RELATION'],
  [
    'a minor reading the own record',
    ownRequest({ patientFacts: patientFacts({ birthDate: '2016-03-01' }) }),
    'PERMIT',
  ],
  [
    'a minor authorising',
    ownRequest({ patientFacts: patientFacts({ birthDate: '2016-03-01' }), action: 'AUTHORISE' }),
    'RELATION',
  ],
  // 7: consent.
  [
    'no sharing consent',
    domesticRequest({
      consentFacts: consentFacts({ careRelation: { period: { start: null, end: null } } }),
    }),
    'CONSENT',
  ],
  [
    'deemed consent',
    domesticRequest({
      providerFacts: domesticFacts({ deemedConsent: true }),
      consentFacts: consentFacts({ careRelation: { period: { start: null, end: null } } }),
    }),
    'PERMIT',
  ],
  [
    'deemed consent does not cross the boundary',
    abroadRequest({
      providerFacts: abroadFacts({ deemedConsent: true }),
      consentFacts: consentFacts({
        grant: null,
        careRelation: { period: { start: null, end: null } },
      }),
    }),
    'RELATION',
  ],
  ...(['draft', 'proposed', 'rejected', 'inactive', 'entered-in-error'] as const).map(
    (status) =>
      [`a sharing consent that is ${status}`, withSharing({ status }), 'CONSENT'] as const,
  ),
  ['a sharing consent for another clinic', withSharing({ grantee: ['other'] }), 'CONSENT'],
  [
    'a sharing consent that starts tomorrow',
    withSharing({ period: { start: '2026-11-23', end: null } }),
    'CONSENT',
  ],
  [
    'a sharing consent that ended yesterday',
    withSharing({ period: { start: null, end: '2026-11-21' } }),
    'CONSENT',
  ],
  [
    'a sharing consent that ends today',
    withSharing({ period: { start: null, end: '2026-11-22' } }),
    'PERMIT',
  ],
  [
    'a sharing consent for a year, on its last day',
    withSharing({ period: { start: '2025-11-23', end: '2026-11-22' } }),
    'PERMIT',
  ],
  [
    'a sharing consent for a year, the day after',
    withSharing({ period: { start: '2025-11-22', end: '2026-11-21' } }),
    'CONSENT',
  ],
  [
    'a sharing consent that a newer one superseded, for the same clinic',
    domesticRequest({
      consentFacts: consentFacts({
        consents: [consent({ status: 'inactive' }), consent({ id: 'newer' })],
        careRelation: { period: { start: null, end: null } },
      }),
    }),
    'PERMIT',
  ],
  [
    'the same doctor at another clinic, which has no consent',
    callerOf(
      domesticRequest({
        providerFacts: domesticFacts({ id: 'other' }, { id: 'dr-2', organization: 'other' }),
      }),
      { organization: 'other', practitionerRole: 'dr-2' },
    ),
    'CONSENT',
  ],
  ['an imported sharing consent', withSharing({ origin: 'IMPORTED' }), 'CONSENT'],
  ['a joining consent is no sharing consent', withSharing({ kind: 'JOINING' }), 'CONSENT'],
  ...(
    [
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
    ] as const
  ).map((state) => [`a grant ${state}`, withGrant({ state }), 'CONSENT'] as const),
  ['a grant for another purpose', withGrant({ purpose: 'CAREMGT' }), 'CONSENT'],
  ['a grant of another patient', withGrant({ patient: 'other' }), 'CONSENT'],
  ['a grant to another organisation', withGrant({ organization: 'other' }), 'CONSENT'],
  ['a grant to another practitioner', withGrant({ practitionerRole: 'other' }), 'CONSENT'],
  [
    'a grant that ended yesterday',
    withGrant({ period: { start: null, end: '2026-11-21' } }),
    'CONSENT',
  ],
  ['a grant without READ', withGrant({ permissions: ['DEPOSIT'] }), 'CONSENT'],
  ['a grant that is not the token’s', withGrant({ id: 'other' }), 'CONSENT'],
  ['a token bound to no grant', callerOf(abroadRequest(), { grant: null }), 'CONSENT'],
  [
    'a grant whose consent is gone',
    abroadRequest({ consentFacts: consentFacts({ grant: grant() }) }),
    'CONSENT',
  ],
  [
    'a grant whose consent is inactive',
    abroadRequest({
      consentFacts: consentFacts({
        consents: [grantConsent({ status: 'inactive' })],
        grant: grant(),
      }),
    }),
    'CONSENT',
  ],
  [
    'a grant whose consent was imported',
    abroadRequest({
      consentFacts: consentFacts({
        consents: [grantConsent({ origin: 'IMPORTED' })],
        grant: grant(),
      }),
    }),
    'CONSENT',
  ],
  [
    'a grant whose consent denies',
    abroadRequest({
      consentFacts: consentFacts({
        consents: [grantConsent({ decision: 'deny' })],
        grant: grant(),
      }),
    }),
    'CONSENT',
  ],
  [
    'a grant whose consent names another organisation',
    abroadRequest({
      consentFacts: consentFacts({
        consents: [grantConsent({ grantee: ['other'] })],
        grant: grant(),
      }),
    }),
    'CONSENT',
  ],
  // How long a grant may last binds at each use, whatever was authorised.
  [
    'a grant that lasts as long as it may',
    lasting({ start: '2026-11-22', end: '2026-11-28' }, 'P7D'),
    'PERMIT',
  ],
  [
    'a grant that lasts a day longer',
    lasting({ start: '2026-11-22', end: '2026-11-29' }, 'P7D'),
    'CONSENT',
  ],
  [
    'a grant that lasts longer than one of two conditions allows',
    lasting({ start: '2026-11-22', end: '2026-11-28' }, 'P7D', 'P6D'),
    'CONSENT',
  ],
  [
    'a grant without an end, where it may not last for ever',
    lasting({ start: '2026-11-22', end: null }, 'P90D'),
    'CONSENT',
  ],
  [
    'a grant without a beginning, where it may not last for ever',
    lasting({ start: null, end: '2026-11-22' }, 'P90D'),
    'CONSENT',
  ],
  ['a grant without an end', lasting({ start: '2026-11-22', end: null }), 'PERMIT'],
  [
    'a duration that cannot be read',
    lasting({ start: '2026-11-22', end: '2026-11-22' }, 'a week'),
    'ORGANIZATION',
  ],
  // 9: data period.
  ['a look-back that cannot be read', withGrant({ lookBack: 'three years' }), 'DATA_PERIOD'],
  // 10: provisions.
  [
    'a consent that denies the organisation, newer or older',
    domesticRequest({
      consentFacts: consentFacts({
        consents: [consent(), consent({ id: 'no', decision: 'deny' })],
        careRelation: { period: { start: null, end: null } },
      }),
    }),
    'PROVISION',
  ],
  [
    'a restriction of everything by an imported consent',
    domesticRequest({
      consentFacts: consentFacts({
        consents: [
          consent(),
          consent({ id: 'no', kind: 'RESTRICTION', decision: 'deny', origin: 'IMPORTED' }),
        ],
        careRelation: { period: { start: null, end: null } },
      }),
    }),
    'PROVISION',
  ],
  [
    'a restriction that names another organisation',
    domesticRequest({
      consentFacts: consentFacts({
        consents: [
          consent(),
          consent({ id: 'no', kind: 'RESTRICTION', decision: 'deny', grantee: ['other'] }),
        ],
        careRelation: { period: { start: null, end: null } },
      }),
    }),
    'PERMIT',
  ],
  [
    'a deny that cannot be interpreted',
    domesticRequest({
      consentFacts: consentFacts({
        consents: [
          consent(),
          consent({
            id: 'no',
            kind: 'RESTRICTION',
            provision: [{ type: 'deny', uninterpreted: ['expression'] }],
          }),
        ],
        careRelation: { period: { start: null, end: null } },
      }),
    }),
    'PROVISION',
  ],
  // Who authorises: the patient, or who decides for the patient.
  ['the patient authorising', ownRequest({ action: 'AUTHORISE' }), 'PERMIT'],
  [
    'a mother authorising',
    { ...mother({ birthDate: '2016-03-01' }), action: 'AUTHORISE' },
    'PERMIT',
  ],
  ['a professional at home authorising', domesticRequest({ action: 'AUTHORISE' }), 'RELATION'],
  ['a professional abroad authorising', abroadRequest({ action: 'AUTHORISE' }), 'RELATION'],
  ['an office authorising', officeRequest({ action: 'AUTHORISE' }), 'RELATION'],
  // Offices.
  ['an auditor', officeRequest(), 'PERMIT'],
];

describe('decide', () => {
  it.each(GATES)('judges %s', (_name, request, expected) => {
    expect(outcome(request)).toBe(expected);
  });

  it('has its gates in the order of the decision algorithm', () => {
    expect(DECISION_GATES.map(({ gate }) => gate)).toEqual([
      'CALLER',
      'PRACTITIONER_ROLE',
      'ORGANIZATION',
      'PURPOSE',
      'JOINING',
      'RELATION',
      'CONSENT',
      'CATEGORY',
      'DATA_PERIOD',
      'PROVISION',
      'LABEL',
      'OBLIGATION',
    ]);
  });

  it('understands every kind of condition there is, and no other', () => {
    expect([...CONDITION_KINDS].sort()).toEqual(
      [
        'ALLOWED_SCOPES',
        'ALLOWED_PURPOSES',
        'MAX_LOOKBACK',
        'VALIDITY_PERIOD',
        'READ_ALLOWED',
        'DEPOSIT_ALLOWED',
        'DEPOSIT_DUTY',
        'NO_IMAGE_DOWNLOAD',
        'NO_RESTRICTED_LABEL',
        'MAX_GRANT_DURATION',
        'DESIGNATED_CLIENT',
        'NAMED_LOCATIONS',
        'PRACTITIONER_ROLES',
        'GBA_ONLY',
      ].sort(),
    );
  });
});
