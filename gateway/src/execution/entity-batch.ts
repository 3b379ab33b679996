import type { EntitySelection } from './compile-plan.js';
import { failMissing, placeFailure } from './failures.js';
import { isJsonObject, member } from './json.js';
import type { Json } from './json.js';
import type { Candidate, ReadRecord, SubgraphAnswer } from './ports.js';
import type { IsOfType, Representation } from './representations.js';
import { TYPE } from './result.js';
import type { FieldFailure, ResultObject } from './result.js';
import { MalformedAnswerError, readEntity } from './shape.js';

/** What was read of an entity, for one of those who wait for it. */
export interface ReadEntity {
  readonly candidate: Candidate;
  /** Null where the subgraph knows no such entity. */
  readonly object: ResultObject | null;
}

/** The representations of one entity selection, each once, and the candidates that each stands for. */
export class EntityBatch {
  readonly selection: EntitySelection;
  readonly representations: readonly Representation[];
  readonly #candidates: readonly (readonly Candidate[])[];

  constructor(
    selection: EntitySelection,
    candidates: readonly Candidate[],
    collected: ReadonlyMap<Candidate, Representation>,
  ) {
    const groups = new Map<string, { representation: Representation; members: Candidate[] }>();
    for (const candidate of candidates) {
      const representation = collected.get(candidate);
      if (representation === undefined || candidate.alias !== selection.alias) continue;
      const text = JSON.stringify(representation);
      const group = groups.get(text);
      if (group === undefined) groups.set(text, { representation, members: [candidate] });
      else group.members.push(candidate);
    }
    this.selection = selection;
    this.representations = [...groups.values()].map(({ representation }) => representation);
    this.#candidates = [...groups.values()].map(({ members }) => members);
  }

  /**
   * What an answer holds for each candidate; the records met are added to `records`, inner ones first.
   *
   * @throws MalformedAnswerError where the answer is not of the shape that was asked for
   */
  read({ data }: SubgraphAnswer, records: ReadRecord[], isOfType: IsOfType): readonly ReadEntity[] {
    const { alias } = this.selection;
    const entities = isJsonObject(data) ? member(data, alias) : undefined;
    if (!Array.isArray(entities) || entities.length !== this.#candidates.length)
      throw new MalformedAnswerError(`${this.#candidates.length} entities`, entities);
    return entities.flatMap((entity, position) =>
      this.#at(position).map((candidate) => ({
        candidate,
        object: this.#readEntity(entity, candidate, records, isOfType),
      })),
    );
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
    candidate: Candidate,
    records: ReadRecord[],
    isOfType: IsOfType,
  ): ResultObject | null {
    if (entity === null) return null;
    if (!isJsonObject(entity)) throw new MalformedAnswerError('an entity', entity);
    return readEntity(this.selection.shape, entity, records, candidate, isOfType);
  }

  #failEntity(target: ResultObject, failure: FieldFailure): void {
    failMissing(target, this.selection.shape.byType.get(target[TYPE]), failure);
  }

  #at(position: number): readonly Candidate[] {
    return this.#candidates[position] ?? [];
  }
}
