/** What the graph answers of patients, for tests. */
import { personCaller } from '@causeway/kit/testing';
import type { Permit } from '@causeway/schema';
import type { OpenConsents } from './open.js';

/** What a selection on patients answers under permits; an error fails. */
export async function select(
  { ask }: OpenConsents,
  selection: string,
  permits: readonly Permit[],
  ids: readonly string[] = ['p-1'],
): Promise<Record<string, unknown>[]> {
  const { data, errors } = await ask(
    `query ($representations: [_Any!]!) {
      _entities(representations: $representations) { ... on Patient { id ${selection} } }
    }`,
    {
      caller: personCaller('p-1'),
      permits,
      variables: { representations: ids.map((id) => ({ __typename: 'Patient', id })) },
    },
  );
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  return data?.['_entities'] as Record<string, unknown>[];
}

/** The ids of a list of patient p-1, joined, and how many the whole list has; null where the list is. */
export async function idsOf(
  open: OpenConsents,
  field: string,
  permits: readonly Permit[],
): Promise<[ids: string, total: number] | null> {
  const [patient] = await select(
    open,
    `list: ${field} { edges { node { id } } totalCount }`,
    permits,
  );
  const list = patient?.['list'] as List | null;
  return list && [list.edges.map(({ node }) => node.id).join(' '), list.totalCount];
}

interface List {
  readonly edges: readonly { readonly node: { readonly id: string } }[];
  readonly totalCount: number;
}
