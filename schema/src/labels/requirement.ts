import type { Scope } from '../scopes.js';

/** What a coordinate's own labels ask for: every scope to be permitted, and, if domestic, a caller at home. */
export interface FieldRequirement {
  readonly scopes: readonly Scope[];
  readonly domestic: boolean;
}

/** What a coordinate without labels of its own asks for. */
export const NO_REQUIREMENT: FieldRequirement = { scopes: [], domestic: false };

/** Whether anything is asked for. */
export function isLabelled({ scopes, domestic }: FieldRequirement): boolean {
  return scopes.length > 0 || domestic;
}

/** All that any of the requirements asks for. */
export function allOf(...requirements: readonly FieldRequirement[]): FieldRequirement {
  return {
    scopes: [...new Set(requirements.flatMap(({ scopes }) => scopes))],
    domestic: requirements.some(({ domestic }) => domestic),
  };
}

/** Whether whoever meets the first requirement meets the second as well. */
export function covers(first: FieldRequirement, second: FieldRequirement): boolean {
  return (
    (first.domestic || !second.domestic) &&
    second.scopes.every((scope) => first.scopes.includes(scope))
  );
}

/** The requirement as it is written in a schema: `@consent(scope: "PERSON") @domestic`. */
export function describeRequirement({ scopes, domestic }: FieldRequirement): string {
  const labels = scopes.map((scope) => `@consent(scope: "${scope}")`);
  if (domestic) labels.push('@domestic');
  return labels.length > 0 ? labels.join(' ') : 'no label';
}
