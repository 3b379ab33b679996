import type { SubgraphAnswer } from '../execution/index.js';

/**
 * A list that a subgraph answers for a root field, without its errors about single items: those are undefined in it,
 * which is nothing that any shape takes, where null may be an answer. Any other answer is as it was.
 */
export function withoutUnread(answer: SubgraphAnswer, field: string): SubgraphAnswer {
  const { data, errors } = answer;
  const given: unknown = (Object(data) as Readonly<Record<string, unknown>>)[field];
  if (!Array.isArray(given) || !Array.isArray(errors) || errors.length === 0) return answer;
  const places = new Set<unknown>(given.keys());
  const unread = new Set(errors.map((error) => placeOf(error, field)));
  if (![...unread].every((place) => places.has(place))) return answer;
  return { data: { [field]: given.map((one: unknown, at) => (unread.has(at) ? undefined : one)) } };
}

/** The place in the field's list that an error is about; undefined where it is about anything else. */
function placeOf(error: unknown, field: string): unknown {
  const { path } = Object(error) as { readonly path?: unknown };
  const [root, place, ...within] = Array.isArray(path) ? (path as readonly unknown[]) : [];
  return root === field && within.length === 0 ? place : undefined;
}
