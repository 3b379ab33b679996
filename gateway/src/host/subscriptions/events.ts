/** The events of one subscription: its query's answer, whenever that is another than the last one. */
import { printBody } from '../answer-body.js';
import type { GraphQLAnswer } from '../graphql-core.js';
import type { Standing } from './standing.js';
import type { Wakeable } from './wakeable.js';

/** Whether the caller may go on: the end of the token (epoch milliseconds), or the answer that tells of it. */
export type Admission =
  | { readonly kind: 'admitted'; readonly until: number }
  | { readonly kind: 'ended'; readonly answer: GraphQLAnswer };

/** What events are made of. */
export interface EventsOptions {
  /** Whether the caller's token is still good. */
  readonly admit: () => Promise<Admission>;
  /** How the caller stands to what it is about. */
  readonly standing: () => Promise<Standing>;
  /** Asks the query, with all that comes before an answer and after it. */
  readonly ask: () => Promise<GraphQLAnswer>;
  /** Woken by each change that concerns it. */
  readonly wakeable: Wakeable;
  readonly clock: () => number;
  /** When it ends at the latest, in epoch milliseconds. */
  readonly until: number;
  /** How long the pauses between two looks at token and standing are, in milliseconds. */
  readonly recheck: number;
}

/** Codes of failures that may have gone the next time: what was answered then is no state to rest at. */
const PASSING: ReadonlySet<unknown> = new Set([
  'SUBGRAPH_FAILED',
  'DEADLINE_EXCEEDED',
  'INTERNAL_SERVER_ERROR',
]);

/**
 * The bodies of a subscription's events, as JSON, until there is nothing more to tell. It asks no more than once at a
 * time and waits for whoever reads: what changes meanwhile is told as one change, by the state that it led to.
 */
export async function* eventsOf(options: EventsOptions): AsyncGenerator<string, void, void> {
  const { admit, ask, wakeable, clock, until, recheck } = options;
  const last = new LastAnswer();
  for (let mayHaveChanged = true; ;) {
    const admission = await admit();
    if (admission.kind === 'ended') {
      yield printBody(admission.answer.body);
      return;
    }
    const standing = await options.standing();
    if (mayHaveChanged || !last.restsOn(standing)) {
      const answer = await ask();
      if (last.isNew(answer, standing)) yield last.text;
      if (hasCode(answer, (code) => code === 'POLICY_UNAVAILABLE')) return;
    }
    if (standing.kind === 'lost') return;
    const ends = Math.min(until, admission.until);
    const waking = await wakeable.next(Math.min(recheck, ends - clock()));
    if (waking === 'ended' || clock() >= until) return;
    mayHaveChanged = waking === 'woken';
  }
}

/** The answer that was told last, and what it rests on. */
class LastAnswer {
  #text: string | null = null;
  #mark: string | null = null;

  get text(): string {
    return this.#text ?? '';
  }

  /** Whether it was made under that standing, and is no passing failure. */
  restsOn(standing: Standing): boolean {
    return this.#mark !== null && this.#mark === markOf(standing);
  }

  /** Takes an answer that was made under a standing in; whether it tells something else than the former one. */
  isNew(answer: GraphQLAnswer, standing: Standing): boolean {
    const former = this.#text;
    this.#text = printBody(answer.body);
    this.#mark = hasCode(answer, (code) => PASSING.has(code)) ? null : markOf(standing);
    return this.#text !== former;
  }
}

function markOf(standing: Standing): string | null {
  switch (standing.kind) {
    case 'held':
      return standing.mark;
    case 'lost':
      return 'lost';
    case 'unknown':
      return null;
  }
}

function hasCode({ body }: GraphQLAnswer, isMeant: (code: unknown) => boolean): boolean {
  return body.errors?.some(({ extensions }) => isMeant(extensions?.['code'])) ?? false;
}
