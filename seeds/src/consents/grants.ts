/** Cross-border grants in every state of their life-cycle. */
import type { GrantState, SharableScope } from '@causeway/schema';
import type { Calendar } from '../calendar.js';
import { idOf } from '../identifiers.js';
import type { SeedGrant, SeedGrantState, SeedLink } from '../model.js';
import { generatedSlug } from '../people/generated-people.js';
import { recordId } from '../records/record.js';

/** A grant as far as it differs from the usual one. */
export interface GrantSketch {
  readonly patient: string;
  readonly organization: string;
  readonly state: GrantState;
  /** The role it is bound to, by slug; null for any professional of the organisation. */
  readonly role?: string;
  readonly scopes?: readonly SharableScope[];
  readonly lookBack?: string;
  readonly permissions?: SeedGrant['permissions'];
  /** Days ago it was authorised, and days from now until it ends. */
  readonly daysAgo?: number;
  readonly endsIn?: number;
  /** The encounter's organisation by slug, where it is another one; whether it is over. */
  readonly encounterAt?: string;
  readonly isOver?: boolean;
  readonly includesRestricted?: boolean;
}

/** What most grants are for. */
export const USUAL_SCOPES: readonly SharableScope[] = ['ALLERGY_ADR', 'MEDICATION', 'LAB_REPORT'];

/** How a grant comes to a state, and whether a link and an encounter belong to it. */
const PATHS: Readonly<Record<GrantState, readonly GrantState[]>> = {
  REQUESTED: ['REQUESTED'],
  DECLINED: ['REQUESTED', 'DECLINED'],
  LAPSED: ['REQUESTED', 'LAPSED'],
  AUTHORISED: ['REQUESTED', 'AUTHORISED'],
  LINK_ISSUED: ['REQUESTED', 'AUTHORISED', 'LINK_ISSUED'],
  LOCKED: ['REQUESTED', 'AUTHORISED', 'LINK_ISSUED', 'LOCKED'],
  REDEEMED: ['REQUESTED', 'AUTHORISED', 'LINK_ISSUED', 'REDEEMED'],
  COMPLETED: ['REQUESTED', 'AUTHORISED', 'LINK_ISSUED', 'REDEEMED', 'COMPLETED'],
  EXPIRED: ['REQUESTED', 'AUTHORISED', 'LINK_ISSUED', 'EXPIRED'],
  REVOKED: ['REQUESTED', 'AUTHORISED', 'LINK_ISSUED', 'REDEEMED', 'REVOKED'],
  SUSPENDED: ['REQUESTED', 'AUTHORISED', 'LINK_ISSUED', 'REDEEMED', 'SUSPENDED'],
};

const LINKS: Readonly<Partial<Record<GrantState, SeedLink['status']>>> = {
  LINK_ISSUED: 'ACTIVE',
  LOCKED: 'LOCKED',
  REDEEMED: 'USED',
  COMPLETED: 'USED',
  EXPIRED: 'EXPIRED',
  REVOKED: 'REVOKED',
  SUSPENDED: 'USED',
};

const resident = generatedSlug;

