/** What the caller has to do with the patient: people who decide for others, care at home, and who may only apply. */
import { consent, domesticRequest, ownRequest, patientFacts } from '../testing/requests.js';
import {
  FROM_ABROAD,
  OFFICES,
  at,
  caregiver,
  office,
  parent,
  personRequest,
  purposeOf,
  relation,
  shared,
} from './cases.js';
import { deniedAt, permitted, row } from './row.js';
import type { MatrixRow, MatrixSection } from './row.js';

const ended = { period: { start: null, end: '2026-11-21' } };
const minor = { patientFacts: patientFacts({ birthDate: '2016-03-01' }) };
const incapable = { birthDate: '1990-01-01', incapable: true };

const SELF_ROWS: readonly MatrixRow[] = [
  row('patient', 'reads the own record', ownRequest(), permitted, 'law'),
  row('patient', 'authorises', ownRequest({ action: 'AUTHORISE' }), permitted, 'law'),
  row('patient', 'is a minor, and reads', ownRequest(minor), permitted, 'choice'),
  row(
    'patient',
    'is a minor, and authorises',
    ownRequest({ ...minor, action: 'AUTHORISE' }),
    deniedAt('RELATION'),
    'law',
  ),
  row(
    'patient',
    'deposits a record',
    ownRequest({ action: 'DEPOSIT' }),
    deniedAt('RELATION'),
    'choice',
  ),
  row(
    'another person',
    'has no relation to the patient',
    personRequest([]),
    deniedAt('RELATION'),
    'law',
  ),
  row(
    'another person',
    'is a contact of the patient',
    personRequest([relation({ role: 'CONTACT' })]),
    deniedAt('RELATION'),
    'choice',
  ),
];

/** Who turns 16 on a day, and the two instants at which that day begins. */
const TURNING_16 = [
  [
    'born on 23 November',
    '2010-11-23',
    '2026-11-22T23:59:59.999+08:00',
    '2026-11-23T00:00:00+08:00',
  ],
  [
    'born on 29 February',
    '2012-02-29',
    '2028-02-28T23:59:59.999+08:00',
    '2028-02-29T00:00:00+08:00',
  ],
] as const;

const SUBSTITUTE_ROWS: readonly MatrixRow[] = [
  row('substitute decision maker', 'is the parent of a child of ten', parent(), permitted, 'law'),
  row(
    'substitute decision maker',
    'is the parent of a child of ten, and authorises',
    parent({}, { action: 'AUTHORISE' }),
    permitted,
    'law',
  ),
  row(
    'substitute decision maker',
    'the relation is not active',
    personRequest([relation({ active: false })]),
    deniedAt('RELATION'),
    'law',
  ),
  row(
    'substitute decision maker',
    'the relation ended yesterday',
    personRequest([relation(ended)]),
    deniedAt('RELATION'),
    'law',
  ),
  ...TURNING_16.flatMap(([born, birthDate, before, after]) => [
    row(
      'substitute decision maker',
      `of a child ${born}, a millisecond before it turns 16`,
      parent({ birthDate }, { now: at(before) }),
      permitted,
      'law',
    ),
    row(
      'substitute decision maker',
      `of a child ${born}, as it turns 16 at local midnight`,
      parent({ birthDate }, { now: at(after) }),
      deniedAt('RELATION'),
      'choice',
    ),
  ]),
  row(
    'substitute decision maker',
    'nobody knows how old the child is',
    parent({ birthDate: null }),
    deniedAt('RELATION'),
    'choice',
  ),
  row(
    'substitute decision maker',
    'is a parent of an incapable adult',
    parent(incapable),
    deniedAt('RELATION'),
    'law',
  ),
  ...(['GUARDIAN', 'COURT', 'FAMILY', 'CO_RESIDENT'] as const).flatMap((basis) => [
    row(
      'substitute decision maker',
      `decides for an incapable adult (${basis})`,
      personRequest([relation({ basis })], incapable),
      permitted,
      'law',
    ),
    row(
      'substitute decision maker',
      `wants to decide for a capable adult (${basis})`,
      personRequest([relation({ basis })], { birthDate: '1990-01-01' }),
      deniedAt('RELATION'),
      'law',
    ),
  ]),
  row(
    'substitute decision maker',
    'deposits a record',
    parent({}, { action: 'DEPOSIT' }),
    deniedAt('RELATION'),
    'choice',
  ),
];

