/** A: the order of the gates, and the first two of them: whom the token is bound to, and as what they work there. */
import {
  abroadFacts,
  consent,
  domesticFacts,
  domesticRequest,
  patientFacts,
} from '../testing/requests.js';
import { professionalAbroad, purposeOf, shared, systemAbroad, systemFacts } from './cases.js';
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
];
