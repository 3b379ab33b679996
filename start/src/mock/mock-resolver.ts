/**
 * The one resolver behind every field of a mock subgraph: what is known is given, the rest is made up from a seed, and
 * nothing is given that the permits of the fetch do not cover.
 */
import type { SubgraphContext } from '@causeway/kit';
import { addDays, idOf, randomOf } from '@causeway/seeds/stage';
import {
  getNamedType,
  isAbstractType,
  isEnumType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import type { GraphQLField, GraphQLObjectType, GraphQLOutputType, GraphQLSchema } from 'graphql';
import { madeUpScalar, madeUpWord } from './made-up-leaf.js';
import type { MockEntities } from './mock-entities.js';
import { matching, pageOf } from './mock-lists.js';
import type { ListArgs } from './mock-lists.js';
import { MockObject } from './mock-object.js';
import type { Given } from './mock-object.js';
import { nodeTypeOf } from './mock-records.js';
import type { MockRecords } from './mock-records.js';
import { mayRead, mayStand } from './mock-sight.js';
import { scopesOn, subjectOf } from './schema-marks.js';

/** Where values come from. */
export interface MockSources {
  readonly schema: GraphQLSchema;
  readonly entities: MockEntities;
  readonly records: MockRecords;
  /** The date that the mock started on, `YYYY-MM-DD`. */
  readonly today: string;
}

/** A field that is asked for, of an object. */
interface Place {
  readonly parent: MockObject;
  readonly field: string;
  readonly seed: string;
  readonly context: SubgraphContext;
}

/** How many items a made-up list has at most. */
const MOST_ITEMS = 2;

/** How many items a made-up connection has. */
const CONNECTION_ITEMS = 12;

/** Of elements that FHIR lets be of several types, those of one type are made up; the others are absent. */
const CHOICE =
  /^(value|onset|abatement|effective|performed|occurrence|deceased|multipleBirth|asNeeded|dose|rate|reported|doseNumber|seriesDoses)[A-Z]/;
const CHOSEN: ReadonlySet<string> = new Set([
  'valueQuantity',
  'onsetDateTime',
  'effectiveDateTime',
  'performedDateTime',
  'occurrenceDateTime',
  'doseQuantity',
]);

/** What the mock leaves out, since it would speak of what is not there. */
const ABSENT: ReadonlySet<string> = new Set([
  'dataAbsentReason',
  'supersededBy',
  'uninterpreted',
  'withdrawnAt',
]);

/** Resolves fields of the objects of a mock. */
export class MockResolver {
  readonly #sources: MockSources;

  constructor(sources: MockSources) {
    this.#sources = sources;
  }

  /** The value of a field of an object, for whom the context permits it. */
  field(
    parent: MockObject,
    field: GraphQLField<unknown, unknown>,
    args: ListArgs,
    context: SubgraphContext,
  ): unknown {
    const type = this.#objectType(parent.__typename);
    if (type === null || !mayRead({ object: parent, type, field, context })) return null;
    const place = { parent, field: field.name, seed: `${parent.seed}.${field.name}`, context };
    if (nodeTypeOf(getNamedType(field.type)) !== null) return this.#connection(field, args, place);
    const known = parent.given[field.name];
    const value: unknown =
      typeof known === 'function' ? (known as (args: ListArgs) => unknown)(args) : known;
    if (value !== undefined) return this.complete(field.type, value, place);
    return this.#derived(field, place) ?? this.#unknown(field, place);
  }

  /** A known value as the schema's type has it; null for an object that the permits do not cover. */
  complete(type: GraphQLOutputType, value: unknown, place: Place): unknown {
    if (isNonNullType(type)) return this.complete(type.ofType, value, place);
    if (value === null || value === undefined) return null;
    if (isListType(type)) {
      const items = Array.isArray(value) ? (value as readonly unknown[]) : [value];
      return items
        .map((item, index) =>
          this.complete(type.ofType, item, {
            ...place,
            seed: `${place.seed}[${index}]`,
          }),
        )
        .filter((item) => item !== null);
    }
    if (isEnumType(type)) return wordOf(value);
    if (isLeafType(type)) return value;
    const object = this.#asObject(type.name, value, place);
    return object !== null && this.#mayStand(object, place.context) ? object : null;
  }

  /** An entity by its reference; null for one that is not there, or not for whom the context permits. */
  reference(type: string, id: string, context: SubgraphContext): MockObject | null {
    const { entities, records } = this.#sources;
    const permits = context.fetch.permits;
    // INVARIANT: who a patient is is told by the permits alone; an id without one is nobody's.
    if (type === 'Patient') return context.permitFor(id) === undefined ? null : this.patient(id);
    const found = entities.has(type) ? entities.find(type, id) : records.byId(id, permits);
    if (found !== null) return this.#mayStand(found, context) ? found : null;
    const objectType = this.#objectType(type);
    if (objectType === null || entities.has(type) || subjectOf(objectType) !== null) return null;
    return this.#byId(type, id);
  }

  /** The patient of an id, whoever asks; null for nobody's. */
  patient(id: string): MockObject | null {
    return this.#sources.entities.find('Patient', id);
  }

  #connection(field: GraphQLField<unknown, unknown>, args: ListArgs, place: Place): unknown {
    const read = (item: MockObject, name: string): unknown => this.#leaf(item, name, place.context);
    const page = pageOf(matching(this.#items(field, place), args, read), args);
    return this.complete(field.type, { ...page }, place);
  }

  /** All items of a connection that the permits cover. */
  #items(field: GraphQLField<unknown, unknown>, place: Place): readonly MockObject[] {
    const { entities, records } = this.#sources;
    const { parent, context, seed } = place;
    const { patient } = parent;
    const type = nodeTypeOf(getNamedType(field.type));
    if (type === null) return [];
    const permit = patient === null ? undefined : context.permitFor(patient);
    if (parent.__typename === 'Patient' && patient !== null && records.isList(field.name))
      return records.inList(patient, field.name, permit);
    const all = entities.has(type.name)
      ? entities.all(type.name).filter((one) => one.patient === null || one.patient === patient)
      : Array.from({ length: CONNECTION_ITEMS }, (_, index) =>
          this.#madeUp(
            type,
            `${seed}/${index}`,
            patient ?? this.#somebody(type, `${seed}/${index}`),
            index,
          ),
        );
    return all.filter((item) => this.#mayStand(item, context));
  }

  /** What follows from other things the mock knows; undefined for what does not. */
  #derived(field: GraphQLField<unknown, unknown>, { parent, context }: Place): unknown {
    const { records } = this.#sources;
    const { patient, __typename } = parent;
    const permit = patient === null ? undefined : context.permitFor(patient);
    if (__typename === 'RecordSummary' && permit !== undefined) {
      const [category] = scopesOn(field);
      if (category === undefined) return undefined;
      const released = records.inCategory(category, permit);
      const latest =
        released
          .map(({ date }) => date)
          .sort()
          .at(-1) ?? null;
      return this.complete(
        field.type,
        { count: released.length, latest },
        { parent, context, field: field.name, seed: parent.seed },
      );
    }
    if (field.name === 'permittedActions')
      return permit?.obligations.includes('NO_IMAGE_DOWNLOAD') === true
        ? ['VIEW']
        : ['VIEW', 'DOWNLOAD'];
    return undefined;
  }

  /** What is not known: made up, or absent where the object is known wholly. */
  #unknown(field: GraphQLField<unknown, unknown>, place: Place): unknown {
    const { parent } = place;
    const isAbsent =
      parent.rest === 'ABSENT' ||
      ABSENT.has(field.name) ||
      (CHOICE.test(field.name) && !CHOSEN.has(field.name));
    if (!isAbsent) return this.#invent(field.type, place);
    if (!isNonNullType(field.type)) return null;
    return isListType(field.type.ofType) ? [] : this.#invent(field.type, place);
  }

  #invent(type: GraphQLOutputType, place: Place): unknown {
    if (isNonNullType(type)) return this.#invent(type.ofType, place);
    if (isListType(type)) {
      const count = randomOf(`${place.seed}[]`).between(1, MOST_ITEMS);
      const items = Array.from({ length: count }, (_, index) =>
        this.#invent(type.ofType, {
          ...place,
          seed: `${place.seed}[${index}]`,
        }),
      );
      // Words and references may come twice; a list of them names each once.
      return [...new Set(items)].filter((item) => item !== null);
    }
    const { parent, field, seed, context } = place;
    const leafPlace = { parent: parent.__typename, field, seed, date: parent.date };
    if (isEnumType(type)) return madeUpWord(type, leafPlace);
    if (isLeafType(type)) return madeUpScalar(type, leafPlace);
    if (isAbstractType(type)) return this.#related(null, place);
    return this.#inventObject(type, { parent, field, seed, context });
  }

  #inventObject(type: GraphQLObjectType, place: Place): MockObject | null {
    const { entities } = this.#sources;
    const { parent, seed, context } = place;
    const subject = subjectOf(type);
    if (type.name === 'Patient')
      return parent.patient === null ? null : this.patient(parent.patient);
    if (subject?.facets['category'] !== undefined) return this.#related(type.name, place);
    const found = entities.has(type.name)
      ? entities.some(type.name, parent.patient, seed)
      : this.#madeUp(type, seed, parent.patient, 0, parent.date);
    return found !== null && this.#mayStand(found, context) ? found : null;
  }

  /** Another record of the same patient; null where none is released. */
  #related(type: string | null, { parent, seed, context }: Place): MockObject | null {
    const permit = parent.patient === null ? undefined : context.permitFor(parent.patient);
    return permit === undefined ? null : this.#sources.records.related(type, permit, seed);
  }

  /** Whose a record is that nobody in particular is asked about; null for what is no record. */
  #somebody(type: GraphQLObjectType, seed: string): string | null {
    if (subjectOf(type) === null) return null;
    return this.#sources.entities.some('Patient', null, seed)?.patient ?? null;
  }

  #madeUp(
    type: GraphQLObjectType,
    seed: string,
    patient: string | null,
    index: number,
    date = addDays(this.#sources.today, -(1 + 9 * index)),
  ): MockObject {
    const given: Given = 'id' in type.getFields() ? { id: idOf(`mock/${seed}`) } : {};
    return new MockObject({ type: type.name, seed, patient, date, given, rest: 'MADE_UP' });
  }

  #asObject(type: string, value: unknown, place: Place): MockObject | null {
    if (value instanceof MockObject) return value;
    const { parent, seed } = place;
    const { entities } = this.#sources;
    if (typeof value === 'string') return this.#byId(type, value);
    const given = value as Given & { readonly __typename?: string };
    const named = given.__typename ?? type;
    if (entities.has(named) && typeof given['id'] === 'string')
      return entities.find(named, given['id']);
    const { patient, date } = parent;
    return new MockObject({ type: named, seed, patient, date, given, rest: 'ABSENT' });
  }

  #byId(type: string, id: string): MockObject | null {
    const { entities, today } = this.#sources;
    if (entities.has(type)) return entities.find(type, id);
    return new MockObject({
      type,
      seed: id,
      patient: null,
      date: today,
      given: { id },
      rest: 'MADE_UP',
    });
  }

  /** A leaf field of an item, or the id of what it refers to; undefined for what is neither. */
  #leaf(item: MockObject, name: string, context: SubgraphContext): unknown {
    const field = this.#objectType(item.__typename)?.getFields()[name];
    if (field === undefined) return undefined;
    if (isLeafType(getNamedType(field.type))) return this.field(item, field, {}, context);
    return typeof item.given[name] === 'string' ? item.given[name] : undefined;
  }

  #mayStand(object: MockObject, context: SubgraphContext): boolean {
    const type = this.#objectType(object.__typename);
    return type !== null && mayStand({ object, type, context });
  }

  #objectType(name: string): GraphQLObjectType | null {
    const type = this.#sources.schema.getType(name);
    return isObjectType(type) ? type : null;
  }
}

/** FHIR codes as words of GraphQL enums: `entered-in-error` as `ENTERED_IN_ERROR`. */
function wordOf(value: unknown): string {
  return String(value).toUpperCase().replaceAll('-', '_');
}
