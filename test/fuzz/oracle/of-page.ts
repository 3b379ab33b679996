import type { FieldModel, TypeModel } from '../graph/model.js';
import type { RecordData } from '../world/world.js';

/** Whether a record is of the categories that a page is of. */
export function isOfPage(
  { label }: FieldModel,
  { facets }: Extract<TypeModel, { kind: 'record' }>,
  category: RecordData['category'],
): boolean {
  return !facets.includes('category') || (category !== null && label.scopes.includes(category));
}
