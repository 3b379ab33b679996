/** The clinical records of the mock: for each patient and each list of the schema the same ones at every start. */
import { standingOfRecord } from '@causeway/gateway/enforcement';
import { CONFIDENTIALITY_SYSTEM } from '@causeway/schema';
import type { ClinicalScope, Code, Permit, RecordFacts } from '@causeway/schema';
import { addDays, idOf, randomOf } from '@causeway/seeds/stage';
import { getNamedType, isObjectType } from 'graphql';
import type { GraphQLObjectType, GraphQLSchema } from 'graphql';
import { MockObject } from './mock-object.js';
import { scopesOn, subjectOf } from './schema-marks.js';
import type { SubjectMarks } from './schema-marks.js';
import { conceptsOf } from './vocabulary.js';

/** A list of a patient's records, as the schema has it. */
interface RecordList {
  readonly field: string;
  readonly type: GraphQLObjectType;
  readonly category: ClinicalScope;
  readonly subject: SubjectMarks;
}

/** A record, and what decisions read of it. */
interface MockRecord {
  readonly object: MockObject;
  readonly facts: RecordFacts;
  readonly list: RecordList;
}

/** Where the records come from. */
export interface MockRecordsOptions {
  readonly schema: GraphQLSchema;
  /** The date that the mock started on, `YYYY-MM-DD`. */
  readonly today: string;
  /** The Organization ids that records are by. */
  readonly authors: readonly string[];
}

/** Days between one record of a list and the next, so that each list reaches beyond a look-back of three years. */
const DAYS_BETWEEN = 170;

/** The clinical records of all patients. */
export class MockRecords {
  readonly #options: MockRecordsOptions;
  readonly #lists: readonly RecordList[];
  readonly #known = new Map<string, readonly MockRecord[]>();

  constructor(options: MockRecordsOptions) {
    this.#options = options;
    this.#lists = listsOf(options.schema);
  }

  /** Whether a field of Patient is a list of records. */
  isList(field: string): boolean {
    return this.#lists.some((list) => list.field === field);
  }

  /** The lists by which records of a type are read. */
  listsOfType(
    type: string,
  ): readonly { readonly field: string; readonly category: ClinicalScope }[] {
    return this.#lists.filter((list) => list.type.name === type);
  }

  /** The records of a list that a permit releases, newest first. */
  inList(patient: string, field: string, permit: Permit | undefined): readonly MockObject[] {
    return released(this.#inList(patient, field), permit);
  }

  /** The records of a category that a permit releases. */
  inCategory(category: string, permit: Permit): readonly MockObject[] {
    const lists = this.#lists.filter((list) => list.category === category);
    return lists.flatMap(({ field }) => this.inList(permit.patient, field, permit));
  }

  /** Some record of the patient of a type, or of any, that a permit releases; the same for the same seed. */
  related(type: string | null, permit: Permit, seed: string): MockObject | null {
    const lists = this.#lists.filter((list) => type === null || list.type.name === type);
    const records = lists.flatMap(({ field }) => this.inList(permit.patient, field, permit));
    return records.length === 0 ? null : randomOf(seed).pick(records);
  }

  /** A record by its id, if the permit of its patient releases it. */
  byId(id: string, permits: readonly Permit[]): MockObject | null {
    for (const permit of permits) {
      for (const { field } of this.#lists) {
        const found = this.inList(permit.patient, field, permit).find(
          ({ given }) => given['id'] === id,
        );
        if (found !== undefined) return found;
      }
    }
    return null;
  }

  #inList(patient: string, field: string): readonly MockRecord[] {
    const key = `${patient}/${field}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const list = this.#lists.find((one) => one.field === field);
    const count = randomOf(`mock/count/${key}`).between(8, 16);
    const made =
      list === undefined
        ? []
        : Array.from({ length: count }, (_, index) => this.#record(list, patient, index));
    this.#known.set(key, made);
    return made;
  }

  #record(list: RecordList, patient: string, index: number): MockRecord {
    const { type, category, field, subject } = list;
    const seed = `${patient}/${field}/${index}`;
    const random = randomOf(`mock/record/${seed}`);
    const date = addDays(this.#options.today, -(1 + index * DAYS_BETWEEN + random.between(0, 60)));
    const id = idOf(`mock/${seed}`);
    const author = random.pick(this.#options.authors);
    const concept = random.pick(conceptsOf(category));
    const security = [{ system: CONFIDENTIALITY_SYSTEM, code: confidentialityAt(index) }];
    const given = {
      id,
      category,
      clinicalDate: date,
      recordedDate: date,
      security,
      author,
      ...(subject.codeField !== null && { [subject.codeField]: concept }),
    };
    const code: readonly Code[] = concept.coding;
    return {
      object: new MockObject({ type: type.name, seed, patient, date, given, rest: 'MADE_UP' }),
      facts: { patient, id, category, date, security, author: [author], code, party: [] },
      list,
    };
  }
}

/** Mostly normal ones, and in every list some that are restricted and one that is very restricted. */
function confidentialityAt(index: number): string {
  if (index % 9 === 5) return 'V';
  return index % 5 === 3 ? 'R' : 'N';
}

function released(
  records: readonly MockRecord[],
  permit: Permit | undefined,
): readonly MockObject[] {
  if (permit === undefined) return [];
  return records
    .filter(
      ({ facts, list }) => standingOfRecord(facts, permit, list.subject.facets) === 'RELEASED',
    )
    .map(({ object }) => object);
}

/** The fields of Patient that are connections of clinical records, each under the label of its category. */
function listsOf(schema: GraphQLSchema): readonly RecordList[] {
  const patient = schema.getType('Patient');
  if (!isObjectType(patient)) return [];
  return Object.values(patient.getFields()).flatMap((field): readonly RecordList[] => {
    const type = nodeTypeOf(getNamedType(field.type));
    const subject = type === null ? null : subjectOf(type);
    const [category] = scopesOn(field);
    if (type === null || subject?.facets['category'] === undefined || category === undefined)
      return [];
    return [{ field: field.name, type, category: category as ClinicalScope, subject }];
  });
}

/** The type of the items of a connection; null for what is none. */
export function nodeTypeOf(connection: unknown): GraphQLObjectType | null {
  if (!isObjectType(connection) || !connection.name.endsWith('Connection')) return null;
  const edge = getNamedType(connection.getFields()['edges']?.type);
  const node = isObjectType(edge) ? getNamedType(edge.getFields()['node']?.type) : null;
  return isObjectType(node) ? node : null;
}
