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

/** What came of one key: facts, none, or what is no facts at all. */
type Answer<Facts> = Facts | null | FactsUnavailableError;

/** Keys that wait for their turn, each once, and what comes of them. */
interface Batch<Facts> {
  readonly positions: Map<string, number>;
  readonly answers: Promise<readonly Answer<Facts>[]>;
  readonly resolve: (answers: Promise<readonly Answer<Facts>[]>) => void;
}

function newBatch<Facts>(): Batch<Facts> {
  const { promise, resolve } = Promise.withResolvers<readonly Answer<Facts>[]>();
  return { positions: new Map(), answers: promise, resolve };
}

/**
 * Reads the facts of one owner: what is asked for at about the same time, or while another call is under way, goes
 * in one call, however many requests ask. Facts are read after they are asked for, and nothing is remembered.
 */
export class FactsReader<Facts> {
  readonly #ask: AskForFacts;
  readonly #subgraph: SubgraphName;
  readonly #field: string;
  readonly #answer: z.ZodType<Facts | null>;
  readonly #answers: z.ZodType<readonly (Facts | null)[]>;
  readonly #turns = new BatchTurns();
  #waiting: Batch<Facts> | null = null;

  constructor(ask: AskForFacts, subgraph: SubgraphName, field: string, shape: z.ZodType<Facts>) {
    this.#ask = ask;
    this.#subgraph = subgraph;
    this.#field = field;
    this.#answer = shape.nullable();
    this.#answers = z.array(this.#answer);
  }

  /**
   * The facts of each key, a JSON text, in the keys' order; null where the owner knows of none.
   *
   * @throws FactsUnavailableError if the owner does not answer with facts of each of them
   */
  async read(keys: readonly string[]): Promise<readonly (Facts | null)[]> {
    if (keys.length === 0) return [];
    const batch = (this.#waiting ??= newBatch());
    const { positions, answers } = batch;
    this.#turns.join(() => this.#send(batch));
    const own = keys.map((key) => {
      const known = positions.get(key);
      if (known !== undefined) return known;
      const position = positions.size;
      positions.set(key, position);
      return position;
    });
    const known = await answers;
    return own.map((position) => {
      const answer = known[position] ?? null;
      if (answer instanceof FactsUnavailableError) throw answer;
      return answer;
    });
  }

  #send({ positions, resolve }: Batch<Facts>): Promise<unknown> {
    this.#waiting = null;
    const asked = this.#askAll([...positions.keys()]);
    resolve(asked);
    return asked;
  }

  async #askAll(keys: readonly string[]): Promise<readonly Answer<Facts>[]> {
    if (keys.length <= MAX_BATCH_SIZE) return this.#askSome(keys);
    const parts: Promise<readonly Answer<Facts>[]>[] = [];
    for (let from = 0; from < keys.length; from += MAX_BATCH_SIZE)
      parts.push(this.#askSome(keys.slice(from, from + MAX_BATCH_SIZE)));
    return (await Promise.all(parts)).flat();
  }

  async #askSome(keys: readonly string[]): Promise<readonly Answer<Facts>[]> {
    const given = await this.#given(keys);
    const answers = this.#answers.safeParse(given);
    // What is wrong with the facts of one key costs nobody who asked about others at the same time.
    return answers.success ? answers.data : given.map((one) => this.#read(one));
  }

  #read(given: unknown): Answer<Facts> {
    const { success, data, error } = this.#answer.safeParse(given);
    return success ? data : new FactsUnavailableError(this.#subgraph, { cause: error });
  }

  /** What the owner answers, one for each key. */
  async #given(keys: readonly string[]): Promise<readonly unknown[]> {
    let given: unknown;
    try {
      given = await this.#ask(this.#subgraph, this.#field, keys);
    } catch (error) {
      throw new FactsUnavailableError(this.#subgraph, { cause: error });
    }
    if (Array.isArray(given) && given.length === keys.length) return given as readonly unknown[];
    throw new FactsUnavailableError(this.#subgraph);
  }
}
