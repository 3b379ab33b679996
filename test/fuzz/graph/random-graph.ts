/**
 * Random labelled graphs. Each has patients, organisations and a few types of records, spread over the subgraphs; which
 * fields, labels, facets, links, interfaces and unions there are is drawn.
 */
import type { ClinicalScope, SubgraphName } from '@causeway/schema';
import type { Draw } from '../draw.js';
import { FACET_FIELDS, GRAPH_SCOPES, OPEN_TYPES, VALUE_TYPES, field } from './building-blocks.js';
import { NO_LABEL } from './model.js';
import type { AbstractModel, Facet, FieldModel, GraphModel, Label, TypeModel } from './model.js';
import { randomRoots } from './random-roots.js';

type RecordModel = Extract<TypeModel, { kind: 'record' }>;

/** A random graph. */
export function randomGraph(draw: Draw): GraphModel {
  const scopes = GRAPH_SCOPES.filter((_scope, position) => position < 2 || draw.chance(0.4));
  const names = ['Note', 'Report', 'Image', 'Order'].slice(0, 2 + draw.below(3));
  const skeletons = names.map((name) => randomSkeleton(draw, name, scopes));
  const abstract = randomAbstract(draw, names);
  const records = skeletons.map((skeleton) => withFields(draw, skeleton, { scopes, names }));
  const pages = records.map(pageOf);
  const receipt = receiptType(draw);
  const patient = randomPatient(draw, records, abstract, receipt);
  const types = [
    ...records,
    patient,
    receipt,
    ...pages,
    ...VALUE_TYPES,
    ...OPEN_TYPES,
    about(draw, names),
  ];
  return {
    types: new Map(types.map((type) => [type.name, type])),
    abstract: new Map(abstract.map((one) => [one.name, one])),
    roots: randomRoots(draw, { records, abstract, scopes }),
  };
}

type Skeleton = Omit<RecordModel, 'fields'>;

function randomSkeleton(draw: Draw, name: string, scopes: readonly ClinicalScope[]): Skeleton {
  const isMixed = draw.chance(0.4);
  const own = isMixed ? scopes : [draw.one(scopes)];
  const facets: readonly Facet[] = [
    ...(isMixed ? (['category'] as const) : []),
    ...draw.some(['date', 'security'] as const, 0.75),
    ...draw.some(['author', 'code'] as const, 0.5),
  ];
  const second = draw.chance(0.15) ? draw.some(scopes, 0.4) : [];
  return {
    kind: 'record',
    name,
    presence: isMixed
      ? NO_LABEL
      : { scopes: [...new Set([...own, ...second])], domestic: draw.chance(0.08) },
    facets,
    categories: own,
  };
}

function withFields(
  draw: Draw,
  skeleton: Skeleton,
  {
    scopes,
    names,
  }: { readonly scopes: readonly ClinicalScope[]; readonly names: readonly string[] },
): RecordModel {
  const label = (share: number): Label => ({
    scopes: draw.chance(share) ? [draw.one(scopes)] : [],
    domestic: draw.chance(0.12),
  });
  const isExtended = draw.chance(0.5);
  const homes: readonly SubgraphName[] = isExtended ? ['records', 'patients'] : ['records'];
  const target = draw.one(names);
  const possible: readonly (FieldModel | null)[] = [
    draw.chance(0.7) ? field('remark', 'String', { kind: 'text' }, { label: label(0.6) }) : null,
    draw.chance(0.6)
      ? field('detail', 'Detail', { kind: 'value', isList: false }, { label: label(0.5) })
      : null,
    draw.chance(0.3)
      ? field('details', '[Detail!]', { kind: 'value', isList: true }, { label: label(0.5) })
      : null,
    draw.chance(0.6)
      ? field('basis', target, { kind: 'link', isList: false }, { label: label(0.2) })
      : null,
    draw.chance(0.5)
      ? field(
          'results',
          `[${draw.one(names)}!]`,
          { kind: 'link', isList: true },
          { label: label(0.2) },
        )
      : null,
    draw.chance(0.4)
      ? field('things', '[Thing!]', { kind: 'link', isList: true }, { label: label(0.2) })
      : null,
    isExtended
      ? field(
          'body',
          'String',
          { kind: 'text' },
          {
            label: label(0.4),
            subgraphs: ['patients'],
            roles: draw.chance(0.2) ? [[draw.one(['office:auditor', 'provider:domestic'])]] : [],
          },
        )
      : null,
  ];
  const facets = (['patient', 'category', 'date', 'security', 'author', 'code'] as const).flatMap(
    (facet) => {
      const isNamed = facet === 'patient' || skeleton.facets.includes(facet);
      // Only records that may be of several categories tell theirs.
      if (facet === 'category' && !isNamed) return [];
      return [FACET_FIELDS[facet](isNamed ? homes : ['records'])];
    },
  );
  const title = field('title', 'String', { kind: 'text' });
  return { ...skeleton, fields: [...facets, title, ...possible.filter((one) => one !== null)] };
}

