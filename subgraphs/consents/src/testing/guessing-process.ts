/**
 * Staff with a link in a process of their own, for tests: once told to, redeems it with passcode after passcode, and says
 * what came of each.
 */
import { once } from 'node:events';
import { openConsents } from '../subgraph.js';
import { drLi } from './open.js';

const [path = '', now = '', link = '', passcodes = ''] = process.argv.slice(2);
const { repository } = openConsents({ path, keys: [], clock: () => Number(now) });

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const caller = drLi(null);
if (caller.kind !== 'professional') throw new Error('Expected a professional');
say('ready');
await once(process.stdin, 'data');
say(
  JSON.stringify(
    passcodes
      .split(',')
      .map((passcode) => repository.redeemLink(caller, { link, passcode }).outcome),
  ),
);
process.exit();
