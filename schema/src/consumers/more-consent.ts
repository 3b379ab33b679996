/** What an operation takes now that it did not take when its team agreed to it. */
import { TAKINGS } from '../contracts/taking.js';
import { SCOPES } from '../scopes.js';
import type { ConsentNeeds, FieldPlace } from './consent-needs.js';
import type { FieldDemand } from './field-demands.js';

/** A coordinate that takes more, and what. */
export interface MoreConsent {
  readonly coordinate: string;
  /** `takes consent for DIAGNOSIS, which the operation took nowhere` */
  readonly what: string;
}

/** Where the operation takes more than was agreed, and in what; nothing where it takes the same or less. */
export function moreConsent(
  agreed: ConsentNeeds,
  now: ConsentNeeds,
  demands: readonly FieldDemand[],
): readonly MoreConsent[] {
  return [
    ...scopesTaken(agreed, now, demands),
    ...now.nullableByRefusal.flatMap(({ scopes, ...place }) => {
      const former = agreed.nullableByRefusal.find((one) => isAt(one, place));
      const added = scopes.filter((scope) => former?.scopes.includes(scope) !== true);
      return added.length > 0
        ? [at(place, `is null at ${place.path} without ${added.join(' and ')}`)]
        : [];
    }),
    ...added(agreed.domestic, now.domestic, 'never crosses the border'),
    ...added(agreed.ofEachCategory, now.ofEachCategory, "takes each record's own category"),
    ...now.roles.flatMap(({ oneOf, ...place }) => {
      const former = agreed.roles.find((one) => isAt(one, place));
      const isHeld = former?.oneOf.every((set) =>
        oneOf.some((one) => one.every((role) => set.includes(role))),
      );
      const sets = oneOf.map((set) => set.join(' with ')).join(' or ');
      return isHeld === true ? [] : [at(place, `takes a caller who is ${sets}`)];
    }),
  ];
}

function scopesTaken(
  agreed: ConsentNeeds,
  now: ConsentNeeds,
  demands: readonly FieldDemand[],
): readonly MoreConsent[] {
  return SCOPES.flatMap((scope) => {
    const [former, taken] = [agreed.scopes[scope], now.scopes[scope]];
    if (taken === undefined) return [];
    if (former !== undefined && TAKINGS.indexOf(taken) <= TAKINGS.indexOf(former)) return [];
    const before = former === undefined ? 'the operation took it nowhere' : `it was ${former}`;
    return demands
      .filter(({ scopes }) => scopes.includes(scope))
      .slice(0, 1)
      .map((demand) => at(demand, `takes ${scope} (${taken}); ${before}`));
  });
}

function added(
  agreed: readonly FieldPlace[],
  now: readonly FieldPlace[],
  what: string,
): readonly MoreConsent[] {
  return now
    .filter((place) => !agreed.some((one) => isAt(one, place)))
    .map((place) => at(place, what));
}

function isAt(one: FieldPlace, other: FieldPlace): boolean {
  return one.path === other.path && one.coordinate === other.coordinate;
}

function at({ coordinate }: FieldPlace, what: string): MoreConsent {
  return { coordinate, what };
}
