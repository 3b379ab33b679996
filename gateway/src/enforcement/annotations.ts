/**
 * What the labels of the graph mean to an engine that knows no policy: which objects are records, what is selected
 * beside what the client asked for, and what each selected field demands. Computed once per coordinate.
 */
import type {
  FieldRequirement,
  Labels,
  RecordFacts,
  RecordTypeLabel,
  Scope,
} from '@causeway/schema';
import { allRolesOf, anyRolesOf, isClinicalScope } from '@causeway/schema';
import { Kind, getNamedType, isAbstractType, isObjectType } from 'graphql';
import type { FieldNode, GraphQLSchema, SelectionNode, SelectionSetNode } from 'graphql';
import { detailDemand, isClinical } from './details.js';
import type { DetailDemand } from './details.js';
import { RARE_FACETS } from './facets.js';
import type { FacetDemand, RareFacet } from './facets.js';
import { compileRecordReader } from './record-facts.js';
import type { RawRecord } from './record-facts.js';
import { roleDemand } from './roles.js';

/** A field demands scopes, details left, a caller at home, or at least some permit for the patient it leads to. */
export type Demand = Scope | DetailDemand | typeof AT_HOME | typeof ANY_PERMIT;

/** Demanded by `@domestic` values. */
export const AT_HOME = '@domestic';

/** Demanded by a root field that names its patient. */
export const ANY_PERMIT = '@patientId';

/** The labels of a graph, as annotations of its schema. */
export class LabelAnnotations {
  readonly #labels: Labels;
  readonly #schema: GraphQLSchema;
  readonly #fieldDemands = new Map<string, readonly Demand[]>();
  readonly #facetNames = new Map<string, ReadonlySet<string>>();

  /** The schema is the supergraph's, inaccessible parts included. */
  constructor(labels: Labels, schema: GraphQLSchema) {
    this.#labels = labels;
    this.#schema = schema;
  }

  /** Whether objects of this type are records about a patient. */
  readonly isRecord = (type: string): boolean => this.#labels.type(type)?.kind === 'record';

  /** The label of a record type; undefined for other types. */
  record(type: string): RecordTypeLabel | undefined {
    const label = this.#labels.type(type);
    return label?.kind === 'record' ? label : undefined;
  }

  /** What `@subject` names of the type, and the key: a denial may name single records. */
  readonly hidden = (type: string): readonly SelectionSetNode[] => {
    const label = this.record(type);
    if (label === undefined) return [];
    const { subject, keys } = label;
    return [...FACETS.flatMap((facet) => subject[facet] ?? []), ...[...keys].map(selectionOf)];
  };

  /** A reader of what a decision may know of a record; null where the fetch does not select whose it is. */
  readonly facts = (
    type: string,
    fields: ReadonlyMap<string, FieldNode>,
  ): ((raw: RawRecord) => RecordFacts) | null => {
    const label = this.record(type);
    return label === undefined ? null : compileRecordReader(label, fields);
  };

