/**
 * Who is who: gives every resource of one type the id of what it is about, which is the one it has been given before,
 * by its business identifiers first and by its source next, or a new random UUID.
 */
import { randomUUID } from 'node:crypto';
import type { Source } from '@causeway/kit';
import { comparableIdentifier } from '@causeway/schema';
import type { Identifier } from '@causeway/schema/datatypes';
import { matchableIdentifiers } from './person-profile.js';

/** What the database knows of those who were taken before. */
export interface Registry<Profile> {
  idOfSource(source: Source): string | null;
  idsByIdentifier(system: string, value: string): readonly string[];
  profileOf(id: string): Profile;
}

/** When two are the same. */
export interface Sameness<Profile> {
  readonly byIdentifier: (one: Profile, other: Profile) => boolean;
  readonly bySource: (one: Profile, other: Profile) => boolean;
}

/** A resource to be identified. */
export interface Described<Profile> {
  readonly source: Source;
  readonly identifiers: readonly Identifier[];
  readonly profile: Profile;
}

/** Who a resource turned out to be. */
export interface Identity {
  readonly id: string;
  /** The source to remember it by: where somebody else has the same, with a suffix. */
  readonly source: Source;
  /** Whether the id was made just now. */
  readonly isNew: boolean;
  /** Whether it was kept apart from somebody of the same identifier or source, whom it contradicts. */
  readonly isKeptApart: boolean;
}

/** Gives ids to the resources of one type. */
export class IdentityBook<Profile> {
  readonly #registry: Registry<Profile>;
  readonly #same: Sameness<Profile>;
  readonly #profiles = new Map<string, Profile[]>();
  readonly #bySource = new Map<string, string>();
  readonly #byIdentifier = new Map<string, Set<string>>();

  constructor(registry: Registry<Profile>, same: Sameness<Profile>) {
    this.#registry = registry;
    this.#same = same;
  }

  /** The id of what a resource is about. */
  identify({ source, identifiers, profile }: Described<Profile>): Identity {
    const byIdentifier = matchableIdentifiers(identifiers).flatMap(({ system, value }) =>
      this.withIdentifier(system, value),
    );
    const bySource = this.#variantsOf(source);
    const known =
      byIdentifier.find((each) => this.#agrees(each, profile, this.#same.byIdentifier)) ??
      bySource.find((each) => this.#agrees(each.id, profile, this.#same.bySource))?.id;
    const id = known ?? randomUUID();
    const own = bySource.find((each) => each.id === id)?.source ?? variant(source, bySource.length);
    this.#remember(id, own, identifiers, profile);
    const others = [...byIdentifier, ...bySource.map((each) => each.id)];
    const isKeptApart = others.some((other) => other !== id);
    return { id, source: own, isNew: known === undefined, isKeptApart };
  }

  /** The ids of those who have an identifier, in this run and before. */
  withIdentifier(system: string, value: string): readonly string[] {
    const here = this.#byIdentifier.get(identifierKey(system, value)) ?? [];
    return [...new Set([...this.#registry.idsByIdentifier(system, value), ...here])];
  }

  /** The id of what a source gave, if that is one only; null where it gave nothing or where two share its id. */
  ofSource(source: Source): string | null {
    const [only, ...others] = this.#variantsOf(source);
    return others.length === 0 ? (only?.id ?? null) : null;
  }

  /** Everybody a source calls by one id: those after the first have a suffix. */
  #variantsOf(source: Source): readonly { readonly id: string; readonly source: Source }[] {
    const found: { id: string; source: Source }[] = [];
    for (;;) {
      const next = variant(source, found.length);
      const id = this.#bySource.get(sourceKey(next)) ?? this.#registry.idOfSource(next);
      if (id === null) return found;
      found.push({ id, source: next });
    }
  }

  #agrees(
    id: string,
    profile: Profile,
    isSame: (one: Profile, other: Profile) => boolean,
  ): boolean {
    return this.#profilesOf(id).every((known) => isSame(known, profile));
  }

  #profilesOf(id: string): Profile[] {
    const known = this.#profiles.get(id);
    if (known !== undefined) return known;
    const stored = [this.#registry.profileOf(id)];
    this.#profiles.set(id, stored);
    return stored;
  }

  #remember(
    id: string,
    source: Source,
    identifiers: readonly Identifier[],
    profile: Profile,
  ): void {
    this.#bySource.set(sourceKey(source), id);
    for (const { system, value } of matchableIdentifiers(identifiers)) {
      const key = identifierKey(system, value);
      this.#byIdentifier.set(key, (this.#byIdentifier.get(key) ?? new Set()).add(id));
    }
    const known = this.#profiles.get(id);
    if (known === undefined) this.#profiles.set(id, [profile]);
    else known.push(profile);
  }
}

function variant({ namespace, id }: Source, index: number): Source {
  return { namespace, id: index === 0 ? id : `${id}~${index + 1}` };
}

const sourceKey = ({ namespace, id }: Source): string => `${namespace} ${id}`;

const identifierKey = (system: string, value: string): string =>
  `${system} ${comparableIdentifier(system, value)}`;
