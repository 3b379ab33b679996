/** A subgraph in memory: answers fetches from a world, by graphql-js. */
import { buildSubgraphSchema } from '@apollo/subgraph';
import type { Caller, Permit } from '@causeway/schema';
import { execute, parse } from 'graphql';
import type { DocumentNode, GraphQLFieldResolver, GraphQLSchema } from 'graphql';
import { recordTypes } from '../graph/model.js';
import type { FieldModel, GraphModel } from '../graph/model.js';
import { isOfPage } from '../oracle/of-page.js';
import { conceptOf, derivedFrom, detailsOf, isHinted, titleOf } from '../world/values.js';
import { ORGANIZATIONS, linked, recordOf, textOf } from '../world/world.js';
import type { RecordData, World } from '../world/world.js';
import { isReleasedBy } from './obey.js';

/** Whether a subgraph shows what it was told to; or all there is of the patient, or of everybody. */
export type Obedience = 'obeys' | 'shows all' | 'shows others';

/** A fetch as a subgraph gets it. */
export interface Fetch {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly permits: readonly Permit[];
  readonly world: World;
  readonly obedience: Obedience;
  readonly caller: Caller | null;
  /** Whom `me` is. */
  readonly self: string | null;
}

/** What a fetch is at: a record, or a value. */
interface Place {
  readonly __typename: string;
  readonly record?: RecordData;
  readonly value?: Readonly<Record<string, unknown>>;
  /** What came along with the key. */
  readonly reference?: Readonly<Record<string, unknown>>;
}

/** One subgraph. */
export class Subgraph {
  readonly #graph: GraphModel;
  readonly #schema: GraphQLSchema;
  readonly #documents = new Map<string, DocumentNode>();

  constructor(graph: GraphModel, sdl: string) {
    this.#graph = graph;
    const entities = [...graph.types.values()].filter(
      (type) => type.kind !== 'value' && sdl.includes(`\ntype ${type.name} `),
    );
    const resolvers = Object.fromEntries(
      entities.map(({ name: type, kind }) => [
        type,
        {
          __resolveReference: (reference: { readonly id: string }, resolution: Resolution) =>
            kind === 'open' ? organization(reference.id) : resolution.entity(reference),
        },
      ]),
    );
    this.#schema = buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers: resolvers as never }]);
  }

  /** The answer to a fetch. */
  answer(fetch: Fetch): unknown {
    const resolution = new Resolution(this.#graph, fetch);
    return execute({
      schema: this.#schema,
      document: this.#documentOf(fetch.query),
      variableValues: fetch.variables,
      contextValue: resolution,
      fieldResolver: resolution.resolve,
      typeResolver: ({ __typename }: Place) => __typename,
    });
  }

  #documentOf(query: string): DocumentNode {
    const known = this.#documents.get(query);
    if (known !== undefined) return known;
    const document = parse(query, { noLocation: true });
    this.#documents.set(query, document);
    return document;
  }
}

function organization(id: string): Place {
  return { __typename: 'Organization', value: { id, title: titleOf(id) } };
}

const HIDDEN = '__hidden';

/** One fetch being resolved. */
class Resolution {
  readonly #graph: GraphModel;
  readonly #fetch: Fetch;

  constructor(graph: GraphModel, fetch: Fetch) {
    this.#graph = graph;
    this.#fetch = fetch;
  }

  entity(reference: { readonly id: string }): Place | null {
    const record = recordOf(this.#fetch.world, reference.id);
    const [place] = record === null ? [] : this.#shown([record]);
    return place === undefined ? null : { ...place, reference };
  }

  readonly resolve: GraphQLFieldResolver<
    Place | undefined,
    unknown,
    Readonly<Record<string, unknown>>
  > = (place, given, _context, { fieldName, parentType, path }) => {
    const isRoot = place === undefined;
    const fields = isRoot ? this.#graph.roots : this.#graph.types.get(parentType.name)?.fields;
    const field = fields?.find(({ name }) => name === fieldName);
    if (isRoot) return field === undefined ? null : this.#root(field, given);
    const { record, value } = place;
    if (record === undefined) return this.#member(fieldName, field, value ?? {});
    if (field === undefined) return fieldName === 'id' ? record.id : textOf(record, fieldName);
    // What tells whose a record is comes with it, whoever asks.
    if (String(path.key).startsWith(HIDDEN) && field.name === 'patient')
      return { __typename: 'Patient', value: { id: record.patient } };
    return this.#value(field, place, record, given);
  };

  #root(field: FieldModel, given: Readonly<Record<string, unknown>>): unknown {
    const { world, self } = this.#fetch;
    switch (field.source.kind) {
      case 'organizations':
        return ORGANIZATIONS.map(organization);
      case 'mine':
        return world.mine.flatMap((id) => this.#key(recordOf(world, id)));
      default: {
        const id = field.source.kind === 'me' ? self : String(given['id'] ?? given['patient']);
        const record = id === null ? null : recordOf(world, id);
        if (record === null) return field.source.kind === 'list' ? [] : null;
        if (field.source.kind === 'list' || field.source.kind === 'text')
          return this.#value(field, { __typename: 'Patient', record }, record, given);
        return this.#shown([record])[0] ?? null;
      }
    }
  }

  #key(record: RecordData | null): readonly Place[] {
    return record === null ? [] : [{ __typename: record.type, record }];
  }

