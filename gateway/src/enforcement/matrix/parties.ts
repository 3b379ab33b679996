/** A: the order of the gates, and the first three of them: who asks, and for which organisation. */
import {
  abroadFacts,
  consent,
  domesticFacts,
  domesticRequest,
  patientFacts,
  recognition,
} from '../testing/requests.js';
import {
  FROM_ABROAD,
  at,
  condition,
  professionalAbroad,
  purposeOf,
  shared,
  systemAbroad,
  systemFacts,
} from './cases.js';
import { deniedAt, permitted, row } from './row.js';
import type { MatrixRow, MatrixSection } from './row.js';

const CALLER_ROWS: readonly MatrixRow[] = [
  row(
    'domestic professional',
    'the registry does not know the organisation',
    domesticRequest({ providerFacts: null }),
    deniedAt('CALLER'),
    'law',
  ),
  row(
    'domestic professional',
    'the token is of another organisation',
    domesticRequest({ providerFacts: domesticFacts({ id: 'other' }) }),
    deniedAt('CALLER'),
    'practice',
  ),
  row(
    'cross-border professional',
    'the token is of another organisation',
    professionalAbroad({ facts: abroadFacts({ id: 'other' }) }),
    deniedAt('CALLER'),
    'choice',
  ),
  row(
    'health record system',
    'it acts for an organisation that is no member',
    systemAbroad({ facts: systemFacts(['other']) }),
    deniedAt('CALLER'),
    'choice',
  ),
];

const ROLE_ROWS: readonly MatrixRow[] = [
  ...(
    [
      [
        'the role is at another organisation',
        { organization: 'other' },
        deniedAt('PRACTITIONER_ROLE'),
      ],
      ['the role is not the one of the token', { id: 'other' }, deniedAt('PRACTITIONER_ROLE')],
      ['the licence is inactive', { active: false }, deniedAt('PRACTITIONER_ROLE')],
      [
        'the role ended yesterday',
        { period: { start: null, end: '2026-11-21' } },
        deniedAt('PRACTITIONER_ROLE'),
      ],
      ['the role ends today', { period: { start: null, end: '2026-11-22' } }, permitted],
    ] as const
  ).flatMap(([when, role, outcome]) => [
    row(
      'domestic professional',
      when,
      domesticRequest({ providerFacts: domesticFacts({}, role) }),
      outcome,
      'practice',
    ),
    row(
      'cross-border professional',
      when,
      professionalAbroad({ facts: abroadFacts({}, role) }),
      outcome,
      'choice',
    ),
    row(
      'health record system',
      `for the named practitioner: ${when}`,
      systemAbroad({
        facts: {
          ...systemFacts(),
          practitionerRole: abroadFacts({}, role).practitionerRole,
        },
      }),
      outcome,
      'choice',
    ),
  ]),
  row(
    'domestic professional',
    'no role is known',
    domesticRequest({ providerFacts: { ...domesticFacts(), practitionerRole: null } }),
    deniedAt('PRACTITIONER_ROLE'),
    'practice',
  ),
];

const lastDay = { period: { start: null, end: '2026-11-22' } };
const MIDNIGHT = [
  ['at 23:59:59.999 of the last day', at('2026-11-22T23:59:59.999+08:00'), permitted],
  ['at 00:00:00 of the day after', at('2026-11-23T00:00:00+08:00'), deniedAt('ORGANIZATION')],
] as const;

const recognised = (changes: Parameters<typeof recognition>[0], now?: number) =>
  professionalAbroad({
    facts: abroadFacts({ recognition: recognition(changes) }),
    request: now === undefined ? {} : { now },
    grant: { period: { start: null, end: '2027-12-31' } },
  });

const suspension = {
  status: 'SUSPENDED',
  suspension: { start: '2026-11-22', end: '2026-12-19' },
} as const;

