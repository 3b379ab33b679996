/** An import as a whole: read, decide, write, report. Whatever step it is killed at, the next run goes on from there. */
import { writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { commit } from './commit.js';
import type { CommitOptions } from './commit.js';
import { countRows } from './count-rows.js';
import { link } from './linking/link.js';
import { listFiles } from './reading/files.js';
import type { ListedFile } from './reading/files.js';
import { stageFiles } from './reading/stage-files.js';
import { checkReport, reportOf } from './report.js';
import type { ImportReport } from './report.js';
import { openImportStores } from './stores.js';
import type { ImportStores } from './stores.js';

/** What is going on. */
export type Step =
  | { readonly name: 'read'; readonly file: string; readonly done: number; readonly of: number }
  | { readonly name: 'resume' | 'decide' | 'report' }
  | {
      readonly name: 'providers' | 'consents' | 'records' | 'patients';
      readonly done: number;
      readonly of: number;
    };

/** What to import, and how. */
export interface ImportOptions {
  readonly paths: readonly string[];
  /** The folder of the databases. */
  readonly data: string;
  /** Joins the patients that are imported, for trying out. */
  readonly isJoining: boolean;
  /** The time in epoch milliseconds. */
  readonly clock: () => number;
  /** Told before each step. */
  readonly onStep?: (step: Step) => void;
}

/** The file in the data folder that lists what was kept or refused, one JSON object a line. */
export const DETAILS_FILE = 'import-report.ndjson';

/**
 * Imports files. A run that was killed while it wrote is completed first; if it had the same task, that is all.
 *
 * @throws MissingPathError if a path is not there
 * @throws DatabaseError if a database cannot be used
 * @throws UnbalancedReportError if the report does not add up
 */
export async function runImport(options: ImportOptions): Promise<ImportReport> {
  const { files } = await listFiles(options.paths);
  const task = JSON.stringify([files.map(({ path, root }) => [path, root]), options.isJoining]);
  const stores = openImportStores(options.data, options.clock);
  try {
    const current = stores.staging.current();
    if (current?.phase === 'COMMITTING') {
      options.onStep?.({ name: 'resume' });
      const report = await write(stores, isJoiningOf(current.task), options);
      if (current.task === task) return report;
    }
    if (stores.staging.current()?.task !== task) stores.staging.begin(task);
    await read(stores, files, options);
    options.onStep?.({ name: 'decide' });
    link(stores.staging, stores);
    return await write(stores, options.isJoining, options);
  } finally {
    stores.close();
  }
}

async function read(
  { staging }: ImportStores,
  files: readonly ListedFile[],
  { onStep }: ImportOptions,
): Promise<void> {
  let done = 0;
  await stageFiles(files, staging, ({ path }) => {
    done += 1;
    onStep?.({ name: 'read', file: path, done, of: files.length });
  });
}

async function write(
  stores: ImportStores,
  isJoining: boolean,
  { clock, onStep, data }: ImportOptions,
): Promise<ImportReport> {
  const commitOptions: CommitOptions = {
    isJoining,
    clock,
    onStep: (name, done, of) => onStep?.({ name, done, of }),
  };
  commit(stores.staging, stores, commitOptions);
  onStep?.({ name: 'report' });
  const report = reportOf(stores.staging, countRows(stores.staging, stores));
  checkReport(report);
  await writeDetails(stores, data);
  stores.staging.end();
  return report;
}

async function writeDetails({ staging }: ImportStores, data: string): Promise<void> {
  const lines = staging
    .notTaken()
    .map(({ file, place, type, disposition, code, reason }) =>
      JSON.stringify({ file: relative('', file), place, type, disposition, code, reason }),
    );
  await writeFile(join(data, DETAILS_FILE), lines.map((line) => `${line}\n`).join(''), {
    mode: 0o600,
  });
}

function isJoiningOf(task: string): boolean {
  const [, isJoining] = JSON.parse(task) as [unknown, boolean];
  return isJoining;
}
