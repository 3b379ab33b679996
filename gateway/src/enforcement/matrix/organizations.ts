/** A: registration at home, and recognition abroad with its conditions. */
import { abroadFacts, domesticFacts, domesticRequest, recognition } from '../testing/requests.js';
import {
  FROM_ABROAD,
  at,
  condition,
  professionalAbroad,
  systemAbroad,
  systemFacts,
} from './cases.js';
import { deniedAt, permitted, row } from './row.js';
import type { MatrixRow, MatrixSection } from './row.js';

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
  row(
    'cross-border professional',
    'nobody can read when a suspension ends',
    recognised({ status: 'SUSPENDED', suspension: { start: null, end: 'in spring' } }),
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

/** A: gate 3. */
export const ORGANIZATIONS: readonly MatrixSection[] = [
  { title: 'Registration and recognition', rows: ORGANIZATION_ROWS },
];
