/** A run of many cases, spread over processes. */
import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { ShardNews, ShardOrder } from './shard.js';
import { addTally, newTally } from './tally.js';
import type { Tally } from './tally.js';

/** A case that was answered otherwise than is due. */
export interface Difference {
  readonly case: number;
  readonly problem: string;
}

/** What a run is to be. */
export interface RunOptions {
  readonly seed: number;
  readonly cases: number;
  /** Told of the cases so far, after every graph. */
  readonly onProgress: (tally: Tally) => void;
}

const SHARD = fileURLToPath(new URL('shard-process.ts', import.meta.url));

/** Runs cases until one differs, or all are done. */
export async function runCases({ seed, cases, onProgress }: RunOptions): Promise<{
  readonly tally: Tally;
  readonly difference: Difference | null;
}> {
  const tally = newTally();
  const step = availableParallelism();
  const ending = new AbortController();
  let difference: Difference | null = null;
  const onNews = (news: ShardNews): void => {
    if (news.kind === 'differs') {
      difference ??= news;
      ending.abort();
    }
    if (news.kind !== 'counted') return;
    addTally(tally, news.tally);
    onProgress(tally);
  };
  await Promise.all(
    Array.from({ length: step }, (_none, first) =>
      runProcess({ seed, cases, first, step }, onNews, ending.signal),
    ),
  );
  return { tally, difference };
}

function runProcess(
  order: ShardOrder,
  onNews: (news: ShardNews) => void,
  signal: AbortSignal,
): Promise<void> {
  const child = fork(SHARD);
  const { promise, resolve, reject } = Promise.withResolvers<undefined>();
  let isDone = false;
  signal.addEventListener('abort', () => child.kill());
  child.on('message', (news) => {
    isDone ||= (news as ShardNews).kind === 'done';
    onNews(news as ShardNews);
  });
  child.on('error', reject);
  child.on('exit', (code) => {
    if (isDone || signal.aborted) resolve(undefined);
    else reject(new Error(`Expected a shard to end with its cases, got exit code ${String(code)}`));
  });
  child.send(order);
  return promise;
}
