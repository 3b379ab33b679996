import { visit } from 'graphql';
import type { DocumentNode } from 'graphql';

/** Every text that an operation names, in its document or its variables: any of them may be a patient's id. */
export function namedIds(
  document: DocumentNode,
  variables: Readonly<Record<string, unknown>>,
): ReadonlySet<string> {
  const ids = new Set<string>();
  visit(document, { StringValue: ({ value }) => void ids.add(value) });
  collect(variables, ids);
  return ids;
}

function collect(value: unknown, ids: Set<string>): void {
  if (typeof value === 'string') ids.add(value);
  else if (typeof value === 'object' && value !== null) {
    for (const member of Object.values(value)) collect(member, ids);
  }
}
