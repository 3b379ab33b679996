/**
 * One walk over all that is there, which lies open: at each value it is asked whether the caller may have it, and what was
 * met on the way is noted.
 */
import type { Gate } from '@causeway/schema';
import type { GraphQLFieldResolver } from 'graphql';
import { possibleTypes, recordTypes } from '../graph/model.js';
import type { FieldModel, GraphModel, TypeModel } from '../graph/model.js';
import { conceptOf, derivedFrom, detailsOf, isHinted, titleOf } from '../world/values.js';
import { ORGANIZATIONS, linked, recordOf, textOf } from '../world/world.js';
import type { RecordData } from '../world/world.js';
import { demandRoles, labelRefusal } from './demand.js';
import { isDetailDenied } from './details.js';
import type { Question } from './due-answer.js';
import { grantOfToken } from './grant-of-token.js';
import { isOfPage } from './of-page.js';
import { rolesOf } from './roles.js';
import { withholding } from './standing.js';
import { verdictOf } from './verdict.js';
import type { Entitlement, Verdict } from './verdict.js';

/** An object on the way: a record, an organisation, or a value; and who answers for what is below it. */
export interface Place {
  readonly owner: Entitlement | null;
  readonly record: RecordData | null;
  readonly value: Readonly<Record<string, unknown>> | null;
  readonly type: string;
  /** Whose record it stands in. */
  readonly patient: string | null;
}

/** One walk over everything there is. */
export class Walk {
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

  /** @throws Refused if something that a field demands is missing */
  #demand(
    field: FieldModel,
    given: Readonly<Record<string, unknown>>,
    owner: Entitlement | null,
  ): void {
    demandRoles(field, this.#roles);
    if (owner === null) return;
    const refusal = labelRefusal(this.#graph, field, given, owner);
    if (refusal === null) return;
    this.gates.add('CATEGORY');
    throw refusal;
  }

  #root(name: string, given: Readonly<Record<string, unknown>>): unknown {
    const field = this.#graph.roots.find((one) => one.name === name);
    if (field === undefined) throw new Error(`Expected a root field, got ${name}`);
    if (field.isOpen) {
      demandRoles(field, this.#roles);
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

function bareRecord(id: string): RecordData {
  return {
    ...{ id, type: 'Patient', patient: id, category: null, date: null, security: [], author: null },
    ...{ code: [], party: null, links: new Map(), stamp: 0 },
  };
}
