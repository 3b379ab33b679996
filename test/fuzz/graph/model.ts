/** A labelled graph as data: what its subgraphs are printed from, and what the oracle reads its labels from. */
import type { ClinicalScope, Scope, SubgraphName } from '@causeway/schema';

/** What a value demands: every scope, and if domestic a caller at home. */
export interface Label {
  readonly scopes: readonly Scope[];
  readonly domestic: boolean;
}

/** What `@subject` may name beside the patient. */
export type Facet = 'category' | 'date' | 'security' | 'author' | 'code' | 'party';

/** Where the value of a field comes from. */
export type Source =
  /** The id of a record, an organisation or a patient. */
  | { readonly kind: 'id' }
  /** A text that stands nowhere else in the world. */
  | { readonly kind: 'text' }
  /** What `@subject` names, or would. */
  | { readonly kind: 'facet'; readonly facet: Facet | 'patient' }
  /** A value object whose texts stand nowhere else. */
  | { readonly kind: 'value'; readonly isList: boolean }
  /** A member of the value object that it stands in. */
  | { readonly kind: 'member' }
  /** Records of some types that the record is linked to. */
  | { readonly kind: 'link'; readonly isList: boolean }
  /** All of a patient's records of some types. */
  | { readonly kind: 'list' }
  /** A page of a patient's records of one type, of those scopes where its records are of several, with their total. */
  | { readonly kind: 'page'; readonly of: string }
  /** Made of the patient's name, which another subgraph holds. */
  | { readonly kind: 'derived' }
  /** The patient that is named, that of the token, or the caller's patients. */
  | { readonly kind: 'patient' | 'me' | 'mine' }
  /** Every organisation. */
  | { readonly kind: 'organizations' };

/** An argument, with what giving it demands. */
export interface ArgumentModel {
  readonly name: 'id' | 'patient' | 'first' | 'hint';
  readonly type: string;
  readonly scopes: readonly Scope[];
}

/** A field. */
export interface FieldModel {
  readonly name: string;
  /** As GraphQL writes it: `[Note!]`. */
  readonly type: string;
  /** The type without its wrappers. */
  readonly named: string;
  readonly label: Label;
  readonly isOpen: boolean;
  /** Sets of roles of which one must be held wholly; empty for everybody. */
  readonly roles: readonly (readonly string[])[];
  readonly arguments: readonly ArgumentModel[];
  readonly source: Source;
  /** The subgraphs that resolve it. */
  readonly subgraphs: readonly SubgraphName[];
}

/** An object type. */
export type TypeModel =
  | {
      readonly kind: 'record';
      readonly name: string;
      readonly presence: Label;
      readonly facets: readonly Facet[];
      /** The categories that its records may be of. */
      readonly categories: readonly ClinicalScope[];
      readonly fields: readonly FieldModel[];
    }
  | {
      readonly kind: 'open' | 'value';
      readonly name: string;
      readonly fields: readonly FieldModel[];
    };

/** An interface, or a union where it has no fields. */
export interface AbstractModel {
  readonly name: string;
  readonly of: readonly string[];
  readonly fields: readonly FieldModel[];
}

/** A graph. */
export interface GraphModel {
  readonly types: ReadonlyMap<string, TypeModel>;
  readonly abstract: ReadonlyMap<string, AbstractModel>;
  readonly roots: readonly FieldModel[];
}

/** What a value without labels demands. */
export const NO_LABEL: Label = { scopes: [], domestic: false };

/** The object types that values of a type may be of. */
export function possibleTypes({ types, abstract }: GraphModel, name: string): readonly TypeModel[] {
  const names = abstract.get(name)?.of ?? [name];
  return names.flatMap((one) => types.get(one) ?? []);
}

/** The record types that values of a type may be of. */
export function recordTypes(
  graph: GraphModel,
  name: string,
): readonly Extract<TypeModel, { kind: 'record' }>[] {
  return possibleTypes(graph, name).filter((type) => type.kind === 'record');
}
