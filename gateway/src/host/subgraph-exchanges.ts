import { REQUESTS_PER_EXCHANGE } from '@causeway/schema';
import type { SubgraphName, SubgraphResponse } from '@causeway/schema';
import type { SubgraphAnswer } from '../execution/index.js';
import { goneWithAll } from './gone-with-all.js';
import { readAnswer, readAnswers } from './read-answers.js';
import { SubgraphUnavailableError } from './subgraph-unavailable-error.js';
import { TransportError } from './transport-error.js';

/** Carries the body of an exchange to a subgraph, and its response back. */
export type Carry = (body: string, signal: AbortSignal | undefined) => Promise<SubgraphResponse>;

/** What exchanges with one subgraph need. */
export interface SubgraphExchangesOptions {
  readonly subgraph: SubgraphName;
  readonly carry: Carry;
  /** The longest body that goes together with others, in characters; 8 kB unless told. */
  readonly longestShared?: number;
  /** Told how many requests went in an exchange that others could have joined. */
  readonly onSent?: (requests: number) => void;
}

/** A request that has not been answered. */
interface Waiting {
  readonly body: string;
  readonly signal: AbortSignal | undefined;
  readonly resolve: (answer: SubgraphAnswer) => void;
  readonly reject: (error: unknown) => void;
}

/** What is longer than this is answered at length, too: the exchange is little of what it costs, and others would wait. */
const LONGEST_SHARED = 8 * 2 ** 10;

/** The exchanges with one subgraph, of which any number may be under way. */
export class SubgraphExchanges {
  readonly name: SubgraphName;
  readonly #carry: Carry;
  readonly #longestShared: number;
  readonly #onSent: ((requests: number) => void) | undefined;
  #due: Waiting[] = [];

  constructor({
    subgraph,
    carry,
    longestShared = LONGEST_SHARED,
    onSent,
  }: SubgraphExchangesOptions) {
    this.name = subgraph;
    this.#carry = carry;
    this.#longestShared = longestShared;
    this.#onSent = onSent;
  }

  /**
   * Sends a request at once, in an exchange of its own.
   *
   * @throws SubgraphUnavailableError, or as carrying it does, if there is no answer
   */
  async sendAlone(body: string, signal?: AbortSignal): Promise<SubgraphAnswer> {
    return readAnswer(this.name, await this.#carry(body, signal));
  }

  /**
   * Sends a request at the end of this turn of the event loop, in one exchange with the others that fall due in it. Its
   * signal gives up this request alone. Only for what reads: where not all answers fit into one, each is asked for again.
   *
   * @throws SubgraphUnavailableError, TransportError, or as carrying it does, if there is no answer
   */
  sendTogether(body: string, signal?: AbortSignal): Promise<SubgraphAnswer> {
    if (body.length > this.#longestShared) return this.sendAlone(body, signal);
    return new Promise((resolve, reject) => {
      this.#due.push({ body, signal, resolve, reject });
      if (this.#due.length === 1) setImmediate(() => this.#sendDue());
    });
  }

  #sendDue(): void {
    const due = this.#due.filter((member) => this.#isWaiting(member));
    this.#due = [];
    for (let from = 0; from < due.length; from += REQUESTS_PER_EXCHANGE) {
      const members = due.slice(from, from + REQUESTS_PER_EXCHANGE);
      this.#onSent?.(members.length);
      const [first, second] = members;
      if (first !== undefined && second === undefined) this.#sendOne(first);
      else void this.#sendAll(members);
    }
  }

  #isWaiting({ signal, reject }: Waiting): boolean {
    if (signal?.aborted !== true) return true;
    reject(new TransportError(this.name, 'cancelled'));
    return false;
  }

  #sendOne({ body, signal, resolve, reject }: Waiting): void {
    this.sendAlone(body, signal).then(resolve, reject);
  }

  async #sendAll(members: readonly Waiting[]): Promise<void> {
    const { signal, release } = goneWithAll(
      members.map((member) => ({
        signal: member.signal,
        onGone: () => member.reject(new TransportError(this.name, 'cancelled')),
      })),
    );
    try {
      const response = await this.#carry(`[${members.map(({ body }) => body).join()}]`, signal);
      const answers = readAnswers(this.name, response, members.length);
      for (const [position, answer] of answers.entries()) {
        if (answer instanceof SubgraphUnavailableError) members[position]?.reject(answer);
        else members[position]?.resolve(answer);
      }
    } catch (error) {
      for (const member of members) {
        if (isTooMuch(error)) this.#sendOne(member);
        else member.reject(error);
      }
    } finally {
      release();
    }
  }
}

/** Whether answers were refused for what they are together, while each may be within the limits by itself. */
const isTooMuch = (error: unknown): boolean =>
  error instanceof TransportError &&
  (error.failure === 'too large' || error.failure === 'too deep');
