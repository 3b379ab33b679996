import { CriticalityLevel, diff } from '@graphql-inspector/core';
import type { GraphQLSchema } from 'graphql';

/** A change of what clients see. */
export interface ShapeChange {
  readonly criticality: 'BREAKING' | 'DANGEROUS' | 'SAFE';
  /** The coordinate it is at: `Patient.name`; `schema` where it is at none. */
  readonly coordinate: string;
  readonly message: string;
}

/** The changes from one schema that clients see to another. */
export async function shapeChanges(
  before: GraphQLSchema,
  after: GraphQLSchema,
): Promise<readonly ShapeChange[]> {
  const changes = await diff(before, after);
  return changes.map(({ criticality, path, message }) => ({
    criticality: CRITICALITIES[criticality.level],
    coordinate: path ?? 'schema',
    message,
  }));
}

const CRITICALITIES = {
  [CriticalityLevel.Breaking]: 'BREAKING',
  [CriticalityLevel.Dangerous]: 'DANGEROUS',
  [CriticalityLevel.NonBreaking]: 'SAFE',
} as const;

/**
 * Breaking changes that a changelog does not announce. An entry under "Unreleased" announces a change by the coordinate
 * it is at, in code quotes: `Patient.name`.
 */
export function unannouncedBreaks(
  changes: readonly ShapeChange[],
  changelog: string,
): readonly ShapeChange[] {
  const unreleased =
    /^## \[?Unreleased\]?[^\n]*\n(.*?)(?=^## |$(?![\s\S]))/ims.exec(changelog)?.[1] ?? '';
  return changes.filter(
    ({ criticality, coordinate }) =>
      criticality === 'BREAKING' && !unreleased.includes(`\`${coordinate}\``),
  );
}
