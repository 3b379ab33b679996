/** The thread that writes the records of residents; started by `records-writer.ts`. */
import { parentPort, workerData } from 'node:worker_threads';
import { openRecords } from '@causeway/records';
import { loadRecords } from '../load/records.js';
import { world } from '../world.js';
import { residentsWorld } from './residents-world.js';
import { runsBetween } from './runs.js';

/** What it is to write. */
export interface WriteOrder {
  /** The path of the records database. */
  readonly database: string;
  /** The date of the world. */
  readonly date: string;
  /** The number of the last resident who is written already, and of the last one to be. */
  readonly written: number;
  readonly asked: number;
}

/** How far it has come. */
export interface Written {
  /** The number of the last resident whose records are all written. */
  readonly last: number;
  /** How many records were new or changed so far. */
  readonly records: number;
}

const { database, date, written, asked } = workerData as WriteOrder;
const noon = new Date(`${date}T12:00:00+08:00`);
const records = openRecords({ path: database, keys: [], clock: Date.now });
const parties = world(noon);
let count = 0;
for (const { first, last } of runsBetween(written, asked)) {
  count += loadRecords(residentsWorld(parties, first, last), records.repository);
  parentPort?.postMessage({ last, records: count } satisfies Written);
}
records.close();
