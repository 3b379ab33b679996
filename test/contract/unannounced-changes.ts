import { shapeChanges, unannouncedBreaks } from '@causeway/schema/access-diff';
import { buildSchema } from 'graphql';

/** Breaking changes between two schemas that a changelog does not announce, as `Patient.name: what happened`. */
export async function unannouncedChanges(
  before: string,
  after: string,
  changelog: string,
): Promise<readonly string[]> {
  const changes = await shapeChanges(buildSchema(before), buildSchema(after));
  return unannouncedBreaks(changes, changelog).map(
    ({ coordinate, message }) => `${coordinate}: ${message}`,
  );
}
