/** Random consents beside those that permit: mostly they take something away, or speak of somebody else. */
import type { ConsentFact, Exclusion, ProvisionFact, Scope } from '@causeway/schema';
import type { Draw } from '../draw.js';
import { dayOf, periodAround, periodBeside } from './dates.js';
import { CODES, SECURITY_LABELS } from './random-world.js';
import { ORGANIZATIONS, PATIENTS } from './world.js';

/** What random consents are made of. */
export interface ConsentMaterial {
  readonly now: number;
  /** The categories that matter to the graph. */
  readonly scopes: readonly Scope[];
  /** Ids of the records of the world. */
  readonly records: readonly string[];
}

/** A consent that permits nothing by itself. */
export function randomConsent(draw: Draw, material: ConsentMaterial, id: string): ConsentFact {
  const { now } = material;
  const deniesAll = draw.chance(0.1);
  return {
    id,
    kind: draw.one(['SHARING', 'RESTRICTION', 'RESTRICTION', 'DEPOSIT_OBJECTION', 'JOINING']),
    status: draw.chance(0.85)
      ? 'active'
      : draw.one(['draft', 'proposed', 'rejected', 'inactive', 'entered-in-error']),
    period: draw.chance(0.85) ? periodAround(draw, now) : periodBeside(draw, now),
    decision: deniesAll ? 'deny' : 'permit',
    grantee: draw.one([[], [], ['clinic'], ['hospital'], ['elsewhere'], ['clinic', 'hospital']]),
    provision: draw.times(1 + draw.below(2), () => randomProvision(draw, material, 2, 0.7)),
    origin: draw.one(['LAYER', 'IMPORTED']),
  };
}

/** A provision, with others nested in it; it denies in a share of all cases. */
export function randomProvision(
  draw: Draw,
  material: ConsentMaterial,
  depth: number,
  denies: number,
): ProvisionFact {
  const { now } = material;
  const type = draw.chance(denies) ? 'deny' : 'permit';
  return {
    type,
    ...sometimes(draw, 0.12, () => ({ period: periodOf(draw, now) })),
    ...sometimes(draw, 0.12, () => ({ actor: draw.some([...ORGANIZATIONS, 'role'], 0.5) })),
    ...sometimes(draw, 0.1, () => ({ action: draw.some(['READ', 'DEPOSIT'] as const, 0.7) })),
    ...sometimes(draw, 0.1, () => ({ purpose: draw.some(['TREAT', 'CAREMGT', 'HRESCH'], 0.6) })),
    ...sometimes(draw, 0.6, () => ({ category: atLeastOne(draw, material.scopes) })),
    ...sometimes(draw, 0.04, () => ({ uninterpreted: ['expression'] })),
    ...randomConditions(draw, material),
    ...sometimes(draw, depth > 0 ? 0.5 : 0, () => ({
      provision: draw.times(1 + draw.below(2), () =>
        randomProvision(draw, material, depth - 1, type === 'deny' ? 0.2 : 0.8),
      ),
    })),
  };
}

function randomConditions(
  draw: Draw,
  { now, records }: ConsentMaterial,
): Omit<Exclusion, 'category' | 'except'> {
  return {
    ...sometimes(draw, 0.2, () => ({ securityLabel: some(draw, SECURITY_LABELS) })),
    ...sometimes(draw, 0.15, () => ({
      code: some(draw, [...CODES, { system: 'http://loinc.org', code: null }]),
    })),
    ...sometimes(draw, 0.15, () => ({ authoredBy: some(draw, ORGANIZATIONS) })),
    ...sometimes(draw, 0.2, () => ({
      dataPeriod: draw.one([
        { start: dayOf(now, -365), end: null },
        { start: null, end: dayOf(now, -365).slice(0, 4) },
        { start: dayOf(now, -700).slice(0, 7), end: dayOf(now, -30) },
        { start: 'once', end: null },
      ]),
    })),
    ...sometimes(draw, records.length > 0 ? 0.1 : 0, () => ({
      records: some(draw, records.filter(isNoPatient)),
    })),
    ...sometimes(draw, 0.05, () => ({ related: some(draw, ['encounter']) })),
  };
}

function isNoPatient(id: string): boolean {
  return !PATIENTS.some((patient) => patient === id);
}

function periodOf(draw: Draw, now: number) {
  return draw.chance(0.6) ? periodAround(draw, now) : periodBeside(draw, now);
}

/** Some of a list, at times none: a list without a word says nothing that could be understood. */
function some<Value>(draw: Draw, list: readonly Value[]): readonly Value[] {
  return draw.chance(0.06) ? [] : atLeastOne(draw, list);
}

function atLeastOne<Value>(draw: Draw, list: readonly Value[]): readonly Value[] {
  if (list.length === 0) return [];
  const drawn = draw.some(list, 0.35);
  return drawn.length > 0 ? drawn : [draw.one(list)];
}

function sometimes<Part extends object>(
  draw: Draw,
  share: number,
  make: () => Part,
): Part | object {
  return draw.chance(share) ? make() : {};
}
