/** Which types stand on which page of the reference. */
import { isEnumType, isInputObjectType, isObjectType, isScalarType } from 'graphql';
import type { GraphQLNamedType } from 'graphql';
import type { AccessGraph } from '../access/label-access.js';
import { operationOf, typesOf } from '../rules/coordinates.js';

/** A page of the reference. */
export interface ReferencePage {
  /** `records`, of `records.md` */
  readonly name: string;
  readonly title: string;
  /** What its types have in common. */
  readonly about: string;
}

const PAGES = {
  queries: { title: 'Queries', about: 'What can be asked for.' },
  mutations: { title: 'Mutations', about: 'What can be changed.' },
  subscriptions: {
    title: 'Subscriptions',
    about: 'What can be told as it happens: [how to subscribe](../subscriptions.md).',
  },
  records: {
    title: 'Records',
    about:
      'Types about a patient (`@subject`). Without the permit that its label asks for, a record is not there at all.',
  },
  registers: {
    title: 'Registers',
    about: 'Types that are not about a patient (`@open`): no consent is needed.',
  },
  values: {
    title: 'Values',
    about: 'Types without a label of their own: each takes what the field takes that returns it.',
  },
  connections: {
    title: 'Connections',
    about:
      'Pages of lists, after Relay: [how to page](../guides/page-through-laboratory-results.md). Each takes what its list takes.',
  },
  inputs: { title: 'Inputs', about: 'What arguments take.' },
  words: { title: 'Words', about: 'Enums, whose values never change their meaning, and scalars.' },
  abstract: { title: 'Interfaces and unions', about: 'They carry no labels; their types do.' },
} as const satisfies Readonly<Record<string, Omit<ReferencePage, 'name'>>>;

/** The name of a page. */
export type PageName = keyof typeof PAGES;

/** The pages, in the order in which they are listed. */
export const REFERENCE_PAGES: readonly (ReferencePage & { readonly name: PageName })[] = (
  Object.keys(PAGES) as PageName[]
).map((name) => ({ name, ...PAGES[name] }));

/** Where a type stands; null for those of GraphQL itself. */
export function pageOf({ api, labels }: AccessGraph, type: GraphQLNamedType): PageName | null {
  if (!typesOf(api).includes(type)) return null;
  const operation = operationOf(api, type);
  if (operation !== undefined) return ROOTS[operation];
  if (isInputObjectType(type)) return 'inputs';
  if (isEnumType(type) || isScalarType(type)) return 'words';
  if (!isObjectType(type)) return 'abstract';
  switch (labels.type(type.name)?.kind) {
    case 'record':
      return 'records';
    case 'open':
      return 'registers';
    case 'value':
    case undefined:
      return /(?:Connection|Edge)$/.test(type.name) || type.name === 'PageInfo'
        ? 'connections'
        : 'values';
  }
}

const ROOTS = {
  query: 'queries',
  mutation: 'mutations',
  subscription: 'subscriptions',
} as const satisfies Readonly<Record<string, PageName>>;
