/** Dates: look-back windows, dates of records, and the clock that every decision takes as an argument. */
import { CLINICAL_SCOPES, leavesHongKong } from '@causeway/schema';
import { consent, domesticFacts, domesticRequest, ownRequest } from '../testing/requests.js';
import {
  ALWAYS,
  FROM_ABROAD,
  OFFICES,
  at,
  caregiver,
  condition,
  office,
  parent,
  professionalAbroad,
  shared,
  systemAbroad,
} from './cases.js';
import { deniedAt, permitted, refused, released, row, withheldBy } from './row.js';
import type { MatrixRow, MatrixSection } from './row.js';

const LISTED = new Set(CLINICAL_SCOPES);
const CROSSING = CLINICAL_SCOPES.filter(
  (scope) => leavesHongKong(scope, LISTED) && scope !== 'CHINESE_MED',
);

/** A record of each category that crosses, on the first day of three years and the day before. */
const BY_CATEGORY: readonly MatrixRow[] = CROSSING.flatMap((category) => {
  const request = professionalAbroad({
    grant: { scopes: [category] },
    conditions: [condition('ALLOWED_SCOPES', category)],
  });
  return [
    row(
      'cross-border professional',
      'a record on the first day of three years',
      request,
      released({ category, date: '2023-11-22' }),
      'practice',
    ),
    row(
      'cross-border professional',
      'a record of the day before',
      request,
      withheldBy('DATA_PERIOD', { category, date: '2023-11-21' }),
      'practice',
    ),
  ];
});

/** The day of the decision, how far a grant looks back, and the first day that it sees. */
const WINDOWS: readonly (readonly [string, string, string, string, string])[] = [
  ['a common day', '2026-11-22T12:00:00+08:00', 'P3Y', '2023-11-22', '2023-11-21'],
  ['a leap day, to a common year', '2028-02-29T12:00:00+08:00', 'P3Y', '2025-02-28', '2025-02-27'],
  ['a day, to a leap day', '2025-02-28T12:00:00+08:00', 'P365D', '2024-02-29', '2024-02-28'],
  ['the end of a long month', '2027-03-31T12:00:00+08:00', 'P1M', '2027-02-28', '2027-02-27'],
  [
    'the last millisecond of a local day',
    '2026-11-22T23:59:59.999+08:00',
    'P1Y',
    '2025-11-22',
    '2025-11-21',
  ],
  ['the local midnight after it', '2026-11-23T00:00:00+08:00', 'P1Y', '2025-11-23', '2025-11-22'],
  ['a day, by weeks', '2026-11-22T12:00:00+08:00', 'P2W', '2026-11-08', '2026-11-07'],
  [
    'a common day, where the grant asks for ten years',
    '2026-11-22T12:00:00+08:00',
    'P10Y',
    '2023-11-22',
    '2023-11-21',
  ],
];

const LOOK_BACKS: readonly MatrixRow[] = [
  ...FROM_ABROAD.flatMap(([caller, ask]) => [
    ...WINDOWS.flatMap(([when, instant, lookBack, first, before]) => {
      const request = ask({
        grant: { lookBack, period: ALWAYS },
        recognised: { period: ALWAYS },
        request: { now: at(instant) },
      });
      return [
        row(
          caller,
          `looks back from ${when} (${lookBack})`,
          request,
          released({ date: first }),
          'practice',
        ),
        row(
          caller,
          `looks back from ${when} (${lookBack})`,
          request,
          withheldBy('DATA_PERIOD', { date: before }),
          'practice',
        ),
      ];
    }),
    row(
      caller,
      'the recognition looks back half a year',
      ask({ conditions: [condition('MAX_LOOKBACK', 'P6M')] }),
      withheldBy('DATA_PERIOD', { date: '2026-05-21' }),
      'choice',
    ),
    ...(['three years', '', 'P', 'PT1H', '-P3Y'] as const).map((lookBack) =>
      row(
        caller,
        `the look-back reads "${lookBack}"`,
        ask({ grant: { lookBack } }),
        deniedAt('DATA_PERIOD'),
        'choice',
      ),
    ),
  ]),
];

/** Dates of records, as they are told, and whether they surely lie in three years from 22 November 2026. */
const DATES: readonly (readonly [string, string | null, boolean])[] = [
  ['a year alone that the window cuts', '2023', false],
  ['a year alone within the window', '2024', true],
  ['a month alone that the window cuts', '2023-11', false],
  ['a month alone within the window', '2023-12', true],
  ['the instant at which the window begins, by another offset', '2023-11-21T16:00:00Z', true],
  ['a millisecond before', '2023-11-21T15:59:59.999Z', false],
  ['a leap day', '2024-02-29', true],
  ['a leap day of a common year', '2025-02-29', false],
  ['the thirteenth month', '2025-13-01', false],
  ['no date', null, false],
  ['an empty text', '', false],
  ['a word', 'lately', false],
];

