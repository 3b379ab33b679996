/** Recognitions in every state of the life-cycle, with every kind of condition. */
import type { ConditionFact } from '@causeway/schema';
import type { Calendar } from '../calendar.js';
import { idOf } from '../identifiers.js';
import type { SeedRecognition, SeedRecognitionStatus } from '../model.js';

type Status = SeedRecognition['status'];

interface Sketch {
  readonly organization?: string;
  readonly system?: string;
  /** FHIR dates, both included. */
  readonly start: string;
  readonly end: string;
  readonly conditions: Readonly<Record<string, string>>;
  readonly history: readonly SeedRecognitionStatus[];
}

/** Every category that may leave Hong Kong without being named. */
const WIDE_SCOPES =
  'PERSON,ALLERGY_ADR,DIAGNOSIS,PROCEDURE,MEDICATION,ENCOUNTER,IMMUNISATION,LAB_REPORT,RAD_REPORT,RAD_IMAGE';

const USUAL = { READ_ALLOWED: 'true', GBA_ONLY: 'true', ALLOWED_PURPOSES: 'TREAT' };

/** For those whose channel may be tried with invented patients too. */
const ON_TRIAL = { ...USUAL, ALLOWED_PURPOSES: 'TREAT,HTEST' };

/** Every recognition. */
export function recognitions(calendar: Calendar): readonly SeedRecognition[] {
  const { yearsAgo, daysAgo, inDays, at } = calendar;
  const term = { start: yearsAgo(1), end: inDays(730) };
  const since = (
    status: Status,
    days: number,
    reason: string | null = null,
  ): SeedRecognitionStatus => ({
    status,
    since: at(days, '09:00'),
    reason,
    suspension: null,
  });
  const suspended = (days: number, start: string, end: string, reason: string) => ({
    ...since('SUSPENDED', days, reason),
    suspension: { start, end },
  });
  const recognised = [since('APPLIED', 450), since('RECOGNISED', 365)];

  const sketches: readonly Sketch[] = [
    {
      organization: 'lianhua-bay',
      ...term,
      conditions: {
        ...USUAL,
        ALLOWED_SCOPES: WIDE_SCOPES,
        MAX_LOOKBACK: 'P3Y',
        MAX_GRANT_DURATION: 'P90D',
        DEPOSIT_ALLOWED: 'true',
        DEPOSIT_DUTY: 'P7D',
        NO_IMAGE_DOWNLOAD: 'true',
        NO_RESTRICTED_LABEL: 'true',
        DESIGNATED_CLIENT: 'cross-boundary-viewer',
        PRACTITIONER_ROLES: 'DOCTOR,NURSE',
      },
      // It was suspended once, and the suspension was lifted.
      history: [
        ...recognised,
        suspended(200, daysAgo(200), daysAgo(173), 'A late report of a change of address'),
        since('RECOGNISED', 186, 'The report was received'),
      ],
    },
    {
      organization: 'pearl-islet',
      ...term,
      conditions: {
        ...USUAL,
        ALLOWED_SCOPES: 'PERSON,ALLERGY_ADR,MEDICATION,LAB_REPORT,CLINICAL_NOTE,BIRTH',
        MAX_LOOKBACK: 'P1Y',
        VALIDITY_PERIOD: `${yearsAgo(1)}/${inDays(365)}`,
        DEPOSIT_ALLOWED: 'false',
      },
      history: recognised,
    },
    {
      organization: 'sea-terrace',
      ...term,
      conditions: { ...USUAL, ALLOWED_SCOPES: WIDE_SCOPES, MAX_LOOKBACK: 'P3Y' },
      // For 28 days, and extended by 28 days: longer than the grant that was given to it lasts.
      history: [
        ...recognised,
        suspended(20, daysAgo(20), inDays(7), 'An incident is being looked into'),
        suspended(1, daysAgo(20), inDays(35), 'It is still being looked into'),
      ],
    },
    {
      organization: 'lychee-hill',
      ...term,
      conditions: USUAL,
      history: [...recognised, since('CANCELLED', 40, 'Breach of a condition')],
    },
    {
      organization: 'river-fork',
      start: yearsAgo(2),
      end: daysAgo(20),
      conditions: USUAL,
      history: [since('APPLIED', 800), since('RECOGNISED', 730), since('EXPIRED', 19)],
    },
    {
      organization: 'egret-ford',
      // Over since yesterday, though nobody has written it down.
      start: yearsAgo(2),
      end: daysAgo(1),
      conditions: USUAL,
      history: [since('APPLIED', 800), since('RECOGNISED', 730)],
    },
    {
      organization: 'cloud-gate',
      ...term,
      conditions: USUAL,
      history: [...recognised, since('WITHDRAWN', 90, 'At the request of the hospital')],
    },
    {
      organization: 'mangrove-point',
      ...term,
      start: inDays(30),
      conditions: {},
      history: [since('APPLIED', 14)],
    },
    {
      organization: 'banyan-court',
      ...term,
      conditions: {},
      history: [since('APPLIED', 300), since('REFUSED', 250, 'Requirements were not met')],
    },
    {
      organization: 'tidal-garden',
      ...term,
      // A kind of condition that nobody has heard of: it has to deny.
      conditions: { ...USUAL, TIDE_TABLE_REQUIRED: 'true' },
      history: recognised,
    },
    {
      organization: 'bamboo-cove',
      start: inDays(21),
      end: inDays(750),
      conditions: USUAL,
      history: [since('APPLIED', 120), since('RECOGNISED', 10)],
    },
    {
      organization: 'ninth-bridge',
      ...term,
      conditions: {
        ...USUAL,
        ALLOWED_SCOPES: 'PERSON,ALLERGY_ADR',
        MAX_LOOKBACK: 'P1Y',
        MAX_GRANT_DURATION: 'P7D',
        PRACTITIONER_ROLES: 'DENTIST',
        NO_RESTRICTED_LABEL: 'true',
        DEPOSIT_ALLOWED: 'false',
      },
      history: recognised,
    },
    {
      organization: 'lotus-lagoon',
      ...term,
      conditions: { ...ON_TRIAL, ALLOWED_SCOPES: WIDE_SCOPES, NO_IMAGE_DOWNLOAD: 'false' },
      history: recognised,
    },
    {
      organization: 'willow-quay',
      ...term,
      // May deposit what it does, at one place, and reads nothing.
      conditions: {
        ...USUAL,
        READ_ALLOWED: 'false',
        DEPOSIT_ALLOWED: 'true',
        NAMED_LOCATIONS: 'Main building',
      },
      history: recognised,
    },
    {
      organization: 'harvest-lake',
      ...term,
      // Recognised on paper, but outside the Greater Bay Area.
      conditions: USUAL,
      history: recognised,
    },
    {
      system: 'estuary-record',
      ...term,
      conditions: {
        ...ON_TRIAL,
        ALLOWED_SCOPES: 'PERSON,ALLERGY_ADR,MEDICATION,IMMUNISATION',
        MAX_LOOKBACK: 'P3Y',
      },
      history: recognised,
    },
    {
      system: 'old-delta-record',
      ...term,
      conditions: USUAL,
      history: [...recognised, since('CANCELLED', 100, 'The system was closed')],
    },
  ];
  return sketches.map(recognitionOf);
}

function recognitionOf(sketch: Sketch, position: number): SeedRecognition {
  const { organization, system = '', start, end, conditions, history } = sketch;
  const subject =
    organization === undefined
      ? { system: idOf(`system/${system}`) }
      : { organization: idOf(`organization/${organization}`) };
  return {
    id: idOf(`recognition/${organization ?? system}`),
    subject,
    status: history.at(-1)?.status ?? 'APPLIED',
    period: { start, end },
    conditions: Object.entries(conditions).map(([kind, value]): ConditionFact => ({ kind, value })),
    statusHistory: history,
    instrument: {
      type: position % 3 === 0 ? 'GBA_STANDARD_CONTRACT' : 'MEMORANDUM_OF_UNDERSTANDING',
      reference: `INVENTED-${String(position + 1).padStart(3, '0')}`,
    },
  };
}
