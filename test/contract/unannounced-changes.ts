import { CriticalityLevel, diff } from '@graphql-inspector/core';
import { buildSchema } from 'graphql';

/**
 * Breaking changes between two schemas that a changelog does not announce. An entry under "Unreleased" announces a
 * change by the coordinate it is at, in code quotes: `Patient.name`.
 */
export async function unannouncedChanges(
  before: string,
  after: string,
  changelog: string,
): Promise<readonly string[]> {
  const changes = await diff(buildSchema(before), buildSchema(after));
  const unreleased =
    /^## \[?Unreleased\]?[^\n]*\n(.*?)(?=^## |$(?![\s\S]))/ims.exec(changelog)?.[1] ?? '';
  return changes
    .filter(({ criticality }) => criticality.level === CriticalityLevel.Breaking)
    .filter(({ path }) => path === undefined || !unreleased.includes(`\`${path}\``))
    .map(({ path, message }) => `${path ?? 'schema'}: ${message}`);
}
