/** What can be put wrong with a request, gate by gate. */
import type { ConsentFact, PurposeOfUse } from '@causeway/schema';
import {
  condition,
  consents,
  given,
  grant,
  organization,
  patient,
  provider,
  recognition,
  role,
} from './change-one.js';
import type { Wrong } from './change-one.js';
import { dayOf, periodBeside } from './dates.js';

const ANY_PURPOSE: readonly PurposeOfUse[] = [
  ...(['TREAT', 'CAREMGT', 'ETREAT', 'BTG', 'PATRQT', 'HOPERAT'] as const),
  ...(['HPAYMT', 'HMARKT', 'HRESCH', 'PUBHLTH', 'HTEST'] as const),
];

const purpose: Wrong = (draw, draft) => {
  draft.caller = { ...draft.caller, purpose: draw.one(ANY_PURPOSE) };
};

const CALLER: readonly Wrong[] = [
  provider(() => null),
  provider((_draw, facts) => ({ ...facts, organization: null })),
  organization(() => ({ id: 'elsewhere' })),
  provider((_draw, facts) => ({
    ...facts,
    system: facts.system && { ...facts.system, members: ['elsewhere'] },
  })),
];

const ROLE: readonly Wrong[] = [
  provider((_draw, facts) => ({ ...facts, practitionerRole: null })),
  role(() => ({ active: false })),
  role((draw, now) => ({ period: periodBeside(draw, now) })),
  role(() => ({ organization: 'elsewhere' })),
  role(() => ({ id: 'role-of-another' })),
];

const REGISTRATION: readonly Wrong[] = [
  organization(() => ({ registration: null })),
  organization((draw, now) => ({
    registration: { status: 'REGISTERED', period: periodBeside(draw, now) },
  })),
  organization((draw) => ({
    registration: {
      status: draw.one(['SUSPENDED', 'CANCELLED']),
      period: { start: null, end: null },
    },
  })),
  organization((draw) => ({ jurisdiction: draw.one(['CN-GD', 'MO', 'CN-BJ']), city: 'Shenzhen' })),
];

const RECOGNITION: readonly Wrong[] = [
  recognition((draw) => ({
    status: draw.one(['APPLIED', 'CANCELLED', 'EXPIRED', 'WITHDRAWN', 'REFUSED']),
  })),
  recognition((draw, now) => ({ period: periodBeside(draw, now) })),
  recognition((draw, now) => ({
    status: 'SUSPENDED',
    suspension: draw.one([
      null,
      { start: null, end: null },
      { start: null, end: dayOf(now) },
      { start: null, end: 'some day' },
      { start: null, end: dayOf(now, -1) },
    ]),
  })),
  organization((draw) =>
    draw.one([
      { city: 'Beijing' },
      { city: null },
      { jurisdiction: 'CN-BJ' },
      { jurisdiction: 'MO' },
    ]),
  ),
  provider((_draw, facts) => ({
    ...facts,
    organization: facts.organization && { ...facts.organization, recognition: null },
    system: facts.system && { ...facts.system, recognition: null },
  })),
  ...[
    ['MUST_BE_NICE', 'true'],
    ['READ_ALLOWED', 'false'],
    ['READ_ALLOWED', 'maybe'],
    ['MAX_LOOKBACK', 'PT5H'],
    ['MAX_GRANT_DURATION', 'a while'],
    ['ALLOWED_SCOPES', 'DIAGNOSIS,EVERYTHING'],
    ['VALIDITY_PERIOD', '2020-01-01/2021-01-01'],
    ['VALIDITY_PERIOD', '/'],
    ['VALIDITY_PERIOD', '2020/'],
    ['DESIGNATED_CLIENT', 'other'],
    ['NAMED_LOCATIONS', 'ward'],
    ['PRACTITIONER_ROLES', 'DENTIST'],
    ['constructor', 'true'],
  ].map(([kind = '', value = '']) => condition(kind, value)),
];

const PURPOSE: readonly Wrong[] = [purpose];

const PURPOSE_ABROAD: readonly Wrong[] = [
  purpose,
  condition('ALLOWED_PURPOSES', 'CAREMGT'),
  condition('ALLOWED_PURPOSES', 'TREAT, CAREMGT'),
];

const JOINING: readonly Wrong[] = [
  patient((draw, facts) => ({
    ...facts,
    joining: draw.one(['NOT_JOINED', 'SUSPENDED', 'WITHDRAWN', 'DECEASED']),
  })),
  patient(() => null),
  patient((_draw, facts) => ({ ...facts, isTest: true })),
];

const NOBODY_KNOWN: readonly Wrong[] = [patient(() => null)];

