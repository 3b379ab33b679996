import type { SelectionSetNode } from 'graphql';
import type { Action } from '../decision.js';
import type { FieldRequirement } from './requirement.js';

/** What `@subject` names, as selections from the record type. */
export interface SubjectSelectionSets {
  readonly id: SelectionSetNode;
  readonly category?: SelectionSetNode;
  readonly date?: SelectionSetNode;
  readonly security?: SelectionSetNode;
  readonly author?: SelectionSetNode;
  readonly code?: SelectionSetNode;
  readonly party?: SelectionSetNode;
}

/** A record about a patient (`@subject`). */
export interface RecordTypeLabel {
  readonly kind: 'record';
  readonly subject: SubjectSelectionSets;
  /** The type's own labels: without them the object is not there, key and `__typename` included. */
  readonly presence: FieldRequirement;
  /** The fields that are keys in some subgraph; they carry no labels of their own. */
  readonly keys: ReadonlySet<string>;
}

/** A type that is not about a patient (`@open`). */
export interface OpenTypeLabel {
  readonly kind: 'open';
  /** The fields that are keys in some subgraph. */
  readonly keys: ReadonlySet<string>;
}

/** A type whose values take labels and patient of the field that returns them, at any depth. */
export interface ValueTypeLabel {
  readonly kind: 'value';
}

/** What an object type is to the rules of access. */
export type TypeLabel = RecordTypeLabel | OpenTypeLabel | ValueTypeLabel;

/** Whose data a root field leads to. */
export type RootField =
  /** Nobody's. */
  | { readonly kind: 'open' }
  /** The patient whose id is given: in an argument, or in a field of an input object that is one. */
  | { readonly kind: 'patientId'; readonly argument: readonly string[]; readonly action: Action }
  /** The patient that the token itself stands for. */
  | { readonly kind: 'token' }
  /** Not known before the fetch: whoever the records it returns are about. */
  | { readonly kind: 'unnamed' };

/** The roles a caller must have, by the federation's own directives. */
export interface RoleRequirement {
  readonly authenticated: boolean;
  /** Sets of OAuth scopes of which one must be held wholly; none at all where it is empty. */
  readonly anyOf: readonly (readonly string[])[];
}

/** The operation types, as roots of the graph. */
export type OperationType = 'query' | 'mutation' | 'subscription';

/** The labels of every coordinate of the graph, read once. Types and fields that are not there have none. */
export interface Labels {
  /** The kind of an object type; undefined for root types and for what is no object type. */
  type(name: string): TypeLabel | undefined;
  /** The labels of the field itself; those of the type it stands in and of the type it returns come on top. */
  field(type: string, field: string): FieldRequirement;
  /** What giving the argument asks for: its own labels and those of every input field that it may hold. */
  argument(type: string, field: string, argument: string): FieldRequirement;
  /** The labels of the input field itself; `argument` includes them. */
  inputField(type: string, field: string): FieldRequirement;
  /** Whose data a root field leads to; undefined for one that is not public. */
  root(operation: OperationType, field: string): RootField | undefined;
  /**
   * The roles that the field, the type it stands in and the type it returns ask for together; of an interface and of
   * its fields, those that its implementations ask for together.
   */
  roles(type: string, field: string): RoleRequirement;
}
