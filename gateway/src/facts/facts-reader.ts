import { BatchTurns } from '@causeway/schema';
import type { SubgraphName } from '@causeway/schema';
import { z } from 'zod';

/** Asks an owner for facts: the root field by name, with its keys as JSON texts; answers the field's value. */
export type AskForFacts = (
  subgraph: SubgraphName,
  field: string,
  keys: readonly string[],
) => Promise<unknown>;

/** Facts that could not be had. */
export class FactsUnavailableError extends Error {
  constructor(subgraph: SubgraphName, options?: ErrorOptions) {
    super(`Expected facts from ${subgraph}, got none`, options);
    this.name = 'FactsUnavailableError';
  }
}

/** How many keys go into one call. */
const MAX_BATCH_SIZE = 500;

/** Keys that wait for their turn, each once, and what comes of them. */
interface Batch<Facts> {
  readonly positions: Map<string, number>;
  readonly answers: Promise<readonly (Facts | null)[]>;
}

/**
 * Reads the facts of one owner: what is asked for in one tick, or while another call is under way, goes in one call,
 * however many requests ask. Facts are read after they are asked for, and nothing is remembered.
 */
export class FactsReader<Facts> {
  readonly #ask: AskForFacts;
  readonly #subgraph: SubgraphName;
  readonly #field: string;
  readonly #answers: z.ZodType<readonly (Facts | null)[]>;
  readonly #turns = new BatchTurns();
  #waiting: Batch<Facts> | null = null;

  constructor(ask: AskForFacts, subgraph: SubgraphName, field: string, shape: z.ZodType<Facts>) {
    this.#ask = ask;
    this.#subgraph = subgraph;
    this.#field = field;
    this.#answers = z.array(shape.nullable());
  }

  /**
   * The facts of each key, a JSON text, in the keys' order; null where the owner knows of none.
   *
   * @throws FactsUnavailableError if the owner does not answer with facts
   */
  async read(keys: readonly string[]): Promise<readonly (Facts | null)[]> {
    if (keys.length === 0) return [];
    const { positions, answers } = (this.#waiting ??= this.#begin());
    const own = keys.map((key) => {
      const known = positions.get(key);
      if (known !== undefined) return known;
      const position = positions.size;
      positions.set(key, position);
      return position;
    });
    const known = await answers;
    return own.map((position) => known[position] ?? null);
  }

  #begin(): Batch<Facts> {
    const positions = new Map<string, number>();
    const { promise: answers, resolve } = Promise.withResolvers<readonly (Facts | null)[]>();
    this.#turns.take(() => {
      this.#waiting = null;
      const asked = this.#askAll([...positions.keys()]);
      resolve(asked);
      return asked;
    });
    return { positions, answers };
  }

  async #askAll(keys: readonly string[]): Promise<readonly (Facts | null)[]> {
    if (keys.length <= MAX_BATCH_SIZE) return this.#askSome(keys);
    const parts: Promise<readonly (Facts | null)[]>[] = [];
    for (let from = 0; from < keys.length; from += MAX_BATCH_SIZE)
      parts.push(this.#askSome(keys.slice(from, from + MAX_BATCH_SIZE)));
    return (await Promise.all(parts)).flat();
  }

  async #askSome(keys: readonly string[]): Promise<readonly (Facts | null)[]> {
    try {
      const answers = this.#answers.parse(await this.#ask(this.#subgraph, this.#field, keys));
      if (answers.length === keys.length) return answers;
    } catch (error) {
      throw new FactsUnavailableError(this.#subgraph, { cause: error });
    }
    throw new FactsUnavailableError(this.#subgraph);
  }
}
