/**
 * What tells people apart. Matching never transliterates and never guesses: what contradicts keeps two people apart,
 * whatever id or number they share, since a record that is shown under the wrong person cannot be taken back.
 */
import { comparableIdentifier } from '@causeway/schema';
import type { HumanName, Identifier } from '@causeway/schema/datatypes';

/** What is compared of a person or an organisation. */
export interface Profile {
  /** FHIR date, as precise as it is known. */
  readonly birthDate: string | null;
  readonly gender: string | null;
  /** Names in the form they are compared in. */
  readonly names: ReadonlySet<string>;
  /** Comparable values by system. */
  readonly identifiers: ReadonlyMap<string, ReadonlySet<string>>;
}

/** A profile of parts as FHIR gives them. */
export function profileOf(parts: {
  readonly birthDate?: string | null;
  readonly gender?: string | null;
  readonly names: readonly string[];
  readonly identifiers: readonly Identifier[];
}): Profile {
  const identifiers = new Map<string, Set<string>>();
  for (const { system, value } of matchableIdentifiers(parts.identifiers)) {
    const values = identifiers.get(system) ?? new Set();
    identifiers.set(system, values.add(comparableIdentifier(system, value)));
  }
  return {
    birthDate: parts.birthDate ?? null,
    gender: parts.gender ?? null,
    names: new Set(parts.names.map(comparableName).filter((name) => name !== '')),
    identifiers,
  };
}

/** The identifiers that can identify: with a system and a value, and not temporary. */
export function matchableIdentifiers(
  identifiers: readonly Identifier[],
): readonly { readonly system: string; readonly value: string }[] {
  return identifiers.flatMap(({ system, value, use }) =>
    system != null && value != null && use !== 'temp' ? [{ system, value }] : [],
  );
}

/** The texts a human name may be compared by: its whole text, and family and given names in either order. */
export function namesOfHuman(names: readonly HumanName[]): readonly string[] {
  return names.flatMap(({ text, family, given }) => {
    const [first] = given ?? [];
    const whole = (given ?? []).join(' ');
    return [
      text ?? '',
      ...(family != null && whole !== '' ? [`${family} ${whole}`, `${whole} ${family}`] : []),
      ...(family != null && first !== undefined ? [`${family} ${first}`] : []),
    ];
  });
}

/** Whether two who share a business identifier are one: nothing contradicts, and a name or the birth date agrees. */
export function isSameByIdentifier(one: Profile, other: Profile): boolean {
  if (contradict(one, other)) return false;
  const isBornAlike = one.birthDate?.length === 10 && one.birthDate === other.birthDate;
  return isBornAlike || haveNameInCommon(one, other);
}

/** Whether two whom a source calls by one id are one: nothing contradicts, identifiers included, and a name agrees. */
export function isSameBySource(one: Profile, other: Profile): boolean {
  if (contradict(one, other) || !haveNameInCommon(one, other)) return false;
  for (const [system, values] of one.identifiers) {
    const others = other.identifiers.get(system);
    if (others !== undefined && areDisjoint(values, others)) return false;
  }
  return true;
}

function contradict(one: Profile, other: Profile): boolean {
  return (
    differ(one.birthDate, other.birthDate, arePartsOfOneDate) ||
    differ(one.gender, other.gender, isSameGender)
  );
}

function differ(
  one: string | null,
  other: string | null,
  agree: (one: string, other: string) => boolean,
): boolean {
  return one !== null && other !== null && !agree(one, other);
}

/** A partial date agrees with each date within it. */
function arePartsOfOneDate(one: string, other: string): boolean {
  return one.startsWith(other) || other.startsWith(one);
}

function isSameGender(one: string, other: string): boolean {
  const isKnown = (gender: string): boolean => gender === 'male' || gender === 'female';
  return one === other || !isKnown(one) || !isKnown(other);
}

/** Who has no name at all is contradicted by none. */
function haveNameInCommon(one: Profile, other: Profile): boolean {
  if (one.names.size === 0 || other.names.size === 0) return true;
  return !areDisjoint(one.names, other.names);
}

function areDisjoint(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return [...one].every((each) => !other.has(each));
}

function comparableName(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s,.]+/g, ' ')
    .trim();
}
