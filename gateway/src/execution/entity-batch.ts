import type { EntitySelection } from './compile-plan.js';
import { failMissing, placeFailure } from './failures.js';
import { isJsonObject, member } from './json.js';
import type { Json } from './json.js';
import type { Candidate, SubgraphAnswer } from './ports.js';
import type { RecordRead } from './read-answer.js';
import type { IsOfType } from './representations.js';
import { TYPE } from './result.js';
import type { FieldFailure, ResultObject } from './result.js';
import { MalformedAnswerError } from './shape.js';

/** What was read of an entity, for one of those who wait for it. */
export interface ReadEntity {
  readonly candidate: Candidate;
  readonly object: ResultObject;
}

/** The representations of one entity selection, each once, and the candidates that each stands for. */
export class EntityBatch {
  readonly selection: EntitySelection;
  readonly #candidates: readonly (readonly Candidate[])[];
  readonly #texts: readonly string[];

  constructor(selection: EntitySelection, candidates: readonly Candidate[]) {
    const groups = new Map<string, Candidate[]>();
    for (const candidate of candidates) {
      if (candidate.alias !== selection.alias) continue;
      const group = groups.get(candidate.representation);
      if (group === undefined) groups.set(candidate.representation, [candidate]);
      else group.push(candidate);
    }
    this.selection = selection;
    this.#texts = [...groups.keys()];
    this.#candidates = [...groups.values()];
  }

  /** The representations, as JSON text. */
  get representations(): string {
    return `[${this.#texts.join()}]`;
  }

  /**
   * Adds what an answer holds for each candidate to `read`, and the records met to `records`, inner ones first.
   *
   * @throws MalformedAnswerError where the answer is not of the shape that was asked for
   */
  read(
    { data }: SubgraphAnswer,
    read: ReadEntity[],
    records: RecordRead[],
    isOfType: IsOfType,
  ): void {
    const { alias } = this.selection;
    const entities = isJsonObject(data) ? member(data, alias) : undefined;
    if (!Array.isArray(entities) || entities.length !== this.#candidates.length)
      throw new MalformedAnswerError(`${this.#candidates.length} entities`, entities);
    for (const [position, entity] of entities.entries())
      if (entity !== null) this.#readEntity(entity, this.#at(position), read, records, isOfType);
  }

  /** Puts a failure at its place below an entity of the answer; false where it leads nowhere. */
  place(path: readonly (string | number)[], failure: FieldFailure): boolean {
    const { alias, shape } = this.selection;
    const [own, position, ...rest] = path;
    if (own !== alias || typeof position !== 'number') return false;
    const candidates = this.#at(position);
    const placed = candidates.map(({ target }) => {
      if (rest.length > 0) return placeFailure(target, shape, rest, failure);
      this.#failEntity(target, failure);
      return true;
    });
    return placed.length > 0 && placed.every((isPlaced) => isPlaced);
  }

  /** Puts a failure wherever this selection brought nothing. */
  fail(failure: FieldFailure): void {
    for (const { target } of this.#candidates.flat()) this.#failEntity(target, failure);
  }

  #readEntity(
    entity: Json,
    candidates: readonly Candidate[],
    read: ReadEntity[],
    records: RecordRead[],
    isOfType: IsOfType,
  ): void {
    const { reader, isShared } = this.selection;
    let former: ReadEntity | null = null;
    for (const candidate of candidates) {
      const mayShare = isShared && former !== null && former.candidate.type === candidate.type;
      const object: ResultObject =
        mayShare && former !== null
          ? former.object
          : reader.readEntity(entity, records, candidate, isOfType);
      former = { candidate, object };
      read.push(former);
    }
  }

  #failEntity(target: ResultObject, failure: FieldFailure): void {
    failMissing(target, this.selection.shape.byType.get(target[TYPE]), failure);
  }

  #at(position: number): readonly Candidate[] {
    return this.#candidates[position] ?? [];
  }
}