  #value(
    field: FieldModel,
    place: Place,
    record: RecordData,
    given: Readonly<Record<string, unknown>>,
  ): unknown {
    const { world } = this.#fetch;
    const { source, name } = field;
    switch (source.kind) {
      case 'text':
        return textOf(record, name);
      case 'derived':
        return derivedFrom(place.reference?.['name']);
      case 'facet':
        return this.#facet(source.facet, record);
      case 'value': {
        const details = detailsOf(world, record, name).map((value) => ({
          __typename: 'Detail',
          value,
        }));
        return source.isList ? details : details[0];
      }
      case 'link': {
        const shown = this.#shown(linked(world, record, name));
        return source.isList ? shown : (shown[0] ?? null);
      }
      case 'list':
        return this.#shown(this.#records(field, record, given));
      case 'page': {
        const items = this.#shown(this.#records(field, record, given));
        const first = typeof given['first'] === 'number' ? given['first'] : items.length;
        const value = { totalCount: items.length, items: items.slice(0, first) };
        return { __typename: field.named, value };
      }
      default:
        throw new Error(`Expected a field of a record, got ${source.kind}`);
    }
  }

  #facet(facet: string, record: RecordData): unknown {
    switch (facet) {
      case 'patient':
        return (
          this.#shown(
            [recordOf(this.#fetch.world, record.patient)].filter((one) => one !== null),
          )[0] ?? null
        );
      case 'author':
      case 'party':
        return record[facet] === null ? null : organization(record[facet]);
      case 'security':
        return record.security.map((value) => ({ __typename: 'Coding', value }));
      case 'code':
        return { __typename: 'Concept', value: conceptOf(record) };
      default:
        return record[facet as 'category' | 'date'];
    }
  }

  #member(
    name: string,
    field: FieldModel | undefined,
    value: Readonly<Record<string, unknown>>,
  ): unknown {
    const member = value[name];
    if (name === 'about')
      return member == null ? null : (this.#shown([member as RecordData])[0] ?? null);
    if (field === undefined || this.#graph.types.get(field.named)?.kind !== 'value') return member;
    const of = (one: unknown): object => ({ __typename: field.named, value: one });
    return Array.isArray(member) ? member.map(of) : of(member);
  }

  #records(
    field: FieldModel,
    { patient }: RecordData,
    given: Readonly<Record<string, unknown>>,
  ): readonly RecordData[] {
    const { world, obedience } = this.#fetch;
    const types = recordTypes(
      this.#graph,
      field.source.kind === 'page' ? field.source.of : field.named,
    );
    const hint = given['hint'];
    return world.records.filter((record) => {
      const type = types.find(({ name }) => name === record.type);
      return (
        type !== undefined &&
        (record.patient === patient || obedience === 'shows others') &&
        (typeof hint !== 'string' || isHinted(record, hint)) &&
        (field.source.kind !== 'page' || isOfPage(field, type, record.category))
      );
    });
  }

  #shown(records: readonly RecordData[]): readonly Place[] {
    const { permits, obedience } = this.#fetch;
    return records
      .filter(
        (record) =>
          obedience !== 'obeys' ||
          this.#isOfCaller(record) ||
          isReleasedBy(permits, this.#graph, record),
      )
      .map((record) => ({ __typename: record.type, record }));
  }

  /** Of patients whom nobody named, keys and administrative records are told by the caller: nothing is decided on them yet. */
  #isOfCaller({ type, party }: RecordData): boolean {
    const { query, caller } = this.#fetch;
    if (!query.includes('myPatients')) return false;
    if (type !== 'Receipt') return type === 'Patient';
    const isOfProvider = caller?.kind === 'professional' || caller?.kind === 'system';
    return !isOfProvider || !this.#isPartyNamed(type) || party === caller.organization;
  }

  #isPartyNamed(name: string): boolean {
    const type = this.#graph.types.get(name);
    return type?.kind === 'record' && type.facets.includes('party');
  }
}
