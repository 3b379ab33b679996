/**
 * The answer that is due: everything there is lies open, and at each value it is asked whether the caller may have it.
 * Null and errors spread as the specification of GraphQL says, by graphql-js.
 */
import type { Gate, RefusalCode } from '@causeway/schema';
import { GraphQLError, buildSchema, execute } from 'graphql';
import type { DocumentNode, GraphQLFieldResolver, GraphQLSchema } from 'graphql';
import { NO_LABEL, possibleTypes, recordTypes } from '../graph/model.js';
import type { FieldModel, GraphModel, Label, TypeModel } from '../graph/model.js';
import { clientSdl } from '../graph/print-graph.js';
import { conceptOf, derivedFrom, detailsOf, isHinted, titleOf } from '../world/values.js';
import type { Situation } from '../world/situation.js';
import { ORGANIZATIONS, linked, recordOf, textOf } from '../world/world.js';
import type { RecordData, World } from '../world/world.js';
import { isDetailDenied } from './details.js';
import { rolesOf } from './roles.js';
import { withholding } from './standing.js';
import { verdictOf } from './verdict.js';
import type { Entitlement, Verdict } from './verdict.js';

/** An operation and the world that it is asked of. */
export interface Question {
  readonly document: DocumentNode;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly world: World;
  readonly situation: Situation;
}

/** An error that is due: any of several, where several things are missing. */
export interface DueError {
  readonly path: string;
  readonly codes: readonly string[];
}

/** An answer that is due, and what was met on the way to it. */
export interface DueAnswer {
  /** As JSON text; null where nothing is answered. */
  readonly data: string;
  readonly errors: readonly DueError[];
  /** The patients who were decided on. */
  readonly patients: ReadonlySet<string>;
  /** The gates that kept something back, a patient, a record or a scope. */
  readonly gates: ReadonlySet<Gate>;
  /** The first gate that a patient failed at; null where none did. */
  readonly firstGate: Gate | null;
  /** How many labelled values are released. */
  readonly released: number;
  /** The ids of records that are kept back. */
  readonly withheld: ReadonlySet<string>;
  /** Whether records lead to those of patients whom nobody named. */
  readonly crosses: boolean;
}

/** An object on the way: a record, an organisation, or a value; and who answers for what is below it. */
interface Place {
  readonly owner: Entitlement | null;
  readonly record: RecordData | null;
  readonly value: Readonly<Record<string, unknown>> | null;
  readonly type: string;
  /** Whose record it stands in. */
  readonly patient: string | null;
}

/** What a refused value is answered with; `codes` holds every way to say so. */
class Refused extends GraphQLError {
  readonly codes: readonly string[];

  constructor(codes: readonly string[]) {
    super('refused');
    this.codes = codes;
  }
}

/** The oracle of one graph. */
export class Oracle {
  readonly #graph: GraphModel;
  readonly #schema: GraphQLSchema;

  constructor(graph: GraphModel) {
    this.#graph = graph;
    this.#schema = buildSchema(clientSdl(graph));
  }

  /** What clients see. */
  get schema(): GraphQLSchema {
    return this.#schema;
  }

  /** The answer that is due to a question. */
  answer(question: Question): DueAnswer {
    const walk = new Walk(this.#graph, question);
    const { data, errors = [] } = execute({
      schema: this.#schema,
      document: question.document,
      variableValues: question.variables,
      fieldResolver: walk.resolve,
      typeResolver: (value) => (value as Place).type,
    }) as { readonly data?: unknown; readonly errors?: readonly GraphQLError[] };
    const { patients, gates, firstGate, released, withheld, crosses } = walk;
    const { fault, caller } = question.situation;
    // An office is decided on without a fact.
    const needsFacts = caller.kind !== 'office' && (patients.size > 0 || walk.asksForToken);
    const isUnavailable =
      (fault === 'facts down' && needsFacts) || (fault === 'audit down' && patients.size > 0);
    if (isUnavailable) gates.add('AUDIT');
    return {
      data: isUnavailable ? 'null' : JSON.stringify(data),
      errors: isUnavailable ? [{ path: '', codes: ['POLICY_UNAVAILABLE'] }] : errors.map(dueError),
      ...{ patients, gates, withheld, crosses, released: isUnavailable ? 0 : released },
      firstGate: isUnavailable ? 'AUDIT' : firstGate,
    };
  }
}

function dueError({ path = [], originalError }: GraphQLError): DueError {
  if (!(originalError instanceof Refused))
    throw new Error(`Expected refusals alone, got ${String(originalError)}`);
  return { path: path.join('.'), codes: originalError.codes };
}

/** One walk over everything there is. */
class Walk {
  readonly patients = new Set<string>();
  readonly gates = new Set<Gate>();
  readonly withheld = new Set<string>();
  firstGate: Gate | null = null;
  released = 0;
  crosses = false;
  asksForToken = false;
  readonly #graph: GraphModel;
  readonly #question: Question;
  readonly #roles: readonly string[];
  readonly #verdicts = new Map<string, Verdict>();

