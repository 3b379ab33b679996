/** Whether a text may stand anywhere in an answer at all, wherever it came from. */
import { NO_LABEL } from '../graph/model.js';
import type { GraphModel } from '../graph/model.js';
import { MARK, recordOf } from '../world/world.js';
import type { Question } from './due-answer.js';
import { isDetailDenied } from './details.js';
import { withholding } from './standing.js';
import { verdictOf } from './verdict.js';

/**
 * Whether the caller may see a text: the id of a record that is there for them, or a text of such a record in a field
 * whose labels they are entitled to. Texts that are of no record tell nothing.
 */
export function isVisible(
  graph: GraphModel,
  { world, situation }: Question,
  text: string,
): boolean {
  const isMarked = text.startsWith(MARK);
  const [id = '', field] = isMarked ? text.slice(MARK.length).split('.') : [text];
  const record = recordOf(world, id);
  const type = record === null ? undefined : graph.types.get(record.type);
  if (record === null || type?.kind !== 'record') return !isMarked;
  const verdict = verdictOf(situation, record.patient);
  if (verdict.kind === 'denied') return false;
  // A value under a root field is the patient's, not a record's.
  const isOfRoot = graph.roots.some(({ name }) => name === field);
  if (!isOfRoot && withholding(type, record, verdict) !== null) return false;
  const own = type.fields.find(({ name }) => name === field);
  if (own !== undefined && isDetailDenied(graph, type, own, record, verdict)) return false;
  const { label } = own ?? graph.roots.find(({ name }) => name === field) ?? { label: NO_LABEL };
  return (
    label.scopes.every((scope) => verdict.scopes.has(scope)) &&
    !(label.domestic && verdict.isAbroad)
  );
}
