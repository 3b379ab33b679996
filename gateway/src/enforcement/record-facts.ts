import type { Code, RecordFacts, RecordTypeLabel, SubjectSelectionSets } from '@causeway/schema';
import { Kind } from 'graphql';
import type { FieldNode, SelectionSetNode } from 'graphql';

/** A record as a subgraph answered it, not believed yet. */
export type RawRecord = Readonly<Record<string, unknown>>;

type Leaves = (value: unknown) => readonly RawRecord[];

/**
 * A reader of what `@subject` names of a record, from an answer in which the given fields were selected. Null where
 * whose record it is was not selected.
 */
export function compileRecordReader(
  { subject, keys }: RecordTypeLabel,
  fields: ReadonlyMap<string, FieldNode>,
): ((raw: RawRecord) => RecordFacts) | null {
  const id = compileText(subject.id, fields);
  if (id === null) return null;
  const [key] = keys;
  const readKey = key === undefined ? null : compileText(selectionOf(key), fields);
  const optional = (name: keyof SubjectSelectionSets): ((raw: RawRecord) => readonly string[]) => {
    const set = subject[name];
    return (set === undefined ? null : compileText(set, fields)) ?? none;
  };
  const category = optional('category');
  const date = optional('date');
  const author = optional('author');
  const party = optional('party');
  const security = compileCodes(subject.security, fields);
  const code = compileCodes(subject.code, fields);
  return (raw) => ({
    patient: only(id(raw)),
    id: readKey === null ? null : only(readKey(raw)),
    category: only(category(raw)),
    date: only(date(raw)),
    security: security(raw),
    author: author(raw),
    code: code(raw),
    party: party(raw),
  });
}

const none = (): readonly never[] => [];

/** The one text; null for none, and for several, which name nobody. */
function only(texts: readonly string[]): string | null {
  const [first, ...others] = texts;
  return first !== undefined && others.length === 0 ? first : null;
}

/** The texts at the leaves of a selection. */
function compileText(
  set: SelectionSetNode,
  fields: ReadonlyMap<string, FieldNode>,
): ((raw: RawRecord) => readonly string[]) | null {
  const path = leafPath(set);
  const rooted = keyed(path, fields);
  if (rooted === null) return null;
  return (raw) => leaves(raw, rooted).filter((value): value is string => typeof value === 'string');
}

/** The codes, as `{ system code }`, at the leaves of a selection. */
function compileCodes(
  set: SelectionSetNode | undefined,
  fields: ReadonlyMap<string, FieldNode>,
): (raw: RawRecord) => readonly Code[] {
  const rooted = set === undefined ? null : keyed(leafPath(set).slice(0, -1), fields);
  if (rooted === null) return none;
  const objects: Leaves = (value) => leaves(value, rooted).filter(isRaw);
  return (raw) =>
    objects(raw).map((coding) => ({ system: text(coding['system']), code: text(coding['code']) }));
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

/** The names on the way to a selection's first leaf; those of `@subject` do not branch before it. */
function leafPath(set: SelectionSetNode): readonly string[] {
  const [field] = set.selections;
  if (field?.kind !== Kind.FIELD) return [];
  const rest = field.selectionSet === undefined ? [] : leafPath(field.selectionSet);
  return [field.name.value, ...rest];
}

/** The path under the key that the fetch gives its first field; null where the fetch does not select it. */
function keyed(
  path: readonly string[],
  fields: ReadonlyMap<string, FieldNode>,
): readonly string[] | null {
  const [first, ...rest] = path;
  for (const [key, node] of fields) {
    if (node.name.value === first && (node.arguments ?? []).length === 0) return [key, ...rest];
  }
  return null;
}

function leaves(value: unknown, path: readonly string[]): readonly unknown[] {
  if (Array.isArray(value)) return value.flatMap((item) => leaves(item, path));
  const [key, ...rest] = path;
  if (key === undefined) return value === null || value === undefined ? [] : [value];
  return isRaw(value) && Object.hasOwn(value, key) ? leaves(value[key], rest) : [];
}

function isRaw(value: unknown): value is RawRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function selectionOf(name: string): SelectionSetNode {
  return {
    kind: Kind.SELECTION_SET,
    selections: [{ kind: Kind.FIELD, name: { kind: Kind.NAME, value: name } }],
  };
}
