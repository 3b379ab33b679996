import type { Action } from '../decision.js';
import type { Scope } from '../scopes.js';

/** What the labels of a coordinate ask of whoever is to get it. */
export type LabelNeed =
  /** The permit holds the scope. */
  | `scope:${Scope}`
  /** The permit holds the record's own category. */
  | 'category:own'
  /** The caller stands in Hong Kong. */
  | 'place:home'
  /** The caller is known by a token. */
  | 'caller:known'
  /** The token itself names the patient of this root field. */
  | `token:${string}`
  /** The caller holds an OAuth scope. */
  | `role:${string}`
  /** There is a permit for the patient who is named, for this action. */
  | `permit:${Action}`
  /** What `@subject` names is checked: the facet, and the selection that gives it. */
  | `subject:${string}`
  /** The caller's organisation wrote the record. */
  | 'author:own';

/** What is left of a scope once it is known who asks. */
export type CallerNeed =
  /** The patient has agreed to the category. */
  | `consent:${Scope}`
  /** The caller has given a reason and got the patient's additional consent. */
  | `step-up:${Scope}`
  /** A condition of the recognition lists the category. */
  | `listed:${Scope}`
  /** The caller is a party to the administrative record. */
  | `party:${Scope}`;

/** One thing that has to hold for a value to be got. */
export type Need = LabelNeed | CallerNeed;

/** The kind of a need, and what it is about. */
export function partsOf(need: Need): readonly [kind: string, about: string] {
  const colon = need.indexOf(':');
  return [need.slice(0, colon), need.slice(colon + 1)];
}
