/** `npm run import -- PATH... [--joined] [--data DIR]`: takes FHIR R4 files into the databases of the data folder. */
import { join, relative, resolve } from 'node:path';
import { DatabaseError } from '@causeway/kit';
import { Command } from 'commander';
import { showProgress } from './progress.js';
import { MissingPathError } from './reading/files.js';
import { UnbalancedReportError } from './report.js';
import { reportText } from './report-text.js';
import { DETAILS_FILE, runImport } from './run-import.js';

const program = new Command('npm run import --')
  .description('Takes FHIR R4 bundles, single resources and NDJSON into the databases.')
  .argument('<path...>', 'files, or folders of .json and .ndjson files')
  .option('--joined', 'join the imported patients to the eHealth system, for trying out', false)
  .option(
    '--data <folder>',
    'the folder of the databases',
    process.env['CAUSEWAY_DATA'] ?? '.causeway',
  )
  .parse();

const { joined, data } = program.opts<{ joined: boolean; data: string }>();

try {
  const folder = resolve(data);
  const report = await runImport({
    paths: program.args,
    data: folder,
    isJoining: joined,
    clock: Date.now,
    onStep: showProgress(process.stderr),
  });
  process.stderr.write('\n');
  process.stdout.write(`${reportText(report, relative('', join(folder, DETAILS_FILE)))}\n`);
} catch (error) {
  if (!isExpected(error)) throw error;
  process.stderr.write(`\n${error.message}\n`);
  process.exitCode = 1;
}

function isExpected(error: unknown): error is Error {
  return [MissingPathError, DatabaseError, UnbalancedReportError].some(
    (kind) => error instanceof kind,
  );
}
