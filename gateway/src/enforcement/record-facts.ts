import type { Code, RecordFacts, RecordTypeLabel, SubjectSelectionSets } from '@causeway/schema';
import { Kind } from 'graphql';
import type { FieldNode, SelectionSetNode } from 'graphql';

/** A record as a subgraph answered it, not believed yet. */
export type RawRecord = Readonly<Record<string, unknown>>;

/**
 * A reader of what `@subject` names of a record, from an answer in which the given fields were selected. Null where
 * whose record it is was not selected.
 */
export function compileRecordReader(
  { subject, keys }: RecordTypeLabel,
  fields: ReadonlyMap<string, FieldNode>,
): ((raw: RawRecord) => RecordFacts) | null {
  const patient = keyed(leafPath(subject.id), fields);
  if (patient === null) return null;
  const [key] = keys;
  const id = key === undefined ? null : keyed([key], fields);
  const pathOf = (name: keyof SubjectSelectionSets): Path | null => {
    const set = subject[name];
    return set === undefined ? null : keyed(leafPath(set), fields);
  };
  const codesOf = (name: 'security' | 'code'): Path | null => {
    const set = subject[name];
    return set === undefined ? null : keyed(leafPath(set).slice(0, -1), fields);
  };
  const [category, date] = [pathOf('category'), pathOf('date')];
  const [author, party] = [pathOf('author'), pathOf('party')];
  const [security, code] = [codesOf('security'), codesOf('code')];
  // One that the type names and the fetch does not select is not known, where one that is not named is none.
  const noAuthor = subject.author === undefined ? NONE : null;
  const noCode = subject.code === undefined ? NONE : null;
  // Records that follow each other mostly carry the same labels, and the same list will do for all of them.
  let labels: readonly Code[] = NONE;
  const labelsOf = (raw: RawRecord, path: Path): readonly Code[] => {
    const read = codes(raw, path);
    labels = areSame(read, labels) ? labels : read;
    return labels;
  };
  return (raw) => ({
    patient: onlyText(raw, patient),
    id: id && onlyText(raw, id),
    category: category && onlyText(raw, category),
    date: date && onlyText(raw, date),
    security: security === null ? NONE : labelsOf(raw, security),
    author: author === null ? noAuthor : unlessUnasked(raw, author, textsBelow),
    code: code === null ? noCode : unlessUnasked(raw, code, codes),
    party: party === null ? NONE : textsBelow(raw, party),
  });
}

const NONE: readonly never[] = [];

/** The names on the way to a value. */
type Path = readonly string[];

/** The one text at the end of a path; null for none, and for several, which name nobody. */
function onlyText(value: unknown, path: Path, depth = 0): string | null {
  if (Array.isArray(value)) {
    const found = textsBelow(value, path, depth);
    const [first] = found;
    return first !== undefined && found.length === 1 ? first : null;
  }
  const key = path[depth];
  if (key === undefined) return text(value);
  return isRaw(value) && Object.hasOwn(value, key) ? onlyText(value[key], path, depth + 1) : null;
}

/** What is read of a record, null where the answer does not hold it at all. */
function unlessUnasked<Facet>(
  raw: RawRecord,
  path: Path,
  read: (raw: RawRecord, path: Path) => Facet,
): Facet | null {
  const [first] = path;
  return first !== undefined && Object.hasOwn(raw, first) ? read(raw, path) : null;
}

function textsBelow(value: unknown, path: Path, depth = 0): readonly string[] {
  const found: string[] = [];
  eachEnd(value, path, depth, (end) => {
    if (typeof end === 'string') found.push(end);
  });
  return found;
}

/** The codes, as `{ system code }`, at the end of a path. */
function codes(raw: RawRecord, path: Path): readonly Code[] {
  const found: Code[] = [];
  eachEnd(raw, path, 0, (end) => {
    if (isRaw(end)) found.push({ system: text(end['system']), code: text(end['code']) });
  });
  return found;
}

/** Whether two lists hold the same labels; their order says nothing, nor how often one of them is said. */
function areSame(some: readonly Code[], others: readonly Code[]): boolean {
  return holdAll(some, others) && holdAll(others, some);
}

function holdAll(some: readonly Code[], others: readonly Code[]): boolean {
  return others.every(({ system, code }) =>
    some.some((own) => own.system === system && own.code === code),
  );
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

function eachEnd(value: unknown, path: Path, depth: number, take: (end: unknown) => void): void {
  if (Array.isArray(value)) {
    for (const item of value) eachEnd(item, path, depth, take);
    return;
  }
  const key = path[depth];
  if (key === undefined) take(value);
  else if (isRaw(value) && Object.hasOwn(value, key)) eachEnd(value[key], path, depth + 1, take);
}

function isRaw(value: unknown): value is RawRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
