/** What every random graph is made of. */
import type { ClinicalScope, SubgraphName } from '@causeway/schema';
import { NO_LABEL } from './model.js';
import type { Facet, FieldModel, Source, TypeModel } from './model.js';

/** The categories that graphs draw from: of each kind that a rule tells apart. */
export const GRAPH_SCOPES: readonly ClinicalScope[] = [
  'DIAGNOSIS',
  'LAB_REPORT',
  'MEDICATION',
  'ALLERGY_ADR',
  'RAD_REPORT',
  'BIRTH',
  'CHINESE_MED',
  'MED_CERT',
];

/** A field; without more said it is resolved by the records subgraph, and has neither label nor arguments. */
export function field(
  name: string,
  type: string,
  source: Source,
  more: Partial<FieldModel> = {},
): FieldModel {
  return {
    name,
    type,
    named: type.replace(/[[\]!]/g, ''),
    source,
    label: NO_LABEL,
    isOpen: false,
    roles: [],
    arguments: [],
    subgraphs: ['records'],
    ...more,
  };
}

const facetField =
  (facet: Facet | 'patient', name: string, type: string) =>
  (subgraphs: readonly SubgraphName[]): FieldModel =>
    field(name, type, { kind: 'facet', facet }, { subgraphs });

/** The fields that `@subject` may name, in the subgraphs that resolve them. */
export const FACET_FIELDS = {
  patient: facetField('patient', 'patient', 'Patient'),
  category: facetField('category', 'category', 'SharableCategory'),
  date: facetField('date', 'date', 'String'),
  security: facetField('security', 'security', '[Coding!]'),
  author: facetField('author', 'author', 'Organization'),
  code: facetField('code', 'code', 'Concept'),
  party: facetField('party', 'party', 'Organization'),
} as const;

/** What each argument of `@subject` selects. */
export const FACET_SELECTIONS: Readonly<Record<Facet, string>> = {
  category: 'category',
  date: 'date',
  security: 'security { system code }',
  author: 'author { id }',
  code: 'code { coding { system code } }',
  party: 'party { id }',
};

const member = (name: string, type: string): FieldModel => field(name, type, { kind: 'member' });

/** Values without labels. */
export const VALUE_TYPES: readonly TypeModel[] = [
  { kind: 'value', name: 'Coding', fields: [member('system', 'String'), member('code', 'String')] },
  {
    kind: 'value',
    name: 'Concept',
    fields: [member('text', 'String'), member('coding', '[Coding!]')],
  },
  {
    kind: 'value',
    name: 'Inner',
    fields: [member('text', 'String'), member('texts', '[String!]')],
  },
];

/** What is about no patient. */
export const OPEN_TYPES: readonly TypeModel[] = [
  {
    kind: 'open',
    name: 'Organization',
    fields: [field('title', 'String', { kind: 'text' }, { subgraphs: ['providers'] })],
  },
];

/** The categories as an enum, which types of records of several categories name theirs by. */
export const CATEGORY_ENUM = `enum SharableCategory { ${GRAPH_SCOPES.join(' ')} }`;
