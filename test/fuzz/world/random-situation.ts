/**
 * Random callers and facts. Each begins as a request that every gate lets pass; then, more often than not, something is
 * put wrong at one gate or another, so that each of them is the first to fail in its share of cases.
 */
import type {
  Caller,
  ConsentFact,
  ConsentFacts,
  GrantFact,
  PatientFacts,
  ProviderFacts,
} from '@causeway/schema';
import type { Draw } from '../draw.js';
import { dayOf, periodAround } from './dates.js';
import { randomConsent, randomProvision } from './random-consents.js';
import type { ConsentMaterial } from './random-consents.js';
import type { KnownOfPatient, Situation } from './situation.js';
import { WRONGS } from './wrongs.js';
import { PATIENTS } from './world.js';

/** What callers there are, and how often each comes. */
type CallerKind = 'self' | 'decider' | 'home' | 'abroad' | 'system' | 'office';

/** A situation that can still be changed. */
export interface SituationDraft {
  caller: Caller;
  now: number;
  providerFacts: ProviderFacts | null;
  patients: Map<string, { patientFacts: PatientFacts | null; consentFacts: ConsentFacts | null }>;
  fault: Situation['fault'];
}

/** A random situation; `material` says when, and of what its consents speak. */
export function randomSituation(draw: Draw, material: ConsentMaterial): Situation {
  const { now } = material;
  const kind = draw.weighed<CallerKind>([
    [10, () => 'self'],
    [7, () => 'decider'],
    [38, () => 'home'],
    [30, () => 'abroad'],
    [9, () => 'system'],
    [6, () => 'office'],
  ]);
  const draft: SituationDraft = {
    caller: soundCaller(draw, kind),
    now,
    providerFacts: soundProvider(draw, kind, now),
    patients: new Map(),
    fault: 'none',
  };
  const grant = kind === 'abroad' || kind === 'system' ? soundGrant(draw, now) : null;
  for (const patient of PATIENTS)
    draft.patients.set(patient, soundFacts(draw, kind, material, grant));
  const count = draw.weighed([
    [72, () => 0],
    [24, () => 1],
    [4, () => 2 + draw.below(2)],
  ]);
  const wrongs = WRONGS[kind];
  for (let wrong = 0; wrong < count; wrong += 1) draw.one(draw.one(wrongs))(draw, draft);
  if (draw.chance(0.03)) draft.fault = draw.chance(0.7) ? 'audit down' : 'facts down';
  return draft;
}

const PRESENTED = { subject: 'subject', client: 'client', tokenId: 'token' };

function soundCaller(draw: Draw, kind: CallerKind): Caller {
  const { role, grant } = { role: 'role', grant: 'grant' };
  switch (kind) {
    case 'self':
      return { ...PRESENTED, kind: 'person', person: 'p1', purpose: 'PATRQT' };
    case 'decider':
      return {
        ...PRESENTED,
        kind: 'person',
        person: draw.one(['parent', 'p3']),
        purpose: 'PATRQT',
      };
    case 'home':
      return {
        ...{ ...PRESENTED, kind: 'professional', practitionerRole: role, organization: 'clinic' },
        ...{
          grant: draw.chance(0.1) ? grant : null,
          purpose: draw.one(['TREAT', 'TREAT', 'CAREMGT', 'ETREAT']),
        },
      };
    case 'abroad':
      return {
        ...{ ...PRESENTED, kind: 'professional', practitionerRole: role, organization: 'hospital' },
        ...{ grant, purpose: 'TREAT' },
      };
    case 'system':
      return {
        ...{ ...PRESENTED, kind: 'system', system: 'system', practitionerRole: role },
        ...{ organization: 'hospital', grant, purpose: 'TREAT' },
      };
    case 'office':
      return {
        ...{ ...PRESENTED, kind: 'office', purpose: 'HOPERAT' },
        office: draw.one(['AUDITOR', 'COMMISSIONER', 'SECRETARY_FOR_HEALTH']),
      };
  }
}

/** Mostly doctors; the professions that see less, and those that see nothing, come too. */
const PROFESSIONS = [
  ...['DOCTOR', 'DOCTOR', 'DOCTOR', 'NURSE', 'PHARMACIST'],
  ...['CHINESE_MEDICINE_PRACTITIONER', 'RADIOGRAPHER', 'CLERK'],
];

