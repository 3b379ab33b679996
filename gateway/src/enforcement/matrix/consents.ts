/** B: consents at home, and what denies across all of them. */
import type { ConsentFact, ProvisionFact } from '@causeway/schema';
import { consent, domesticFacts, ownRequest, patientFacts } from '../testing/requests.js';
import { ALWAYS, FROM_ABROAD, at, beside, shared } from './cases.js';
import { deniedAt, permitted, refused, released, row, shown, withheldBy } from './row.js';
import type { MatrixRow, MatrixSection } from './row.js';

const CALLER = 'domestic professional';
const sharing = (changes: Partial<ConsentFact> = {}) => shared([consent(changes)]);
const until = (end: string, start: string | null = null) => sharing({ period: { start, end } });

const STATES: readonly MatrixRow[] = [
  row(CALLER, 'the patient has agreed to nothing', shared([]), deniedAt('CONSENT'), 'law'),
  ...(['draft', 'proposed', 'rejected', 'inactive', 'entered-in-error'] as const).map((status) =>
    row(CALLER, `the consent is ${status}`, sharing({ status }), deniedAt('CONSENT'), 'law'),
  ),
  row(CALLER, 'the consent is active', sharing(), permitted, 'law'),
  row(
    CALLER,
    'the consent is for another clinic',
    sharing({ grantee: ['other'] }),
    deniedAt('CONSENT'),
    'law',
  ),
  row(
    CALLER,
    'the consent is for nobody in particular',
    sharing({ grantee: [] }),
    deniedAt('CONSENT'),
    'choice',
  ),
  row(
    CALLER,
    'the consent was imported',
    sharing({ origin: 'IMPORTED' }),
    deniedAt('CONSENT'),
    'choice',
  ),
  ...(['JOINING', 'CROSS_BORDER', 'RESTRICTION', 'DEPOSIT_OBJECTION'] as const).map((kind) =>
    row(
      CALLER,
      `the consent is one of kind ${kind}`,
      sharing({ kind }),
      deniedAt('CONSENT'),
      'law',
    ),
  ),
  row(
    CALLER,
    'the consent was superseded by a newer one',
    shared([consent({ status: 'inactive' }), consent({ id: 'newer' })]),
    permitted,
    'law',
  ),
  row(
    CALLER,
    'the patient has withdrawn from joining, and the consent still says active',
    { ...sharing(), patientFacts: patientFacts({ joining: 'WITHDRAWN' }) },
    deniedAt('JOINING'),
    'law',
  ),
  row(
    CALLER,
    'works for a public body, which joining gives access',
    { ...shared([]), providerFacts: domesticFacts({ deemedConsent: true }) },
    permitted,
    'law',
  ),
];

const PERIODS: readonly MatrixRow[] = [
  row(
    CALLER,
    'the consent begins tomorrow',
    sharing({ period: { start: '2026-11-23', end: null } }),
    deniedAt('CONSENT'),
    'law',
  ),
  row(
    CALLER,
    'the consent begins today',
    sharing({ period: { start: '2026-11-22', end: null } }),
    permitted,
    'law',
  ),
  row(CALLER, 'the consent is indefinite', sharing({ period: ALWAYS }), permitted, 'law'),
  row(
    CALLER,
    'the consent is for a year, on its last day',
    until('2026-11-22', '2025-11-23'),
    permitted,
    'law',
  ),
  row(
    CALLER,
    'the consent is for a year, the day after',
    until('2026-11-21', '2025-11-22'),
    deniedAt('CONSENT'),
    'law',
  ),
  row(
    CALLER,
    'the consent ends on a day, at its last millisecond',
    { ...until('2026-11-22'), now: at('2026-11-22T23:59:59.999+08:00') },
    permitted,
    'choice',
  ),
  row(
    CALLER,
    'the consent ended on a day, at the midnight after it',
    { ...until('2026-11-22'), now: at('2026-11-23T00:00:00+08:00') },
    deniedAt('CONSENT'),
    'choice',
  ),
  row(
    CALLER,
    'nobody can read when the consent ends',
    until('next year'),
    deniedAt('CONSENT'),
    'choice',
  ),
];

const deny = (changes: Partial<ConsentFact> = {}): ConsentFact =>
  consent({ id: 'no', kind: 'RESTRICTION', decision: 'deny', ...changes });

const without = (...provision: readonly ProvisionFact[]): ConsentFact =>
  deny({ decision: 'permit', grantee: [], provision });

const LOINC_1 = { system: 'http://loinc.org', code: '1' };

