/** Which of two versions of one resource says more. */
import { earliestInstant } from '@causeway/schema';
import { objectOf, textAt } from '@causeway/records/fhir';

/** How a version of a resource stands among others: by its last update, then by how much it says. */
export interface Rank {
  /** Epoch milliseconds; 0 where it does not say. */
  readonly lastUpdated: number;
  /** How many values it holds, references not counted: they read differently once they resolve. */
  readonly values: number;
}

/** The rank of a version of a resource. */
export function rankOf(resource: unknown): Rank {
  return {
    lastUpdated: earliestInstant(textAt(resource, 'meta.lastUpdated')) ?? 0,
    values: valuesIn(resource),
  };
}

/** Whether a version gives way to another: one that is newer, or says more. Of equals the later read stays. */
export function isOutdoneBy(one: Rank, other: Rank): boolean {
  return one.lastUpdated === other.lastUpdated
    ? one.values < other.values
    : one.lastUpdated < other.lastUpdated;
}

function valuesIn(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, each) => sum + valuesIn(each), 0);
  const object = objectOf(value);
  if (object === null) return 1;
  if ('reference' in object) return 1;
  return Object.entries(object).reduce(
    (sum, [name, each]) => sum + (name === 'text' || name === 'id' ? 0 : valuesIn(each)),
    0,
  );
}