  constructor(graph: GraphModel, question: Question) {
    this.#graph = graph;
    this.#question = question;
    this.#roles = rolesOf(question.situation);
  }

  readonly resolve: GraphQLFieldResolver<
    Place | undefined,
    unknown,
    Readonly<Record<string, unknown>>
  > = (place, given, _context, { fieldName, parentType }) => {
    if (place === undefined) return this.#root(fieldName, given);
    const type = this.#graph.types.get(parentType.name);
    if (fieldName === 'id' && type?.kind !== 'value')
      return place.record?.id ?? place.value?.['id'];
    const field = type?.fields.find(({ name }) => name === fieldName);
    if (field === undefined)
      throw new Error(`Expected a field of ${parentType.name}, got ${fieldName}`);
    this.#demand(field, given, place.owner);
    if (this.#isDenied(type, field, place)) return null;
    return this.#value(field, place, given);
  };

  #isDenied(type: TypeModel | undefined, field: FieldModel, { record, owner }: Place): boolean {
    if (type === undefined || record === null || owner === null) return false;
    const isDenied = isDetailDenied(this.#graph, type, field, record, owner);
    if (isDenied) this.gates.add('PROVISION');
    return isDenied;
  }

  #root(name: string, given: Readonly<Record<string, unknown>>): unknown {
    const field = this.#graph.roots.find((one) => one.name === name);
    if (field === undefined) throw new Error(`Expected a root field, got ${name}`);
    if (field.isOpen) {
      this.#demandRoles(field);
      return this.#organizations(ORGANIZATIONS);
    }
    if (field.source.kind === 'mine') {
      const { world } = this.#question;
      return this.#there(world.mine.flatMap((id) => recordOf(world, id) ?? []));
    }
    const patient =
      field.source.kind === 'me' ? this.#ofToken() : (given['id'] ?? given['patient']);
    if (typeof patient !== 'string' || !/^[A-Za-z0-9.-]{1,64}$/.test(patient)) return null;
    const verdict = this.#verdict(patient);
    if (verdict.kind === 'denied') return null;
    this.#demand(field, given, verdict);
    const record = recordOf(this.#question.world, patient);
    if (field.source.kind === 'patient' || field.source.kind === 'me')
      return record && (this.#there([record])[0] ?? null);
    const place = {
      owner: verdict,
      record: record ?? bareRecord(patient),
      value: null,
      type: 'Query',
      patient,
    };
    return this.#value(field, place, given);
  }

  #ofToken(): string | null {
    const { caller, patients } = this.#question.situation;
    switch (caller.kind) {
      case 'person':
        return caller.person;
      case 'office':
        return null;
      case 'professional':
      case 'system': {
        if (caller.grant === null) return null;
        this.asksForToken = true;
        return grantOfToken(patients)?.patient ?? null;
      }
    }
  }

  /** @throws Refused if something that a field demands is missing */
  #demand(
    field: FieldModel,
    given: Readonly<Record<string, unknown>>,
    owner: Entitlement | null,
  ): void {
    this.#demandRoles(field);
    if (owner === null) return;
    const returned = this.#graph.types.get(field.named);
    const labels: readonly Label[] = [
      field.label,
      returned?.kind === 'record' ? returned.presence : NO_LABEL,
      ...field.arguments
        .filter(({ name }) => given[name] !== undefined)
        .map(({ scopes }) => ({ scopes, domestic: false })),
    ];
    if (owner.isAbroad && labels.some(({ domestic }) => domestic)) {
      this.gates.add('CATEGORY');
      throw new Refused(['NOT_SHARABLE']);
    }
    const missing = labels
      .flatMap(({ scopes }) => scopes)
      .filter((scope) => !owner.scopes.has(scope));
    if (missing.length === 0) return;
    this.gates.add('CATEGORY');
    throw new Refused(
      missing.map((scope) => {
        const { code, requestable } = owner.refusals.get(scope) ?? {
          code: 'ROLE_NOT_PERMITTED' satisfies RefusalCode,
          requestable: false,
        };
        return code === 'CONSENT_REQUIRED'
          ? `${code} ${scope} ${String(requestable)}`
          : `${code} ${scope}`;
      }),
    );
  }