const ORGANIZATION_ROWS: readonly MatrixRow[] = [
  row('domestic professional', 'the clinic is registered', domesticRequest(), permitted, 'law'),
  ...(
    [
      ['the clinic is not registered', null],
      [
        'the registration is suspended',
        { status: 'SUSPENDED', period: { start: null, end: null } },
      ],
      [
        'the registration is cancelled',
        { status: 'CANCELLED', period: { start: null, end: null } },
      ],
      [
        'the registration ended yesterday',
        { status: 'REGISTERED', period: { start: null, end: '2026-11-21' } },
      ],
    ] as const
  ).map(([when, registration]) =>
    row(
      'domestic professional',
      when,
      domesticRequest({ providerFacts: domesticFacts({ registration }) }),
      deniedAt('ORGANIZATION'),
      'law',
    ),
  ),
  row(
    'cross-border professional',
    'the hospital is recognised',
    professionalAbroad(),
    permitted,
    'law',
  ),
  row(
    'cross-border professional',
    'the hospital was never recognised',
    professionalAbroad({ facts: abroadFacts({ recognition: null }) }),
    deniedAt('ORGANIZATION'),
    'law',
  ),
  row(
    'cross-border professional',
    'the hospital is registered at home, and not recognised',
    professionalAbroad({
      facts: abroadFacts({
        recognition: null,
        registration: { status: 'REGISTERED', period: { start: null, end: null } },
      }),
    }),
    deniedAt('ORGANIZATION'),
    'law',
  ),
  ...(['APPLIED', 'REFUSED', 'CANCELLED', 'EXPIRED', 'WITHDRAWN'] as const).map((status) =>
    row(
      'cross-border professional',
      `the recognition is ${status.toLowerCase()}`,
      recognised({ status }),
      deniedAt('ORGANIZATION'),
      'law',
    ),
  ),
  ...(
    [
      ['on day 1 of a suspension of 28 days', '2026-11-22T00:00:00+08:00', 'ORGANIZATION'],
      ['at the end of day 28 of it', '2026-12-19T23:59:59.999+08:00', 'ORGANIZATION'],
      ['on day 29', '2026-12-20T00:00:00+08:00', null],
    ] as const
  ).map(([when, instant, gate]) =>
    row(
      'cross-border professional',
      when,
      recognised(suspension, at(instant)),
      gate === null ? permitted : deniedAt(gate),
      'choice',
    ),
  ),
  row(
    'cross-border professional',
    'a suspension has no end',
    recognised({ status: 'SUSPENDED' }),
    deniedAt('ORGANIZATION'),
    'choice',
  ),
  ...MIDNIGHT.map(([when, now, outcome]) =>
    row(
      'cross-border professional',
      `the recognition ends: ${when}`,
      recognised(lastDay, now),
      outcome,
      'law',
    ),
  ),
  ...(
    [
      ['the hospital is in Beijing', { jurisdiction: 'CN-BJ', city: 'Beijing' }],
      ['the hospital is in Guangdong, outside the Greater Bay Area', { city: 'Shantou' }],
      ['nobody knows in which city the hospital is', { city: null }],
    ] as const
  ).map(([when, place]) =>
    row(
      'cross-border professional',
      when,
      professionalAbroad({ facts: abroadFacts(place) }),
      deniedAt('ORGANIZATION'),
      'choice',
    ),
  ),
  row(
    'health record system',
    'it is recognised, and acts for a member',
    systemAbroad(),
    permitted,
    'law',
  ),
  row(
    'health record system',
    'it is not recognised',
    systemAbroad({ facts: systemFacts(undefined, null) }),
    deniedAt('ORGANIZATION'),
    'law',
  ),
  row(
    'health record system',
    'it is recognised, and the recognition of its member is suspended',
    systemAbroad({
      facts: {
        ...systemFacts(),
        organization: abroadFacts({ recognition: recognition(suspension) }).organization,
      },
    }),
    deniedAt('ORGANIZATION'),
    'choice',
  ),
  ...FROM_ABROAD.flatMap(([caller, ask]) =>
    (
      [
        ['MUST_BE_NICE', 'true', 'ORGANIZATION'],
        ['constructor', 'true', 'ORGANIZATION'],
        ['READ_ALLOWED', 'perhaps', 'ORGANIZATION'],
        ['READ_ALLOWED', 'false', 'ORGANIZATION'],
        ['ALLOWED_SCOPES', 'EVERYTHING', 'ORGANIZATION'],
        ['DEPOSIT_ALLOWED', 'false', null],
        ['DESIGNATED_CLIENT', 'browser', 'ORGANIZATION'],
        ['DESIGNATED_CLIENT', 'browser, client', null],
        ['PRACTITIONER_ROLES', 'NURSE', 'ORGANIZATION'],
        ['VALIDITY_PERIOD', '2026-01-01/2026-06-30', 'ORGANIZATION'],
        ['NAMED_LOCATIONS', 'ward-1', 'ORGANIZATION'],
        ['MAX_GRANT_DURATION', 'a week', 'ORGANIZATION'],
      ] as const
    ).map(([kind, value, gate]) =>
      row(
        caller,
        `the recognition has the condition ${kind} "${value}"`,
        ask({ conditions: [condition(kind, value)] }),
        gate === null ? permitted : deniedAt(gate),
        'choice',
      ),
    ),
  ),
  row(
    'cross-border professional',
    'one of two conditions allows to read, and one does not',
    professionalAbroad({
      conditions: [condition('READ_ALLOWED', 'false'), condition('READ_ALLOWED', 'true')],
    }),
    deniedAt('ORGANIZATION'),
    'choice',
  ),
];