function soundProvider(draw: Draw, kind: CallerKind, now: number): ProviderFacts | null {
  if (kind === 'self' || kind === 'decider' || kind === 'office') return null;
  const isAtHome = kind === 'home';
  const id = isAtHome ? 'clinic' : 'hospital';
  const recognition = {
    id: 'recognition',
    status: 'RECOGNISED' as const,
    period: periodAround(draw, now),
    suspension: null,
    conditions: draw.chance(0.3)
      ? [
          draw.one([
            { kind: 'ALLOWED_SCOPES', value: 'DIAGNOSIS, LAB_REPORT,MEDICATION, BIRTH' },
            { kind: 'MAX_LOOKBACK', value: draw.one(['P1Y', 'P6M', 'P30D', 'P2W']) },
            { kind: 'NO_RESTRICTED_LABEL', value: draw.one(['true', 'false']) },
            { kind: 'DESIGNATED_CLIENT', value: 'client,other' },
            { kind: 'PRACTITIONER_ROLES', value: PROFESSIONS.join() },
            { kind: 'MAX_GRANT_DURATION', value: 'P90D' },
            { kind: 'GBA_ONLY', value: 'true' },
          ]),
        ]
      : [],
  };
  return {
    epoch: 1,
    organization: {
      ...{ id, jurisdiction: isAtHome ? 'HK' : 'CN-GD', city: isAtHome ? null : 'Shenzhen' },
      registration: isAtHome ? { status: 'REGISTERED', period: periodAround(draw, now) } : null,
      recognition: kind === 'abroad' ? recognition : null,
      deemedConsent: isAtHome && draw.chance(0.15),
    },
    practitionerRole: {
      ...{ id: 'role', organization: id, active: true },
      period: periodAround(draw, now),
      profession: draw.one(PROFESSIONS),
    },
    system: kind === 'system' ? { id: 'system', recognition, members: ['hospital'] } : null,
  };
}

const GRANTED = [
  'DIAGNOSIS',
  'LAB_REPORT',
  'MEDICATION',
  'ALLERGY_ADR',
  'RAD_REPORT',
  'BIRTH',
  'CHINESE_MED',
  'MED_CERT',
] as const;

function soundGrant(draw: Draw, now: number): GrantFact {
  return {
    ...{ id: 'grant', patient: 'p1', organization: 'hospital', purpose: 'TREAT' },
    practitionerRole: draw.one([null, 'role']),
    scopes: draw.some(GRANTED, 0.75),
    lookBack: draw.one(['P3Y', 'P3Y', 'P5Y', 'P1Y', 'P6M']),
    permissions: ['READ'],
    period: { start: dayOf(now, -1), end: dayOf(now, draw.below(20)) },
    state: 'REDEEMED',
    encounter: { id: 'encounter', organization: 'hospital', open: true },
    includesRestricted: draw.chance(0.3),
    consent: 'grant-consent',
  };
}

function soundFacts(
  draw: Draw,
  kind: CallerKind,
  material: ConsentMaterial,
  grant: GrantFact | null,
): KnownOfPatient {
  const { now } = material;
  const decides = kind === 'decider';
  return {
    patientFacts: {
      ...{ epoch: 1, joining: 'ACTIVE', incapable: decides && draw.chance(0.3), isTest: false },
      birthDate: decides
        ? draw.one([
            dayOf(now, -1000),
            `${String(new Date(now).getUTCFullYear() - 16)}${dayOf(now, 1).slice(4)}`,
          ])
        : '1980-05-05',
      relations: decides
        ? [
            {
              role: 'SDM',
              basis: draw.one(['PARENT', 'GUARDIAN', null]),
              active: true,
              period: periodAround(draw, now),
            },
          ]
        : [],
    },
    consentFacts: {
      ...{ epoch: 1, grant },
      consents: soundConsents(draw, kind, material),
      careRelation: { period: periodAround(draw, now) },
      stepUp: draw.chance(0.3)
        ? { until: new Date(now + draw.one([0, 60_000])).toISOString() }
        : null,
      emergency: { id: 'emergency', until: new Date(now + draw.one([0, 60_000])).toISOString() },
    },
  };
}

function soundConsents(
  draw: Draw,
  kind: CallerKind,
  material: ConsentMaterial,
): readonly ConsentFact[] {
  const isAtHome = kind === 'home';
  const given: ConsentFact = {
    id: isAtHome ? 'sharing' : 'grant-consent',
    kind: isAtHome ? 'SHARING' : 'CROSS_BORDER',
    status: 'active',
    period: periodAround(draw, material.now),
    decision: 'permit',
    grantee: [isAtHome ? 'clinic' : 'hospital'],
    provision: draw.chance(0.25) ? [randomProvision(draw, material, 1, 0.5)] : [],
    origin: 'LAYER',
  };
  const beside = draw.chance(0.35)
    ? draw.times(1 + draw.below(2), (position) =>
        randomConsent(draw, material, `beside-${String(position)}`),
      )
    : [];
  return [given, ...beside];
}