const CARE: readonly Wrong[] = [
  consents((_draw, facts) => ({ ...facts, careRelation: null, emergency: null })),
  consents((draw, facts, now) => ({
    ...facts,
    careRelation: { period: periodBeside(draw, now) },
    emergency: { id: 'emergency', until: draw.one([new Date(now - 1).toISOString(), 'later']) },
  })),
  consents(() => null),
];

const ENCOUNTER: readonly Wrong[] = [
  grant(() => ({ encounter: null })),
  grant((draw) => ({
    encounter: {
      id: 'encounter',
      ...draw.one([
        { organization: 'hospital', open: false },
        { organization: 'elsewhere', open: true },
      ]),
    },
  })),
];

const RELATION: readonly Wrong[] = [
  patient((_draw, facts) => ({ ...facts, relations: [] })),
  patient((draw, facts, now) => ({
    ...facts,
    relations: facts.relations.map((one) => ({
      ...one,
      ...draw.one([
        { active: false },
        { period: periodBeside(draw, now) },
        { role: 'CAREGIVER' as const },
        { role: 'CONTACT' as const },
      ]),
    })),
  })),
  patient((draw, facts, now) => ({
    ...facts,
    // Today, or yesterday, is the sixteenth birthday.
    birthDate: `${String(Number(dayOf(now).slice(0, 4)) - 16)}${dayOf(now, draw.one([0, -1])).slice(4)}`,
  })),
];

const CONSENT: readonly Wrong[] = [
  given((draw) => ({
    status: draw.one(['draft', 'proposed', 'rejected', 'inactive', 'entered-in-error']),
  })),
  given((draw, now) => ({ period: periodBeside(draw, now) })),
  given(() => ({ origin: 'IMPORTED' })),
  given(() => ({ grantee: ['elsewhere'] })),
  given(() => ({ kind: 'JOINING' })),
  given(() => ({ id: 'another' })),
  given((draw) => ({ decision: draw.one(['deny', 'permit']) })),
  consents((_draw, facts) => ({ ...facts, consents: [] })),
];

const GRANT: readonly Wrong[] = [
  ...CONSENT,
  grant(() => ({ id: 'grant-of-another' })),
  grant((draw) => ({ patient: draw.one(['p2', 'p9']) })),
  grant(() => ({ organization: 'elsewhere' })),
  grant(() => ({ practitionerRole: 'role-of-another' })),
  grant(() => ({ purpose: 'HTEST' })),
  grant((draw) => ({
    state: draw.one([
      'REQUESTED',
      'LINK_ISSUED',
      'COMPLETED',
      'EXPIRED',
      'REVOKED',
      'LOCKED',
      'SUSPENDED',
    ]),
  })),
  grant((draw, now) => ({ period: periodBeside(draw, now) })),
  grant(() => ({ permissions: ['DEPOSIT'] })),
  condition('MAX_GRANT_DURATION', 'PT1H'),
];

const LOOK_BACK: readonly Wrong[] = [
  grant((draw) => ({ lookBack: draw.one(['ever', 'PT5H', '', 'P']) })),
];

const DENIAL: readonly Wrong[] = [
  consents((draw, facts) => ({
    ...facts,
    consents: [
      ...facts.consents,
      {
        ...{ id: 'denial', kind: 'RESTRICTION', status: 'active', origin: 'IMPORTED' },
        period: draw.one([
          { start: null, end: null },
          { start: null, end: 'some day' },
        ]),
        grantee: [],
        ...draw.one<Pick<ConsentFact, 'decision' | 'provision'>>([
          { decision: 'deny', provision: [] },
          { decision: 'permit', provision: [{ type: 'deny' }] },
          { decision: 'permit', provision: [{ type: 'deny', category: ['PERSON'] }] },
          { decision: 'permit', provision: [{ type: 'deny', uninterpreted: ['expression'] }] },
        ]),
      },
    ],
  })),
];

/** What can be put wrong for each kind of caller: one list for each gate. */
export const WRONGS: Readonly<
  Record<
    'self' | 'decider' | 'home' | 'abroad' | 'system' | 'office',
    readonly (readonly Wrong[])[]
  >
> = {
  self: [PURPOSE, NOBODY_KNOWN, RELATION],
  decider: [PURPOSE, NOBODY_KNOWN, RELATION],
  home: [CALLER, ROLE, REGISTRATION, PURPOSE, JOINING, CARE, CONSENT, DENIAL],
  abroad: [
    CALLER,
    ROLE,
    RECOGNITION,
    PURPOSE_ABROAD,
    JOINING,
    ENCOUNTER,
    GRANT,
    LOOK_BACK,
    LOOK_BACK,
    LOOK_BACK,
    DENIAL,
  ],
  system: [
    CALLER,
    ROLE,
    RECOGNITION,
    PURPOSE_ABROAD,
    JOINING,
    ENCOUNTER,
    GRANT,
    LOOK_BACK,
    LOOK_BACK,
    DENIAL,
  ],
  office: [PURPOSE],
};