  #demandRoles({ roles }: FieldModel): void {
    const isHeld =
      roles.length === 0 || roles.some((all) => all.every((role) => this.#roles.includes(role)));
    if (!isHeld) throw new Refused(['FORBIDDEN']);
  }

  #value(field: FieldModel, place: Place, given: Readonly<Record<string, unknown>>): unknown {
    const { world } = this.#question;
    const { record, owner } = place;
    if (owner !== null && possibleTypes(this.#graph, field.named).length === 0) this.released += 1;
    if (record === null) return this.#memberOf(place, field);
    switch (field.source.kind) {
      case 'text':
        return textOf(record, field.name);
      case 'derived':
        return derivedFrom(textOf(record, 'name'));
      case 'facet':
        return this.#facet(field.source.facet, place, record);
      case 'value': {
        const details = detailsOf(world, record, field.name).map((detail) =>
          this.#object('Detail', { ...detail }, place),
        );
        return field.source.isList ? details : details[0];
      }
      case 'link': {
        const found = linked(world, record, field.name);
        const there = this.#there(found, record.patient);
        return field.source.isList ? there : (there[0] ?? null);
      }
      case 'list':
        return this.#there(this.#records(field, record.patient, given));
      case 'page': {
        const items = this.#there(this.#records(field, record.patient, given));
        const first = typeof given['first'] === 'number' ? given['first'] : items.length;
        const page = { totalCount: items.length, items: items.slice(0, first) };
        return this.#object(field.named, page, place);
      }
      default:
        throw new Error(`Expected a field of a record, got ${field.source.kind}`);
    }
  }

  #memberOf(place: Place, { name, named }: FieldModel): unknown {
    const member = place.value?.[name];
    if (name === 'about' && member != null)
      return this.#there([member as RecordData], place.patient ?? undefined)[0] ?? null;
    if (this.#graph.types.get(named)?.kind !== 'value') return member;
    const objects = (Array.isArray(member) ? member : [member]) as Readonly<
      Record<string, unknown>
    >[];
    const places = objects.map((one) => this.#object(named, one, place));
    return Array.isArray(member) ? places : places[0];
  }

  #facet(facet: string, place: Place, record: RecordData): unknown {
    switch (facet) {
      case 'patient':
        return (
          this.#there(
            [recordOf(this.#question.world, record.patient)].filter((one) => one !== null),
          )[0] ?? null
        );
      case 'author':
      case 'party': {
        const id = record[facet];
        return id === null ? null : this.#organizations([id])[0];
      }
      case 'security':
        return record.security.map((code) => this.#object('Coding', { ...code }, place));
      case 'code':
        return this.#object('Concept', { ...conceptOf(record) }, place);
      default:
        return record[facet as 'category' | 'date'];
    }
  }

  /** An object that belongs to whom the place around it belongs to. */
  #object(
    type: string,
    value: Readonly<Record<string, unknown>>,
    { owner, patient }: Pick<Place, 'owner' | 'patient'>,
  ): Place {
    return { owner, record: null, value, type, patient };
  }

  #organizations(ids: readonly string[]): readonly Place[] {
    return ids.map((id) =>
      this.#object('Organization', { id, title: titleOf(id) }, { owner: null, patient: null }),
    );
  }

  /** A patient's records that a list is of. */
  #records(
    field: FieldModel,
    patient: string,
    given: Readonly<Record<string, unknown>>,
  ): readonly RecordData[] {
    const of = field.source.kind === 'page' ? field.source.of : field.named;
    const types = recordTypes(this.#graph, of);
    const all = this.#question.world.records.filter(
      (record) => record.patient === patient && types.some(({ name }) => name === record.type),
    );
    const hint = given['hint'];
    return all
      .filter((record) => typeof hint !== 'string' || isHinted(record, hint))
      .filter(
        ({ category, type }) =>
          field.source.kind !== 'page' || isOfPage(field, this.#type(type), category),
      );
  }

  /** Those of some records that are there for the caller; `from` is whose record led to them. */
  #there(records: readonly RecordData[], from?: string): readonly Place[] {
    return records.flatMap((record): readonly Place[] => {
      if (from !== undefined && from !== record.patient) {
        this.crosses = true;
        if (!this.patients.has(record.patient)) return [];
      }
      const verdict = this.#verdict(record.patient);
      const gate = withholding(this.#type(record.type), record, verdict);
      if (verdict.kind === 'denied' || gate !== null) {
        if (gate !== null) this.gates.add(gate);
        this.withheld.add(record.id);
        return [];
      }
      return [{ owner: verdict, record, value: null, type: record.type, patient: record.patient }];
    });
  }

  #verdict(patient: string): Verdict {
    const known = this.#verdicts.get(patient);
    if (known !== undefined) return known;
    const verdict = verdictOf(this.#question.situation, patient);
    this.#verdicts.set(patient, verdict);
    this.patients.add(patient);
    if (verdict.kind === 'denied') {
      this.gates.add(verdict.gate);
      this.firstGate ??= verdict.gate;
    }
    return verdict;
  }

  #type(name: string): Extract<TypeModel, { kind: 'record' }> {
    const type = this.#graph.types.get(name);
    if (type?.kind !== 'record') throw new Error(`Expected a record type, got ${name}`);
    return type;
  }
}

/** Whether a record is of the categories that a page is of. */
export function isOfPage(
  { label }: FieldModel,
  { facets }: Extract<TypeModel, { kind: 'record' }>,
  category: RecordData['category'],
): boolean {
  return !facets.includes('category') || (category !== null && label.scopes.includes(category));
}

/** The grant that a token is bound to. */
export function grantOfToken(patients: Situation['patients']) {
  return [...patients.values()].flatMap(({ consentFacts }) => consentFacts?.grant ?? [])[0] ?? null;
}

function bareRecord(id: string): RecordData {
  return {
    ...{ id, type: 'Patient', patient: id, category: null, date: null, security: [], author: null },
    ...{ code: [], party: null, links: new Map(), stamp: 0 },
  };
}
