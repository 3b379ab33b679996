/**
 * The relay: carries what subgraphs tell each other, since they never meet. It keeps nothing: where a receiver stands
 * is the receiver's own knowledge, so that several relays may run at once, and one that is killed loses nothing.
 */
import type { FeedSource, SubgraphName } from '@causeway/schema';
import { carry } from './feed.js';
import type { Feed } from './feed.js';
import { SharedRun } from './shared-run.js';

/** What a relay is made of. */
export interface RelayOptions {
  readonly feeds: readonly Feed[];
  /** Told of what could not be carried; it is tried again the next time. */
  readonly onError: (error: unknown) => void;
  /** How many events go in one batch. */
  readonly batch?: number;
}

/** A feed that was not carried to its end. */
export class RelayError extends Error {
  constructor(source: FeedSource, options: ErrorOptions) {
    super(`Expected to carry the feed ${source} to its end, got a failure`, options);
    this.name = 'RelayError';
  }
}

const BATCH = 100;

/** A relay over feeds. */
export class Relay {
  readonly #runs: readonly { readonly subgraph: string; readonly run: SharedRun }[];
  readonly #closing = new AbortController();

  constructor({ feeds, onError, batch = BATCH }: RelayOptions) {
    const { signal } = this.#closing;
    this.#runs = feeds.map((feed) => ({
      subgraph: subgraphOf(feed.source),
      run: new SharedRun(async () => {
        try {
          await carry(feed, { batch, signal });
        } catch (cause) {
          onError(new RelayError(feed.source, { cause }));
        }
      }),
    }));
  }

  /**
   * Carries all that the subgraphs had to tell when this was called, or all that these of them had; resolves once it is
   * taken in, or has failed and is reported. A feed that fails costs the others nothing.
   */
  async carry(subgraphs?: ReadonlySet<SubgraphName>): Promise<void> {
    const told: ReadonlySet<string> | undefined = subgraphs;
    const concerned = this.#runs.filter(({ subgraph }) => told?.has(subgraph) ?? true);
    await Promise.all(concerned.map(({ run }) => run.run()));
  }

  /** Ends it: no further batch is begun, and the one under way is brought to its end. */
  async close(): Promise<void> {
    this.#closing.abort();
    await this.carry();
  }
}

/** The subgraph that tells: the part before the slash, where it tells more than one thing. */
function subgraphOf(source: FeedSource): string {
  return source.split('/')[0] ?? source;
}
