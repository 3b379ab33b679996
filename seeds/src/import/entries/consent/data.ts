import { RECORD_TYPES } from '@causeway/records';
import { objectOf, valuesAt } from '@causeway/records/fhir';
import type { Element, Resolve, Target } from '@causeway/records/fhir';
import type { ProvisionFact } from '@causeway/schema';

type DataConditions = Pick<ProvisionFact, 'records' | 'authoredBy' | 'related'>;

/**
 * The data of a rule: records by name, by author, or by what they are related to. Null where it cannot be interpreted:
 * what is not known here, what depends on something, and names of several kinds, any of which would do.
 */
export function dataConditions(provision: Element, resolve: Resolve): DataConditions | null {
  const parts = valuesAt(provision, 'data').map((data) => conditionOf(objectOf(data), resolve));
  const [first, ...others] = parts;
  if (first === undefined) return {};
  if (first === null) return null;
  const ids = [first.id];
  for (const other of others) {
    if (other?.condition !== first.condition) return null;
    ids.push(other.id);
  }
  return { [first.condition]: ids };
}

interface DataCondition {
  readonly condition: keyof DataConditions;
  readonly id: string;
}

function conditionOf(data: Element | null, resolve: Resolve): DataCondition | null {
  const reference = objectOf(data?.['reference']);
  const target = reference === null ? null : resolve(reference);
  if (target === null) return null;
  switch (data?.['meaning']) {
    case 'instance':
      return isRecord(target) ? { condition: 'records', id: target.id } : null;
    case 'related':
      return { condition: 'related', id: target.id };
    case 'authoredby':
      return isAuthor(target) ? { condition: 'authoredBy', id: target.id } : null;
    default:
      return null;
  }
}

function isRecord({ type }: Target): boolean {
  return RECORD_TYPES.some((known) => known === type);
}

/** Records name the organisation and the role that made them, never the person. */
function isAuthor({ type }: Target): boolean {
  return type === 'Organization' || type === 'PractitionerRole';
}
