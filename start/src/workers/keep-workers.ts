import { setTimeout } from 'node:timers/promises';
import type { Child } from '../child.js';

/** How workers are kept. */
export interface KeepOptions {
  /** Starts a worker. @throws StartError if it does not serve */
  readonly start: (name: string) => Promise<Child>;
  /** Told of workers that end, and of those that take their place. */
  readonly say: (line: string) => void;
  /** The shortest and the longest pause before one takes the place of another, in milliseconds. */
  readonly pause?: { readonly shortest: number; readonly longest: number };
}

/** Workers that share an address. */
export interface KeptWorkers {
  readonly url: string;
  /** Those that serve at present. */
  readonly children: readonly Child[];
  /** Ends all of them; what is under way is answered. */
  end(): Promise<void>;
}

/** How long a worker has to have served for the next pause to be the shortest, in milliseconds. */
const STEADY = 60_000;

/**
 * Starts so many workers, and another in the place of each that ends without having been told to: at once at first, and
 * after longer and longer pauses where they do not last.
 *
 * @throws StartError if they do not serve at the beginning; those that do are ended
 */
export async function keepWorkers(
  count: number,
  { start, say, pause = { shortest: 100, longest: 30_000 } }: KeepOptions,
): Promise<KeptWorkers> {
  const children = new Map<string, Child>();
  const ending = new AbortController();

  const end = async (): Promise<void> => {
    ending.abort();
    await Promise.all([...children.values()].map((child) => child.end()));
    await Promise.all(replacing);
  };
  const replacing = new Set<Promise<void>>();

  const serve = async (name: string, wait: number): Promise<Child> => {
    const begun = Date.now();
    const child = await start(name);
    children.set(name, child);
    void child.ended.then((why) => {
      children.delete(name);
      if (ending.signal.aborted) return;
      const next = Date.now() - begun > STEADY ? pause.shortest : wait;
      say(`The process of ${name} has ended (${why}). Another one takes its place.`);
      const replaced = replace(name, next).finally(() => replacing.delete(replaced));
      replacing.add(replaced);
    });
    return child;
  };

  const replace = async (name: string, wait: number): Promise<void> => {
    const { signal } = ending;
    await setTimeout(wait, undefined, { signal }).catch(() => undefined);
    if (signal.aborted) return;
    const next = Math.min(pause.longest, wait * 2);
    try {
      const child = await serve(name, next);
      // It was started while all are being ended.
      if (ending.signal.aborted) await child.end();
      else say(`Process    ${child.pid}  ${name}`);
    } catch (error) {
      say(`The process of ${name} did not start: ${String(error)}`);
      await replace(name, next);
    }
  };

  const names = Array.from({ length: count }, (_, position) => `worker ${position + 1}`);
  const started = await Promise.allSettled(names.map((name) => serve(name, pause.shortest)));
  for (const result of started) {
    if (result.status === 'fulfilled') continue;
    await end();
    throw result.reason;
  }
  const [first] = children.values();
  return {
    url: first?.url ?? '',
    get children() {
      return [...children.values()];
    },
    end,
  };
}
