/**
 * A subgraph in a process of its own, for tests: once told to, takes a deposit, and says which receipt came of it. Told
 * a step, it is killed there.
 */
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { depositTerms } from '../deposits/deposit-terms.js';
import { openRecordsDatabase } from '../database.js';
import { filesBeside } from '../images/image-files.js';
import { depositStore } from '../repository/deposit-store.js';
import { depositPermit, depositor } from './deposits.js';

const [path = '', bundle = '', key = '', step = ''] = process.argv.slice(2);

const database = openRecordsDatabase({
  path,
  onStatement: (sql) => {
    if (step !== '' && sql.startsWith(step)) process.kill(process.pid, 'SIGKILL');
  },
});

const permits = [depositPermit()];
const fetch = { use: 'data', caller: depositor(), permits, now: 1_780_000_000_000 } as const;
const terms = depositTerms({ fetch, permitFor: () => permits[0] }, 'p-chan');

process.stdout.write('ready\n');
await once(process.stdin, 'data');
const { id } = depositStore(database, filesBeside(path)).take(terms, {
  idempotencyKey: key,
  bundle: JSON.parse(readFileSync(bundle, 'utf8')) as unknown,
  uploads: [],
});
process.stdout.write(`${id}\n`);
process.exit();