  /** What a selected field demands: its own labels, its type's, those of what it returns and of given arguments. */
  readonly demands = (type: string, field: FieldNode): readonly Demand[] => {
    const name = field.name.value;
    const base = this.#demandsOf(type, name);
    const given = (field.arguments ?? []).flatMap((argument) =>
      demandsOf(this.#labels.argument(type, name, argument.name.value)),
    );
    return given.length === 0 ? base : [...new Set([...base, ...given])];
  };

  /**
   * What a selected field demands before it is fetched. What `@subject` names is fetched with the record, whoever
   * asks: without it nobody could tell whose the record is. It is not thereby shown.
   */
  readonly fetchDemands = (type: string, field: FieldNode): readonly Demand[] => {
    const isFacet =
      (field.arguments ?? []).length === 0 && this.#facets(type).has(field.name.value);
    return isFacet ? [] : this.demands(type, field);
  };

  /** What a hidden object demands before it is fetched: that the permit judges by it, where few permits do. */
  readonly hiddenDemands = (type: string, field: FieldNode): readonly FacetDemand[] => {
    const subject = this.record(type)?.subject;
    const served = FACETS.filter((facet) =>
      subject?.[facet]?.selections.some((one) => nameOf(one) === field.name.value),
    );
    const [first, ...others] = served;
    return first !== undefined && others.length === 0 && isRare(first) ? [RARE_FACETS[first]] : [];
  };

  /**
   * What a selected field demands of the caller: the roles of `@requiresScopes`, its own, and those of an interface
   * that it is selected on, unless it is selected on its own type too.
   */
  readonly callerDemands = (
    type: string,
    field: FieldNode,
    selectedOn: readonly string[],
  ): readonly string[] => {
    const name = field.name.value;
    const asked = anyRolesOf(...selectedOn.map((on) => this.#labels.roles(on, name)));
    const { anyOf } = allRolesOf(this.#labels.roles(type, name), asked);
    return anyOf.length === 0 ? [] : [roleDemand(anyOf)];
  };

  #facets(type: string): ReadonlySet<string> {
    const known = this.#facetNames.get(type);
    if (known !== undefined) return known;
    const names = this.hidden(type).flatMap(({ selections }) => selections.map(nameOf));
    const facets = new Set(names);
    this.#facetNames.set(type, facets);
    return facets;
  }

  #demandsOf(type: string, name: string): readonly Demand[] {
    const coordinate = `${type}.${name}`;
    const known = this.#fieldDemands.get(coordinate);
    if (known !== undefined) return known;
    const demands = [...new Set(this.#compute(type, name))];
    this.#fieldDemands.set(coordinate, demands);
    return demands;
  }

  #compute(type: string, name: string): readonly Demand[] {
    const parent = this.#labels.type(type);
    // A key is exempt from labels: what it identifies is released, or not, as a whole.
    if (
      name === '__typename' ||
      (parent !== undefined && parent.kind !== 'value' && parent.keys.has(name))
    )
      return [];
    const definition = this.#field(type, name);
    const returned =
      definition === undefined ? undefined : this.#labels.type(getNamedType(definition.type).name);
    return [
      ...this.#rootDemands(type, name),
      ...(parent?.kind === 'record' ? demandsOf(parent.presence) : []),
      ...demandsOf(this.#labels.field(type, name)),
      ...(returned?.kind === 'record' ? demandsOf(returned.presence) : []),
      ...this.#detailDemands(type, name),
    ];
  }

  /** What leads to records is no detail: they are judged by themselves. */
  #detailDemands(type: string, name: string): readonly DetailDemand[] {
    const record = this.record(type);
    const definition = this.#field(type, name);
    if (record === undefined || definition === undefined || !isClinical(record)) return [];
    const scopes = this.#labels
      .field(type, name)
      .scopes.filter(isClinicalScope)
      .filter((scope) => !record.presence.scopes.includes(scope));
    return scopes.length === 0 || this.#leadsToRecord(getNamedType(definition.type).name)
      ? []
      : scopes.map(detailDemand);
  }

  /** Whether an object of the type is a record, or may hold one. */
  #leadsToRecord(type: string, seen: ReadonlySet<string> = new Set()): boolean {
    if (this.isRecord(type)) return true;
    const definition = this.#schema.getType(type);
    if (seen.has(type) || definition === undefined) return false;
    const within = isAbstractType(definition)
      ? this.#schema.getPossibleTypes(definition).map(({ name }) => name)
      : isObjectType(definition)
        ? Object.values(definition.getFields()).map((field) => getNamedType(field.type).name)
        : [];
    return within.some((one) => this.#leadsToRecord(one, new Set([...seen, type])));
  }

  #field(type: string, name: string) {
    const parent = this.#schema.getType(type);
    return parent !== undefined && 'getFields' in parent ? parent.getFields()[name] : undefined;
  }

  #rootDemands(type: string, name: string): readonly Demand[] {
    for (const operation of ['query', 'mutation', 'subscription'] as const) {
      if (type !== ROOT_TYPES[operation]) continue;
      const kind = this.#labels.root(operation, name)?.kind;
      return kind === 'patientId' || kind === 'token' ? [ANY_PERMIT] : [];
    }
    return [];
  }
}

/** What `@subject` may name. */
const FACETS = ['id', 'category', 'date', 'security', 'author', 'code', 'party'] as const;

function selectionOf(name: string): SelectionSetNode {
  const field = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: name } } as const;
  return { kind: Kind.SELECTION_SET, selections: [field] };
}

/** The name of a field that `@subject` selects; it selects nothing else. */
function nameOf(selection: SelectionNode): string {
  return selection.kind === Kind.FIELD ? selection.name.value : '';
}

function isRare(facet: string): facet is RareFacet {
  return Object.hasOwn(RARE_FACETS, facet);
}

/** The names federation gives to root types. */
const ROOT_TYPES = { query: 'Query', mutation: 'Mutation', subscription: 'Subscription' } as const;

function demandsOf({ scopes, domestic }: FieldRequirement): readonly Demand[] {
  return domestic ? [...scopes, AT_HOME] : scopes;
}