const DENIALS: readonly MatrixRow[] = [
  row(
    CALLER,
    'an older consent denies',
    shared([deny(), consent()]),
    deniedAt('PROVISION'),
    'choice',
  ),
  row(
    CALLER,
    'a newer consent denies',
    shared([consent(), deny()]),
    deniedAt('PROVISION'),
    'choice',
  ),
  row(
    CALLER,
    'an imported consent denies',
    beside(deny({ origin: 'IMPORTED' })),
    deniedAt('PROVISION'),
    'choice',
  ),
  row(
    CALLER,
    'a consent that names nobody denies',
    beside(deny({ grantee: [] })),
    deniedAt('PROVISION'),
    'choice',
  ),
  row(
    CALLER,
    'a consent denies another clinic',
    beside(deny({ grantee: ['other'] })),
    permitted,
    'choice',
  ),
  row(CALLER, 'a denial is inactive', beside(deny({ status: 'inactive' })), permitted, 'choice'),
  row(
    CALLER,
    'a denial ended yesterday',
    beside(deny({ period: { start: null, end: '2026-11-21' } })),
    permitted,
    'choice',
  ),
  row(
    CALLER,
    'nobody can read when a denial ends',
    beside(deny({ period: { start: null, end: 'soon' } })),
    deniedAt('PROVISION'),
    'choice',
  ),
  row(
    CALLER,
    'a denial cannot be interpreted',
    beside(without({ type: 'deny', uninterpreted: ['expression'] })),
    deniedAt('PROVISION'),
    'choice',
  ),
  row(
    CALLER,
    'a public body is denied, whatever joining gives',
    { ...beside(deny()), providerFacts: domesticFacts({ deemedConsent: true }) },
    deniedAt('PROVISION'),
    'choice',
  ),
  row(
    CALLER,
    'the patient objects to deposits, and the doctor reads',
    beside(deny({ kind: 'DEPOSIT_OBJECTION' })),
    permitted,
    'choice',
  ),
  ...FROM_ABROAD.map(([caller, ask]) =>
    row(
      caller,
      'another consent denies the hospital',
      ask({ others: [deny({ grantee: ['hospital-szh'] })] }),
      deniedAt('PROVISION'),
      'choice',
    ),
  ),
];

const PARTS: readonly MatrixRow[] = [
  row(
    CALLER,
    'the consent leaves diagnoses out',
    sharing({ provision: [{ type: 'deny', category: ['DIAGNOSIS'] }] }),
    refused('DIAGNOSIS', 'CONSENT_REQUIRED'),
    'law',
  ),
  row(
    CALLER,
    'the consent leaves diagnoses out, and not laboratory reports',
    sharing({ provision: [{ type: 'deny', category: ['DIAGNOSIS'] }] }),
    shown('LAB_REPORT'),
    'law',
  ),
  ...(
    [
      ['by its code', { code: [LOINC_1] }],
      ['by its category', { category: ['LAB_REPORT'] }],
      ['by who wrote it', { authoredBy: ['clinic'] }],
      ['by itself', { records: ['r-1'] }],
      ['by its date', { dataPeriod: { start: '2026', end: '2026-05-01' } }],
      ['by its label', { securityLabel: [{ system: null, code: 'N' }] }],
      ['by what it may be related to', { related: ['visit'] }],
    ] as const
  ).map(([how, named]) =>
    row(
      CALLER,
      `the patient restricts a record ${how}`,
      beside(without({ type: 'deny', ...named })),
      withheldBy('PROVISION', {}),
      'choice',
    ),
  ),
  row(
    CALLER,
    'the patient restricts records of another code',
    beside(without({ type: 'deny', code: [{ ...LOINC_1, code: '2' }] })),
    released({}),
    'choice',
  ),
  ...FROM_ABROAD.map(([caller, ask]) =>
    row(
      caller,
      'the patient restricts a record by its code',
      ask({ others: [without({ type: 'deny', code: [LOINC_1] })] }),
      withheldBy('PROVISION', {}),
      'choice',
    ),
  ),
  row(
    'patient',
    'has restricted everything',
    ownRequest({ consentFacts: beside(deny({ grantee: [] })).consentFacts }),
    permitted,
    'choice',
  ),
];

/** B: states, periods, denials, and parts of the record. */
export const CONSENTS: readonly MatrixSection[] = [
  { title: 'The state of a consent', rows: STATES },
  { title: 'The period of a consent', rows: PERIODS },
  { title: 'What denies', rows: DENIALS },
  { title: 'Parts of the record', rows: PARTS },
];