const CAREGIVER_ROWS: readonly MatrixRow[] = [
  row('caregiver', 'applies for a grant', caregiver(), permitted, 'practice'),
  row('caregiver', 'reads', caregiver({ action: 'READ' }), deniedAt('RELATION'), 'choice'),
  row('caregiver', 'deposits', caregiver({ action: 'DEPOSIT' }), deniedAt('RELATION'), 'choice'),
  row(
    'caregiver',
    'the relation ended yesterday',
    personRequest(
      [relation({ role: 'CAREGIVER', basis: 'FAMILY', ...ended })],
      { birthDate: '1950-01-01' },
      { action: 'AUTHORISE' },
    ),
    deniedAt('RELATION'),
    'choice',
  ),
];

const care = (period: { readonly start: string | null; readonly end: string | null } | null) =>
  shared([consent()], { careRelation: period && { period } });

const declared = (until: string | null) =>
  purposeOf(
    shared([], {
      careRelation: null,
      emergency: until === null ? null : { id: 'emergency', until },
    }),
    'ETREAT',
  );

const CARE_ROWS: readonly MatrixRow[] = [
  row(
    'domestic professional',
    'the patient is not under care',
    care(null),
    deniedAt('RELATION'),
    'practice',
  ),
  row(
    'domestic professional',
    'the patient was under care until yesterday',
    care(ended.period),
    deniedAt('RELATION'),
    'practice',
  ),
  row(
    'domestic professional',
    'the patient is under care until today',
    care({ start: null, end: '2026-11-22' }),
    permitted,
    'practice',
  ),
  row(
    'domestic professional',
    'nobody can read until when the patient is under care',
    care({ start: null, end: 'soon' }),
    deniedAt('RELATION'),
    'choice',
  ),
  row(
    'domestic professional',
    'declared an emergency',
    declared('2026-11-22T13:00:00+08:00'),
    permitted,
    'choice',
  ),
  row(
    'domestic professional',
    'declared no emergency',
    declared(null),
    deniedAt('RELATION'),
    'choice',
  ),
  row(
    'domestic professional',
    'declared an emergency that is over',
    declared('2026-11-22T11:59:59.999+08:00'),
    deniedAt('RELATION'),
    'choice',
  ),
  row(
    'domestic professional',
    'authorises',
    domesticRequest({ action: 'AUTHORISE' }),
    deniedAt('RELATION'),
    'law',
  ),
  ...FROM_ABROAD.map(([caller, ask]) =>
    row(
      caller,
      'authorises',
      ask({ request: { action: 'AUTHORISE' } }),
      deniedAt('RELATION'),
      'law',
    ),
  ),
  ...OFFICES.flatMap(([caller, held]) => [
    row(caller, 'reads', office(held), permitted, 'choice'),
    ...(['AUTHORISE', 'DEPOSIT'] as const).map((action) =>
      row(
        caller,
        action === 'AUTHORISE' ? 'authorises' : 'deposits',
        office(held, { action }),
        deniedAt('RELATION'),
        'choice',
      ),
    ),
  ]),
];

/** Gate 6, for people and for providers at home; that of a grant stands with the grants. */
export const RELATIONS: readonly MatrixSection[] = [
  { title: 'The patient, and strangers', rows: SELF_ROWS },
  { title: 'Who decides for the patient', rows: SUBSTITUTE_ROWS },
  { title: 'Who cares for the patient', rows: CAREGIVER_ROWS },
  { title: 'Care at home, emergencies and offices', rows: CARE_ROWS },
];
