/** The reference of the schema as Markdown, from its descriptions and labels. */
import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isUnionType,
} from 'graphql';
import type { GraphQLArgument, GraphQLField, GraphQLNamedType, GraphQLType } from 'graphql';
import { accessGraphOf } from '../access/label-access.js';
import type { AccessGraph } from '../access/label-access.js';
import { AUDIENCES } from '../audiences.js';
import { operationOf, typesOf } from '../rules/coordinates.js';
import { labelWords, roleWords } from './label-words.js';
import { cell, page, table } from './markdown.js';
import { REFERENCE_PAGES, pageOf } from './reference-pages.js';
import type { PageName } from './reference-pages.js';
import { SHORT_NAMES, whoCould } from './who-could.js';
import type { WhoCould } from './who-could.js';

/** A page as it is written. */
export interface WrittenPage {
  /** `records.md` */
  readonly name: string;
  readonly text: string;
}

/** The pages of the reference of a supergraph, their table of contents first. */
export function referenceOf(supergraphSdl: string): readonly WrittenPage[] {
  const graph = accessGraphOf(supergraphSdl);
  const writer = new PageWriter(graph, whoCould(graph));
  const pages = REFERENCE_PAGES.filter(({ name }) => writer.typesOn(name).length > 0);
  return [
    { name: 'README.md', text: contents(pages.map(({ name }) => name)) },
    ...pages.map(({ name, title, about }) => ({
      name: `${name}.md`,
      text: page(title, [about, ...writer.typesOn(name).flatMap((type) => writer.section(type))]),
    })),
  ];
}

function contents(names: readonly PageName[]): string {
  const pages = REFERENCE_PAGES.filter(({ name }) => names.includes(name));
  return page('The schema', [
    'Every type and field that clients see, with its label: what it takes to get it. A field takes **all** that its label ' +
      'says, and at each request a decision on the patient, the record, its date and its security label on top.',
    ...table(
      ['page', 'what is there'],
      pages.map(({ name, title, about }) => [`[${title}](${name}.md)`, about]),
    ),
    '## Labels',
    ...table(
      ['label', 'meaning'],
      [
        ['always', 'nothing beyond what leads to it'],
        [
          'with consent for `LAB_REPORT`',
          'the permit covers the category; `CONSENT_REQUIRED` where it does not',
        ],
        [
          'with consent for the record’s own category',
          'a record of another category is not there, and no count tells of it',
        ],
        [
          'for the patient, a party to it or an office (`GRANT`)',
          'administrative: in no grant; others get `ROLE_NOT_PERMITTED`',
        ],
        [
          '**never across the border**',
          '`NOT_SHARABLE` for every caller outside Hong Kong, whatever the patient agrees to',
        ],
        ['with the value that it is part of', 'what the field takes that returns the value'],
      ],
    ),
    '## Who could',
    'Who could ever get a field, whatever patients agree to: ' +
      `${AUDIENCES.map(({ name, title }) => `_${SHORT_NAMES[name]}_ (${title})`).join(', ')}. ` +
      'What each needs for it stands in its [contract](../contracts.md).',
  ]);
}

class PageWriter {
  readonly #pages: ReadonlyMap<GraphQLNamedType, PageName | null>;

  constructor(
    private readonly graph: AccessGraph,
    private readonly who: WhoCould,
  ) {
    this.#pages = new Map(typesOf(graph.api).map((type) => [type, pageOf(graph, type)]));
  }

  /** The types of a page, by name. */
  typesOn(name: PageName): readonly GraphQLNamedType[] {
    return [...this.#pages]
      .filter(([, page]) => page === name)
      .map(([type]) => type)
      .sort((left, right) => (left.name < right.name ? -1 : 1));
  }

  /** What is told of a type. */
  section(type: GraphQLNamedType): readonly string[] {
    const isRoot = operationOf(this.graph.api, type) !== undefined;
    return [
      ...(isRoot ? [] : [`## ${type.name}`, cell(type.description ?? '')]),
      ...this.#parts(type),
    ];
  }

  #parts(type: GraphQLNamedType): readonly string[] {
    if (isObjectType(type)) {
      const rows = Object.values(type.getFields()).map((field) => [
        `\`${field.name}\``,
        this.#typeCell(field.type),
        described(field.description, this.#arguments(field)),
        [labelWords(this.graph, type, field), this.#roles(type.name, field.name)]
          .filter((part) => part !== '')
          .join('<br>'),
        this.who(`${type.name}.${field.name}`)
          .map((name) => SHORT_NAMES[name])
          .join(', ') || 'nobody',
      ]);
      return table(['field', 'type', 'what it is', 'label', 'who could'], rows);
    }
    if (isInterfaceType(type))
      return [
        `One of ${this.#named(this.graph.api.getPossibleTypes(type))}.`,
        ...table(
          ['field', 'type', 'what it is'],
          Object.values(type.getFields()).map((field) => [
            `\`${field.name}\``,
            this.#typeCell(field.type),
            described(field.description, this.#arguments(field)),
          ]),
        ),
      ];
    if (isUnionType(type)) return [`One of ${this.#named(type.getTypes())}.`];
    if (isInputObjectType(type))
      return table(
        ['field', 'type', 'what it is'],
        Object.values(type.getFields()).map((field) => [
          `\`${field.name}\``,
          this.#typeCell(field.type),
          described(field.description, []),
        ]),
      );
    if (isEnumType(type))
      return table(
        ['value', 'meaning'],
        type.getValues().map(({ name, description }) => [`\`${name}\``, cell(description ?? '')]),
      );
    return [];
  }

  #roles(type: string, field: string): string {
    const words = roleWords(this.graph, type, field);
    return words === '' ? '' : `role: ${words}`;
  }

  #arguments(field: GraphQLField<unknown, unknown>): readonly string[] {
    const isPaged = getNamedType(field.type).name.endsWith('Connection');
    const [paging, others] = [true, false].map((isOfPage) =>
      field.args.filter(({ name }) => (isPaged && PAGING.includes(name)) === isOfPage),
    );
    return [
      ...(others ?? []).map((argument) => this.#argument(argument)),
      ...(paging === undefined || paging.length === 0
        ? []
        : [`Paged by ${paging.map(({ name }) => `\`${name}\``).join(', ')}.`]),
    ];
  }

  #argument({ name, type, description }: GraphQLArgument): string {
    return `\`${name}:\` ${this.#typeCell(type)} ${cell(description ?? '')}`.trimEnd();
  }

  #named(types: readonly GraphQLNamedType[]): string {
    return types.map((type) => this.#typeCell(type)).join(', ');
  }

  #typeCell(type: GraphQLType): string {
    const named = getNamedType(type);
    const page = this.#pages.get(named);
    const words = `\`${String(type)}\``;
    return page == null ? words : `[${words}](${page}.md#${named.name.toLowerCase()})`;
  }
}

/** Said once, in the guide on paging. */
const PAGING = ['first', 'after', 'last', 'before'];

function described(description: string | null | undefined, parts: readonly string[]): string {
  return [cell(description ?? ''), ...parts].join('<br>');
}
