/**
 * Reads objects of a subgraph's answer, by constructors generated for each type of a shape: an object is made in one
 * step of what was asked for, by own members alone, and of nothing else that the subgraph may have added.
 */
import { generate } from './generate.js';
import { isJsonObject, member } from './json.js';
import type { Json, JsonObject } from './json.js';
import type { Candidate, ReadRecord } from './ports.js';
import type { IsOfType } from './representations.js';
import { FACTS, NO_PROTOTYPE, TYPE } from './result.js';
import type { ResultObject, ResultValue } from './result.js';
import { MalformedAnswerError } from './shape.js';
import type { FieldShape, ObjectShape, TypeShape } from './shape.js';

/** A record that has been read; what stands around it is known once that has been read, too. */
export interface RecordRead extends ReadRecord {
  around: ResultObject | null;
  root: string | null;
}

type ReadValue = (value: Json, records: RecordRead[]) => ResultValue;

/** Makes an object of a raw one; the records met below it are added to `records`. */
type Construct = new (raw: JsonObject, records: RecordRead[]) => ResultObject;

/** What is known of reading objects of one type. */
interface TypeReader {
  readonly type: string;
  readonly shape: TypeShape;
  readonly Construct: Construct;
}

/** Reads the objects of one shape. */
export class ObjectReader {
  readonly #shape: ObjectShape;
  readonly #types = new Map<string, TypeReader>();

  constructor(shape: ObjectShape) {
    this.#shape = shape;
  }

  /**
   * Reads an object of an answer; the records met are added to `records`, inner ones first.
   *
   * @throws MalformedAnswerError where the answer is not of the shape
   */
  read(raw: Json, records: RecordRead[]): ResultObject {
    if (!isJsonObject(raw)) throw new MalformedAnswerError('an object', raw);
    return this.#readAs(this.#typeOf(raw), raw, records, null);
  }

  /**
   * Reads the entity of an answer that was asked for; the records met are added to `records`, inner ones first.
   *
   * @throws MalformedAnswerError where the answer is not of the shape, or of another type than was asked for
   */
  readEntity(
    raw: Json,
    records: RecordRead[],
    candidate: Candidate,
    isOfType: IsOfType,
  ): ResultObject {
    if (!isJsonObject(raw)) throw new MalformedAnswerError('an entity', raw);
    const begun = records.length;
    const type = entityType(raw, candidate.type, isOfType);
    const object = this.#readAs(type, raw, records, candidate);
    standWithin(candidate.record, records, begun);
    return object;
  }

  #readAs(
    type: string,
    raw: JsonObject,
    records: RecordRead[],
    candidate: Candidate | null,
  ): ResultObject {
    const { shape, Construct } = this.#types.get(type) ?? this.#compile(type, raw);
    const begun = records.length;
    const object = new Construct(raw, records);
    if (shape.isRecord) {
      const facts = shape.facts?.(raw) ?? null;
      object[FACTS] = facts;
      // What an entity is merged into knows whose it is, whether or not this answer says so once more.
      standWithin(candidate?.target ?? object, records, begun);
      records.push({ type, object, facts, candidate, around: null, root: null });
    }
    return object;
  }

  #compile(type: string, raw: JsonObject): TypeReader {
    const shape = this.#shape.byType.get(type);
    if (shape === undefined) throw new MalformedAnswerError('an object of a possible type', raw);
    const reader = { type, shape, Construct: compileConstructor(type, shape.fields) };
    this.#types.set(type, reader);
    return reader;
  }

  #typeOf(raw: JsonObject): string {
    const { only } = this.#shape;
    const given = member(raw, '__typename') ?? only;
    if (typeof given !== 'string') throw new MalformedAnswerError('a type name', given);
    if (only !== null && given !== only) throw new MalformedAnswerError(`the type ${only}`, given);
    return given;
  }
}

/** Notes what stands around those records, from a position on, of which it is not known yet. */
function standWithin(around: ResultObject | null, records: RecordRead[], from: number): void {
  for (let at = from; at < records.length; at += 1) {
    const record = records[at];
    if (record?.candidate === null) record.around ??= around;
  }
}

/** The type of an entity: what was known of it, unless the answer tells more. */
function entityType(raw: JsonObject, known: string, isOfType: IsOfType): string {
  const given = member(raw, '__typename') ?? known;
  if (typeof given !== 'string') throw new MalformedAnswerError('a type name', given);
  if (isOfType(given, known)) return given;
  if (isOfType(known, given)) return known;
  throw new MalformedAnswerError(`the type ${known}`, given);
}

function compileConstructor(type: string, fields: readonly FieldShape[]): Construct {
  const values: Record<string, unknown> = { TYPE, FACTS, NO_PROTOTYPE, type, member };
  const assignments = fields.map(({ key, source, listDepth, object }, position) => {
    const value = `value${position}`;
    if (object !== null)
      values[`read${position}`] = compileValue(new ObjectReader(object), listDepth);
    const read = object === null ? value : `read${position}(${value}, records)`;
    return `const ${value} = ${memberCode(source)};
      if (${value} !== undefined) this[${JSON.stringify(key)}] = ${read};`;
  });
  return generate(
    values,
    `function Result(raw, records) {
      this[TYPE] = type;
      this[FACTS] = undefined;
      ${assignments.join('\n      ')}
    }
    Result.prototype = NO_PROTOTYPE;
    return Result;`,
  ) as Construct;
}

/** What every parsed object inherits is taken from its own members alone. */
function memberCode(key: string): string {
  const quoted = JSON.stringify(key);
  return key in Object.prototype ? `member(raw, ${quoted})` : `raw[${quoted}]`;
}

function compileValue(reader: ObjectReader, depth: number): ReadValue {
  if (depth === 0) return (value, records) => (value === null ? null : reader.read(value, records));
  const read = compileValue(reader, depth - 1);
  return (value, records) => {
    if (value === null) return null;
    if (!Array.isArray(value)) throw new MalformedAnswerError('a list', value);
    return value.map((item) => read(item, records));
  };
}
