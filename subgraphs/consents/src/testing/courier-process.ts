/**
 * A courier in a process of its own, for tests: claims when it is told to, and says which notices it got. `drain` goes on
 * until none is left, and waits to be told again once it has the first; `hang` keeps what it got, and waits to be killed.
 */
import { once } from 'node:events';
import { openConsents } from '../subgraph.js';

const [path = '', now = '', mode = ''] = process.argv.slice(2);
const { repository } = openConsents({ path, keys: [], clock: () => Number(now) });

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const claim = (): string[] => repository.claimNotices(5, 60_000).map(({ id }) => id);

say('ready');
await once(process.stdin, 'data');
const taken = claim();
if (mode === 'drain') {
  say('claimed');
  await once(process.stdin, 'data');
  while (taken.length <= 1_000) {
    const more = claim();
    if (more.length === 0) break;
    taken.push(...more);
    // Others get their turn.
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
}
say(JSON.stringify(taken));
