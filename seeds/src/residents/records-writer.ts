/** The records of residents, written in a thread of their own: they are another database than all the rest. */
import { extname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { WriteOrder, Written } from './records-thread.js';

/** A thread that writes records. */
export interface RecordsWriter {
  /** Resolves once the records of all residents up to that number are written. @throws Error if they cannot be */
  writtenUpTo(number: number): Promise<Written>;
  /** Ends it. */
  close(): Promise<void>;
}

const EXTENSION = extname(import.meta.url);
const SOURCE_FLAGS = ['--conditions=source', '--import=tsx'];

/** Begins to write the records of residents into the records database of a data folder. */
export function writeRecords(folder: string, order: Omit<WriteOrder, 'database'>): RecordsWriter {
  const worker = new Worker(new URL(`./records-thread${EXTENSION}`, import.meta.url), {
    workerData: { ...order, database: join(folder, 'records.sqlite') } satisfies WriteOrder,
    execArgv: EXTENSION === '.ts' ? SOURCE_FLAGS : [],
  });
  let written: Written = { last: order.written, records: 0 };
  let failure: Error | null = null;
  let wake = (): void => undefined;
  worker.on('message', (message: Written) => {
    written = message;
    wake();
  });
  worker.on('error', (error: Error) => {
    failure = error;
    wake();
  });
  return {
    writtenUpTo: async (number) => {
      while (written.last < number) {
        if (failure !== null) throw failure;
        await new Promise<void>((resolve) => (wake = resolve));
      }
      return written;
    },
    close: async () => {
      await worker.terminate();
    },
  };
}
