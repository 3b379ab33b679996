import type { Permit } from '@causeway/schema';
import { isFacetDemand, switchedOn } from '../enforcement/index.js';
import type { Candidate, FetchOutline } from '../execution/index.js';

/** Entities that are asked the same of a fetch. */
export interface EntityGroup {
  readonly enabled: Set<string>;
  readonly candidates: Candidate[];
  /** The permits that go along. */
  readonly permits: Set<Permit>;
}

/** Where the entities of one alias and permit go; null where nothing may be asked of them. */
interface Way {
  readonly group: EntityGroup;
  /** A subgraph shows no record without a permit; to what is nobody's none need go along. */
  readonly takesPermit: boolean;
}

/** The entities of a fetch, grouped by what the permits of their owners switch on. */
export class EntityGroups {
  readonly #fetch: FetchOutline;
  /** The variables of what only some permits judge by. */
  readonly #facets: ReadonlySet<string>;
  readonly #ways = new Map<string, Map<Permit | null, Way | null>>();
  readonly #groups = new Map<string, EntityGroup>();
  /** Where the last entity went: those of one patient follow each other. */
  #last: {
    readonly alias: string;
    readonly permit: Permit | null;
    readonly way: Way | null;
  } | null = null;

  constructor(fetch: FetchOutline) {
    this.#fetch = fetch;
    const facets = fetch.toggles.filter(({ demands }) => demands.some(isFacetDemand));
    this.#facets = new Set(facets.map(({ variable }) => variable));
  }

  /** Adds an entity under the permit of its owner, or of nobody; it is left out where nothing may be asked of it. */
  add(candidate: Candidate, permit: Permit | null): void {
    const { alias } = candidate;
    if (this.#last?.alias !== alias || this.#last.permit !== permit)
      this.#last = { alias, permit, way: this.#wayOf(alias, permit) };
    const { way } = this.#last;
    if (way === null) return;
    way.group.candidates.push(candidate);
    if (permit !== null && way.takesPermit) way.group.permits.add(permit);
  }

  /** The groups, in the order of their first entities. */
  all(): readonly EntityGroup[] {
    return [...this.#groups.values()];
  }

  #wayOf(alias: string, permit: Permit | null): Way | null {
    const ofAlias = this.#ways.get(alias) ?? new Map<Permit | null, Way | null>();
    const known = ofAlias.get(permit);
    if (known !== undefined) return known;
    const way = this.#newWay(alias, permit);
    this.#ways.set(alias, ofAlias.set(permit, way));
    return way;
  }

  #newWay(alias: string, permit: Permit | null): Way | null {
    const { toggles, top } = this.#fetch;
    const switches = toggles.filter(({ below }) => below === alias);
    const on = switchedOn(switches, permit);
    const isAsked = top.some(
      ({ below, toggle }) => below === alias && (toggle === null || on.includes(toggle)),
    );
    if (!isAsked) return null;
    // What one permit judges by is fetched for all of the group: how many fetches there are tells nothing of it.
    const key = on.filter((variable) => !this.#facets.has(variable)).join(' ');
    const group = this.#groups.get(key) ?? {
      enabled: new Set(),
      candidates: [],
      permits: new Set(),
    };
    for (const variable of on) group.enabled.add(variable);
    this.#groups.set(key, group);
    return { group, takesPermit: switches.length > 0 || this.#fetch.recordTypes.size > 0 };
  }
}
