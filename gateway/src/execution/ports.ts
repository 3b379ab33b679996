/**
 * What the engine asks of whoever hosts it. The engine runs plans; it knows no policy. A host that enforces
 * nothing answers with nothing hidden, nothing demanded and everything passed.
 */
import type { FieldNode, SelectionSetNode } from 'graphql';
import type { JsonObject } from './json.js';
import type { ResultObject } from './result.js';

/** A word that a field demands of the owner of its value; the engine only compares them. */
export type Demand = string;

/** What the host says of the schema, once per operation text. */
export interface Annotations {
  /** Whether objects of this type own the values below them, until the next such object. */
  isRecord(type: string): boolean;
  /**
   * Selections added, unseen by the client, wherever an object of this type is selected. They take no arguments; objects
   * among them are read by the host alone, and are no part of the result.
   */
  hidden(type: string): readonly SelectionSetNode[];
  /** What a selected field demands before its value is shown; none for a field that is free. */
  demands(type: string, field: FieldNode): readonly Demand[];
  /** What it demands before it is fetched: less, for what the host itself has to know of a record. */
  fetchDemands(type: string, field: FieldNode): readonly Demand[];
  /** What a hidden object demands before it is fetched; without it the host does without the object. */
  hiddenDemands(type: string, field: FieldNode): readonly Demand[];
  /**
   * What it demands of the caller, whoever owns the value; met or not for a whole request, so never toggled. It is
   * selected on each of the types named: on its own, or on interfaces of it.
   */
  callerDemands(type: string, field: FieldNode, selectedOn: readonly string[]): readonly Demand[];
  /**
   * A reader of what the host wants to know of a raw record, given the fields that a fetch selects on it: by response
   * key, hidden objects first.
   */
  facts(
    type: string,
    fields: ReadonlyMap<string, FieldNode>,
  ): ((raw: JsonObject) => unknown) | null;
}

/** A field of a fetch that is fetched only where its owner meets its demands. */
export interface Toggle {
  /** The `@include` variable. */
  readonly variable: string;
  /** The root field's response key, or the alias of the entity selection, that the field lies below. */
  readonly below: string;
  readonly demands: readonly Demand[];
}

/** The part of a compiled fetch that a host decides by. */
export interface FetchOutline {
  readonly service: string;
  readonly kind: 'root' | 'entities';
  readonly toggles: readonly Toggle[];
  /** The fields at the top: root fields, or the fields asked of entities; the toggle of each, null for free ones. */
  readonly top: readonly { readonly below: string; readonly toggle: string | null }[];
  /** The record types that the fetch selects. */
  readonly recordTypes: ReadonlySet<string>;
}

/** An entity about to be asked for more. */
export interface Candidate {
  readonly alias: string;
  readonly type: string;
  /** The object that the answer is merged into. */
  readonly target: ResultObject;
  /** The nearest record around the target, the target itself included. */
  readonly record: ResultObject | null;
  /** What tells the subgraph which entity it is: JSON text. */
  readonly representation: string;
}

/** Leave to fetch: which toggles are on, and whatever the host wants to send along. */
export interface Passage {
  readonly enabled: ReadonlySet<string>;
  readonly context: unknown;
}

/** Leave to fetch a group of entities. */
export interface EntityPassage extends Passage {
  readonly candidates: readonly Candidate[];
}

/** A record just read from a subgraph's answer. */
export interface ReadRecord {
  readonly type: string;
  readonly object: ResultObject;
  readonly facts: unknown;
  /** The entity that was asked for, where this record is the answer to it; null for records below. */
  readonly candidate: Candidate | null;
  /** The nearest record around it; null where there is none, and for an entity, which tells by itself whose it is. */
  readonly around: ResultObject | null;
  /** The root field, by response key, that it stands below where no record is around it; null for others. */
  readonly root: string | null;
}

/** The host's part in one request. */
export interface Host {
  /** Before a root fetch; null where nothing of it may be fetched. */
  passRoot(fetch: FetchOutline): Promise<Passage | null>;
  /** Before entities are fetched: those that may go, grouped by what they may show. */
  passEntities(
    fetch: FetchOutline,
    candidates: readonly Candidate[],
  ): Promise<readonly EntityPassage[]>;
  /** After a fetch, before anything is merged or asked from it; a rejection fails the whole fetch. */
  inspect(records: readonly ReadRecord[], passage: Passage): Promise<void>;
  /** Sends one fetch. */
  send(service: string, request: OutgoingRequest, passage: Passage): Promise<SubgraphAnswer>;
}

/** An operation for a subgraph. */
export interface OutgoingRequest {
  readonly query: string;
  /** The operation and its variables as JSON text: an object without its closing brace, for more members to follow. */
  readonly json: string;
}

/** A subgraph's answer, parsed but not believed. */
export interface SubgraphAnswer {
  readonly data?: unknown;
  readonly errors?: unknown;
}
