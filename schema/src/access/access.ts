/**
 * Who gets a value, as ways to get it: each way is a set of needs that all have to be met, and one way is enough. No
 * need is ever the absence of something, so whether one access implies another is decided exactly, way by way.
 */
import type { Need } from './need.js';

/** Needs that together are enough; sorted, each once. */
export type Way = readonly Need[];

/** The ways there are; none of them contains another. */
export type Access = readonly Way[];

/** There is no way. */
export const NEVER: Access = [];

/** Nothing is needed. */
export const ALWAYS: Access = [[]];

/** What takes this one need. */
export function needing(need: Need): Access {
  return [[need]];
}

/** What is got where any of the accesses is. */
export function anyOf(accesses: readonly Access[]): Access {
  return withoutDetours(accesses.flat());
}

/** What is got where all of the accesses are. */
export function every(accesses: readonly Access[]): Access {
  return accesses.reduce(
    (left, right) => withoutDetours(left.flatMap((one) => right.map((other) => join(one, other)))),
    ALWAYS,
  );
}

/** Whether whoever has the first access has the second as well. */
export function implies(first: Access, second: Access): boolean {
  return first.every((way) => second.some((wider) => isWithin(wider, way)));
}

/** Each need replaced by the access that it comes to. */
export function resolved(access: Access, resolve: (need: Need) => Access): Access {
  return anyOf(access.map((way) => every(way.map(resolve))));
}

function join(one: Way, other: Way): Way {
  return [...new Set([...one, ...other])].sort();
}

/** Ways that ask for all that another way asks for, and for more, add nothing. */
function withoutDetours(ways: readonly Way[]): Access {
  const distinct = [...new Map(ways.map((way) => [way.join(' '), way])).values()];
  return distinct.filter((way) => !distinct.some((wider) => wider !== way && isWithin(wider, way)));
}

function isWithin(inner: Way, outer: Way): boolean {
  return inner.every((need) => outer.includes(need));
}
