/**
 * The conditions of a recognition: data that is evaluated when a grant is asked for and authorised, and again at every
 * decision. A kind that is not known, or a value that cannot be read, denies.
 */
import { instantAfter, windowStart } from './duration.js';
import type { ConditionFact } from './facts.js';
import { isScope } from './scopes.js';
import type { Scope } from './scopes.js';

/** Conditions as they bind, all kinds together; what no condition says is null. */
export interface Conditions {
  readonly scopes: ReadonlySet<Scope> | null;
  readonly purposes: ReadonlySet<string> | null;
  /** ISO 8601 durations, of which the shortest binds. */
  readonly lookBacks: readonly string[];
  /** ISO 8601 durations that a grant may last, of which the shortest binds. */
  readonly grantDurations: readonly string[];
  readonly validity: { readonly start: string | null; readonly end: string | null } | null;
  readonly mayRead: boolean;
  readonly mayDeposit: boolean;
  /** Null where no condition speaks of it. */
  readonly mayDownloadImages: boolean | null;
  readonly mayHoldRestricted: boolean;
  readonly clients: ReadonlySet<string> | null;
  readonly locations: ReadonlySet<string> | null;
  readonly professions: ReadonlySet<string> | null;
}

/** Live practice looks back three years. */
const DEFAULT_LOOK_BACK = 'P3Y';

type Draft = { -readonly [Key in keyof Conditions]: Conditions[Key] };

/** Applies one condition's value to the draft; false where the value cannot be read. */
type Reader = (draft: Draft, value: string, now: number) => boolean;

const words = (value: string): ReadonlySet<string> =>
  new Set(
    value
      .split(',')
      .map((word) => word.trim())
      .filter((word) => word !== ''),
  );

const intersect = <T>(former: ReadonlySet<T> | null, next: ReadonlySet<T>): ReadonlySet<T> =>
  former === null ? next : new Set([...former].filter((word) => next.has(word)));

const listReader =
  (key: 'purposes' | 'clients' | 'locations' | 'professions'): Reader =>
  (draft, value) => {
    draft[key] = intersect(draft[key], words(value));
    return true;
  };

const flagReader =
  (apply: (draft: Draft, isSet: boolean) => void): Reader =>
  (draft, value) => {
    if (value !== 'true' && value !== 'false') return false;
    apply(draft, value === 'true');
    return true;
  };

const READERS: Readonly<Record<string, Reader>> = {
  ALLOWED_SCOPES: (draft, value) => {
    const listed = [...words(value)];
    if (!listed.every(isScope)) return false;
    draft.scopes = intersect(draft.scopes, new Set(listed.filter(isScope)));
    return true;
  },
  ALLOWED_PURPOSES: listReader('purposes'),
  MAX_LOOKBACK: (draft, value, now) => {
    draft.lookBacks = [...draft.lookBacks, value];
    return windowStart(value, now) !== null;
  },
  VALIDITY_PERIOD: (draft, value) => {
    const [start, end, ...rest] = value.split('/').map((text) => text || null);
    if (rest.length > 0 || (start == null && end == null) || draft.validity !== null) return false;
    draft.validity = { start: start ?? null, end: end ?? null };
    return true;
  },
  READ_ALLOWED: flagReader((draft, isSet) => {
    draft.mayRead &&= isSet;
  }),
  DEPOSIT_ALLOWED: flagReader((draft, isSet) => {
    draft.mayDeposit &&= isSet;
  }),
  // A duty to deposit binds the provider, not the access.
  DEPOSIT_DUTY: () => true,
  NO_IMAGE_DOWNLOAD: flagReader((draft, isSet) => {
    draft.mayDownloadImages = (draft.mayDownloadImages ?? true) && !isSet;
  }),
  NO_RESTRICTED_LABEL: flagReader((draft, isSet) => {
    draft.mayHoldRestricted &&= !isSet;
  }),
  MAX_GRANT_DURATION: (draft, value, now) => {
    draft.grantDurations = [...draft.grantDurations, value];
    return instantAfter(now, value) !== null;
  },
  DESIGNATED_CLIENT: listReader('clients'),
  NAMED_LOCATIONS: listReader('locations'),
  PRACTITIONER_ROLES: listReader('professions'),
  // Held for every cross-border caller, whether a recognition says it or not.
  GBA_ONLY: () => true,
};

/** The kinds of conditions that are understood. */
export const CONDITION_KINDS: readonly string[] = Object.keys(READERS);

/** The conditions together, the narrowest of each kind; or the first one that cannot be understood. */
export function readConditions(
  facts: readonly ConditionFact[],
  now: number,
): Conditions | { readonly unreadable: ConditionFact } {
  const draft: Draft = {
    scopes: null,
    purposes: null,
    lookBacks: [DEFAULT_LOOK_BACK],
    grantDurations: [],
    validity: null,
    mayRead: true,
    mayDeposit: true,
    // Abroad an image is viewed; downloading it takes a condition that says so.
    mayDownloadImages: null,
    mayHoldRestricted: true,
    clients: null,
    locations: null,
    professions: null,
  };
  for (const fact of facts) {
    const read = Object.hasOwn(READERS, fact.kind) ? READERS[fact.kind] : undefined;
    if (read === undefined || !read(draft, fact.value, now)) return { unreadable: fact };
  }
  return draft;
}
