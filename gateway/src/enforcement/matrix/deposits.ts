/** D: deposits, as far as they are decided on; what becomes of a deposit that is permitted is for the records subgraph. */
import { CLINICAL_SCOPES } from '@causeway/schema';
import type { ConsentFact } from '@causeway/schema';
import { consent, domesticFacts, domesticRequest, patientFacts } from '../testing/requests.js';
import { FROM_ABROAD, at, condition, depositing, shared } from './cases.js';
import type { FromAbroad } from './cases.js';
import { deniedAt, permitted, refused, row, takes } from './row.js';
import type { MatrixRow, MatrixSection } from './row.js';

const UNTIL = '2026-11-22T13:00:00+08:00';
const objection = (changes: Partial<ConsentFact> = {}): ConsentFact =>
  consent({
    id: 'objection',
    kind: 'DEPOSIT_OBJECTION',
    decision: 'deny',
    grantee: [],
    ...changes,
  });

type Changes = NonNullable<Parameters<FromAbroad>[0]>;

const denied: readonly (readonly [
  string,
  Changes,
  'ORGANIZATION' | 'JOINING' | 'RELATION' | 'CONSENT' | 'CATEGORY' | 'PROVISION',
])[] = [
  ['the grant is to read alone', { grant: { permissions: ['READ'] } }, 'CONSENT'],
  ['the patient presented no code', { grant: { deposit: null } }, 'CONSENT'],
  [
    'nobody can read until when it is authorised',
    { grant: { deposit: { until: 'soon' } } },
    'CONSENT',
  ],
  ['the authorisation is over', { request: { action: 'DEPOSIT', now: at(UNTIL) + 1 } }, 'CONSENT'],
  ['the grant was revoked', { grant: { state: 'REVOKED' } }, 'CONSENT'],
  ['the grant is of another patient', { grant: { patient: 'wong' } }, 'CONSENT'],
  [
    'the encounter is closed',
    { grant: { encounter: { id: 'encounter', organization: 'hospital-szh', open: false } } },
    'RELATION',
  ],
  [
    'the encounter is at another hospital',
    { grant: { encounter: { id: 'encounter', organization: 'other', open: true } } },
    'RELATION',
  ],
  [
    'the conditions allow no deposit',
    { conditions: [condition('DEPOSIT_ALLOWED', 'false')] },
    'ORGANIZATION',
  ],
  ['the grant names no category', { grant: { scopes: [] } }, 'CATEGORY'],
  ['the grant names the person alone', { grant: { scopes: ['PERSON'] } }, 'CATEGORY'],
  ['the patient objects', { others: [objection()] }, 'PROVISION'],
  [
    'the patient has withdrawn',
    { request: { action: 'DEPOSIT', patientFacts: patientFacts({ joining: 'WITHDRAWN' }) } },
    'JOINING',
  ],
];

const ABROAD: readonly MatrixRow[] = FROM_ABROAD.flatMap(([caller, ask]) => [
  row(
    caller,
    'the patient authorised it and presented the code',
    depositing(ask),
    permitted,
    'practice',
  ),
  row(
    caller,
    'at the last instant of the authorisation',
    depositing(ask, { request: { action: 'DEPOSIT', now: at(UNTIL) } }),
    permitted,
    'choice',
  ),
  ...denied.map(([when, changes, gate]) =>
    row(
      caller,
      when,
      depositing(ask, changes),
      deniedAt(gate),
      gate === 'CONSENT' ? 'practice' : 'choice',
    ),
  ),
  row(
    caller,
    'deposits what the grant names',
    depositing(ask),
    takes('ALLERGY_ADR', 'MEDICATION', 'LAB_REPORT'),
    'law',
  ),
  row(
    caller,
    'the patient objects to laboratory reports',
    depositing(ask, {
      others: [
        objection({ decision: 'permit', provision: [{ type: 'deny', category: ['LAB_REPORT'] }] }),
      ],
    }),
    takes('ALLERGY_ADR', 'MEDICATION'),
    'choice',
  ),
  row(
    caller,
    'the conditions name medication alone',
    depositing(ask, { conditions: [condition('ALLOWED_SCOPES', 'MEDICATION')] }),
    takes('MEDICATION'),
    'choice',
  ),
  row(
    caller,
    'reads nothing by it, whatever the grant names',
    depositing(ask, { grant: { permissions: ['READ', 'DEPOSIT'] } }),
    refused('LAB_REPORT', null),
    'choice',
  ),
]);

const HOME = 'domestic professional';
const atHome = (...consents: readonly ConsentFact[]) =>
  ({ ...shared(consents), action: 'DEPOSIT' }) as const;

const AT_HOME: readonly MatrixRow[] = [
  row(HOME, 'the patient joined, and agreed to nothing else', atHome(), permitted, 'law'),
  row(
    HOME,
    'the patient left',
    { ...atHome(), patientFacts: patientFacts({ joining: 'WITHDRAWN' }) },
    deniedAt('JOINING'),
    'law',
  ),
  row(
    HOME,
    'the patient is not under care',
    { ...shared([], { careRelation: null }), action: 'DEPOSIT' },
    deniedAt('RELATION'),
    'choice',
  ),
  row(HOME, 'the patient objects', atHome(objection()), deniedAt('PROVISION'), 'choice'),
  row(
    HOME,
    'the profession sees no category',
    { ...atHome(), providerFacts: domesticFacts({}, { profession: 'ASTROLOGER' }) },
    deniedAt('CATEGORY'),
    'choice',
  ),
  row(
    HOME,
    'a doctor deposits all that doctors see',
    atHome(),
    takes(...CLINICAL_SCOPES.filter((scope) => scope !== 'CHINESE_MED')),
    'choice',
  ),
  row(
    HOME,
    'reads nothing by it, whatever the patient shares',
    domesticRequest({ action: 'DEPOSIT' }),
    refused('LAB_REPORT', null),
    'choice',
  ),
];

/** D: deposits from abroad, and at home. */
export const DEPOSITS: readonly MatrixSection[] = [
  { title: 'Deposits from abroad', rows: ABROAD },
  { title: 'Deposits at home', rows: AT_HOME },
];
