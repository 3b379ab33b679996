/** Values of one category that records of another tell, which a denial of the former takes away without a word. */
import { possibleTypes } from '../graph/model.js';
import type { FieldModel, GraphModel, TypeModel } from '../graph/model.js';
import type { RecordData } from '../world/world.js';
import { CLINICAL } from './catalogue.js';
import { judged } from './standing.js';
import type { Entitlement } from './verdict.js';

/** Whether a field of a record is denied, though the record is there. */
export function isDetailDenied(
  graph: GraphModel,
  type: TypeModel,
  field: FieldModel,
  record: RecordData,
  { denials }: Entitlement,
): boolean {
  if (type.kind !== 'record' || leadsToRecords(graph, field.named)) return false;
  const { presence, facets } = type;
  const isClinical =
    facets.includes('category') || CLINICAL.some((scope) => presence.scopes.includes(scope));
  if (!isClinical) return false;
  const known = judged(type, record);
  return field.label.scopes
    .filter((scope) => CLINICAL.some((one) => one === scope) && !known.categories.includes(scope))
    .some((scope) =>
      // Which codes the value has, nobody says.
      denials.some((denial) => denial.takes({ ...known, categories: [scope], codes: 'unknown' })),
    );
}

function leadsToRecords(graph: GraphModel, name: string): boolean {
  return possibleTypes(graph, name).some(
    (type) =>
      type.kind === 'record' || type.fields.some(({ named }) => leadsToRecords(graph, named)),
  );
}