/** What tells of records in a value: they answer for themselves there. */
function about(draw: Draw, names: readonly string[]): TypeModel {
  return {
    kind: 'value',
    name: 'Detail',
    fields: [
      field('text', draw.chance(0.5) ? 'String!' : 'String', { kind: 'member' }),
      field('about', draw.one(names), { kind: 'member' }),
      field('inner', 'Inner', { kind: 'member' }),
    ],
  };
}

function pageOf({ name }: RecordModel): TypeModel {
  return {
    kind: 'value',
    name: `${name}Page`,
    fields: [
      field('totalCount', 'Int!', { kind: 'member' }),
      field('items', `[${name}!]`, { kind: 'member' }),
    ],
  };
}

function randomAbstract(draw: Draw, names: readonly string[]): readonly AbstractModel[] {
  const entries = draw.some(names, 0.7);
  const things = draw.some(names, 0.7);
  return [
    {
      name: 'Entry',
      of: entries.length > 0 ? entries : names,
      fields: [FACET_FIELDS.patient(['records']), field('title', 'String', { kind: 'text' })],
    },
    { name: 'Thing', of: things.length > 0 ? things : names, fields: [] },
  ];
}

/** An administrative record, to which an organisation is a party. */
function receiptType(draw: Draw): RecordModel {
  const scope = draw.one(['CONSENT', 'GRANT', 'AUDIT'] as const);
  return {
    kind: 'record',
    name: 'Receipt',
    presence: { scopes: [scope], domestic: false },
    facets: draw.chance(0.7) ? ['party'] : [],
    categories: [],
    fields: [
      FACET_FIELDS.patient(['consents']),
      FACET_FIELDS.party(['consents']),
      field('words', 'String', { kind: 'text' }, { subgraphs: ['consents'] }),
    ],
  };
}

function randomPatient(
  draw: Draw,
  records: readonly RecordModel[],
  abstract: readonly AbstractModel[],
  receipt: RecordModel,
): RecordModel {
  const scope = draw.one(GRAPH_SCOPES);
  const lists = records.flatMap((type) => {
    const { name, presence, categories } = type;
    const scopes = presence.scopes.length > 0 ? presence.scopes : [draw.one(categories)];
    const small = name.toLowerCase();
    return [
      field(
        `${small}s`,
        `[${name}!]`,
        { kind: 'list' },
        { arguments: draw.chance(0.4) ? hints(draw) : [] },
      ),
      ...(draw.chance(0.6)
        ? [
            field(
              `${small}Page`,
              `${name}Page`,
              { kind: 'page', of: name },
              {
                label: { scopes, domestic: false },
                arguments: [{ name: 'first', type: 'Int', scopes: [] }],
              },
            ),
          ]
        : []),
    ];
  });
  return {
    kind: 'record',
    name: 'Patient',
    presence: { scopes: ['PERSON'], domestic: false },
    facets: [],
    categories: [],
    fields: [
      field('name', 'String', { kind: 'text' }, { subgraphs: ['patients'] }),
      field(
        'hkid',
        'String',
        { kind: 'text' },
        { subgraphs: ['patients'], label: { scopes: [], domestic: true } },
      ),
      field(
        'history',
        'Detail',
        { kind: 'value', isList: false },
        {
          label: { scopes: draw.chance(0.5) ? [scope] : [], domestic: false },
        },
      ),
      field(
        'receipts',
        '[Receipt!]',
        { kind: 'list' },
        {
          subgraphs: ['consents'],
          label: receipt.presence,
        },
      ),
      field(
        'risk',
        'String',
        { kind: 'derived' },
        { label: { scopes: ['PERSON'], domestic: false } },
      ),
      ...abstract.map(({ name }) =>
        field(name === 'Entry' ? 'entries' : 'things', `[${name}!]`, { kind: 'list' }),
      ),
      ...lists,
    ],
  };
}

/** An argument by which records are told apart: giving it demands a scope. */
function hints(draw: Draw): FieldModel['arguments'] {
  return [{ name: 'hint', type: 'String', scopes: [draw.one(GRAPH_SCOPES)] }];
}