const RECORD_DATES: readonly MatrixRow[] = [
  ...FROM_ABROAD.flatMap(([caller, ask]) =>
    DATES.map(([what, date, isWithin]) =>
      row(
        caller,
        `the record tells ${what}`,
        ask(),
        isWithin ? released({ date }) : withheldBy('DATA_PERIOD', { date }),
        'choice',
      ),
    ),
  ),
  row(
    'domestic professional',
    'the record tells no date, and nothing bounds it',
    domesticRequest(),
    released({ date: null }),
    'choice',
  ),
  row('patient', 'the record tells no date', ownRequest(), released({ date: null }), 'choice'),
  row(
    'domestic professional',
    'the record tells no date, and the patient restricts a period',
    shared([
      consent(),
      consent({
        id: 'no',
        kind: 'RESTRICTION',
        provision: [{ type: 'deny', dataPeriod: { start: '2020', end: '2021' } }],
      }),
    ]),
    withheldBy('PROVISION', { date: null }),
    'choice',
  ),
];

/** Readings of a clock that tell no time. */
const BROKEN: readonly (readonly [string, number])[] = [
  ['no number', Number.NaN],
  ['a time without end', Number.POSITIVE_INFINITY],
  ['a time beyond what dates can say', 8.64e15 + 1],
];

const asked = [
  ['patient', ownRequest()],
  ['substitute decision maker', parent()],
  ['caregiver', caregiver()],
  ['domestic professional', shared([consent()])],
  ['cross-border professional', professionalAbroad()],
  ['health record system', systemAbroad()],
  ...OFFICES.map(([caller, held]) => [caller, office(held)] as const),
] as const;

const stepped = shared([consent()], { stepUp: { until: '2026-11-22T12:30:00+08:00' } });
const restricted = { security: [], author: ['role-9', 'elsewhere'] };

const CLOCKS: readonly MatrixRow[] = [
  ...asked.flatMap(([caller, request]) =>
    BROKEN.map(([reading, now]) =>
      row(caller, `the clock tells ${reading}`, { ...request, now }, deniedAt('CALLER'), 'choice'),
    ),
  ),
  row(
    'domestic professional',
    'the clock jumps ahead of a step-up between the facts and the decision',
    { ...stepped, now: at('2026-11-22T12:30:00.001+08:00') },
    withheldBy('LABEL', restricted),
    'choice',
  ),
  row(
    'domestic professional',
    'the clock jumps back, and the step-up is in force',
    { ...stepped, now: at('2026-11-22T12:29:59+08:00') },
    released(restricted),
    'choice',
  ),
  row(
    'domestic professional',
    'the clock jumps back to before the consent',
    {
      ...shared([consent({ period: { start: '2026-11-22', end: null } })]),
      now: at('2026-11-21T23:59:59.999+08:00'),
    },
    deniedAt('CONSENT'),
    'choice',
  ),
  ...FROM_ABROAD.flatMap(([caller, ask]) => [
    row(
      caller,
      'the clock jumps ahead of the grant between the facts and the decision',
      ask({ request: { now: at('2026-11-23T00:00:00+08:00') } }),
      deniedAt('CONSENT'),
      'choice',
    ),
    row(
      caller,
      'the clock jumps back to before the grant',
      ask({ request: { now: at('2026-11-21T23:59:59.999+08:00') } }),
      deniedAt('CONSENT'),
      'choice',
    ),
    row(
      caller,
      'the clock jumps back within the grant',
      ask({ request: { now: at('2026-11-22T00:00:00+08:00') } }),
      permitted,
      'choice',
    ),
  ]),
  row(
    'domestic professional',
    'the clock jumps ahead of a step-up that a category takes',
    {
      ...stepped,
      providerFacts: domesticFacts({}, { profession: 'PHARMACIST' }),
      now: at('2026-11-22T12:30:00.001+08:00'),
    },
    refused('BIRTH', 'STEP_UP_REQUIRED'),
    'choice',
  ),
];

/** Windows, dates of records, and clocks. */
export const DATE_SECTIONS: readonly MatrixSection[] = [
  { title: 'Look-back by category', rows: BY_CATEGORY },
  { title: 'Look-back by the calendar', rows: LOOK_BACKS },
  { title: 'Dates of records', rows: RECORD_DATES },
  { title: 'Clocks', rows: CLOCKS },
];
