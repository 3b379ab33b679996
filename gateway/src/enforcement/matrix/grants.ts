/** C: reading from abroad under a grant, by a professional and by a health record system alike. */
import type { GrantFact } from '@causeway/schema';
import type { DecisionRequest } from '../decide/request.js';
import { abroadFacts, consent, consentFacts, grant } from '../testing/requests.js';
import { ALWAYS, FROM_ABROAD, condition, professionalAbroad } from './cases.js';
import type { CallerKind, MatrixRow, MatrixSection, Outcome } from './row.js';
import { boundTo, deniedAt, permitted, refused, released, row, shown, withheldBy } from './row.js';
import type { FromAbroad } from './cases.js';

/** The rows for each who reads from abroad. */
const each = (
  rows: (caller: CallerKind, ask: FromAbroad) => readonly MatrixRow[],
): readonly MatrixRow[] => FROM_ABROAD.flatMap(([caller, ask]) => rows(caller, ask));

const here = 'hospital-szh';

const ENCOUNTERS = each((caller, ask) => [
  row(caller, 'the encounter of the grant is open', ask(), permitted, 'law'),
  row(
    caller,
    'there is no encounter',
    ask({ grant: { encounter: null } }),
    deniedAt('RELATION'),
    'law',
  ),
  row(
    caller,
    'the encounter is closed',
    ask({ grant: { encounter: { id: 'encounter', organization: here, open: false } } }),
    deniedAt('RELATION'),
    'choice',
  ),
  row(
    caller,
    'the encounter is at another hospital',
    ask({ grant: { encounter: { id: 'encounter', organization: 'other', open: true } } }),
    deniedAt('RELATION'),
    'choice',
  ),
]);

const STATES = each((caller, ask) => [
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
  ).map((state) =>
    row(
      caller,
      `the grant is ${state.toLowerCase().replace('_', ' ')}`,
      ask({ grant: { state } }),
      deniedAt('CONSENT'),
      'law',
    ),
  ),
  row(caller, 'the grant is redeemed', ask(), permitted, 'law'),
]);

const bound: readonly (readonly [string, Partial<GrantFact>])[] = [
  ['the grant is to another hospital', { organization: 'other' }],
  ['the grant is to another practitioner', { practitionerRole: 'other' }],
  ['the grant is of another patient', { patient: 'wong' }],
  ['the grant is for another purpose', { purpose: 'CAREMGT' }],
  ['the grant is not the one of the token', { id: 'other' }],
  ['the grant is to deposit alone', { permissions: ['DEPOSIT'] }],
  ['the grant ended yesterday', { period: { start: null, end: '2026-11-21' } }],
  ['the grant begins tomorrow', { period: { start: '2026-11-23', end: null } }],
];

const BINDINGS = each((caller, ask) => [
  ...bound.map(([when, changes]) =>
    row(caller, when, ask({ grant: changes }), deniedAt('CONSENT'), 'law'),
  ),
  row(
    caller,
    'there is care at home and a sharing consent, and no grant',
    ask({
      request: {
        consentFacts: consentFacts({
          consents: [consent({ grantee: ['hospital-szh'] })],
          careRelation: { period: ALWAYS },
        }),
      },
    }),
    deniedAt('RELATION'),
    'law',
  ),
  row(
    caller,
    'the consent of the grant is gone',
    ask({ request: { consentFacts: consentFacts({ grant: grant() }) } }),
    deniedAt('CONSENT'),
    'law',
  ),
  row(
    caller,
    'the consent of the grant is inactive',
    ask({ consent: { status: 'inactive' } }),
    deniedAt('CONSENT'),
    'law',
  ),
  row(
    caller,
    'the consent of the grant was imported',
    ask({ consent: { origin: 'IMPORTED' } }),
    deniedAt('CONSENT'),
    'choice',
  ),
  row(
    caller,
    'the consent of the grant denies',
    ask({ consent: { decision: 'deny' } }),
    deniedAt('CONSENT'),
    'law',
  ),
  row(
    caller,
    'the consent of the grant names another hospital',
    ask({ consent: { grantee: ['other'] } }),
    deniedAt('CONSENT'),
    'law',
  ),
  row(
    caller,
    'the consent of the grant is a sharing consent',
    ask({ consent: { kind: 'SHARING' } }),
    deniedAt('CONSENT'),
    'law',
  ),
]);

const ungranted = (): DecisionRequest => {
  const request = professionalAbroad();
  return { ...request, caller: { ...request.caller, grant: null } as DecisionRequest['caller'] };
};

const UNBOUND: readonly MatrixRow[] = [
  row(
    'cross-border professional',
    'the token is bound to no grant',
    ungranted(),
    deniedAt('CONSENT'),
    'law',
  ),
  row(
    'cross-border professional',
    'joining would be deemed consent for the hospital, and there is no grant',
    professionalAbroad({
      facts: abroadFacts({ deemedConsent: true }),
      request: { consentFacts: consentFacts({ careRelation: { period: ALWAYS } }) },
    }),
    deniedAt('RELATION'),
    'law',
  ),
];

