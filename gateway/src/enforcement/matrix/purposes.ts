/** A: for what purpose somebody asks, and whether the patient takes part. */
import { domesticRequest, ownRequest, patientFacts } from '../testing/requests.js';
import {
  FROM_ABROAD,
  OFFICES,
  caregiver,
  condition,
  office,
  parent,
  professionalAbroad,
  purposeOf,
} from './cases.js';
import { deniedAt, permitted, row } from './row.js';
import type { MatrixRow, MatrixSection } from './row.js';

const PURPOSE_ROWS: readonly MatrixRow[] = [
  ...(['TREAT', 'CAREMGT', 'ETREAT', 'BTG', 'HMARKT', 'HPAYMT', 'HRESCH'] as const).flatMap(
    (purpose) => [
      row(
        'patient',
        `for ${purpose}`,
        purposeOf(ownRequest(), purpose),
        deniedAt('PURPOSE'),
        'choice',
      ),
      row(
        'substitute decision maker',
        `for ${purpose}`,
        purposeOf(parent(), purpose),
        deniedAt('PURPOSE'),
        'choice',
      ),
      row(
        'caregiver',
        `for ${purpose}`,
        purposeOf(caregiver(), purpose),
        deniedAt('PURPOSE'),
        'choice',
      ),
      ...OFFICES.map(([caller, held]) =>
        row(
          caller,
          `for ${purpose}`,
          purposeOf(office(held), purpose),
          deniedAt('PURPOSE'),
          'choice',
        ),
      ),
    ],
  ),
  ...(['PATRQT', 'HOPERAT', 'BTG', 'HMARKT', 'HPAYMT', 'HRESCH'] as const).map((purpose) =>
    row(
      'domestic professional',
      `for ${purpose}`,
      purposeOf(domesticRequest(), purpose),
      deniedAt('PURPOSE'),
      'choice',
    ),
  ),
  row(
    'domestic professional',
    'for CAREMGT',
    purposeOf(domesticRequest(), 'CAREMGT'),
    permitted,
    'choice',
  ),
  ...FROM_ABROAD.flatMap(([caller, ask]) => [
    ...(
      ['CAREMGT', 'ETREAT', 'BTG', 'PATRQT', 'HOPERAT', 'HMARKT', 'HPAYMT', 'HRESCH'] as const
    ).map((purpose) =>
      row(caller, `for ${purpose}`, purposeOf(ask(), purpose), deniedAt('PURPOSE'), 'choice'),
    ),
    row(
      caller,
      'the conditions allow another purpose alone',
      ask({ conditions: [condition('ALLOWED_PURPOSES', 'CAREMGT')] }),
      deniedAt('PURPOSE'),
      'choice',
    ),
  ]),
];

const JOINING_ROWS: readonly MatrixRow[] = [
  ...(['NOT_JOINED', 'SUSPENDED', 'WITHDRAWN', 'DECEASED'] as const).flatMap((joining) => {
    const patient = { patientFacts: patientFacts({ joining }) };
    const when = `the patient is ${joining.toLowerCase().replace('_', ' ')}`;
    return [
      row('domestic professional', when, domesticRequest(patient), deniedAt('JOINING'), 'law'),
      ...FROM_ABROAD.map(([caller, ask]) =>
        row(caller, when, ask({ request: patient }), deniedAt('JOINING'), 'law'),
      ),
      row('patient', when, ownRequest(patient), permitted, 'choice'),
    ];
  }),
  row(
    'patient',
    'nobody knows of such a patient',
    ownRequest({ patientFacts: null }),
    deniedAt('JOINING'),
    'choice',
  ),
  row(
    'domestic professional',
    'nobody knows of such a patient',
    domesticRequest({ patientFacts: null }),
    deniedAt('JOINING'),
    'choice',
  ),
  row(
    'domestic professional',
    'the patient is an invented one of a test',
    domesticRequest({ patientFacts: patientFacts({ isTest: true }) }),
    deniedAt('JOINING'),
    'choice',
  ),
  row(
    'cross-border professional',
    'a test is run on a real patient',
    purposeOf(professionalAbroad({ grant: { purpose: 'HTEST' } }), 'HTEST'),
    deniedAt('JOINING'),
    'choice',
  ),
  row(
    'cross-border professional',
    'a test is run on an invented patient',
    purposeOf(
      professionalAbroad({
        grant: { purpose: 'HTEST' },
        request: { patientFacts: patientFacts({ isTest: true }) },
      }),
      'HTEST',
    ),
    permitted,
    'choice',
  ),
];

/** A: the purpose and the joining. */
export const PURPOSES: readonly MatrixSection[] = [
  { title: 'The purpose of use', rows: PURPOSE_ROWS },
  { title: 'Whether the patient takes part', rows: JOINING_ROWS },
];