/** Requests that fail at every gate from one on: the first of them decides. */
const ORDER_ROWS: readonly MatrixRow[] = [
  row(
    'domestic professional',
    'role, registration, purpose, joining, care and consent are all amiss',
    purposeOf(
      {
        ...shared([consent({ status: 'inactive' })], { careRelation: null }),
        providerFacts: domesticFacts({ registration: null }, { active: false }),
        patientFacts: patientFacts({ joining: 'WITHDRAWN' }),
      },
      'HMARKT',
    ),
    deniedAt('PRACTITIONER_ROLE'),
    'choice',
  ),
  row(
    'cross-border professional',
    'recognition, purpose, joining, encounter and grant are all amiss',
    purposeOf(
      professionalAbroad({
        facts: abroadFacts({ recognition: null }),
        grant: { state: 'REVOKED', encounter: null },
        request: { patientFacts: patientFacts({ joining: 'WITHDRAWN' }) },
      }),
      'HMARKT',
    ),
    deniedAt('ORGANIZATION'),
    'choice',
  ),
  row(
    'cross-border professional',
    'purpose, joining, encounter and grant are all amiss',
    purposeOf(
      professionalAbroad({
        grant: { state: 'REVOKED', encounter: null },
        request: { patientFacts: patientFacts({ joining: 'WITHDRAWN' }) },
      }),
      'HMARKT',
    ),
    deniedAt('PURPOSE'),
    'choice',
  ),
  row(
    'cross-border professional',
    'joining, encounter and grant are all amiss',
    professionalAbroad({
      grant: { state: 'REVOKED', encounter: null },
      request: { patientFacts: patientFacts({ joining: 'WITHDRAWN' }) },
    }),
    deniedAt('JOINING'),
    'choice',
  ),
  row(
    'cross-border professional',
    'encounter and grant are both amiss',
    professionalAbroad({ grant: { state: 'REVOKED', encounter: null } }),
    deniedAt('RELATION'),
    'choice',
  ),
];

/** A: the order of the gates, and the parties. */
export const PARTIES: readonly MatrixSection[] = [
  { title: 'The order of the gates', rows: ORDER_ROWS },
  { title: 'Who the token is bound to', rows: CALLER_ROWS },
  { title: 'The practitioner’s role', rows: ROLE_ROWS },
  { title: 'Registration and recognition', rows: ORGANIZATION_ROWS },
];