/** How long a grant may last, by a condition, and how long it lasts. */
const durations: readonly (readonly [string, GrantFact['period'], readonly string[], Outcome])[] = [
  ['seven days, of seven', { start: '2026-11-22', end: '2026-11-28' }, ['P7D'], permitted],
  [
    'eight days, of seven',
    { start: '2026-11-22', end: '2026-11-29' },
    ['P7D'],
    deniedAt('CONSENT'),
  ],
  [
    'seven days, of seven by one condition and six by another',
    { start: '2026-11-22', end: '2026-11-28' },
    ['P7D', 'P6D'],
    deniedAt('CONSENT'),
  ],
  [
    'without an end, of ninety days',
    { start: '2026-11-22', end: null },
    ['P90D'],
    deniedAt('CONSENT'),
  ],
  [
    'without a beginning, of ninety days',
    { start: null, end: '2026-11-22' },
    ['P90D'],
    deniedAt('CONSENT'),
  ],
  ['without an end, of any time', { start: '2026-11-22', end: null }, [], permitted],
];

const DURATIONS = each((caller, ask) =>
  durations.map(([when, period, limits, outcome]) =>
    row(
      caller,
      `the grant lasts ${when}`,
      ask({
        grant: { period },
        conditions: limits.map((value) => condition('MAX_GRANT_DURATION', value)),
      }),
      outcome,
      'choice',
    ),
  ),
);

const SCOPES = each((caller, ask) => [
  row(caller, 'the grant implies whose record it is', ask(), shown('PERSON'), 'choice'),
  row(caller, 'the grant names laboratory reports', ask(), shown('LAB_REPORT'), 'law'),
  row(
    caller,
    'the grant does not name diagnoses',
    ask(),
    refused('DIAGNOSIS', 'CONSENT_REQUIRED'),
    'law',
  ),
  row(
    caller,
    'the grant names medication, and its consent leaves it out',
    ask({ consent: { provision: [{ type: 'deny', category: ['MEDICATION'] }] } }),
    refused('MEDICATION', 'CONSENT_REQUIRED'),
    'law',
  ),
  row(
    caller,
    'the grant names medication, and the conditions do not',
    ask({ conditions: [condition('ALLOWED_SCOPES', 'ALLERGY_ADR')] }),
    refused('MEDICATION', 'CONSENT_REQUIRED'),
    'law',
  ),
  row(
    caller,
    'the narrower of two lists of conditions leaves medication out',
    ask({
      conditions: [
        condition('ALLOWED_SCOPES', 'ALLERGY_ADR,MEDICATION'),
        condition('ALLOWED_SCOPES', 'ALLERGY_ADR'),
      ],
    }),
    refused('MEDICATION', 'CONSENT_REQUIRED'),
    'choice',
  ),
  row(
    caller,
    'the grant names birth records, and no condition does',
    ask({ grant: { scopes: ['BIRTH'] } }),
    refused('BIRTH', 'CONSENT_REQUIRED'),
    'choice',
  ),
  row(
    caller,
    'the grant and a condition name birth records',
    ask({ grant: { scopes: ['BIRTH'] }, conditions: [condition('ALLOWED_SCOPES', 'BIRTH')] }),
    shown('BIRTH'),
    'choice',
  ),
  row(
    caller,
    'the grant and a condition name medical certificates',
    ask({ grant: { scopes: ['MED_CERT'] }, conditions: [condition('ALLOWED_SCOPES', 'MED_CERT')] }),
    refused('MED_CERT', 'CONSENT_REQUIRED'),
    'choice',
  ),
  row(
    caller,
    'a record is of another patient, inside the permitted query',
    ask(),
    withheldBy('RELATION', { patient: 'wong' }),
    'law',
  ),
  row(
    caller,
    'nobody can tell whose record it is',
    ask(),
    withheldBy('RELATION', { patient: null }),
    'choice',
  ),
  row(
    caller,
    'a record is of a category outside the sharable list',
    ask(),
    withheldBy('CATEGORY', { category: 'EVERYTHING' }),
    'practice',
  ),
  row(caller, 'a record is of a granted category', ask(), released({}), 'law'),
  row(
    caller,
    'what is released is not to be passed on or reused',
    ask(),
    boundTo('NO_ONWARD_TRANSFER', 'NO_REUSE', 'NO_IMAGE_DOWNLOAD'),
    'choice',
  ),
]);

/** C: the encounter, the grant, what it is bound to, how long it lasts, and what it opens. */
export const GRANTS: readonly MatrixSection[] = [
  { title: 'The encounter', rows: ENCOUNTERS },
  { title: 'The state of a grant', rows: STATES },
  { title: 'What a grant is bound to', rows: [...BINDINGS, ...UNBOUND] },
  { title: 'How long a grant lasts', rows: DURATIONS },
  { title: 'What a grant opens', rows: SCOPES },
];
