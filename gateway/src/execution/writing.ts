import { isNonNullType } from 'graphql';
import type { GraphQLOutputType } from 'graphql';
import type { ClientField } from './canonical.js';
import { FieldFailure, UNSAID_FAILURE } from './result.js';
import type { ResultObject, ResultValue } from './result.js';

/** An error of the answer. */
export interface AnswerError {
  readonly message: string;
  readonly path: readonly (string | number)[];
  readonly extensions: Readonly<Record<string, unknown>>;
}

/** What a field demands before its value is shown. */
export type Demanded = Pick<ClientField, 'demands' | 'callerDemands'>;

/** What the host has to say while an answer is written. */
export interface Release<Owner> {
  /** Who owns the values of a record; null where the record is withheld. */
  ownerOf(record: ResultObject): Owner | null;
  /**
   * Why the demands are not met, by the caller or by the owner if there is one; null where they are. Asked once for
   * values that follow each other under one owner.
   */
  refuse(demanded: Demanded, owner: Owner | null): FieldFailure | null;
  /** Told of demands that are met where there is an answer to release; once for values that follow each other, as above. */
  released(demanded: Demanded, owner: Owner | null): void;
}

/** A null that a non-null type does not allow: it makes the value around it null. */
export const SPREADING: unique symbol = Symbol('spreading');

/** A record that is left out of its list, or null where it stands alone. */
export const WITHHELD: unique symbol = Symbol('withheld');

/**
 * One answer being written: its errors, and where the writing stands. Whoever writes a value puts its key at the end of
 * the path first; how much of the path counts is told with each error, so that nothing is taken off it again.
 */
export class Writing<Owner> {
  readonly errors: AnswerError[] = [];
  readonly path: (string | number)[] = [];
  readonly release: Release<Owner>;
  readonly #owners: (Owner | null | undefined)[] = [];
  readonly #refusals: (FieldFailure | null)[] = [];
  /** To whom a released value belonged last. */
  readonly #releasedOf: (Owner | null | undefined)[] = [];

  constructor(release: Release<Owner>) {
    this.release = release;
  }

  /** Why a demand is not met by a value's owner; `position` tells the demands of a projection apart. */
  refusal(
    position: number,
    demanded: Demanded,
    owner: Owner | null,
    value: ResultValue | undefined,
  ): FieldFailure | null {
    const refusal = this.#refusal(position, demanded, owner);
    if (refusal !== null || this.#releasedOf[position] === owner) return refusal;
    // What could not be fetched is released to nobody.
    if (value === undefined || value instanceof FieldFailure) return null;
    this.#releasedOf[position] = owner;
    this.release.released(demanded, owner);
    return null;
  }

  #refusal(position: number, demanded: Demanded, owner: Owner | null): FieldFailure | null {
    const known = this.#refusals[position];
    if (known !== undefined && this.#owners[position] === owner) return known;
    const refusal = this.release.refuse(demanded, owner);
    this.#owners[position] = owner;
    this.#refusals[position] = refusal;
    return refusal;
  }

  /** Notes a failure at the first so many keys of the path, and gives what stands there instead. */
  fail(failure: FieldFailure, type: GraphQLOutputType, length: number): null | typeof SPREADING {
    if (failure === UNSAID_FAILURE) return isNonNullType(type) ? this.missing(type, length) : null;
    const { code, message, extensions } = failure;
    const path = this.path.slice(0, length);
    this.errors.push({ message, path, extensions: { code, ...extensions } });
    return isNonNullType(type) ? SPREADING : null;
  }

  /** Notes a value that is not of its type. */
  malformed(type: GraphQLOutputType, length: number): null | typeof SPREADING {
    const message = `Expected a value of type ${String(type)}`;
    return this.fail(new FieldFailure('SUBGRAPH_FAILED', message), type, length);
  }

  /** A null where the type allows none: an error unless one has been noted at or below this place already. */
  missing(type: GraphQLOutputType, length: number): typeof SPREADING {
    const path = this.path.slice(0, length);
    const isNoted = this.errors.some((error) =>
      path.every((key, position) => error.path[position] === key),
    );
    if (!isNoted) {
      const message = `Expected a value of type ${String(type)}, got null`;
      this.errors.push({ message, path, extensions: { code: 'SUBGRAPH_FAILED' } });
    }
    return SPREADING;
  }
}