const SKETCHES: readonly GrantSketch[] = [
  // The grants of the personas.
  { patient: 'chan-tai-man', organization: 'lianhua-bay', state: 'REDEEMED' },
  {
    patient: 'chan-tai-man',
    organization: 'sea-terrace',
    state: 'REDEEMED',
    endsIn: 30,
    daysAgo: 25,
  },
  // What Chan Tai Man and the child have beside them.
  {
    patient: 'chan-tai-man',
    organization: 'lotus-lagoon',
    state: 'COMPLETED',
    daysAgo: 300,
    endsIn: -270,
    isOver: true,
  },
  {
    patient: 'chan-tai-man',
    organization: 'ninth-bridge',
    state: 'REVOKED',
    daysAgo: 150,
    scopes: ['ALLERGY_ADR'],
    isOver: true,
  },
  { patient: 'chan-tsz-kit', organization: 'lianhua-bay', state: 'AUTHORISED' },
  // One in each state.
  { patient: resident(1), organization: 'lianhua-bay', state: 'REQUESTED' },
  { patient: resident(2), organization: 'lianhua-bay', state: 'AUTHORISED' },
  { patient: resident(3), organization: 'pearl-islet', state: 'LINK_ISSUED', lookBack: 'P1Y' },
  {
    patient: resident(4),
    organization: 'lotus-lagoon',
    state: 'REDEEMED',
    role: 'dr-deng',
    scopes: [...USUAL_SCOPES, 'DIAGNOSIS', 'RAD_REPORT', 'RAD_IMAGE'],
    permissions: ['READ', 'DEPOSIT'],
    includesRestricted: true,
  },
  {
    patient: resident(5),
    organization: 'lianhua-bay',
    state: 'COMPLETED',
    // Its recognition makes a duty of it, and nothing came.
    permissions: ['READ', 'DEPOSIT'],
    daysAgo: 100,
    endsIn: -10,
    isOver: true,
  },
  { patient: resident(6), organization: 'pearl-islet', state: 'EXPIRED', daysAgo: 60, endsIn: -30 },
  { patient: resident(7), organization: 'lianhua-bay', state: 'REVOKED', isOver: true },
  { patient: resident(9), organization: 'pearl-islet', state: 'DECLINED' },
  { patient: resident(10), organization: 'lianhua-bay', state: 'LAPSED', daysAgo: 45 },
  { patient: resident(11), organization: 'lianhua-bay', state: 'LOCKED' },
  { patient: resident(12), organization: 'sea-terrace', state: 'SUSPENDED', daysAgo: 21 },
  // Redeemed, and yet good for nothing.
  { patient: resident(13), organization: 'lianhua-bay', state: 'REDEEMED', isOver: true },
  {
    patient: resident(14),
    organization: 'lianhua-bay',
    state: 'REDEEMED',
    daysAgo: 92,
    endsIn: -2,
  },
  {
    patient: resident(15),
    organization: 'lianhua-bay',
    state: 'REDEEMED',
    encounterAt: 'lotus-lagoon',
  },
  { patient: resident(16), organization: 'tidal-garden', state: 'REDEEMED' },
  {
    patient: resident(17),
    organization: 'ninth-bridge',
    state: 'REDEEMED',
    permissions: ['DEPOSIT'],
    lookBack: 'P1Y',
  },
  { patient: resident(18), organization: 'bamboo-cove', state: 'REDEEMED' },
  { patient: resident(19), organization: 'harvest-lake', state: 'REDEEMED' },
  { patient: resident(20), organization: 'lychee-hill', state: 'REDEEMED', daysAgo: 50 },
  { patient: resident(21), organization: 'egret-ford', state: 'REDEEMED' },
  { patient: resident(22), organization: 'willow-quay', state: 'REDEEMED' },
  // Through a public health record system: still one organisation and one practitioner.
  {
    patient: 'fung-tin-lok',
    organization: 'lotus-lagoon',
    state: 'REDEEMED',
    role: 'dr-deng',
    scopes: ['ALLERGY_ADR', 'MEDICATION', 'IMMUNISATION'],
  },
];

/** The name of the record of the encounter at which a grant to an organisation was redeemed. */
export function encounterName(organization: string): string {
  return `encounter/${organization}`;
}

/** Every cross-border grant. */
export function grants(calendar: Calendar): readonly SeedGrant[] {
  return SKETCHES.map((sketch) => grantOf(calendar, sketch));
}

/** A grant from a sketch. */
export function grantOf(calendar: Calendar, sketch: GrantSketch): SeedGrant {
  const { patient, organization, state, daysAgo = 2, endsIn = 60, role } = sketch;
  const name = `${patient}/${organization}`;
  const path = PATHS[state];
  const isAuthorised = path.includes('AUTHORISED');
  return {
    id: idOf(`grant/${name}`),
    slug: organization,
    patient: idOf(`patient/${patient}`),
    organization: idOf(`organization/${organization}`),
    practitionerRole: role === undefined ? null : idOf(`practitioner-role/${role}`),
    purpose: 'TREAT',
    scopes: sketch.scopes ?? USUAL_SCOPES,
    lookBack: sketch.lookBack ?? 'P3Y',
    permissions: sketch.permissions ?? ['READ'],
    period: { start: calendar.daysAgo(daysAgo), end: calendar.inDays(endsIn) },
    state,
    stateHistory: historyOf(calendar, path, daysAgo),
    encounter: encounterOf(sketch, path),
    link: linkOf(calendar, sketch, name),
    includesRestricted: sketch.includesRestricted ?? false,
    consent: isAuthorised ? idOf(`consent/${name}/CROSS_BORDER`) : null,
  };
}

/** A step each hour from nine o'clock on; what ends a grant comes a day later. */
function historyOf(
  calendar: Calendar,
  path: readonly GrantState[],
  daysAgo: number,
): readonly SeedGrantState[] {
  return path.map((state, step) => ({
    state,
    since: calendar.at(step < 4 ? daysAgo : daysAgo - 1, `${String(9 + step).padStart(2, '0')}:00`),
  }));
}

function encounterOf(
  { patient, organization, encounterAt = organization, isOver = false }: GrantSketch,
  path: readonly GrantState[],
): SeedGrant['encounter'] {
  if (!path.includes('REDEEMED')) return null;
  return {
    id: recordId(patient, encounterName(organization)),
    organization: idOf(`organization/${encounterAt}`),
    open: !isOver,
  };
}

function linkOf(
  calendar: Calendar,
  { state, daysAgo = 2 }: GrantSketch,
  name: string,
): SeedGrant['link'] {
  const status = LINKS[state];
  if (status === undefined) return null;
  return {
    id: idOf(`link/${name}`),
    status,
    expiresAt: `${status === 'ACTIVE' ? calendar.inDays(7) : calendar.daysAgo(daysAgo - 1)}T20:00:00+08:00`,
    remainingAttempts: status === 'LOCKED' ? 0 : 5,
  };
}
